import ConfigSchema

/// What is published for programs that read: pages as Markdown, and lists of them.
package struct LLMSConfig: Sendable, Equatable {
  /// Whether each page is published as Markdown as well.
  package var hasPages = true
  /// Whether there is a list of the pages, `llms.txt`.
  package var hasIndex = true
  /// Whether there is one file with all pages, `llms-full.txt`.
  package var hasFull = true
  /// Patterns of paths below the base URL.
  package var exclude: [String] = [] {
    didSet { patterns = exclude.map(GlobPattern.init) }
  }
  private var patterns: [GlobPattern] = []

  package init() {}

  /// - Parameter path: below the locale's base URL.
  func excludes(_ path: String) -> Bool {
    patterns.contains { $0.matches(path) }
  }
}

extension LLMSConfig {
  static let schema = Schema(
    "llms", defaults: LLMSConfig(),
    doc: "What is published for programs that read, such as language models."
  ) {
    Field(
      "pages", \.hasPages, .flag,
      "Whether each page is published as Markdown, at its URL with `.md`.")
    Field("exclude", \.exclude, .list(of: .text), "Patterns of paths that are left out.")
      .example(["internal/**", "changelog"])
  }
}

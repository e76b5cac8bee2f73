import ConfigSchema
import DocgenCore

/// What is published for programs that read: pages as Markdown, and lists of them.
package struct LLMSConfig: Sendable, Equatable {
  /// Whether each page is published as Markdown as well.
  package var hasPages = true
  /// Whether there is a list of the pages, `llms.txt`.
  package var hasIndex = true
  /// Whether there is one file with all pages, `llms-full.txt`.
  package var hasFull = true
  /// What the list says of the site; nil: the tagline.
  package var description: String?
  /// Patterns of paths that are left out.
  package var exclude = PathPatterns()
  /// Patterns of paths that the list has under "Optional".
  package var optional = PathPatterns()
  /// What the list may have in bytes; 0: as much as it takes.
  package var maxSize = 100_000

  package init() {}
}

/// Patterns of pages' paths, as they are written.
package struct PathPatterns: Sendable, Equatable {
  package let written: [String]
  private let patterns: [GlobPattern]

  package init(_ written: [String] = []) {
    self.written = written
    patterns = written.map(GlobPattern.init)
  }

  /// Whether a route is meant: with its whole path, or with that below its locale's base URL, so
  /// that one pattern is for all locales.
  func match(_ route: Route, of site: Site) -> Bool {
    patterns.contains {
      $0.matches(site.localPath(of: route)) || $0.matches(route.path.text)
    }
  }
}

extension ValueType where Value == PathPatterns {
  static var pathPatterns: Self {
    ValueType<[String]>.list(of: .text).converted(
      literal: { .array($0.written.map(JSONValue.string)) },
      { written, _, _ in PathPatterns(written) })
  }
}

extension LLMSConfig {
  static let schema = Schema(
    "llms", defaults: LLMSConfig(),
    doc: "What is published for programs that read, such as language models."
  ) {
    Field(
      "pages", \.hasPages, .flag,
      "Whether each page is published as Markdown as well, at its URL with `.md`.")
    Field("index", \.hasIndex, .flag, "Whether there is a list of the pages, `llms.txt`.")
    Field("full", \.hasFull, .flag, "Whether there is a file with all pages, `llms-full.txt`.")
    Field(
      "description", \.description, .text,
      "What the list says of the site; the tagline by default.")
    Field("exclude", \.exclude, .pathPatterns, "Patterns of paths that are left out.")
      .example(["internal/**", "changelog"])
    Field(
      "optional", \.optional, .pathPatterns,
      "Patterns of paths that the list has under Optional: what readers in a hurry may skip."
    ).example(["reference/old/**"])
    Field(
      "maxSize", \.maxSize, .integer(atLeast: 0),
      """
      What `llms.txt` may have in bytes: descriptions are shortened first, then pages are left out \
      from its end. 0 for as much as it takes.
      """)
  }
}

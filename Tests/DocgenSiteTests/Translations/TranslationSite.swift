import DocgenCore
import DocgenMarkup

@testable import DocgenSite

/// A site on disk with `en` and `zh-Hans`, for what looks at pages and their translations.
struct TranslationSite {
  let folder: TemporaryFolder

  init(_ files: [String: String] = [:], in folder: TemporaryFolder? = nil) throws {
    self.folder = try folder ?? TemporaryFolder()
    let standard = [
      "docgen.yml": "defaultLocale: en\nlocales: [en, zh-Hans]\n",
      "docs/index.md": "# Start\n", "docs/locales/zh-Hans/index.md": "# 开始\n",
    ]
    for (name, text) in standard.merging(files, uniquingKeysWith: { $1 }) {
      try self.folder.write(text, to: name)
    }
  }

  /// A page `guides/use` and its translation, beside a page `other` with the heading `Linux`.
  static func pair(_ source: String, _ translation: String) throws -> TranslationSite {
    try TranslationSite([
      "docs/guides/use.md": source, "docs/locales/zh-Hans/guides/use.md": translation,
      "docs/other.md": "# Other\n\n## Linux\n", "docs/locales/zh-Hans/other.md": "# 其他\n\n## 系统\n",
    ])
  }

  func load(readsHistory: Bool = true) async throws -> LoadedSite {
    var options = BuildOptions(site: folder.path, year: 2026)
    options.readsHistory = readsHistory
    let (loaded, report) = await SiteBuilder(options).load()
    guard let loaded else { throw Failure(diagnostics: report.diagnostics) }
    return loaded
  }

  func findings(_ code: String? = nil) async throws -> [Diagnostic] {
    await translationFindings(of: try load(), workers: 2)
      .filter { code == nil || $0.code == code }.sorted(by: Diagnostic.precedes)
  }

  struct Failure: Error { var diagnostics: [Diagnostic] }
}

extension Diagnostic {
  /// `line:column message`, and each note's `file:line`.
  var brief: String {
    let place = span.map { "\($0.start.line):\($0.start.column)" } ?? "-"
    let notes = notes.map { note in
      note.span.map { "\($0.file.split(separator: "/").last ?? ""):\($0.start.line)" } ?? "-"
    }
    return "\(place) \(message) | \(notes.joined(separator: " "))"
  }
}

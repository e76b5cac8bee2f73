/// A file of the default theme, as it is in `templates/`: what a site may take over and change.
package struct ThemeFile: Sendable {
  /// Where a site keeps its own.
  package static let folder = SiteFiles.templateFolder
  /// Sorted by path.
  package static let all = EmbeddedTheme.files.map {
    ThemeFile(path: $0.path, contents: $0.contents)
  }

  /// Below the folder of templates.
  package let path: String
  package let contents: String

  /// Where a site's own file replaces it.
  package func place(in site: String) -> String { "\(site)/\(Self.folder)/\(path)" }

  /// What it is: the first sentence of the comment that it begins with, without its full stop.
  package var purpose: String {
    let opening = /(?s)^(?:\/\*|\{\{!|\/\/) (.+?)(?:\.\s| \*\/| \}\})/
    guard let comment = contents.firstMatch(of: opening)?.output.1 else { return "" }
    return comment.split(whereSeparator: \.isWhitespace).filter { $0 != "//" }
      .joined(separator: " ")
  }
}

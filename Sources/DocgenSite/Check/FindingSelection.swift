import DocgenCore

/// Which findings the user wants to see: by code (`link/unknown-page`) or by area (`link`).
package struct FindingSelection: Sendable {
  /// Empty: all.
  package var only: [String]
  package var ignored: [String]

  package init(only: [String] = [], ignored: [String] = []) {
    (self.only, self.ignored) = (only, ignored)
  }

  package func includes(_ code: String) -> Bool {
    let names = [code, String(code.prefix { $0 != "/" })]
    return (only.isEmpty || names.contains(where: only.contains))
      && !names.contains(where: ignored.contains)
  }

  /// Why a name can't select anything; nil where it can. A misspelt area would select nothing, and
  /// that looks like a site without faults.
  package static func problem(of name: String) -> String? {
    let area = String(name.prefix { $0 != "/" })
    if areas.contains(area) { return nil }
    let hint =
      Suggestions.hint(for: area, among: areas) ?? "there are \(areas.joined(separator: ", "))"
    return "No code starts with '\(area)'; \(hint)"
  }

  /// The areas of all codes.
  package static let areas = [
    "baseline", "check", "code", "config", "content", "example", "external", "file", "front-matter",
    "history", "link", "llms", "markdown", "mdx", "output", "partial", "publish", "redirect",
    "reference",
    "route", "serve", "sidebar", "site", "template", "translation", "ui",
  ]
}

import DocgenCore

/// Which severity a finding has on this site: by code, and by locale and code.
package struct DiagnosticPolicy: Sendable, Equatable {
  /// Keys are codes (`link/unknown-page`) or areas (`link`); the more exact one wins.
  package var severities: [String: Severity] = [:]
  /// By locale; a locale's entry wins over `severities`.
  package var localeSeverities: [String: [String: Severity]] = [:]

  package init() {}

  /// The finding with the severity that the site wants for it.
  package func applied(to diagnostic: Diagnostic) -> Diagnostic {
    var result = diagnostic
    let area = String(diagnostic.code.prefix { $0 != "/" })
    let tables = [diagnostic.locale.flatMap { localeSeverities[$0] }, severities]
    for table in tables.compactMap({ $0 }) {
      if let severity = table[diagnostic.code] ?? table[area] {
        result.severity = severity
        break
      }
    }
    return result
  }
}

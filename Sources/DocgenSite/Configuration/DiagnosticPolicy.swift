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

extension DiagnosticPolicy {
  /// The findings as they are reported: sorted, each once, with the severities that the site wants.
  func reported(_ findings: [Diagnostic], isStrict: Bool) -> [Diagnostic] {
    let kept = findings.map { finding -> Diagnostic in
      var result = applied(to: finding)
      if isStrict, result.severity == .warning { result.severity = .error }
      return result
    }
    .filter { $0.severity != .ignored }
    // Their numbers are sorted, not the findings themselves, which take long to move.
    let order = kept.indices.sorted { Diagnostic.precedes(kept[$0], kept[$1]) }
    // A partial's findings come with each page that shows it; sorted, they stand together.
    var reported: [Diagnostic] = []
    reported.reserveCapacity(order.count)
    for index in order where reported.last != kept[index] { reported.append(kept[index]) }
    return reported
  }
}

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
    var applied = findings.map(applied(to:)).filter { $0.severity != .ignored }
    if isStrict {
      for index in applied.indices where applied[index].severity == .warning {
        applied[index].severity = .error
      }
    }
    // Their numbers, not the findings themselves, which take long to move.
    let order = applied.indices.sorted { [applied] in Diagnostic.precedes(applied[$0], applied[$1])
    }
    // A partial's findings come with each page that shows it; sorted, they stand together.
    var reported: [Diagnostic] = []
    reported.reserveCapacity(order.count)
    for index in order where reported.last != applied[index] { reported.append(applied[index]) }
    return reported
  }
}

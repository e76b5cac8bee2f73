import ConfigSchema
import DocgenCore

extension ValueType where Value == DiagnosticPolicy {
  /// Severities by code or area, and below `locales` the same by locale. Entries that are there
  /// and not written here stay.
  static var diagnosticPolicy: Self {
    let severity = ValueType<Severity>.choice
    let severities = ValueType<[String: Severity]>.map(keys: "code", of: severity)
    let byLocale = ValueType<[String: [String: Severity]]>.map(keys: "locale", of: severities)
    let shape = ValueShape.map(keys: "code", of: .oneOf([severity.shape, byLocale.shape]))
    let literal: @Sendable (DiagnosticPolicy) -> JSONValue? = { policy in
      let own = severities.literal(policy.severities)?.members ?? []
      if policy.localeSeverities.isEmpty { return .object(own) }
      let locales = byLocale.literal(policy.localeSeverities)
      return locales.map { .object(own + [JSONValue.Member("locales", $0)]) }
    }
    return Self(shape, literal: literal) { node, current, context in
      guard let members = node.members else {
        context.reportMismatch(expected: shape.expectation, found: node)
        return nil
      }
      var policy = current ?? DiagnosticPolicy()
      for member in members {
        context.inside(key: member.key) { context in
          if member.key == "locales" {
            for locale in member.value.members ?? [] {
              for policy in locale.value.members ?? [] { context.checkCode(policy) }
            }
            let written = byLocale.decode(member.value, nil, &context) ?? [:]
            for (locale, severities) in written {
              policy.localeSeverities[locale, default: [:]].merge(severities) { $1 }
            }
            return
          }
          context.checkCode(member)
          if let severity = severity.decode(member.value, nil, &context) {
            policy.severities[member.key] = severity
          }
        }
      }
      return policy
    }
  }
}

extension DecodingContext {
  /// A misspelt code would change nothing, without a word.
  fileprivate mutating func checkCode(_ member: ConfigNode.Member) {
    guard let problem = DiagnosticCatalog.problem(of: member.key) else { return }
    report("unknown-value", problem, severity: .warning, at: member.keySpan)
  }
}

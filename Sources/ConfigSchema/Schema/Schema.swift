import DocgenCore

/// A type's configuration as described data: which keys there are, what they take, and which
/// property each one fills.
///
/// From this one value come decoding with places, JSON Schema, the reference and a sample file, so
/// none of them can say something else than another. Defaults are read off a default instance
/// through the same key paths.
///
///     let schema = Schema("the server", defaults: Server()) {
///       Field("url", \.url, .text, "Where the server listens.").required
///       Field("timeout", \.timeout, .number(atLeast: 0), "How long a call may take.")
///         .unit("seconds")
///     }
package struct Schema<Root: Sendable>: Sendable {
  package typealias Check = @Sendable (inout Root, ConfigNode, inout DecodingContext) -> Void

  /// What messages call the outermost group of keys: "docgen.yml".
  package let name: String
  /// Markdown.
  package let doc: String
  package private(set) var defaults: Root
  package let fields: [Field<Root>]
  private let fieldIndex: [String: Int]
  private var area = "config"
  private var isLenient = false
  private var isSecret = false
  private var allowsUnknownKeys = false
  private var advice: [String: String] = [:]
  private var idleKeys: [String: String] = [:]
  private var checks: [Check] = []

  package init(
    _ name: String, defaults: Root, doc: String = "",
    @FieldBuilder<Root> fields: () -> [Field<Root>]
  ) {
    self.name = name
    self.doc = doc
    self.defaults = defaults
    self.fields = fields()
    fieldIndex = Dictionary(
      self.fields.enumerated().map { ($1.description.key, $0) }, uniquingKeysWith: { $1 })
  }
}

extension Schema {
  /// The same with another first part in its codes: `front-matter/wrong-type`.
  package func reporting(as area: String) -> Self { with { $0.area = area } }

  /// The same, taking text that reads like a number or a flag for one, and nothing for no value.
  package var lenient: Self { with { $0.isLenient = true } }

  /// The same, never showing a value in a message: what stands in a wrong place may be a secret.
  package var concealing: Self { with { $0.isSecret = true } }

  /// The same, leaving keys alone that it doesn't know.
  package var allowingUnknownKeys: Self { with { $0.allowsUnknownKeys = true } }

  /// The same with a hint for keys that it doesn't know but people write.
  package func advising(_ advice: [String: String]) -> Self { with { $0.advice = advice } }

  /// The same, accepting keys that do nothing here, each with the reason that a note gives.
  package func ignoring(_ reasons: [String: String]) -> Self { with { $0.idleKeys = reasons } }

  /// The same with a rule over several keys, which reports what breaks it.
  package func checking(_ check: @escaping Check) -> Self { with { $0.checks.append(check) } }

  /// The same with other defaults.
  package func replacingDefaults(with defaults: Root) -> Self { with { $0.defaults = defaults } }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Schema {
  /// Sets what is written and leaves the rest as it is. A value that can't be decoded is reported
  /// and leaves the rest as it is too; all findings are returned at once.
  /// - Parameter path: the keys that the group stands below, where messages name them.
  package func decode(
    _ node: ConfigNode, into root: inout Root, below path: String = ""
  ) -> [Diagnostic] {
    var context = DecodingContext(
      root: name, area: area, isLenient: isLenient, isSecret: isSecret, path: path)
    if node.value != .null { _ = decode(node, into: &root, &context) }
    return context.diagnostics
  }

  /// - Returns: false where there is no value without what could not be decoded: this is no group
  ///   of keys, or lacks a required key.
  func decode(
    _ node: ConfigNode, into root: inout Root, _ context: inout DecodingContext
  ) -> Bool {
    guard let members = node.members else {
      context.reportMismatch(expected: "a group of keys", found: node)
      return false
    }
    var isComplete = true
    for member in members {
      guard let index = fieldIndex[member.key] else {
        reportUnknown(member, &context)
        continue
      }
      let field = fields[index]
      context.inside(key: member.key, isSecret: field.description.isSecret) { context in
        if let deprecation = field.description.deprecation {
          context.report(
            "deprecated-key", "\(context.subject) is deprecated since \(deprecation.since)",
            severity: .warning, at: member.keySpan,
            hint: deprecation.replacement.map { "use '\($0)'" })
        }
        let isDecoded = field.decode(member.value, &root, &context)
        if field.description.isRequired && !isDecoded { isComplete = false }
      }
    }
    for field in fields where field.description.isRequired && node[field.description.key] == nil {
      isComplete = false
      context.report(
        "missing-key", "\(context.subject) needs the key '\(field.description.key)'",
        at: node.span)
    }
    for check in checks { check(&root, node, &context) }
    return isComplete
  }

  private func reportUnknown(_ member: ConfigNode.Member, _ context: inout DecodingContext) {
    if let reason = idleKeys[member.key] {
      context.report(
        "ignored-key", "'\(member.key)' does nothing here", severity: .note, at: member.keySpan,
        hint: reason)
      return
    }
    if allowsUnknownKeys { return }
    let keys = fields.map(\.description.key)
    context.report(
      "unknown-key", "\(context.subject) has no key '\(member.key)'", at: member.keySpan,
      hint: advice[member.key] ?? Suggestions.hint(for: member.key, among: keys))
  }
}

extension Schema {
  /// The keys with their defaults: what references and JSON Schema are written from.
  package var shape: ObjectShape {
    ObjectShape(
      name: name, doc: doc,
      fields: fields.map { field in
        var description = field.description
        if !description.isSecret { description.defaultValue = field.literal(defaults) }
        return description
      },
      allowsUnknownKeys: allowsUnknownKeys)
  }

  /// A value as it would be written, without the keys that may be left out and are as by default;
  /// nil where one can't be shown.
  @Sendable package func literal(_ root: Root) -> JSONValue? {
    var members: [JSONValue.Member] = []
    for field in fields {
      guard let value = field.literal(root), !field.description.isSecret else { return nil }
      if field.description.isRequired || value != field.literal(defaults) {
        members.append(.init(field.description.key, value))
      }
    }
    return .object(members)
  }
}

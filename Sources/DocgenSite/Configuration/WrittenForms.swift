import ConfigSchema
import DocgenCore

// What the written forms of items share: keys that only mean something beside others. Nothing that
// is written is dropped in silence.
extension DecodingContext {
  /// Reports that a key is needed and not there; what could not be decoded has been reported.
  mutating func reportMissing(_ key: String, at node: ConfigNode) {
    guard node[key] == nil else { return }
    report("missing-key", "\(subject) needs the key '\(key)'", at: node.span)
  }

  /// Reports keys that mean nothing for this kind of item, by where their fields apply.
  mutating func reportMisplacedKeys<Form>(
    in node: ConfigNode, of schema: Schema<Form>, for kind: String
  ) {
    let fields = schema.fields.map(\.description)
    for member in node.members ?? [] {
      guard let field = fields.first(where: { $0.key == member.key }),
        !field.appliesTo.isEmpty, !field.appliesTo.contains(kind)
      else { continue }
      let kinds = field.appliesTo.map { "'\($0)'" }.joined(separator: " and ")
      report(
        "misplaced-key", "'\(member.key)' means nothing for '\(kind)'", at: member.keySpan,
        hint: "it goes with \(kinds)")
    }
  }

  /// Reports that not exactly one of the keys is there that say what something is.
  mutating func reportChoice(among found: [String], of keys: String, at node: ConfigNode) {
    if found.isEmpty {
      report(
        "missing-key", "\(subject) doesn't say what it is", at: node.span,
        hint: "give it one of the keys \(keys)")
    } else {
      report(
        "conflicting-keys", "\(subject) can't be both '\(found[0])' and '\(found[1])'",
        at: node.members?.last { $0.key == found[1] }?.keySpan ?? node.span,
        hint: "keep one of them")
    }
  }
}

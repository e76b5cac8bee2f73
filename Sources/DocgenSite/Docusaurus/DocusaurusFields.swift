import ConfigSchema
import DocgenCore

/// The fields of one object in a Docusaurus configuration, read one by one. It remembers which names
/// were asked for, so that what is left at the end is what nobody knows.
///
/// A field that is absent, `null`, `undefined`, or code (which the reader has reported) reads as nil.
struct DocusaurusFields {
  let node: ConfigNode
  /// How the object is reached: `themeConfig.navbar`; empty at the top.
  let path: String
  private var names: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ node: ConfigNode, path: String) {
    self.node = node
    self.path = path
    if node.members == nil, !node.isAbsent {
      reportType(of: node, at: path, wanted: "a group of keys")
    }
  }

  func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// Whether a field has neither been read nor accepted.
  func isUnasked(_ key: String) -> Bool { !names.contains(key) }

  // MARK: Values

  /// The value of a field, whatever it is.
  mutating func value(_ key: String) -> ConfigNode? {
    names.insert(key)
    return node[key].flatMap { $0.isAbsent ? nil : $0 }
  }

  mutating func text(_ key: String) -> String? { read(key, "text", \.string) }

  mutating func flag(_ key: String) -> Bool? { read(key, "true or false", \.bool) }

  mutating func integer(_ key: String) -> Int? {
    read(key, "a whole number") { node in
      node.number.flatMap { Int(exactly: $0) } ?? node.string.flatMap { Int($0) }
    }
  }

  mutating func list(_ key: String) -> [ConfigNode]? { read(key, "a list", \.elements) }

  /// A text, or a list of them.
  mutating func texts(_ key: String) -> [String]? {
    guard let value = value(key) else { return nil }
    guard let elements = value.elements ?? (value.string == nil ? nil : [value]) else {
      reportType(of: value, at: path(to: key), wanted: "text or a list of texts")
      return nil
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() where !element.isAbsent {
      if let text = element.string {
        texts.append(text)
      } else {
        reportType(of: element, at: "\(path(to: key))[\(index)]", wanted: "text")
      }
    }
    return texts
  }

  /// The fields of an object within this one. Whoever takes them gives them back with `finish`.
  mutating func group(_ key: String) -> DocusaurusFields? {
    value(key).map { DocusaurusFields($0, path: path(to: key)) }
  }

  /// One of a few words.
  mutating func choice<Value>(_ key: String, _ choices: KeyValuePairs<String, Value>) -> Value? {
    guard let word = text(key) else { return nil }
    if let found = choices.first(where: { $0.key == word }) { return found.value }
    let words = choices.map(\.key)
    let list = words.map { "'\($0)'" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .error, "config/unknown-value", "'\(path(to: key))' can't be '\(word)'",
        at: node[key]?.span,
        hint: Suggestions.hint(for: word, among: words) ?? "it is one of \(list)"))
    return nil
  }

  /// A text that has to be there. Nil, with an error, where it isn't.
  mutating func requiredText(_ key: String) -> String? {
    require(key)
    return text(key)
  }

  /// Reports a field that has to be there and isn't.
  mutating func require(_ key: String) {
    names.insert(key)
    guard node.members != nil, node[key].map({ $0.value == .null }) ?? true else { return }
    let place = path.isEmpty ? "the configuration" : "'\(path)'"
    diagnostics.append(
      Diagnostic(.error, "config/missing-key", "\(place) has no '\(key)'", at: node.span))
  }

  private mutating func read<Value>(
    _ key: String, _ wanted: String, _ convert: (ConfigNode) -> Value?
  ) -> Value? {
    guard let value = value(key) else { return nil }
    if let converted = convert(value) { return converted }
    reportType(of: value, at: path(to: key), wanted: wanted)
    return nil
  }

  private mutating func reportType(of node: ConfigNode, at path: String, wanted: String) {
    let subject = path.isEmpty ? "the configuration" : "'\(path)'"
    diagnostics.append(
      Diagnostic(
        .error, "config/wrong-type", "\(subject) must be \(wanted), not \(node.kindName)",
        at: node.span))
  }

  // MARK: Fields without an effect

  /// Fields that mean nothing to docgen, and whose absence nobody notices.
  mutating func accept(_ keys: String...) { names.formUnion(keys) }

  /// Fields that would change the site and that docgen doesn't have. They are reported where they
  /// are turned on.
  mutating func leaveOut(_ keys: String..., severity: Severity = .note) {
    for key in keys {
      guard let value = value(key), value.says else { continue }
      let message = "'\(path(to: key))' has no effect in docgen"
      diagnostics.append(Diagnostic(severity, "config/unsupported", message, at: value.span))
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Ends the reading: reports the fields that nobody asked for.
  ///
  /// - Parameter openEnded: Where others may add fields of their own; they are only noted.
  mutating func finish(into found: inout [Diagnostic], openEnded: Bool = false) {
    for member in node.members ?? [] where isUnasked(member.key) {
      let message = "'\(path(to: member.key))' is no field that docgen knows"
      diagnostics.append(
        Diagnostic(
          openEnded ? .note : .error, openEnded ? "config/unsupported" : "config/unknown-key",
          message, at: member.keySpan,
          hint: Suggestions.hint(for: member.key, among: names.sorted())))
    }
    found += diagnostics
    diagnostics = []
  }
}

extension ConfigNode {
  /// Nothing, or nothing that can be known.
  var isAbsent: Bool {
    switch value {
    case .null, .unknown: true
    case .bool, .number, .string, .array, .object: false
    }
  }

  /// Whether a setting says anything: not "off", nor empty, nor only code.
  fileprivate var says: Bool {
    switch value {
    case .null, .unknown, .bool(false): false
    case .array(let elements): elements.contains { $0.says }
    case .object(let members): !members.isEmpty
    case .bool, .number, .string: true
    }
  }
}

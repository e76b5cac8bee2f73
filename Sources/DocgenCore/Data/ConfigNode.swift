/// A piece of configuration as it was written, with its place: what YAML, JSON, JavaScript and
/// TypeScript are all read into, and what a `Schema` decodes from.
package struct ConfigNode: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    /// `source` is the number as written: a title of `2.0` is the text "2.0".
    case number(Double, source: String)
    case string(String)
    case array([ConfigNode])
    case object([Member])
    /// Something that can't be known without running it; the source text, for the report.
    case unknown(source: String)
  }

  package struct Member: Sendable, Equatable {
    package var key: String
    package var keySpan: SourceSpan
    package var value: ConfigNode

    package init(key: String, keySpan: SourceSpan, value: ConfigNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package var value: Value
  package var span: SourceSpan

  package init(_ value: Value, span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension ConfigNode {
  /// The value of a key, or nil where this is no object or has no such key. The last one wins where
  /// a key stands twice; readers report that.
  package subscript(key: String) -> ConfigNode? {
    members?.last { $0.key == key }?.value
  }

  package var members: [Member]? {
    if case .object(let members) = value { return members }
    return nil
  }

  package var elements: [ConfigNode]? {
    if case .array(let elements) = value { return elements }
    return nil
  }

  package var string: String? {
    if case .string(let text) = value { return text }
    return nil
  }

  package var bool: Bool? {
    if case .bool(let flag) = value { return flag }
    return nil
  }

  package var number: Double? {
    if case .number(let number, _) = value { return number }
    return nil
  }

  /// The text of a scalar as written: strings, numbers and booleans. Nil for everything else.
  package var scalarText: String? {
    switch value {
    case .string(let text): text
    case .number(_, let source): source
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object, .unknown: nil
    }
  }

  /// What a person would call this kind of value: "a list", "text", "nothing".
  package var kindName: String {
    switch value {
    case .null: "nothing"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a group of keys"
    case .unknown: "code"
    }
  }
}

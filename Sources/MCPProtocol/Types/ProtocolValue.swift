import DocgenCore

/// A value of the protocol, in the form of JSON and back.
///
/// Reading is lenient: unknown members are left out, optional ones of the wrong type are taken as
/// missing. Only what the value makes no sense without is an error.
public protocol ProtocolValue: Sendable, Hashable {
  init(json: JSONValue) throws(MalformedValue)
  var json: JSONValue { get }
}

/// Why JSON is not the value that it should be.
public struct MalformedValue: Error, Sendable, Hashable, CustomStringConvertible {
  /// What it should be: "a tool".
  public var subject: String
  /// The rest of the sentence: "has no 'name'".
  public var problem: String

  public init(_ subject: String, _ problem: String) {
    self.subject = subject
    self.problem = problem
  }

  public var description: String { "\(subject) \(problem)" }
}

/// An object's members, read by key.
struct Fields {
  /// "a tool"
  let subject: String
  let json: JSONValue

  init(_ json: JSONValue, of subject: String) throws(MalformedValue) {
    guard json.members != nil else { throw MalformedValue(subject, "is no object") }
    self.subject = subject
    self.json = json
  }

  /// Nil for a missing member and for `null`.
  subscript(key: String) -> JSONValue? {
    guard let value = json[key], value != .null else { return nil }
    return value
  }

  func text(_ key: String) -> String? { self[key]?.string }
  func flag(_ key: String) -> Bool? { self[key]?.bool }
  func integer(_ key: String) -> Int? { self[key]?.integer }
  func number(_ key: String) -> Double? { self[key]?.number }
  func texts(_ key: String) -> [String]? { self[key]?.elements?.compactMap(\.string) }

  func required(_ key: String) throws(MalformedValue) -> JSONValue {
    guard let value = self[key] else { throw MalformedValue(subject, "has no '\(key)'") }
    return value
  }

  func requiredText(_ key: String) throws(MalformedValue) -> String {
    guard let text = try required(key).string else {
      throw MalformedValue(subject, "has a '\(key)' that is no text")
    }
    return text
  }

  func value<Value: ProtocolValue>(_ key: String) throws(MalformedValue) -> Value? {
    guard let json = self[key] else { return nil }
    return try Value(json: json)
  }

  /// The elements of a list; an error where the list is missing.
  func requiredValues<Value: ProtocolValue>(_ key: String) throws(MalformedValue) -> [Value] {
    guard let elements = try required(key).elements else {
      throw MalformedValue(subject, "has '\(key)' that are no list")
    }
    return try Self.values(elements)
  }

  func values<Value: ProtocolValue>(_ key: String) throws(MalformedValue) -> [Value] {
    try Self.values(self[key]?.elements ?? [])
  }

  private static func values<Value: ProtocolValue>(
    _ elements: [JSONValue]
  ) throws(MalformedValue) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try Value(json: element)) }
    return values
  }
}

extension JSONValue {
  /// An object without the members that are nil.
  static func fields(_ fields: (String, JSONValue?)...) -> JSONValue {
    var members: [Member] = []
    members.reserveCapacity(fields.count)
    for (key, value) in fields {
      if let value { members.append(Member(key, value)) }
    }
    return .object(members)
  }

  static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }
  static func flag(_ flag: Bool?) -> JSONValue? { flag.map(JSONValue.bool) }

  /// A list, or nil for an empty one.
  static func list(_ values: [some ProtocolValue]) -> JSONValue? {
    values.isEmpty ? nil : .array(values.map(\.json))
  }
}

/// JSON data, with whole numbers exact and the members of objects in their order.
///
/// The one form of JSON in memory: what messages are made of, and defaults, examples and JSON
/// Schema. `JSONReader` is for files whose mistakes an author has to find: it has positions.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits into 64 bits.
  case integer(Int)
  /// Any other number. Not equal to an `integer`, also where both are written the same.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// The value of a key, or nil where this is no object or has no such key. The last one wins where
  /// a key stands twice.
  public subscript(key: String) -> JSONValue? { members?.last { $0.key == key }?.value }

  public var members: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }

  public var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  public var bool: Bool? {
    if case .bool(let flag) = self { return flag }
    return nil
  }

  /// A number without a fraction, however it is written: `5`, `5.0`, `5e0`.
  public var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONValue {
  /// As UTF-8 without spaces. Infinities and NaN, which JSON has no word for, become `null`.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }

  /// On one line, without spaces.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// On lines of its own, indented by two spaces a level, without a line end behind it.
  public var prettyText: String {
    var writer = JSONWriter(indented: true)
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONValue: CustomStringConvertible {
  public var description: String { text }
}

/// Why some bytes are no JSON.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The rest of a sentence: "ends inside of a string".
  public var problem: String
  /// Where, counted in bytes from 0.
  public var offset: Int

  public var description: String { "\(problem) at byte \(offset)" }
}

extension JSONValue {
  /// How deep arrays and objects may nest where a reader doesn't say otherwise.
  public static let deepestNesting = 256

  /// Reads one JSON text (RFC 8259) in UTF-8. Comments and trailing commas are errors.
  ///
  /// Half of a surrogate pair in an escape becomes U+FFFD: other programs write such text.
  /// - Throws: `JSONError` for everything else, also for what nests deeper than `depth`.
  public init(parsing bytes: [UInt8], depth: Int = deepestNesting) throws(JSONError) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in
        var parser = JSONParser(bytes: buffer, depth: depth)
        return try parser.document()
      }
    }
    self = try result.get()
  }
}

/// One pass over the bytes. Text is copied once, whole runs at a time.
private struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many levels more may be opened.
  var depth: Int
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw error("has something behind its end") }
    return value
  }

  private func error(_ problem: String) -> JSONError { JSONError(problem: problem, offset: index) }

  /// 0, which no JSON has outside of strings, stands for the end.
  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw error(index < bytes.count ? "has no value" : "ends where a value must be")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError)
    -> JSONValue
  {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { throw error("ends inside of a word") }
    for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] {
      throw error("has an unknown word")
    }
    index += length
    return value
  }

  private mutating func open() throws(JSONError) {
    guard depth > 0 else { throw error("nests too deep") }
    depth -= 1
    index += 1
    skipSpace()
  }

  private mutating func close() {
    depth += 1
    index += 1
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try open()
    var elements: [JSONValue] = []
    if current != UInt8(ascii: "]") {
      elements.append(try value())
      while try takeComma(before: UInt8(ascii: "]")) { elements.append(try value()) }
    }
    close()
    return .array(elements)
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try open()
    var members: [JSONValue.Member] = []
    if current != UInt8(ascii: "}") {
      members.append(try member())
      while try takeComma(before: UInt8(ascii: "}")) { members.append(try member()) }
    }
    close()
    return .object(members)
  }

  private mutating func takeComma(before closing: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if current == closing { return false }
    guard current == UInt8(ascii: ",") else {
      throw error(index < bytes.count ? "lacks a comma" : "ends too early")
    }
    index += 1
    return true
  }

  private mutating func member() throws(JSONError) -> JSONValue.Member {
    skipSpace()
    guard current == UInt8(ascii: "\"") else { throw error("lacks a key in quotes") }
    let key = try string()
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw error("lacks a colon") }
    index += 1
    return JSONValue.Member(key, try value())
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { index += 1 }
    // Kept negative: there is one negative number more than positive ones.
    var whole: Int? = 0
    let firstDigit = index
    while case let digit = current &- 0x30, digit < 10 {
      let (tens, isTooLarge) = (whole ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tens.subtractingReportingOverflow(Int(digit))
      whole = whole == nil || isTooLarge || overflows ? nil : sum
      index += 1
    }
    guard index > firstDigit else { throw error("lacks a digit") }
    if bytes[firstDigit] == 0x30, index > firstDigit + 1 { throw error("has a leading zero") }
    let endOfWhole = index
    if current == UInt8(ascii: ".") { try digits() }
    if current | 0x20 == UInt8(ascii: "e") {
      let sign = index + 1 < bytes.count ? bytes[index + 1] : 0
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    // `-0` is a floating-point number: there is no such integer.
    if index == endOfWhole, let whole, !(isNegative && whole == 0) {
      if isNegative { return .integer(whole) }
      if whole > Int.min { return .integer(-whole) }
    }
    let source = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = Double(source) else { throw error("has an unreadable number") }
    return .number(number)
  }

  /// What stands behind a point or an `e`, which is skipped.
  private mutating func digits() throws(JSONError) {
    index += 1
    let start = index
    while current &- 0x30 < 10 { index += 1 }
    guard index > start else { throw error("lacks a digit") }
  }

  private mutating func string() throws(JSONError) -> String {
    index += 1
    let start = index
    var allBits: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        let content = UnsafeBufferPointer(rebasing: bytes[start..<index])
        // Most text is ASCII, and needs no second look.
        let text = try allBits < 0x80 ? String(decoding: content, as: UTF8.self) : text(content)
        index += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw error("has a control character in a string")
      default:
        allBits |= byte
        index += 1
      }
    }
    throw error("ends inside of a string")
  }

  private func text(_ utf8: some Collection<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw error("has text that is no UTF-8")
    }
    return text
  }

  /// A string with an escape at `index`.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var content = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return try text(content)
      case UInt8(ascii: "\\"):
        index += 1
        try appendEscape(to: &content)
      case 0..<0x20: throw error("has a control character in a string")
      default:
        content.append(byte)
        index += 1
      }
    }
    throw error("ends inside of a string")
  }

  private mutating func appendEscape(to content: inout [UInt8]) throws(JSONError) {
    let byte = current
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += String(try escapedScalar()).utf8
    default:
      index -= 1
      throw error("has an unknown escape")
    }
  }

  /// What `\u` stands for, with the second half of a pair where there is one.
  private mutating func escapedScalar() throws(JSONError) -> Character {
    let unit = try hexDigits()
    let isFirstHalf = 0xD800..<0xDC00 ~= unit
    if isFirstHalf, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let escape = index
      index += 2
      let second = try hexDigits()
      if 0xDC00..<0xE000 ~= second {
        let scalar = 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
        return Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      }
      index = escape
    }
    return Character(Unicode.Scalar(unit) ?? "\u{FFFD}")
  }

  private mutating func hexDigits() throws(JSONError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      let byte = current
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        number = number << 4 | UInt32(byte | 0x20 - 0x57)
      default: throw error("lacks a hexadecimal digit")
      }
      index += 1
    }
    return number
  }
}

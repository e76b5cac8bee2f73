/// The outside of a JSON-RPC message: what a transport needs to deliver it. Read without parsing
/// what is inside, which the session does.
struct MessageEnvelope: Equatable {
  enum ID: Equatable {
    case none, null
    case number(Int)
    /// Text, or a number that is no id of ours.
    case other
  }

  private(set) var id = ID.none
  /// Whether it is a request or a notification, not a response.
  private(set) var hasMethod = false

  /// Nil for what is no JSON object. Values are only skipped, so a mistake inside one is the
  /// session's to find.
  init?(_ message: [UInt8]) {
    var scanner = JSONSkipper(bytes: message)
    scanner.skipSpace()
    guard scanner.take(UInt8(ascii: "{")) else { return nil }
    scanner.skipSpace()
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        scanner.skipSpace()
        guard let key = scanner.string() else { return nil }
        scanner.skipSpace()
        guard scanner.take(UInt8(ascii: ":")) else { return nil }
        scanner.skipSpace()
        guard let value = scanner.value() else { return nil }
        if key.elementsEqual("id".utf8) { id = Self.id(value) }
        if key.elementsEqual("method".utf8) { hasMethod = true }
        scanner.skipSpace()
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "}")) else { return nil }
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { return nil }
  }

  private static func id(_ value: ArraySlice<UInt8>) -> ID {
    if value.elementsEqual("null".utf8) { return .null }
    return Int(String(decoding: value, as: UTF8.self)).map { .number($0) } ?? .other
  }

  /// The messages of a batch, which revision 2025-03-26 has; a message alone is a batch of one.
  /// Nil for broken ones.
  static func batch(_ body: [UInt8]) -> [[UInt8]]? {
    var scanner = JSONSkipper(bytes: body)
    scanner.skipSpace()
    guard scanner.take(UInt8(ascii: "[")) else { return [body] }
    var messages: [[UInt8]] = []
    repeat {
      scanner.skipSpace()
      guard let value = scanner.value() else { return nil }
      messages.append(Array(value))
      scanner.skipSpace()
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.take(UInt8(ascii: "]")) else { return nil }
    scanner.skipSpace()
    return scanner.isAtEnd ? messages : nil
  }
}

/// A place in JSON text, moved on over whole values.
private struct JSONSkipper {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// What is between the quotes, with its escapes.
  mutating func string() -> ArraySlice<UInt8>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return bytes[start..<(index - 1)]
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// The bytes of a value: brackets are counted, not matched, so that depth costs nothing.
  mutating func value() -> ArraySlice<UInt8>? {
    let start = index
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        if string() == nil { return nil }
        if depth == 0 { return bytes[start..<index] }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what is around a bare word.
        if depth == 0 { return index > start ? bytes[start..<index] : nil }
        depth -= 1
        if depth == 0 {
          index += 1
          return bytes[start..<index]
        }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return index > start ? bytes[start..<index] : nil }
      default: break
      }
      index += 1
    }
    return nil
  }
}

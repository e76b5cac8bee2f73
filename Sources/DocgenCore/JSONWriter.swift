/// Writes one JSON document as bytes, keys in the order in which they are given.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("title", "Install")
///       json.member("tags") { $0.array { for tag in tags { $0.value(tag) } } }
///     }
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether every member and element stands on its own line.
  private let isIndented: Bool
  private var depth = 0
  /// Whether the object or array that is open has something in it.
  private var hasElements = false

  package init(indented: Bool = false) { isIndented = indented }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  /// A member of the open object whose value `write` writes.
  package mutating func member(_ key: String, _ write: (inout JSONWriter) -> Void) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    write(&self)
    hasElements = true
  }

  /// An element of the open array that `write` writes.
  package mutating func element(_ write: (inout JSONWriter) -> Void) {
    separate()
    write(&self)
    hasElements = true
  }

  package mutating func member(_ key: String, _ text: String?) {
    member(key) { json in
      if let text { json.string(text) } else { json.null() }
    }
  }

  package mutating func member(_ key: String, _ number: Int?) {
    member(key) { json in
      if let number { json.number(number) } else { json.null() }
    }
  }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
      case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
      case 0..<0x20, 0x7f:
        bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ number: Int) { bytes += String(number).utf8 }

  package mutating func bool(_ flag: Bool) { bytes += (flag ? "true" : "false").utf8 }

  package mutating func null() { bytes += "null".utf8 }

  private mutating func nest(
    _ opening: UInt8, _ closing: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(opening)
    depth += 1
    hasElements = false
    content(&self)
    depth -= 1
    if hasElements { breakLine() }
    bytes.append(closing)
  }

  private mutating func separate() {
    if hasElements { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }
}

/// The bytes that Markdown, MDX and HTML are made of, by name.
package enum ASCII {
  package static let tab: UInt8 = 0x09
  package static let newline: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  package static let exclamation = UInt8(ascii: "!")
  package static let quote = UInt8(ascii: "\"")
  package static let hash = UInt8(ascii: "#")
  package static let dollar = UInt8(ascii: "$")
  package static let ampersand = UInt8(ascii: "&")
  package static let apostrophe = UInt8(ascii: "'")
  package static let openParenthesis = UInt8(ascii: "(")
  package static let closeParenthesis = UInt8(ascii: ")")
  package static let asterisk = UInt8(ascii: "*")
  package static let plus = UInt8(ascii: "+")
  package static let hyphen = UInt8(ascii: "-")
  package static let period = UInt8(ascii: ".")
  package static let slash = UInt8(ascii: "/")
  package static let zero = UInt8(ascii: "0")
  package static let colon = UInt8(ascii: ":")
  package static let less = UInt8(ascii: "<")
  package static let equals = UInt8(ascii: "=")
  package static let greater = UInt8(ascii: ">")
  package static let question = UInt8(ascii: "?")
  package static let at = UInt8(ascii: "@")
  package static let openBracket = UInt8(ascii: "[")
  package static let backslash = UInt8(ascii: "\\")
  package static let closeBracket = UInt8(ascii: "]")
  package static let underscore = UInt8(ascii: "_")
  package static let backtick = UInt8(ascii: "`")
  package static let openBrace = UInt8(ascii: "{")
  package static let pipe = UInt8(ascii: "|")
  package static let closeBrace = UInt8(ascii: "}")
  package static let tilde = UInt8(ascii: "~")

  package static func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// Space, tab, line feed, carriage return, form feed, vertical tab.
  package static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == space || (byte >= 0x09 && byte <= 0x0D)
  }

  package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  package static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  package static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  package static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

extension [UInt8] {
  /// Appends the bytes of a literal or another string.
  package mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Not for literals, which Swift would otherwise take for strings: those cost three times as much.
  @_disfavoredOverload
  package mutating func append(_ text: String) {
    // Its `utf8` as a collection is appended at a third of that speed.
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Whether the bytes of `text` stand at `index`.
  package func holds(_ text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index >= 0, index + count <= self.count else { return false }
    for offset in 0..<count where self[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Appends a number that is not negative in digits: a twentieth of the cost of its description.
  package mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(ASCII.zero + UInt8(number.magnitude % 10))
  }

  /// The first index from `start` below `end` with that byte, or nil.
  package func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    withUnsafeBufferPointer { $0.firstIndex(of: byte, from: start, to: end) }
  }

  /// Where the line that `index` is in ends: the index of its line feed, or the end of the bytes.
  package func endOfLine(from index: Int) -> Int {
    firstIndex(of: ASCII.newline, from: index, to: count) ?? count
  }
}

/// The text of bytes; what is not UTF-8 becomes U+FFFD.
package func text(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
}

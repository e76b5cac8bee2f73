/// Strings, templates and their escapes.
extension JavaScriptLexer {
  /// The decoded string at the cursor, which is on its quote.
  mutating func stringLiteral() throws(JavaScriptError) -> String {
    let (start, quote) = (position, peek())
    advance()
    var text: [UInt8] = []
    while at < bytes.count {
      switch peek() {
      case quote:
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      case UInt8(ascii: "\n"):
        throw JavaScriptError(message: "a string does not end on its line", position: start)
      case let byte:
        text.append(byte)
        advance()
      }
    }
    throw JavaScriptError(message: "a string is not closed", position: start)
  }

  /// The decoded text from the cursor to the end of a template, or of this piece of it. The cursor
  /// ends up behind the backtick or the `${`.
  mutating func templateText(
    startedAt start: SourcePosition
  ) throws(JavaScriptError) -> (text: String, opensHole: Bool) {
    var text: [UInt8] = []
    while at < bytes.count {
      switch peek() {
      case UInt8(ascii: "`"):
        advance()
        return (String(decoding: text, as: UTF8.self), false)
      case UInt8(ascii: "$") where peek(1) == UInt8(ascii: "{"):
        advance(2)
        return (String(decoding: text, as: UTF8.self), true)
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"):
        advance()
      case UInt8(ascii: "\n"):
        text.append(peek())
        advanceLine()
      case let byte:
        text.append(byte)
        advance()
      }
    }
    throw JavaScriptError(message: "a template string is not closed", position: start)
  }

  /// Decodes the escape at the cursor, which is on its backslash.
  private mutating func escape(into text: inout [UInt8]) throws(JavaScriptError) {
    let start = position
    advance()
    let byte = peek()
    switch byte {
    case UInt8(ascii: "\n"):
      advanceLine()
      return
    case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"):
      advance()
      advanceLine()
      return
    case UInt8(ascii: "x"):
      advance()
      try append(hexNumber(digits: 2, escapedAt: start), to: &text)
      return
    case UInt8(ascii: "u"):
      advance()
      try append(unicodeEscape(escapedAt: start), to: &text)
      return
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "v"): text.append(11)
    case UInt8(ascii: "0") where !peek(1).isDecimalDigit: text.append(0)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      throw JavaScriptError(
        message: "octal escapes are not allowed", position: start, hint: "write '\\xHH'")
    default: text.append(byte)
    }
    advance()
  }

  /// What follows `\u`: four digits, any number in braces, or a pair of surrogates.
  private mutating func unicodeEscape(
    escapedAt start: SourcePosition
  ) throws(JavaScriptError) -> UInt32 {
    if peek() == UInt8(ascii: "{") {
      advance()
      var value: UInt32 = 0
      var digits = 0
      while let digit = peek().hexDigitValue, value <= 0x10FFFF {
        value = value * 16 + digit
        digits += 1
        advance()
      }
      guard digits > 0, value <= 0x10FFFF, peek() == UInt8(ascii: "}") else {
        throw JavaScriptError(message: "this is no character's number", position: start)
      }
      advance()
      return value
    }
    let high = try hexNumber(digits: 4, escapedAt: start)
    guard (0xD800..<0xDC00).contains(high), peek() == UInt8(ascii: "\\"),
      peek(1) == UInt8(ascii: "u"), peek(2) != UInt8(ascii: "{")
    else { return high }
    var ahead = self
    ahead.advance(2)
    let low = try ahead.hexNumber(digits: 4, escapedAt: ahead.position)
    guard (0xDC00..<0xE000).contains(low) else { return high }
    advance(6)
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private mutating func hexNumber(
    digits: Int, escapedAt start: SourcePosition
  ) throws(JavaScriptError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek().hexDigitValue else {
        throw JavaScriptError(
          message: "this escape needs \(digits) hexadecimal digits", position: start)
      }
      value = value * 16 + digit
      advance()
    }
    return value
  }

  /// Half of a surrogate pair alone is no character; it becomes the replacement character.
  private func append(_ value: UInt32, to text: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}

/// Text as HTML: the five characters that mean something to an HTML parser become character
/// references, everything else stays the bytes it is. Control characters, which no HTML may have and
/// which YAML and JSON can write (`"\\0"`), become U+FFFD.
///
/// One rule for text and for quoted attribute values: escaping the quotes in text costs nothing a
/// reader sees and means that no caller can pick the wrong function.
package enum HTMLEscaping {
  /// Bit *n* is set where the byte *n* is one of `"`, `&`, `'`, `<`, `>`, or a control character but
  /// for tab and line ends: all are below 64, so the whole table is one register.
  private static let special: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    | 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)

  /// Appends `bytes`, escaped. Stretches without a special character are copied as a whole.
  package static func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) {
    var runStart = 0
    var index = candidate(in: bytes, from: 0)
    while index < bytes.count {
      let byte = bytes[index]
      if special &>> UInt64(byte) & 1 == 1 {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        reference(for: byte).withUTF8Buffer { output.append(contentsOf: $0) }
        runStart = index + 1
      }
      index = candidate(in: bytes, from: index + 1)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
  }

  /// The next byte that is special, or a line end or tab, or the end.
  private static func candidate(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.firstIndex(ofAny: "\"'&<>>>>", below: ASCII.space, from: start)
  }

  package static func appendEscaped(_ bytes: [UInt8], into output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { appendEscaped($0, into: &output) }
  }

  package static func appendEscaped(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { appendEscaped($0, into: &output) }
  }

  package static func appendEscaped(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscaped($0, into: &output) }
  }

  /// `text` escaped, for places that are not hot.
  package static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    appendEscaped(text, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a byte that is no control character has to be escaped.
  @inline(__always)
  static func isMarkup(_ byte: UInt8) -> Bool {
    byte < 64 && special &>> UInt64(byte) & 1 == 1 && byte >= 0x20
  }

  static func reference(for byte: UInt8) -> StaticString {
    switch byte {
    case 0x22: "&quot;"
    case 0x26: "&amp;"
    case 0x27: "&#39;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    default: "\u{FFFD}"
    }
  }
}

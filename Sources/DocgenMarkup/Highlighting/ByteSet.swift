/// A set of bytes in two machine words: any ASCII, and all or none of the bytes above.
struct ByteSet: Sendable, ExpressibleByStringLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var hasNonASCII = false

  init(_ bytes: some Sequence<UInt8>, nonASCII: Bool = false) {
    hasNonASCII = nonASCII
    for byte in bytes { insert(byte) }
  }

  init(stringLiteral text: StaticString) {
    self.init([])
    text.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    // One test that goes the same way for nearly all bytes of code; one between letters and signs
    // could not be predicted.
    if byte >= 128 { return hasNonASCII }
    return (byte < 64 ? low : high) &>> UInt64(byte) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte & 63)
    } else {
      hasNonASCII = true
    }
  }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    result.hasNonASCII = hasNonASCII || other.hasNonASCII
    return result
  }

  var inverted: ByteSet {
    var result = self
    result.low = ~low
    result.high = ~high
    result.hasNonASCII = !hasNonASCII
    return result
  }

  static let digits: ByteSet = "0123456789"
  static let letters: ByteSet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  /// What an identifier may start with in most languages, any non-ASCII character among it.
  static let identifierStart = letters.union(ByteSet("_".utf8, nonASCII: true))
  static let identifierPart = identifierStart.union(digits)
  static let blanks: ByteSet = " \t"
  static let whitespace: ByteSet = " \t\r\n"
}

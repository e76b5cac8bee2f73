/// Numbers as JavaScript writes them.
enum JavaScriptNumber {
  /// The value of a number's source: decimal, hexadecimal, octal or binary, with `_` between digits.
  /// Nil where it is none; `1n` is a number of another kind and is none either.
  static func value(of source: String) -> Double? {
    var bytes = Array(source.utf8)
    if bytes.contains(UInt8(ascii: "_")) {
      guard separatorsAreBetweenDigits(bytes) else { return nil }
      bytes.removeAll { $0 == UInt8(ascii: "_") }
    }
    let radix: Double? =
      switch bytes.dropFirst().first.map({ $0 | 0x20 }) {
      case UInt8(ascii: "x"): 16
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "b"): 2
      default: nil
      }
    guard let radix, bytes[0] == UInt8(ascii: "0") else { return decimal(bytes) }
    guard bytes.count > 2 else { return nil }
    var value = 0.0
    for byte in bytes[2...] {
      guard let digit = byte.hexDigitValue, Double(digit) < radix else { return nil }
      value = value * radix + Double(digit)
    }
    return value
  }

  /// JSON allows less: no leading zero or point, and digits behind a point.
  static func jsonValue(of source: String) -> Double? {
    let bytes = Array(source.utf8)
    guard let first = bytes.first, first.isDecimalDigit else { return nil }
    if first == UInt8(ascii: "0"), bytes.count > 1, bytes[1].isDecimalDigit { return nil }
    if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
      guard point + 1 < bytes.count, bytes[point + 1].isDecimalDigit else { return nil }
    }
    return decimal(bytes)
  }

  private static func decimal(_ bytes: [UInt8]) -> Double? {
    let allowed = bytes.allSatisfy { byte in
      byte.isDecimalDigit || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
    // A leading zero makes an octal number, which modules may not have.
    let isOctal = bytes.count > 1 && bytes[0] == UInt8(ascii: "0") && bytes[1].isDecimalDigit
    guard allowed, !isOctal else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasSuffix(".") { text += "0" }
    return Double(text)
  }

  private static func separatorsAreBetweenDigits(_ bytes: [UInt8]) -> Bool {
    bytes.indices.allSatisfy { index in
      guard bytes[index] == UInt8(ascii: "_") else { return true }
      return index > 0 && index + 1 < bytes.count && bytes[index - 1].hexDigitValue != nil
        && bytes[index + 1].hexDigitValue != nil
    }
  }
}

import DocgenCore

/// What a scalar means, by the core schema of YAML 1.2 (section 10.3.2): `yes`, `on` and dates are
/// text, and so is all that stands in quotes.
enum YAMLScalar {
  private static let standardTags = "tag:yaml.org,2002:"

  /// Nil where the tag is none of YAML's own.
  static func value(of scalar: YAMLEvent.Scalar) -> ConfigNode.Value? {
    switch scalar.tag {
    case nil:
      return scalar.isPlain ? plainValue(scalar.text) : .string(scalar.text)
    case "!", "\(standardTags)str", "\(standardTags)binary", "\(standardTags)timestamp":
      return .string(scalar.text)
    case "\(standardTags)null", "\(standardTags)bool", "\(standardTags)int",
      "\(standardTags)float":
      return plainValue(scalar.text)
    default:
      return nil
    }
  }

  /// Whether a tag on a list or a group of keys changes nothing.
  static func isCollectionTag(_ tag: String?) -> Bool {
    guard let tag else { return true }
    return tag == "!" || ["seq", "map", "omap", "set"].contains { tag == standardTags + $0 }
  }

  static func plainValue(_ text: String) -> ConfigNode.Value {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: number(text).map { .number($0, source: text) } ?? .string(text)
    }
  }

  private static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      // Most scalars are words: their first byte tells.
      guard let first = bytes.first, first < 0x3A else { return nil }
      if let special = specialNumber(bytes) { return special }
      if bytes.count > 2, first == UInt8(ascii: "0"), bytes[1] > 0x40 {
        return prefixedInteger(bytes)
      }
      guard isDecimal(bytes) else { return nil }
      return Double(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// `0x1F` and `0o17`.
  private static func prefixedInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let radix: Int? =
      switch bytes[1] {
      case UInt8(ascii: "x"): 16
      case UInt8(ascii: "o"): 8
      default: nil
      }
    guard let radix, bytes[2] != UInt8(ascii: "+"), bytes[2] != UInt8(ascii: "-") else {
      return nil
    }
    let digits = String(decoding: UnsafeBufferPointer(rebasing: bytes[2...]), as: UTF8.self)
    return UInt64(digits, radix: radix).map(Double.init)
  }

  private static func specialNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard bytes.count == 4 || bytes.count == 5, bytes.contains(UInt8(ascii: ".")) else {
      return nil
    }
    switch String(decoding: bytes, as: UTF8.self) {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: return nil
    }
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
      return index - start
    }
    func skip(_ a: UInt8, _ b: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == a || bytes[index] == b else { return false }
      index += 1
      return true
    }
    let (plus, minus) = (UInt8(ascii: "+"), UInt8(ascii: "-"))
    _ = skip(plus, minus)
    let whole = digits()
    if skip(UInt8(ascii: "."), UInt8(ascii: ".")) {
      let fraction = digits()
      guard whole + fraction > 0 else { return false }
    } else if whole == 0 {
      return false
    }
    if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = skip(plus, minus)
      guard digits() > 0 else { return false }
    }
    return index == bytes.count
  }
}

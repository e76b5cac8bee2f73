/// Which characters are written without spaces between words, for rules that CommonMark makes from
/// spaces and punctuation.
enum CJK {
  /// Han, Kana, Hangul, Bopomofo, and the punctuation and full-width forms that go with them.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x2E80...0x303F, 0x3040...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// CJK punctuation and symbols, full-width ones included.
  static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x303D, 0x30A0, 0x30FB, 0xFE30...0xFE4F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFEE:
      true
    default: false
    }
  }
}

/// Any punctuation that can stand between an emphasis mark and CJK text: ASCII's, the general
/// punctuation block (`“`, `…`, `—`) and CJK's own.
func isPunctuation(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: true
  case 0x2010...0x2027, 0x2030...0x205E: true
  default: CJK.isPunctuation(scalar)
  }
}

extension [UInt8] {
  /// The Unicode scalar that starts at `index`; 0 at the end or where there is no valid one.
  func scalar(at index: Int) -> UInt32 {
    guard index < count else { return 0 }
    let first = self[index]
    if first < 0x80 { return UInt32(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, index + length <= count else { return 0 }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(self[index + offset] & 0x3F) }
    return scalar
  }

  /// The Unicode scalar that ends just before `index`, not looking before `start`; 0 where there is
  /// none.
  func scalar(before index: Int, from start: Int) -> UInt32 {
    var first = index - 1
    while first > start, self[first] & 0xC0 == 0x80, index - first < 4 { first -= 1 }
    return first >= start ? scalar(at: first) : 0
  }
}

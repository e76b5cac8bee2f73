/// What a character is to search.
enum WordCharacter {
  /// Parts words.
  case none
  /// A part of a word: letters, digits, marks, `_`.
  case letter
  /// Of a script that writes no spaces: Han, Kana, Hangul, Thai and its neighbours. Such text is cut
  /// into overlapping pairs of characters.
  case dense
}

extension WordCharacter {
  /// Of a character that is not ASCII.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17DD, 0x3005...0x3007, 0x3041...0x30FA,
      0x30FC...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9F,
      0x20000...0x3FFFF:
      self = .dense
    // Punctuation of Chinese and Japanese: every sentence has some.
    case 0x2000...0x200A, 0x200E...0x205F, 0x3000...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F,
      0xFF1A...0xFF20:
      self = .none
    default:
      self = Self.isLetter(scalar) ? .letter : .none
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}

/// Heading ids exactly as github-slugger makes them (docusaurus-rules 2.10): lower-case, only
/// letters, numbers, marks, `_`, `-` and spaces stay, each space becomes `-`; a repeated slug gets
/// `-1`, `-2`, ….
package struct Slugger {
  private var given: Set<ElementID> = []
  /// How often a slug has been asked for again.
  private var repetitions: [ElementID: Int] = [:]

  package init() {}

  /// A slug that this slugger has not given before.
  package mutating func slug(for text: String, maintainCase: Bool = false) -> String {
    let base = Self.slug(of: text, maintainCase: maintainCase)
    var result = ElementID(base)
    while !given.insert(result).inserted {
      let count = repetitions[ElementID(base), default: 0] + 1
      repetitions[ElementID(base)] = count
      result.text = "\(base)-\(count)"
    }
    return result.text
  }

  /// The slug alone, without regard to others.
  package static func slug(of text: String, maintainCase: Bool = false) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if ASCII.isAlphanumeric(byte) {
          result.append(maintainCase ? byte : ASCII.lowercased(byte))
        } else if byte == ASCII.space || byte == ASCII.hyphen {
          result.append(ASCII.hyphen)
        } else if byte == ASCII.underscore {
          result.append(byte)
        }
      } else if isIdeograph(scalar) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else if !isCommonPunctuation(scalar) {
        let mapped = maintainCase ? String(scalar) : scalar.properties.lowercaseMapping
        for scalar in mapped.unicodeScalars where keeps(scalar) {
          result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    return DocgenMarkup.text(result)
  }

  /// Most letters of Chinese, Japanese and Korean text; they have no case.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Dashes, quotation marks, `…`, `、。「」`, `（），：？`: dropped without asking for their properties.
  private static func isCommonPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F, 0xFF1A...0xFF20: true
    default: false
    }
  }

  private static func keeps(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      return true
    default:
      return scalar.properties.isAlphabetic
    }
  }
}

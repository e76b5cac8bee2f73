/// Heading ids exactly as github-slugger makes them (docusaurus-rules 2.10): lower-case, only
/// letters, numbers, marks, `_`, `-` and spaces stay, each space becomes `-`; a repeated slug gets
/// `-1`, `-2`, ….
package struct Slugger {
  private var occurrences: [String: Int] = [:]

  package init() {}

  /// A slug that this slugger has not given before.
  package mutating func slug(for text: String, maintainCase: Bool = false) -> String {
    let base = Self.slug(of: text, maintainCase: maintainCase)
    var result = base
    while occurrences[result] != nil {
      let count = (occurrences[base] ?? 0) + 1
      occurrences[base] = count
      result = "\(base)-\(count)"
    }
    occurrences[result] = 0
    return result
  }

  /// The slug alone, without regard to others.
  package static func slug(of text: String, maintainCase: Bool = false) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let utf8 = Array(text.utf8)
    if utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in utf8 {
        if byte == ASCII.space {
          bytes.append(ASCII.hyphen)
        } else if ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen || byte == ASCII.underscore {
          bytes.append(maintainCase ? byte : ASCII.lowercased(byte))
        }
      }
      return DocgenMarkup.text(bytes)
    }
    let cased = maintainCase ? text : text.lowercased()
    var result = String.UnicodeScalarView()
    for scalar in cased.unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if keeps(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func keeps(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen || byte == ASCII.underscore
    }
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

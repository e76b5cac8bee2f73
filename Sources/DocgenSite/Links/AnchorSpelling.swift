import DocgenCore
import DocgenMarkup

/// The words of an anchor or of a heading, however they are spelled: without case, diacritics, and
/// what stands between letters. `#Set_Up--guide`, `set-up-guide` and "Set up: guide" are the same.
///
/// Numbers stay apart (`1-2` is not `12`), and so do names that only a sign tells from one another
/// (`C`, `C++`, `C#`).
struct AnchorSpelling: Equatable {
  private(set) var bytes: [UInt8] = []

  init(_ text: String) {
    var isApart = false
    for scalar in text.unicodeScalars {
      guard Self.isKept(scalar) else {
        isApart = true
        continue
      }
      let end = bytes.count
      WordFolding.append(scalar, to: &bytes)
      if isApart, end > 0, end < bytes.count, ASCII.isDigit(bytes[end - 1]),
        ASCII.isDigit(bytes[end])
      {
        bytes.insert(ASCII.hyphen, at: end)
      }
      isApart = false
    }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return ASCII.isAlphanumeric(byte) || byte == ASCII.plus || byte == ASCII.hash
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// Whether it is the other with a number behind it.
  func continues(_ other: AnchorSpelling) -> Bool {
    bytes.count > other.bytes.count && bytes.starts(with: other.bytes)
      && bytes[other.bytes.count...].allSatisfy { ASCII.isDigit($0) || $0 == ASCII.hyphen }
  }

  /// The same without the `-1` that the second heading of a name gets; nil where there is none, or
  /// where it may be a part of a number.
  static func withoutRepetition(_ id: String) -> AnchorSpelling? {
    guard id.hasSuffix("-1") else { return nil }
    let rest = AnchorSpelling(String(id.dropLast(2)))
    guard let last = rest.bytes.last, !ASCII.isDigit(last) else { return nil }
    return rest
  }
}

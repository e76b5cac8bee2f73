/// The number in front of a file's or folder's name that orders it among its siblings and is no
/// part of its identity: `01-install` is `install` at position 1 (docusaurus-rules 2.2).
package enum NumberPrefix {
  /// A name, without extension, apart from its number prefix.
  ///
  /// Dates and versions keep their numbers (`2021-11-notes`, `7.0-changes`): a separator with a
  /// digit behind it belongs to the name. So do names that would be nothing but a number.
  ///
  /// - Returns: The name as it is and no position where there is no prefix.
  package static func strip(_ name: String) -> (name: String, position: Double?) {
    let scalars = name.unicodeScalars
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    var rest = scalars[digits.endIndex...]
    guard !digits.isEmpty, !isNumberContinued(rest) else { return (name, nil) }
    rest = rest.drop { $0.properties.isWhitespace }
    guard let first = rest.first, isSeparator(first) else { return (name, nil) }
    rest = rest.drop(while: isSeparator).drop { $0.properties.isWhitespace }
    guard let first = rest.first, !isSeparator(first) else { return (name, nil) }
    return (String(rest), Double(String(digits)))
  }

  private static func isNumberContinued(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let separator = rest.first, isSeparator(separator),
      let next = rest.dropFirst().first
    else { return false }
    return ("0"..."9").contains(next)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "_" || scalar == "."
  }
}

/// A stylesheet or script of the default theme as it is published: without the lines that only its
/// authors read, and without line breaks where a mark parts the words on both sides. What is left is
/// the same code; nothing is renamed or moved.
enum ThemeSource {
  private static let partingMarks = Set(";,{([".utf8)

  /// For files whose strings stay within a line and whose comments stand alone, as the default
  /// theme's do.
  static func withoutComments(_ contents: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(contents.utf8.count)
    var isInComment = false
    for line in contents.utf8.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      if !isInComment, code.starts(with: "//".utf8) { continue }
      if !isInComment, code.starts(with: "/*".utf8) { isInComment = true }
      if !isInComment {
        output += code
        if let last = code.last, !partingMarks.contains(last) { output.append(UInt8(ascii: "\n")) }
      } else if code.suffix(2).elementsEqual("*/".utf8) {
        isInComment = false
      }
    }
    return output
  }
}

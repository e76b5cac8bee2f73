import DocgenMarkup

/// The words of a line of code that mean something to a program, and that nobody would translate:
/// options (`--dry-run`), names (`client_cert`, `mcpServers`, `GPT-4`), paths and addresses.
enum CodeWords {
  static func find(in line: [UInt8]) -> [String] {
    var words: [String] = []
    var index = line.startIndex
    while index < line.count, !startsComment(line, at: index) {
      if line[index] == ASCII.backslash {
        // `\n` stands for no letter.
        index += 2
        continue
      }
      guard isPart(line[index]) else {
        index += 1
        continue
      }
      let end = line[index...].firstIndex { !isPart($0) } ?? line.count
      // Text of another script around it: a word of a sentence, as `PDF` in `PDF文件`.
      let isInText =
        end < line.count && line[end] >= 0x80 || index > 0 && line[index - 1] >= 0x80
      let word = trimmed(line[index..<end])
      if !isInText, isCode(word) { words.append(String(decoding: word, as: UTF8.self)) }
      index = end
    }
    return words
  }

  /// `#`, `//`, `--`, `;`, `/*`, `<!--` with space or nothing before them.
  private static func startsComment(_ line: [UInt8], at index: Int) -> Bool {
    if index > 0, !ASCII.isSpaceOrTab(line[index - 1]) { return false }
    return comments.contains { line[index...].starts(with: $0) }
  }

  private static let comments = ["# ", "//", "-- ", "; ", "/*", "* ", "<!--"].map { Array($0.utf8) }

  private static func trimmed(_ run: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var word = run
    while let last = word.last, !ASCII.isAlphanumeric(last) { word = word.dropLast() }
    while let first = word.first, ":@".utf8.contains(first) { word = word.dropFirst() }
    return word
  }

  /// Words of letters with a hyphen, a slash or a period between them are text as well: `one-line`,
  /// `and/or`, `e.g`.
  private static func isCode(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count > 2, word.contains(where: ASCII.isLetter) else { return false }
    if word.contains(where: { ASCII.isDigit($0) || strongSigns.contains($0) }) { return true }
    if let first = word.first, "-/".utf8.contains(first) { return true }
    if word.count(where: { $0 == ASCII.slash || $0 == ASCII.period }) > 1 { return word.count > 5 }
    return zip(word, word.dropFirst()).contains {
      ASCII.isLetter($0) && !ASCII.isUpper($0) && ASCII.isUpper($1)
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || strongSigns.contains(byte) || "-./".utf8.contains(byte)
  }

  private static let strongSigns = Set("_:@~".utf8)
}

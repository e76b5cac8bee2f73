/// What a page's first lines say about it: its title, and the excerpt that serves as description.
///
/// Both are read off the lines, not off the tree, exactly as Docusaurus does (docusaurus-rules 2.9),
/// so that a site keeps its titles and descriptions.
struct OpeningLines {
  /// The first block's text where it is a level 1 heading; Markdown inside stays but for backticks.
  let title: String?
  /// The first line of prose, without its marks.
  let excerpt: String?

  init(of body: [UInt8]) {
    title = Self.title(of: body)
    excerpt = Self.excerpt(of: body)
  }

  // MARK: Title

  private static func title(of body: [UInt8]) -> String? {
    var index = 0
    var isInImport = false
    while index < body.count {
      let end = body.endOfLine(from: index)
      let line = body[index..<end]
      index = end + 1
      let isBlank = line.allSatisfy(ASCII.isWhitespace)
      if isBlank {
        isInImport = false
        continue
      }
      if isInImport || line.starts(with: Array("import ".utf8)) {
        isInImport = true
        continue
      }
      let trimmed = line.drop(while: ASCII.isWhitespace)
      if trimmed.count > 2, trimmed.first == ASCII.hash,
        ASCII.isSpaceOrTab(trimmed[trimmed.startIndex + 1])
      {
        return titleText(trimmed.dropFirst(2))
      }
      let underline = index < body.count ? body[index..<body.endOfLine(from: index)] : []
      let isUnderlined =
        underline.first == ASCII.equals
        && underline.allSatisfy { $0 == ASCII.equals || ASCII.isWhitespace($0) }
      return isUnderlined ? titleText(line) : nil
    }
    return nil
  }

  private static func titleText(_ line: ArraySlice<UInt8>) -> String? {
    var bytes = trimmed(line)
    if bytes.last == ASCII.closeBrace, let open = bytes.lastIndex(of: ASCII.openBrace),
      open + 1 < bytes.count, bytes[open + 1] == ASCII.hash
    {
      bytes = trimmed(bytes[..<open])
    }
    // Closing marks count only behind a space: `# C#` is about C#.
    let marks = bytes.reversed().prefix { $0 == ASCII.hash }.count
    if marks > 0, bytes.count > marks, ASCII.isSpaceOrTab(bytes[bytes.count - marks - 1]) {
      bytes = trimmed(bytes.dropLast(marks))
    }
    let title = text(bytes.filter { $0 != ASCII.backtick })
    return title.isEmpty ? nil : title
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var slice = bytes.drop(while: ASCII.isWhitespace)
    while let last = slice.last, ASCII.isWhitespace(last) { slice = slice.dropLast() }
    return Array(slice)
  }

  // MARK: Excerpt

  private static func excerpt(of body: [UInt8]) -> String? {
    var index = body.firstIndex { !ASCII.isWhitespace($0) } ?? body.count
    if index < body.count {
      // A title underlined with equals signs is left out with its line.
      let next = body.endOfLine(from: index) + 1
      if next < body.count, body[next] == ASCII.equals { index = body.endOfLine(from: next) }
    }
    var isInImport = false
    var fence = 0
    while index < body.count {
      let end = body.endOfLine(from: index)
      let line = trimmed(body[index..<end])
      let startsAtMargin = index < end && !ASCII.isWhitespace(body[index])
      index = end + 1
      if line.isEmpty {
        isInImport = false
        continue
      }
      let isModule = line.holds("import ", at: 0) || line.holds("export ", at: 0)
      if fence == 0, isInImport || (isModule && startsAtMargin) {
        isInImport = true
        continue
      }
      if line.holds("```", at: 0) {
        let count = line.prefix { $0 == ASCII.backtick }.count
        if fence == 0 { fence = count } else if count >= fence { fence = 0 }
        continue
      }
      if fence > 0 { continue }
      let clean = trimmed(ExcerptLine.clean(beginning(of: line))[...])
      if !clean.isEmpty { return text(clean) }
    }
    return nil
  }

  /// As much of a line as a description can need. Taking marks off looks ahead for their other ends,
  /// so a line must not be of any length.
  private static func beginning(of line: [UInt8]) -> [UInt8] {
    guard line.count > longestDescription else { return line }
    var end = longestDescription
    while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(line[..<end])
  }

  private static let longestDescription = 4_000
}

/// Words, with those characters escaped that Markdown would take for marks where they stand.
extension MarkdownWriter {
  /// Appends text up to the next tag.
  ///
  /// - Returns: where it ends.
  mutating func appendText(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < html.count, html[index] != ASCII.less {
      if ASCII.isWhitespace(html[index]) {
        let isLineEnd = html[index] == ASCII.newline
        index += 1
        if isLineEnd { gap = .line } else if gap == .none { gap = .space }
        continue
      }
      prepare()
      if lines.isAtStart { index = escapeLineStart(html, at: index) }
      index = appendWords(html, from: index)
    }
    return index
  }

  /// Appends a stretch of text that starts with no white space, up to its line's end or a tag.
  private mutating func appendWords(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < html.count {
      // In a table's cell a bar is a mark, elsewhere two tildes are.
      let special =
        isInCell
        ? html.firstIndex(ofAny: "<&*_`]\\|", below: ASCII.space, from: index)
        : html.firstIndex(ofAny: "<&*_`]\\~", below: ASCII.space, from: index)
      var end = special
      if special == html.count || html[special] <= ASCII.space || html[special] == ASCII.less {
        while end > index, html[end - 1] == ASCII.space { end -= 1 }
        lines.append(UnsafeBufferPointer(rebasing: html[index..<end]))
        return end
      }
      if end > index { lines.append(UnsafeBufferPointer(rebasing: html[index..<end])) }
      index = appendSpecial(html, at: special)
    }
    return index
  }

  private mutating func appendSpecial(_ html: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = html[index]
    let before = index > 0 ? html[index - 1] : ASCII.space
    let after = index + 1 < html.count ? html[index + 1] : ASCII.space
    func isWord(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || byte >= 0x80 }
    let isMark: Bool
    switch byte {
    case ASCII.ampersand:
      return appendReference(html, at: index)
    case ASCII.asterisk:
      isMark = !(ASCII.isWhitespace(before) && ASCII.isWhitespace(after))
    case ASCII.underscore:
      isMark =
        !(isWord(before) && isWord(after) || before == byte && isWord(after)
        || isWord(before) && after == byte) || lines.isAtStart
    case ASCII.closeBracket:
      isMark =
        linkDepth > 0 || after == ASCII.openParenthesis || after == ASCII.openBracket
        || after == ASCII.colon
    case ASCII.backslash:
      isMark = !ASCII.isAlphanumeric(after) && after > ASCII.space && after < 0x80
    case ASCII.tilde:
      isMark = after == byte || before == byte
    default:
      isMark = true
    }
    if isMark { lines.append(ASCII.backslash) }
    lines.append(byte)
    return index + 1
  }

  private mutating func appendReference(
    _ html: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    let reference = HTMLText.reference(in: html, at: index)
    let next = index + reference.length
    let after = next < html.count ? html[next] : ASCII.space
    switch reference.byte {
    case ASCII.less
    where ASCII.isLetter(after) || after == ASCII.slash || after == ASCII.exclamation
      || after == ASCII.question:
      lines.append(ASCII.backslash)
    case ASCII.greater where lines.isAtStart:
      lines.append(ASCII.backslash)
    case ASCII.ampersand where reference.length > 1 && Self.isReferenceName(html, from: next):
      lines.append(ASCII.backslash)
    default: break
    }
    lines.append(reference.byte)
    return next
  }

  /// Whether what stands behind a `&` makes a reference of it.
  private static func isReferenceName(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < html.count, index < start + 32,
      ASCII.isAlphanumeric(html[index]) || html[index] == ASCII.hash
    {
      index += 1
    }
    return index > start && index < html.count && html[index] == ASCII.colon + 1
  }

  /// Writes what would start a list, a heading or the like so that it doesn't.
  ///
  /// - Returns: where the text goes on.
  private mutating func escapeLineStart(
    _ html: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int {
    let byte = html[start]
    var next = start + 1
    func endsWord(_ index: Int) -> Bool {
      index >= html.count || ASCII.isWhitespace(html[index]) || html[index] == ASCII.less
    }
    switch byte {
    case ASCII.hash:
      while next < html.count, html[next] == byte { next += 1 }
      if endsWord(next) { lines.append(ASCII.backslash) }
    case ASCII.hyphen, ASCII.plus, ASCII.equals:
      let isRule = next < html.count && html[next] == byte
      if endsWord(next) || isRule { lines.append(ASCII.backslash) }
    case ASCII.colon:
      let isFence = next + 1 < html.count && html[next] == byte && html[next + 1] == byte
      if isFence { lines.append(ASCII.backslash) }
    case _ where ASCII.isDigit(byte):
      while next < html.count, ASCII.isDigit(html[next]), next < start + 9 { next += 1 }
      guard next < html.count,
        html[next] == ASCII.period || html[next] == ASCII.closeParenthesis, endsWord(next + 1)
      else { return start }
      lines.append(UnsafeBufferPointer(rebasing: html[start..<next]))
      lines.append(ASCII.backslash)
      return next
    default: break
    }
    return start
  }
}

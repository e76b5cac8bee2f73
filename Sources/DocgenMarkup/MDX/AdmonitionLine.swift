/// A line that opens an admonition: `:::note`, `:::tip Title`, `:::info[Title]{.class #id}`.
///
/// Rule: at least three colons directly followed by a name; the title stands in brackets or, as
/// older pages have it, behind a space (docusaurus-rules 2.12).
struct AdmonitionLine: Sendable {
  var colons: Int
  var keyword: String
  /// Markdown, without the brackets.
  var title: Range<Int>?
  /// `{.class #id key="value"}`, without the braces.
  var attributes: Range<Int>?

  /// Reads the line whose first colon stands at `start`; `end` is the line's end.
  init?(in bytes: [UInt8], from start: Int, to end: Int) {
    var index = start
    while index < end, bytes[index] == ASCII.colon { index += 1 }
    colons = index - start
    guard colons >= 3, index < end, ASCII.isLetter(bytes[index]) else { return nil }
    let nameStart = index
    while index < end, ASCII.isAlphanumeric(bytes[index]) || bytes[index] == ASCII.hyphen {
      index += 1
    }
    keyword = text(bytes[nameStart..<index])
    var last = end
    while last > index, ASCII.isWhitespace(bytes[last - 1]) { last -= 1 }
    guard index < last else { return }

    if bytes[index] == ASCII.openBracket {
      guard let close = Self.closingBracket(in: bytes, from: index, to: last) else { return nil }
      title = index + 1..<close
      index = close + 1
      if index == last { return }
    }
    if bytes[index] == ASCII.openBrace {
      guard let close = MDXExpression.end(in: bytes, from: index, to: last), close == last else {
        return nil
      }
      attributes = index + 1..<close - 1
      return
    }
    guard title == nil, ASCII.isSpaceOrTab(bytes[index]) else { return nil }
    while index < last, ASCII.isSpaceOrTab(bytes[index]) { index += 1 }
    title = index..<last
  }

  /// The colons of a line that is nothing but colons, at least three; nil for any other line.
  static func closingColons(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] == ASCII.colon { index += 1 }
    let colons = index - start
    while index < end, ASCII.isWhitespace(bytes[index]) { index += 1 }
    return colons >= 3 && index == end ? colons : nil
  }

  private static func closingBracket(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case ASCII.backslash: index += 1
      case ASCII.openBracket: depth += 1
      case ASCII.closeBracket:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }
}

import CCMarkGFM
import DocgenCore

/// A heading being written.
struct OpenHeading {
  var level: Int
  /// Where its content starts in the output.
  var start: Int
  /// Its text without markup: what an id is made from.
  var text: [UInt8] = []
  /// What a table of contents shows.
  var contents: [UInt8] = []

  init(level: Int, start: Int) {
    self.level = level
    self.start = start
    // Most headings are shorter: one allocation in place of a few.
    text.reserveCapacity(64)
    contents.reserveCapacity(64)
  }

  mutating func appendContents(_ bytes: UnsafeBufferPointer<UInt8>) {
    HTMLEscaping.appendEscaped(bytes, into: &contents)
  }
}

/// Headings, their ids and their place in the outline.
extension DocumentRenderer {
  mutating func enterHeading(_ node: CommonMark.Node) {
    startLine()
    noteBlock("h1")
    heading = OpenHeading(level: Int(cmark_node_get_heading_level(node)), start: html.count)
    findStrikethrough(in: node)
  }

  mutating func exitHeading(_ node: CommonMark.Node) {
    guard var open = heading else { return }
    heading = nil
    var content = Array(html[open.start...])
    html.removeSubrange(open.start...)
    let explicit = explicitID(of: node, content: &content, heading: &open)
    let plain = text(open.text)
    let id = explicit ?? slugger.slug(for: plain, maintainCase: options.anchorsMaintainCase)

    let isTitle = open.level == 1 && !isPastTitlePlace
    isPastTitlePlace = true
    if isTitle {
      document.hasTitleHeading = true
      html.append("<header>")
    }
    let number = document.headings.count
    document.headings.append(
      Heading(
        level: open.level, id: id, html: trimmed(open.contents), text: plain,
        line: positions.position(of: sourceRange(of: node).lowerBound).line))
    if open.level > 1, !plain.isEmpty { document.outline.append(.heading(number)) }
    html.append("<h")
    html.append(decimal: open.level)
    if open.level > 1 { html.append(" class=\"anchor\"") }
    html.append(" id=\"")
    HTMLEscaping.appendEscaped(id, into: &html)
    html.append("\">")
    appendSlot(.headingAliases(number))
    html.append(contentsOf: content)
    if open.level > 1, !plain.isEmpty, linkDepth == 0 { appendPermalink(id: id, heading: number) }
    html.append("</h")
    html.append(decimal: open.level)
    html.append(isTitle ? "></header>\n" : ">\n")
  }

  private mutating func appendPermalink(id: String, heading number: Int) {
    html.append("<a class=\"hash-link\" href=\"#")
    HTMLEscaping.appendEscaped(id, into: &html)
    html.append("\" aria-label=\"")
    appendSlot(.headingLinkLabel(number))
    html.append("\"></a>")
  }

  /// The id an author gave: `{#id}` at the end, or a comment there whose first word starts with `#`
  /// (`{/* #id */}`, `<!-- #id -->`). It is taken out of what is shown.
  private mutating func explicitID(
    of node: CommonMark.Node, content: inout [UInt8], heading: inout OpenHeading
  ) -> String? {
    guard let last = cmark_node_last_child(node) else { return nil }
    switch cmark_node_get_type(last) {
    case CMARK_NODE_TEXT:
      // The mark has no character that is escaped, so it is the same in the output, unless a tag
      // stands in it.
      guard let range = Self.idMark(in: heading.text),
        content.suffix(range.count) == heading.text[range]
      else { return nil }
      let id = text(heading.text[range.lowerBound + 2..<range.upperBound - 1])
      content = trimmedEnd(content.dropLast(range.count))
      heading.contents = trimmedEnd(heading.contents.dropLast(range.count))
      heading.text = trimmedEnd(heading.text.dropLast(range.count))
      return id
    case CMARK_NODE_HTML_INLINE:
      guard let id = commentID(CommonMark.literal(of: last)) else { return nil }
      content = trimmedEnd(content[...])
      heading.contents = trimmedEnd(heading.contents[...])
      heading.text = trimmedEnd(heading.text[...])
      return id
    default:
      return nil
    }
  }

  /// `{#id}` at the end of a heading's text; nil where the id holds something it may not.
  private static func idMark(in text: [UInt8]) -> Range<Int>? {
    guard text.last == ASCII.closeBrace, let open = text.lastIndex(of: ASCII.openBrace),
      open + 3 < text.count, text[open + 1] == ASCII.hash,
      text[open + 2..<text.count - 1].allSatisfy({
        !ASCII.isWhitespace($0) && $0 != ASCII.hash && $0 != ASCII.less && $0 != ASCII.greater
          && $0 != ASCII.quote && $0 != ASCII.apostrophe && $0 != ASCII.ampersand
      })
    else { return nil }
    return open..<text.count
  }

  private func commentID(_ literal: UnsafeBufferPointer<UInt8>) -> String? {
    let comment: ArraySlice<UInt8>
    if let placed = Placeholder.next(in: literal, from: 0),
      placed.number < scanned.constructs.count,
      case .comment(let range) = scanned.constructs[placed.number].kind
    {
      comment = source.body[range]
    } else if literal.count > 7, Array(literal).holds("<!--", at: 0) {
      comment = Array(literal)[4..<literal.count - 3]
    } else {
      return nil
    }
    guard let word = comment.split(whereSeparator: ASCII.isWhitespace).first,
      word.first == ASCII.hash, word.count > 1
    else { return nil }
    return text(word.dropFirst())
  }

  private func trimmedEnd(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var end = bytes.endIndex
    while end > bytes.startIndex, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
    return Array(bytes[bytes.startIndex..<end])
  }

  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var slice = bytes[...]
    while let last = slice.last, ASCII.isWhitespace(last) { slice.removeLast() }
    return Array(slice.drop(while: ASCII.isWhitespace))
  }
}

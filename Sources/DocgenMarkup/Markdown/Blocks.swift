import CCMarkGFM
import DocgenCore

/// Blocks: what CommonMark calls so.
extension DocumentRenderer {
  mutating func enter(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE, CMARK_NODE_FOOTNOTE_REFERENCE:
      appendLeaf(node, type)
      return
    case CMARK_NODE_CODE_BLOCK:
      appendCode(node)
      return
    case CMARK_NODE_HTML_BLOCK:
      appendHTMLBlock(node)
      return
    case CMARK_NODE_THEMATIC_BREAK:
      startLine()
      noteBlock("hr")
      html.append("<hr>\n")
      isPastTitlePlace = true
      return
    default: break
    }
    depth += 1
    switch type {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_PARAGRAPH: enterParagraph(node)
    case CMARK_NODE_HEADING: enterHeading(node)
    case CMARK_NODE_BLOCK_QUOTE:
      startLine()
      noteBlock("blockquote")
      html.append("<blockquote>\n")
    case CMARK_NODE_LIST: enterList(node)
    case CMARK_NODE_ITEM: enterItem(node)
    case CMARK_NODE_FOOTNOTE_DEFINITION: footnotes.startDefinition(at: html.count)
    case CommonMark.table, CommonMark.tableRow, CommonMark.tableCell: enterTable(node, type)
    default: enterInline(node, type)
    }
  }

  mutating func exit(_ node: CommonMark.Node, _ type: cmark_node_type) {
    // The one leaf of which cmark-gfm also tells the end.
    if type == CMARK_NODE_FOOTNOTE_REFERENCE { return }
    let isTransparent = type == CMARK_NODE_PARAGRAPH && paragraph?.isUnravelled == true
    if !isTransparent { closeFrames(downTo: depth) }
    switch type {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_PARAGRAPH: exitParagraph()
    case CMARK_NODE_HEADING: exitHeading(node)
    case CMARK_NODE_BLOCK_QUOTE:
      startLine()
      html.append("</blockquote>\n")
    case CMARK_NODE_LIST:
      html.append(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n")
    case CMARK_NODE_ITEM:
      // An item without words.
      if let item = taskItem { appendBox(of: item) }
      taskItem = nil
      html.append("</li>\n")
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes.endDefinition(taking: &html, slots: &document.slots)
    case CommonMark.table, CommonMark.tableRow, CommonMark.tableCell: exitTable(node, type)
    default: exitInline(node, type)
    }
    depth -= 1
    if type == CMARK_NODE_PARAGRAPH { closePending() }
  }

  // MARK: Code

  private mutating func appendCode(_ node: CommonMark.Node) {
    let isFenced = isFencedCode(node)
    let literal = restored(CommonMark.literal(of: node))
    if !isFenced, source.format == .mdx {
      appendNested(literal, of: node)
      return
    }
    startLine()
    noteBlock("pre")
    let fence = CodeFenceInfo(restoredText(CommonMark.buffer(cmark_node_get_fence_info(node))))
    if isExample(literal, fence) { noteExample(literal, fence, of: node) }
    appendCodeBlock(literal, info: fence, at: sourceRange(of: node))
  }

  mutating func appendCodeBlock(_ code: [UInt8], info fence: CodeFenceInfo, at range: Range<Int>) {
    if options.code.rendersMermaid, fence.language == "mermaid" { document.usesMermaid = true }
    let status = code.withUnsafeBufferPointer {
      codeBlocks.appendCodeBlock($0, info: fence, into: &html)
    }
    if case .unknown(let language) = status {
      report(
        .note, "code/unknown-language", "There is no highlighting for '\(language)'", at: range,
        hint: "the code is shown plain; name another language, or 'text' to say so")
    }
  }

  func isFencedCode(_ node: CommonMark.Node) -> Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  /// MDX has no indented code: what CommonMark takes for it is Markdown that stands further right.
  private mutating func appendNested(_ literal: [UInt8], of node: CommonMark.Node) {
    guard nesting < 8 else {
      startLine()
      html.append("<p>")
      HTMLEscaping.appendEscaped(literal, into: &html)
      html.append("</p>\n")
      return
    }
    let first = scanned.lines.sourceLine(of: Int(cmark_node_get_start_line(node))) - 1
    let content = Self.unindented(literal)
    // Where each line's beginning was: what is left of it stands at the line's end.
    let lines = content.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    let offsets = lines.indices.map { positions.length(ofLine: first + $0) - lines[$0].count }
    appendFragment(
      content, at: positions.place(ofLine: first, offsets: offsets.map { max(0, $0) }))
  }

  static func unindented(_ literal: [UInt8]) -> [UInt8] {
    let lines = literal.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    let indents = lines.filter { !$0.allSatisfy(ASCII.isWhitespace) }
      .map { $0.prefix(while: ASCII.isSpaceOrTab).count }
    let common = indents.min() ?? 0
    return Array(lines.map { $0.dropFirst(common) }.joined(separator: [ASCII.newline]))
  }

  // MARK: Places

  /// The source lines of a block, as a range of bytes.
  mutating func sourceRange(of node: CommonMark.Node) -> Range<Int> {
    let first = scanned.lines.sourceLine(of: Int(cmark_node_get_start_line(node)))
    let last = scanned.lines.sourceLine(of: Int(cmark_node_get_end_line(node)))
    return positions.range(ofLines: first...max(first, last))
  }
}

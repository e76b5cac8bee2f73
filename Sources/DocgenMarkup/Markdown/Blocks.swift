import CCMarkGFM
import DocgenCore

/// A paragraph being written.
struct OpenParagraph {
  /// How many containers are open, itself included.
  var depth: Int
  /// Where its tag stands in the output; nil where it has none, as in a tight list.
  var tagStart: Int?
  /// MDX: nothing in it but tags and expressions, so they stand without a paragraph around them.
  var isUnravelled = false
  /// Open tags inside it.
  var tagDepth = 0
  /// Something in it may not stand in a `<p>`.
  var holdsBlock = false
  /// It is a task's words: its box and they are in a `<label>`.
  var isLabel = false
}

/// A task list's item whose box is still to be written.
struct TaskItem {
  var isChecked: Bool
}

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
    case CMARK_NODE_FOOTNOTE_DEFINITION: footnotes.endDefinition(taking: &html)
    case CommonMark.table, CommonMark.tableRow, CommonMark.tableCell: exitTable(node, type)
    default: exitInline(node, type)
    }
    depth -= 1
    if type == CMARK_NODE_PARAGRAPH { closePending() }
  }

  // MARK: Paragraphs

  private mutating func enterParagraph(_ node: CommonMark.Node) {
    var open = OpenParagraph(depth: depth)
    open.isUnravelled = source.format == .mdx && isOnlyConstructs(node)
    if open.isUnravelled {
      // Not a container: what it opens may go on behind it.
      depth -= 1
      startLine()
    } else if !isTight(node) {
      startLine()
      if !isInElementOfWords {
        noteBlock("p")
        open.tagStart = html.count
        html.append("<p>")
      }
    }
    if let item = taskItem {
      taskItem = nil
      open.isLabel = isPlain(node)
      if open.isLabel { html.append("<label>") }
      appendBox(of: item)
    }
    paragraph = open
    findStrikethrough(in: node)
  }

  private mutating func exitParagraph() {
    guard let open = paragraph else { return }
    paragraph = nil
    if open.isLabel { html.append("</label>") }
    if open.isUnravelled {
      depth += 1
      startLine()
    } else if let start = open.tagStart {
      if open.holdsBlock {
        html.replaceSubrange(start..<start + 3, with: Array("<div>".utf8))
        html.append("</div>\n")
      } else {
        html.append("</p>\n")
      }
    }
  }

  /// Whether what stands here is directly in an element such as `<p>` or `<summary>`.
  private var isInElementOfWords: Bool {
    guard let frame = frames.last, frame.isElement, frame.depth == depth - 1 else { return false }
    return HTMLElements.holdsWords.contains(frame.name)
  }

  /// Whether a paragraph has nothing in it that a label may not hold, or that a click on it does.
  private func isPlain(_ paragraph: CommonMark.Node) -> Bool {
    var child = cmark_node_first_child(paragraph)
    while let node = child {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_CODE: break
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG: if !isPlain(node) { return false }
      default: return false
      }
      child = cmark_node_next(node)
    }
    return true
  }

  /// Whether a paragraph stands directly in an item of a tight list, where it has no tag. One inside
  /// an admonition or an element in that item has.
  private func isTight(_ paragraph: CommonMark.Node) -> Bool {
    guard let item = cmark_node_parent(paragraph),
      cmark_node_get_type(item) == CMARK_NODE_ITEM, let list = cmark_node_parent(item),
      cmark_node_get_list_tight(list) != 0
    else { return false }
    return frames.last.map { $0.depth < depth - 1 } ?? true
  }

  // MARK: Lists

  private mutating func enterList(_ node: CommonMark.Node) {
    startLine()
    noteBlock("ul")
    let isTaskList = sequence(first: cmark_node_first_child(node), next: { cmark_node_next($0) })
      .contains { $0.map(isTaskListItem) ?? false }
    let attribute: StaticString = isTaskList ? " class=\"contains-task-list\"" : ""
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      html.append("<ol")
      html.append(attribute)
      let start = cmark_node_get_list_start(node)
      if start != 1 { html.append(" start=\"\(start)\"") }
    } else {
      html.append("<ul")
      html.append(attribute)
    }
    html.append(">\n")
  }

  private mutating func enterItem(_ node: CommonMark.Node) {
    startLine()
    if isTaskListItem(node) {
      html.append("<li class=\"task-list-item\">")
      taskItem = TaskItem(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    } else {
      html.append("<li>")
    }
  }

  private func isTaskListItem(_ node: CommonMark.Node) -> Bool {
    CommonMark.buffer(cmark_node_get_type_string(node)).elementsEqual("tasklist".utf8)
  }

  private mutating func appendBox(of item: TaskItem) {
    html.append("<input type=\"checkbox\" disabled=\"\"")
    if item.isChecked { html.append(" checked=\"\"") }
    html.append("> ")
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
    let info = restored(CommonMark.buffer(cmark_node_get_fence_info(node)))
    appendCodeBlock(literal, info: CodeFenceInfo(text(info)), at: sourceRange(of: node))
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

  private func isFencedCode(_ node: CommonMark.Node) -> Bool {
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
    let content = unindented(literal)
    // Where each line's beginning was: what is left of it stands at the line's end.
    let lines = content.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    let offsets = lines.indices.map { positions.length(ofLine: first + $0) - lines[$0].count }
    appendFragment(
      content, at: positions.place(ofLine: first, offsets: offsets.map { max(0, $0) }))
  }

  private func unindented(_ literal: [UInt8]) -> [UInt8] {
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

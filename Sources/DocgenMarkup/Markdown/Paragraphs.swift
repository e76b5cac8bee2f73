import CCMarkGFM

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

/// Paragraphs, and where text stands without one.
extension DocumentRenderer {
  mutating func enterParagraph(_ node: CommonMark.Node) {
    var open = OpenParagraph(depth: depth)
    open.isUnravelled = source.format == .mdx && isOnlyConstructs(node)
    if open.isUnravelled {
      // Not a container: what it opens may go on behind it.
      depth -= 1
      startLine()
    } else if !isTight(node) {
      startLine()
      if !isInElementOfWords() {
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

  mutating func exitParagraph() {
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
  private mutating func isInElementOfWords() -> Bool {
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
  private mutating func isTight(_ paragraph: CommonMark.Node) -> Bool {
    guard let item = cmark_node_parent(paragraph),
      cmark_node_get_type(item) == CMARK_NODE_ITEM, let list = cmark_node_parent(item),
      cmark_node_get_list_tight(list) != 0
    else { return false }
    return frames.last.map { $0.depth < depth - 1 } ?? true
  }
}

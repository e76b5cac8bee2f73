import CCMarkGFM
import DocgenCore

/// Puts what the scanner took out back into the tree's walk.
extension DocumentRenderer {
  func construct(_ number: Int) -> Construct? { scanned.construct(number) }

  mutating func appendHTMLBlock(_ node: CommonMark.Node) {
    let literal = CommonMark.literal(of: node)
    if source.format == .md, Placeholder.next(in: literal, from: 0)?.range.lowerBound != 0 {
      startLine()
      appendRawHTML(restored(literal), within: sourceRange(of: node))
      startLine()
      return
    }
    var position = 0
    while let placed = Placeholder.next(in: literal, from: position) {
      if let construct = construct(placed.number) {
        let startsLines = !Self.standsInText(construct)
        if startsLines { startLine() }
        append(construct)
        if startsLines { startLine() }
      }
      position = placed.range.upperBound
    }
  }

  /// Between two tags of elements that are laid out like words a line's end would show as a space.
  private static func standsInText(_ construct: Construct) -> Bool {
    guard case .tag(let tag) = construct.kind else { return false }
    return tag.name == "Link" || (!tag.isComponent && !HTMLElements.block.contains(tag.name))
  }

  mutating func appendInlineHTML(_ literal: UnsafeBufferPointer<UInt8>, of node: CommonMark.Node) {
    if let placed = Placeholder.next(in: literal, from: 0) {
      if let construct = construct(placed.number) { append(construct) }
    } else if source.format == .mdx {
      appendPlain(literal)
    } else if alternativeText == nil {
      let block = block(of: node)
      appendRawHTML(Array(literal), linkKind(of: block), within: linkRange(of: block))
    }
  }

  private mutating func append(_ construct: Construct) {
    switch construct.kind {
    case .comment: break
    case .literal(let range): appendSource(range)
    case .unknownTag(let tag):
      reportUnknownTag(tag)
      appendSource(construct.source)
    case .expression(let range): appendExpression(range, construct)
    case .tag(let tag):
      if alternativeText == nil { appendTag(tag, construct) }
    case .rawElement(let tag, let content):
      if alternativeText == nil { appendRawElement(tag, content: content) }
    case .admonitionStart(let line): openAdmonition(line, construct)
    case .admonitionEnd(let colons): closeAdmonition(colons: colons, construct)
    }
  }

  /// `<name>` is shown as it is written, but who wrote it may have meant a tag.
  mutating func reportUnknownTag(_ tag: MDXTag) {
    guard tag.form != .closing else { return }
    if HTMLElements.rawText.contains(tag.name) {
      report(
        .warning, "mdx/unclosed-tag", "<\(tag.name)> is never closed", at: tag.source,
        hint: "write </\(tag.name)> where it ends; until then the tag is shown as text")
      return
    }
    report(
      .warning, "mdx/unknown-tag", "There is no element <\(tag.name)> in a page's text",
      at: tag.source,
      hint: "it is shown as text; write it in `code` or as &lt;\(tag.name)&gt; to say so")
  }

  /// Source text, shown as it is.
  mutating func appendSource(_ range: Range<Int>) {
    source.body[range].withUnsafeBufferPointer { appendPlain($0) }
  }

  /// A whole construct that means nothing here, shown as it is: a paragraph of its own where it
  /// stands between paragraphs.
  mutating func appendAsText(_ construct: Construct) {
    guard construct.isFlow, paragraph == nil else {
      appendSource(construct.source)
      return
    }
    startLine()
    html.append("<p>")
    appendSource(construct.source)
    html.append("</p>\n")
  }

  private mutating func appendExpression(_ range: Range<Int>, _ construct: Construct) {
    switch value(ofExpression: range) {
    case .text(let string):
      string.utf8.withContiguousStorageIfAvailable { appendPlain($0) }
        ?? Array(string.utf8).withUnsafeBufferPointer { appendPlain($0) }
    case .flag, .null:
      break
    case .url(let path):
      appendURLSlot(path, at: construct.source)
    case .node, .unknown:
      report(
        .warning, "mdx/unknown-expression",
        "The expression {\(shortened(range))} can't be known without running it",
        at: construct.source,
        hint: "it is shown as text; write it in `code`, or put a backslash before the brace")
      appendAsText(construct)
    }
  }

  func shortened(_ range: Range<Int>) -> String {
    let whole = sourceText(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return whole.count > 40 ? whole.prefix(37) + "…" : whole
  }

  /// A leaf's text with the source back in place of placeholders: what the scanner took for a
  /// construct stands in code.
  mutating func restored(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard Placeholder.isAny(in: literal) else { return Array(literal) }
    var result: [UInt8] = []
    var position = 0
    while let placed = Placeholder.next(in: literal, from: position) {
      result += literal[position..<placed.range.lowerBound]
      if let construct = construct(placed.number) { result += source.body[construct.source] }
      position = placed.range.upperBound
    }
    result += literal[position...]
    result.removeAll { $0 == Placeholder.joiner }
    return result
  }

  mutating func restoredText(_ literal: UnsafeBufferPointer<UInt8>) -> String {
    Placeholder.isAny(in: literal) ? text(restored(literal)) : text(literal)
  }

  /// Whether a paragraph holds nothing at its top but tags, expressions and space: MDX shows such
  /// content without a paragraph around it. What it leaves open goes on behind it, as `<details>`
  /// does behind `<details><summary>…</summary>`.
  mutating func isOnlyConstructs(_ paragraph: CommonMark.Node) -> Bool {
    guard let first = cmark_node_first_child(paragraph),
      cmark_node_get_type(first) == CMARK_NODE_HTML_INLINE
    else { return false }
    var open: [MDXTag] = []
    var child: CommonMark.Node? = first
    while let node = child {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HTML_INLINE:
        guard let placed = Placeholder.next(in: CommonMark.literal(of: node), from: 0),
          let construct = construct(placed.number)
        else { return false }
        switch construct.kind {
        case .tag(let tag):
          if tag.form == .opening, !HTMLElements.void.contains(tag.name) { open.append(tag) }
          if tag.form == .closing, open.popLast() == nil { return false }
        case .literal, .unknownTag: if open.isEmpty { return false }
        case .comment, .expression, .rawElement, .admonitionStart, .admonitionEnd: break
        }
      case CMARK_NODE_SOFTBREAK: break
      case CMARK_NODE_TEXT where CommonMark.literal(of: node).allSatisfy(ASCII.isWhitespace): break
      default: if open.isEmpty { return false }
      }
      child = cmark_node_next(node)
    }
    return open.allSatisfy { $0.isComponent || HTMLElements.block.contains($0.name) }
  }
}

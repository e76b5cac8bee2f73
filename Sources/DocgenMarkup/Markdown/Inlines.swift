import CCMarkGFM
import DocgenCore

/// Text, emphasis, links and images.
extension DocumentRenderer {
  mutating func appendLeaf(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT:
      appendText(CommonMark.literal(of: node), of: node)
    case CMARK_NODE_SOFTBREAK:
      if paragraph?.isUnravelled == true, paragraph?.tagDepth == 0 { return }
      appendMarkup("\n", heading: " ")
    case CMARK_NODE_LINEBREAK:
      appendMarkup("<br>\n", heading: " ")
    case CMARK_NODE_CODE:
      let literal = CommonMark.literal(of: node)
      if notesCodeSpans { noteCodeSpan(restored(literal), of: node) }
      if Placeholder.isAny(in: literal) {
        restored(literal).withUnsafeBufferPointer { appendCodeSpan($0) }
      } else {
        appendCodeSpan(literal)
      }
    case CMARK_NODE_HTML_INLINE:
      appendInlineHTML(CommonMark.literal(of: node), of: node)
    default:
      if alternativeText == nil {
        footnotes.appendReference(node, isInLink: linkDepth > 0, to: &html)
      }
    }
  }

  mutating func enterInline(_ node: CommonMark.Node, _ type: cmark_node_type) {
    findStrikethrough(in: node)
    switch type {
    case CMARK_NODE_EMPH: appendMarkup("<em>", isInContents: true)
    case CMARK_NODE_STRONG: appendMarkup("<strong>", isInContents: true)
    case CMARK_NODE_LINK:
      if alternativeText == nil { enterLink(node) }
    case CMARK_NODE_IMAGE:
      imageDepth += 1
      if imageDepth == 1 { alternativeText = [] }
    default: break
    }
  }

  mutating func exitInline(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_EMPH: appendMarkup("</em>", isInContents: true)
    case CMARK_NODE_STRONG: appendMarkup("</strong>", isInContents: true)
    case CMARK_NODE_LINK:
      if alternativeText == nil {
        linkDepth -= 1
        if linkDepth == 0 { html.append("</a>") }
      }
    case CMARK_NODE_IMAGE: exitImage(node)
    default: break
    }
  }

  /// Markup between words; nothing of it goes into an image's alternative text.
  ///
  /// - Parameters:
  ///   - isInContents: whether a table of contents shows it as well.
  ///   - heading: what it is in the plain text of a heading.
  mutating func appendMarkup(
    _ markup: StaticString, isInContents: Bool = false, heading plain: StaticString = ""
  ) {
    if alternativeText != nil {
      if plain.utf8CodeUnitCount > 0 { alternativeText?.append(ASCII.space) }
      return
    }
    html.append(markup)
    if heading != nil {
      heading?.text.append(plain)
      heading?.contents.append(isInContents ? markup : plain)
    }
  }

  private mutating func appendCodeSpan(_ literal: UnsafeBufferPointer<UInt8>) {
    guard alternativeText == nil else {
      alternativeText?.append(contentsOf: literal)
      return
    }
    let start = html.count
    html.append("<code>")
    HTMLEscaping.appendEscaped(literal, into: &html)
    html.append("</code>")
    heading?.text.append(contentsOf: literal)
    heading?.contents.append(contentsOf: html[start...])
  }

  // MARK: Links

  private mutating func enterLink(_ node: CommonMark.Node) {
    linkDepth += 1
    // Inside an `<a>` of the author's its words are enough: HTML has no links in links.
    guard linkDepth == 1 else { return }
    let destination = restoredText(CommonMark.buffer(cmark_node_get_url(node)))
    html.append("<a")
    appendLinkSlot(.link, destination: destination, of: node)
    appendTitle(of: node)
    html.append(">")
  }

  private mutating func exitImage(_ node: CommonMark.Node) {
    imageDepth -= 1
    guard imageDepth == 0, let alternative = alternativeText else { return }
    alternativeText = nil
    let destination = restoredText(CommonMark.buffer(cmark_node_get_url(node)))
    html.append("<img")
    appendLinkSlot(.image, destination: destination, of: node)
    document.links[document.links.count - 1].isWithoutText =
      alternative.allSatisfy(ASCII.isWhitespace)
    html.append(" alt=\"")
    HTMLEscaping.appendEscaped(alternative, into: &html)
    html.append("\"")
    appendTitle(of: node)
    html.append(" loading=\"lazy\">")
  }

  private mutating func appendTitle(of node: CommonMark.Node) {
    let title = restoredText(CommonMark.buffer(cmark_node_get_title(node)))
    guard !title.isEmpty else { return }
    html.append(" title=\"")
    HTMLEscaping.appendEscaped(title, into: &html)
    html.append("\"")
  }

  /// Records where something points and leaves a slot for it.
  ///
  /// - Parameter shown: what is written, where there are no marks around it.
  mutating func appendLinkSlot(
    _ kind: DocumentLink.Kind, destination: String, of node: CommonMark.Node,
    shown: [UInt8]? = nil
  ) {
    let block = block(of: node)
    let range = linkRange(of: block)
    findLinkPlaces(within: range, linkKind(of: block))
    let marked =
      shown == nil
      ? linkPlaces.take(destination, in: source.body, budget: &lookupBudget) : nil
    let offset =
      marked
      ?? linkPlaces.takePlain(
        shown ?? Array(destination.utf8), in: source.body, budget: &lookupBudget)
      ?? range.lowerBound
    appendSlot(.link(document.links.count))
    document.links.append(
      DocumentLink(kind: kind, destination: destination, position: positions.position(of: offset)))
  }

  /// The URL of a path in the site, alone.
  mutating func appendURLSlot(_ path: String, at range: Range<Int>) {
    appendSlot(.url(document.links.count))
    document.links.append(
      DocumentLink(
        kind: .attribute(element: "a", name: "href"), destination: path,
        position: positions.position(of: range.lowerBound)))
  }

  // MARK: Places

  /// The block that holds a node of running text.
  func block(of node: CommonMark.Node) -> CommonMark.Node {
    var block = node
    while isInline(cmark_node_get_type(block)) || cmark_node_get_start_line(block) == 0 {
      guard let parent = cmark_node_parent(block) else { break }
      block = parent
    }
    return block
  }

  /// The lines of a block, those of a construct at its end included.
  mutating func linkRange(of block: CommonMark.Node) -> Range<Int> {
    let first = scanned.lines.sourceLine(of: Int(cmark_node_get_start_line(block)))
    let last = scanned.lines.sourceLine(of: Int(cmark_node_get_end_line(block)) + 1) - 1
    return positions.range(ofLines: first...max(first, last))
  }

  mutating func linkKind(of block: CommonMark.Node) -> LinkPlaces.Kind {
    cmark_node_get_type(block) == CommonMark.tableCell ? .tableRow : .text
  }

  mutating func findLinkPlaces(within range: Range<Int>, _ kind: LinkPlaces.Kind) {
    guard linkPlaces.range != range || linkPlaces.kind != kind else { return }
    linkPlaces = LinkPlaces(
      of: range, kind, in: source.body, constructs: scanned.constructs, definitions: definitions)
  }

  /// cmark-gfm's columns are off behind code spans and missing for some nodes, so what stands in a
  /// block is looked up in its lines, from the last thing found on; nil where it can't be found.
  mutating func locate(_ wanted: ArraySlice<UInt8>, within range: Range<Int>) -> Int? {
    guard let first = wanted.first, lookupBudget > 0 else { return nil }
    var index = max(range.lowerBound, min(codeCursor, range.upperBound))
    let start = index
    while let found = source.body.firstIndex(of: first, from: index, to: range.upperBound) {
      if found + wanted.count <= range.upperBound,
        source.body[found..<found + wanted.count].elementsEqual(wanted)
      {
        codeCursor = found + wanted.count
        return found
      }
      index = found + 1
    }
    lookupBudget -= range.upperBound - start
    return nil
  }

  private func isInline(_ type: cmark_node_type) -> Bool {
    type.rawValue & UInt32(CMARK_NODE_TYPE_MASK)
      == CMARK_NODE_TEXT.rawValue & UInt32(CMARK_NODE_TYPE_MASK)
  }
}

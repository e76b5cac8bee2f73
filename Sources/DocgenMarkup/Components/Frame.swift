import DocgenCore

/// Something that a construct has opened and another one closes: an element, a component, an
/// admonition.
struct Frame {
  enum Kind {
    case element
    case admonition(colons: Int)
    /// A component of docgen's own, already written but for its end.
    case component
    /// What is inside is cut out when it closes, and given to a component's template.
    case template([String: TemplateValue])
    /// What is inside is cut out when it closes, and goes to the page's head.
    case head
  }

  var kind: Kind
  /// The tag's name; empty for a fragment.
  var name: String
  /// cmark-gfm's containers that were open: the frame ends where they do.
  var depth: Int
  /// Where its own tag starts in the output.
  var tagStart: Int
  /// Where its content starts in the output.
  var start: Int
  /// What is written when it closes.
  var closing: [UInt8]
  /// Where it was opened in the source.
  var source: Range<Int>
  /// URLs in it are no links of their own.
  var isLink = false
  /// It is a `<p>` or a heading and holds what may not stand in one.
  var isDivision = false
  /// Labels by value, for the tabs that name them all at once.
  var tabLabels: [String: String] = [:]
}

extension DocumentRenderer {
  /// What may be open at once. Deeper constructs are shown as text: each one that is cut out and put
  /// back costs a copy of what it holds.
  static let deepestFrame = 200

  mutating func open(
    _ kind: Frame.Kind, _ name: String, closing: String, _ construct: Range<Int>,
    tagStart: Int? = nil, isLink: Bool = false
  ) {
    frames.append(
      Frame(
        kind: kind, name: name, depth: depth, tagStart: tagStart ?? html.count, start: html.count,
        closing: Array(closing.utf8), source: construct, isLink: isLink))
    paragraph?.tagDepth += 1
    if isLink { linkDepth += 1 }
    if HTMLElements.endsAtBlocks(name) { openBlocklessElements += 1 }
  }

  /// Closes the innermost frame.
  mutating func closeFrame() {
    guard let frame = frames.popLast() else { return }
    paragraph?.tagDepth -= 1
    if frame.isLink { linkDepth -= 1 }
    if HTMLElements.endsAtBlocks(frame.name) { openBlocklessElements -= 1 }
    switch frame.kind {
    case .element where frame.isDivision:
      html.replaceSubrange(
        frame.tagStart + 1..<frame.tagStart + 1 + frame.name.utf8.count, with: Array("div".utf8))
      html.append("</div>")
    case .element, .component:
      html += frame.closing
    case .admonition:
      startLine()
      html += frame.closing
    case .head:
      document.headHTML += html[frame.start...]
      html.removeSubrange(frame.start...)
    case .template(let attributes):
      let children = Array(html[frame.start...])
      html.removeSubrange(frame.start...)
      appendTemplate(frame.name, attributes: attributes, children: children)
    }
  }

  /// Notes that a block is written: a `<p>` or a heading around it would end there, so it becomes a
  /// `<div>`.
  mutating func noteBlock(_ name: String) {
    if paragraph != nil { paragraph?.holdsBlock = true }
    guard openBlocklessElements > 0 else { return }
    for index in frames.indices {
      let open = frames[index].name
      if open == "p" || HTMLElements.cannotHold(open).contains(name) {
        frames[index].isDivision = true
      }
    }
  }

  /// Closes what is still open inside a container that ends.
  mutating func closeFrames(downTo depth: Int) {
    while let frame = frames.last, frame.depth >= depth {
      reportUnclosed(frame)
      closeFrame()
    }
  }

  private mutating func reportUnclosed(_ frame: Frame) {
    if case .admonition(let colons) = frame.kind {
      report(
        .warning, "markdown/unclosed-admonition", "The admonition is never closed",
        at: frame.source,
        hint: "write a line with \(String(repeating: ":", count: colons)) where it ends")
    } else if !HTMLElements.closesByItself.contains(frame.name) {
      report(
        .warning, "mdx/unclosed-tag", "<\(frame.name)> is never closed", at: frame.source,
        hint: "write </\(frame.name)> where it ends, or &lt; where no tag is meant")
    }
  }

  /// Closes the element or component of a closing tag, and what is still open inside it.
  mutating func closeTag(_ tag: MDXTag, _ construct: Construct?) {
    guard let index = frames.lastIndex(where: { $0.name == tag.name && !$0.isAdmonition }) else {
      reportStray(tag, construct)
      return
    }
    let target = frames[index]
    if target.depth < depth {
      // Opened outside of this container, such as the paragraph that the closing tag ends.
      if paragraph?.depth == depth, target.depth == depth - 1 {
        pendingClosings.append((tag, construct))
      } else {
        reportStray(tag, construct)
      }
      return
    }
    while frames.count > index + 1 {
      if let inner = frames.last { reportUnclosed(inner) }
      closeFrame()
    }
    closeFrame()
  }

  /// Closes what a paragraph's last tags have closed, now that the paragraph itself has ended.
  mutating func closePending() {
    let pending = pendingClosings
    pendingClosings = []
    for (tag, construct) in pending { closeTag(tag, construct) }
  }

  private mutating func reportStray(_ tag: MDXTag, _ construct: Construct?) {
    report(
      .warning, "mdx/stray-closing-tag", "</\(tag.name)> closes nothing that is open here",
      at: tag.source, hint: "delete it, or open <\(tag.name)> in the same paragraph or list item")
    if let construct { appendAsText(construct) }
  }
}

extension Frame {
  var isElement: Bool {
    if case .element = kind { return true }
    return false
  }

  var isAdmonition: Bool {
    if case .admonition = kind { return true }
    return false
  }
}

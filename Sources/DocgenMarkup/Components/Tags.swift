import DocgenCore

/// What a tag in MDX becomes.
extension DocumentRenderer {
  mutating func appendTag(_ tag: MDXTag, _ construct: Construct) {
    if tag.form == .closing {
      closeTag(tag, construct)
      return
    }
    guard frames.count < Self.deepestFrame else {
      report(
        .warning, "mdx/too-deep", "There are \(Self.deepestFrame) elements open here already",
        at: tag.source, hint: "close some; this tag is shown as text")
      appendAsText(construct)
      return
    }
    let outside = frames.count
    if tag.name.isEmpty {
      open(.component, "", closing: "", tag.source)
    } else if tag.isComponent {
      openComponent(tag)
    } else {
      openElement(tag)
    }
    guard tag.form == .selfClosing else { return }
    while frames.count > outside { closeFrame() }
  }

  /// An element written in JSX or HTML.
  private mutating func openElement(_ tag: MDXTag) {
    guard prepareElement(tag.name, at: tag.source) else { return }
    let tagStart = html.count
    html.append("<\(tag.name)")
    let content = appendAttributes(of: tag)
    html.append(">")
    if HTMLElements.void.contains(tag.name) { return }
    open(
      .element, tag.name, closing: "</\(tag.name)>", tag.source, tagStart: tagStart,
      isLink: tag.name == "a")
    if let content { appendRawHTML(content.html, within: content.source) }
  }

  /// Makes room for an element: ends the ones that it ends by standing there.
  ///
  /// - Returns: False where it can't stand; what is inside it is shown without it.
  mutating func prepareElement(_ name: String, at range: Range<Int>) -> Bool {
    while let frame = frames.last, frame.isElement, frame.depth >= depth,
      HTMLElements.ended(by: name).contains(frame.name)
    {
      closeFrame()
    }
    if let outer = elementRefusing(name) {
      report(
        .warning, "mdx/nested-element", "<\(name)> can't stand inside <\(outer)>", at: range,
        hint: "close <\(outer)> before it; what is inside <\(name)> is shown without it")
      if !HTMLElements.void.contains(name) { open(.component, name, closing: "", range) }
      return false
    }
    if HTMLElements.block.contains(name) { noteBlock(name) }
    return true
  }

  /// The open element in which an HTML parser would not take this one.
  private func elementRefusing(_ name: String) -> String? {
    if let outer = frames.last(where: { $0.isElement && HTMLElements.holdsText.contains($0.name) })
    {
      return outer.name
    }
    if name == "a", linkDepth > 0 { return "a" }
    let others = HTMLElements.cannotHold(name)
    guard !others.isEmpty else { return nil }
    if let heading, others.contains("h1") { return "h\(heading.level)" }
    return frames.last { $0.isElement && others.contains($0.name) }?.name
  }

  /// Writes a tag's attributes as HTML's.
  ///
  /// - Returns: the content that `dangerouslySetInnerHTML` names; usually nothing.
  @discardableResult
  mutating func appendAttributes(
    of tag: MDXTag, except left: Set<String> = []
  ) -> (html: [UInt8], source: Range<Int>)? {
    var content: (html: [UInt8], source: Range<Int>)?
    let hasSize = tag.attributes.contains { $0.name == "width" || $0.name == "height" }
    for attribute in tag.lastAttributes where !left.contains(attribute.name) {
      switch attribute.name {
      case "key", "ref": continue
      case "dangerouslySetInnerHTML":
        if case .node(let node) = value(of: attribute), let inner = node["__html"]?.string {
          content = (Array(inner.utf8), attribute.source)
          continue
        }
      default: break
      }
      append(attribute, of: tag, hasSize: hasSize)
    }
    for spread in tag.spreads { reportUnknown(tag, shortened(spread), at: spread) }
    return content
  }

  private mutating func append(_ attribute: MDXTag.Attribute, of tag: MDXTag, hasSize: Bool) {
    let name = AttributeNames.html(attribute.name)
    switch value(of: attribute) {
    case .flag(let flag) where AttributeNames.saysTrueOrFalse(name):
      appendAttribute(name, flag ? "true" : "false", of: tag, at: attribute.source, hasSize: false)
    case .null, .flag(false): return
    case .flag(true): html.append(" \(name)=\"\"")
    case .text(let text), .url(let text):
      appendAttribute(name, text, of: tag, at: attribute.source, hasSize: hasSize)
    case .node(let node) where name == "style":
      appendAttribute(name, StyleObject.css(node), of: tag, at: attribute.source, hasSize: false)
    case .node, .unknown:
      reportUnknown(tag, attribute.name, at: attribute.source)
    }
  }

  private mutating func reportUnknown(_ tag: MDXTag, _ what: String, at range: Range<Int>) {
    report(
      .warning, "mdx/unknown-attribute-value",
      "The value of '\(what)' on <\(tag.name)> can't be known without running it", at: range,
      hint: "the attribute is left out; write its value as text")
  }

  mutating func appendAttribute(
    _ name: String, _ text: String, of tag: MDXTag, at range: Range<Int>, hasSize: Bool
  ) {
    if name == "id" || (name == "name" && tag.name == "a") { document.elementIDs.append(text) }
    if AttributeNames.isURL(name, on: tag.name) {
      appendSlot(.link(document.links.count))
      document.links.append(
        DocumentLink(
          kind: .attribute(element: tag.name, name: name), destination: text,
          position: positions.position(of: range.lowerBound), hasSize: hasSize))
      return
    }
    html.append(" \(name)=\"")
    HTMLEscaping.appendEscaped(text, into: &html)
    html.append("\"")
  }
}

/// Links, images and what can only be linked to.
extension MarkdownWriter {
  /// - Returns: where the HTML goes on: behind a link without words.
  mutating func openLink(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) -> Int {
    // Anchors: a heading's permalink, its other ids, `<a id="x"></a>`.
    let isEmpty = html.firstIndex(of: "</a>", from: tag.end) == tag.end
    if isEmpty { return tag.end + 4 }
    let href = tag.attribute("href", in: html) ?? []
    if href.starts(with: "#user-content-fn".utf8) {
      let close = html.firstIndex(of: "</a>", from: tag.end).map { $0 + 4 } ?? html.count
      if tag.attribute("data-footnote-ref", in: html) != nil {
        prepare()
        lines.append("[^")
        lines.append(href.dropFirst("#user-content-fn-".utf8.count))
        lines.append(ASCII.closeBracket)
      }
      return close
    }
    guard !href.isEmpty, linkDepth == 0 else {
      frames.append(Frame(name: tag.name, kind: .inline))
      return tag.end
    }
    prepare()
    if lines.bytes.last == ASCII.exclamation {
      lines.remove(from: lines.bytes.count - 1)
      lines.append("\\!")
    }
    let kind = Frame.Kind.link(
      href: addresses.absolute(href), title: tag.attribute("title", in: html),
      start: lines.bytes.count)
    lines.append(ASCII.openBracket)
    linkDepth += 1
    frames.append(Frame(name: tag.name, kind: kind))
    return tag.end
  }

  /// Writes where a link leads, behind its words.
  mutating func endLink(_ index: Int) {
    guard case .link(let href, let title, let start?) = frames[index].kind else { return }
    frames[index].kind = .link(href: href, title: title, start: nil)
    linkDepth -= 1
    let words = lines.bytes[(start + 1)...]
    if title == nil, words.elementsEqual(href), href.contains(ASCII.colon) {
      lines.remove(from: start)
      lines.append(ASCII.less)
      lines.append(href)
      lines.append(ASCII.greater)
      return
    }
    lines.append(ASCII.closeBracket)
    appendTarget(href, title: title)
  }

  private mutating func appendTarget(_ href: [UInt8], title: [UInt8]?) {
    let needsBrackets = href.contains {
      $0 == ASCII.openParenthesis || $0 == ASCII.closeParenthesis || $0 <= ASCII.space
    }
    lines.append(ASCII.openParenthesis)
    if needsBrackets { lines.append(ASCII.less) }
    for byte in href {
      if byte == ASCII.pipe, isInCell { lines.append(ASCII.backslash) }
      lines.append(byte == ASCII.newline ? ASCII.space : byte)
    }
    if needsBrackets { lines.append(ASCII.greater) }
    if let title, !title.isEmpty {
      lines.append(" \"")
      appendAttributeText(title, marks: [ASCII.quote, ASCII.backslash])
      lines.append(ASCII.quote)
    }
    lines.append(ASCII.closeParenthesis)
  }

  /// An attribute's text on one line.
  private mutating func appendAttributeText(_ text: [UInt8], marks: [UInt8]) {
    for byte in text {
      if marks.contains(byte) || byte == ASCII.pipe && isInCell { lines.append(ASCII.backslash) }
      lines.append(byte == ASCII.newline ? ASCII.space : byte)
    }
  }

  /// Of two pictures for the colour modes one is enough.
  mutating func appendImage(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    guard let source = tag.attribute("src", in: html), !source.isEmpty,
      tag.attribute("class", in: html)?.suffix(18).elementsEqual("themed-image--dark".utf8) != true
    else { return }
    prepare()
    lines.append("![")
    appendAttributeText(
      tag.attribute("alt", in: html) ?? [],
      marks: [ASCII.openBracket, ASCII.closeBracket, ASCII.backslash])
    lines.append(ASCII.closeBracket)
    appendTarget(addresses.absolute(source), title: tag.attribute("title", in: html))
  }

  /// Films and embedded pages: a link to them.
  mutating func appendMedia(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) -> Int {
    if let source = tag.attribute("src", in: html), !source.isEmpty {
      let href = addresses.absolute(source)
      let name = tag.attribute("title", in: html) ?? href
      if !isInWords { endBlock() }
      prepare()
      lines.append(ASCII.openBracket)
      appendAttributeText(
        name, marks: [ASCII.openBracket, ASCII.closeBracket, ASCII.backslash])
      lines.append(ASCII.closeBracket)
      appendTarget(href, title: nil)
      endBlock()
    }
    guard tag.name == Name.iframe else {
      if tag.name != Name.source { frames.append(Frame(name: tag.name, kind: .block)) }
      return tag.end
    }
    return html.firstIndex(of: "</iframe", from: tag.end)
      .map { HTMLTag(in: html, at: $0).end } ?? html.count
  }
}

/// What elements mean in Markdown.
extension MarkdownWriter {
  /// - Returns: where the HTML goes on.
  mutating func appendTag(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) -> Int {
    if tag.isClosing {
      close(tag.name)
      return tag.end
    }
    switch tag.name {
    case Name.p: openBlock(tag, in: html, label: "tab-label")
    case Name.li: openItem(tag, in: html)
    case Name.ul: openList(tag.name, next: nil)
    case Name.ol:
      openList(tag.name, next: tag.attribute("start", in: html).flatMap { Int(text($0)) } ?? 1)
    case Name.a: return openLink(tag, in: html)
    case Name.code:
      let close = html.firstIndex(of: "</code", from: tag.end) ?? html.count
      appendCodeSpan(html, tag.end..<close)
      return close < html.count ? HTMLTag(in: html, at: close).end : close
    case Name.strong, Name.b: openStrong(tag.name)
    case Name.em, Name.i: openEmphasis(tag.name)
    case Name.del, Name.s:
      prepare()
      lines.append("~~")
      frames.append(Frame(name: tag.name, kind: .strike))
    case Name.sup, Name.sub: openKept(tag, in: html)
    case Name.span: openSpan(tag, in: html)
    case Name.div: return openDivision(tag, in: html)
    case Name.h1, Name.h2, Name.h3, Name.h4, Name.h5, Name.h6:
      return openHeading(tag, in: html)
    case Name.pre: return appendCodeBlock(tag, in: html)
    case Name.blockquote: openQuote(tag.name)
    case Name.summary, Name.dt:
      endBlock()
      openLabel(tag.name)
    case Name.table: openTable(tag.name)
    case Name.tr: openRow(tag.name)
    case Name.td, Name.th: openCell(tag, in: html)
    case Name.img: appendImage(tag, in: html)
    case Name.br: appendBreak()
    case Name.hr:
      endBlock()
      if isInWords { break }
      lines.open()
      lines.append("---")
      endBlock()
    case Name.input: appendBox(tag, in: html)
    case Name.iframe, Name.video, Name.audio, Name.source: return appendMedia(tag, in: html)
    case Name.script: return end(of: "</script", in: html, from: tag.end)
    case Name.style: return end(of: "</style", in: html, from: tag.end)
    case Name.svg: return end(of: "</svg", in: html, from: tag.end)
    case Name.template: return end(of: "</template", in: html, from: tag.end)
    case Name.button: return end(of: "</button", in: html, from: tag.end)
    case 0, Name.thead, Name.tbody, Name.tfoot, Name.wbr, Name.col, Name.embed, Name.track: break
    default:
      let isInline = Name.isInline(tag.name)
      if !isInline { endBlock() }
      frames.append(Frame(name: tag.name, kind: isInline ? .inline : .block))
    }
    return tag.end
  }

  private func end(
    of mark: StaticString, in html: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    html.firstIndex(of: mark, from: start).map { HTMLTag(in: html, at: $0).end } ?? html.count
  }

  // MARK: Blocks

  private mutating func openBlock(
    _ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>, label: StaticString
  ) {
    endBlock()
    noteLoose()
    if let name = tag.attribute("class", in: html), name.elementsEqual(bytes(of: label)) {
      openLabel(tag.name)
    } else {
      frames.append(Frame(name: tag.name, kind: .block))
    }
  }

  /// A paragraph in an item means that blank lines part the list's items.
  private mutating func noteLoose() {
    guard let frame = frames.last, case .item = frame.kind else { return }
    frames[frames.count - 1].isLoose = true
  }

  private mutating func openLabel(_ name: UInt64) {
    prepare()
    if strongDepth == 0 { lines.append("**") }
    strongDepth += 1
    frames.append(Frame(name: name, kind: .label))
  }

  private mutating func openDivision(
    _ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>
  ) -> Int {
    endBlock()
    let name = tag.attributes.count > 1 ? tag.attribute("class", in: html) ?? [] : []
    if name.starts(with: "theme-admonition ".utf8) {
      openQuote(tag.name)
    } else if name.elementsEqual("admonition-heading".utf8) {
      openLabel(tag.name)
    } else if name.elementsEqual("code-block-title".utf8) {
      let close = html.firstIndex(of: "</div", from: tag.end) ?? html.count
      var title: [UInt8] = []
      HTMLText.append(html, tag.end..<close, to: &title)
      codeTitle = title
      return close < html.count ? HTMLTag(in: html, at: close).end : close
    } else {
      frames.append(Frame(name: tag.name, kind: .block))
    }
    return tag.end
  }

  private mutating func openQuote(_ name: UInt64) {
    endBlock()
    noteLoose()
    guard !isInWords else {
      frames.append(Frame(name: name, kind: .block))
      return
    }
    lines.enter(first: [ASCII.greater, ASCII.space], rest: [ASCII.greater, ASCII.space])
    frames.append(Frame(name: name, kind: .quote))
  }

  private mutating func openHeading(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) -> Int {
    endBlock()
    // The heading of the footnotes is there for screen readers.
    if tag.attribute("class", in: html)?.elementsEqual("sr-only".utf8) == true {
      return end(of: "</h2", in: html, from: tag.end)
    }
    guard !isInWords else {
      frames.append(Frame(name: tag.name, kind: .block))
      return tag.end
    }
    let level = Int(tag.name & 0xFF) - Int(ASCII.zero)
    lines.open()
    let start = lines.lineStart
    for _ in 0..<level { lines.append(ASCII.hash) }
    lines.append(ASCII.space)
    let id = tag.attribute("id", in: html).map { text($0) } ?? ""
    sections.append(MarkdownPage.Section(id: id, level: level, title: "", start: start))
    isInHeading = true
    frames.append(Frame(name: tag.name, kind: .heading(section: lines.bytes.count)))
    return tag.end
  }

  // MARK: Lists

  private mutating func openList(_ name: UInt64, next: Int?) {
    let isNested = frames.last.map { if case .item = $0.kind { !$0.isLoose } else { false } }
    endBlock()
    if isNested == true { lines.needsBlank = false }
    frames.append(Frame(name: name, kind: .list(next: next)))
  }

  private mutating func openItem(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    guard !isInWords else {
      gap = .space
      frames.append(Frame(name: tag.name, kind: .inline))
      return
    }
    if lines.isOpen { lines.endBlock() }
    gap = .none
    var mark: [UInt8] = [ASCII.hyphen, ASCII.space]
    if let id = tag.attribute("id", in: html), id.starts(with: "user-content-fn-".utf8) {
      mark = Array("[^".utf8) + id.dropFirst("user-content-fn-".utf8.count) + Array("]: ".utf8)
      lines.enter(first: mark, rest: [UInt8](repeating: ASCII.space, count: 4))
    } else {
      if let last = frames.indices.last, case .list(let next?) = frames[last].kind {
        mark = Array("\(next). ".utf8)
        frames[last].kind = .list(next: next + 1)
      }
      lines.enter(first: mark, rest: [UInt8](repeating: ASCII.space, count: mark.count))
    }
    frames.append(Frame(name: tag.name, kind: .item))
  }

  private mutating func appendBox(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    guard tag.attribute("type", in: html)?.elementsEqual("checkbox".utf8) == true else { return }
    prepare()
    lines.append(tag.attribute("checked", in: html) == nil ? "[ ]" : "[x]")
  }

  // MARK: Words

  mutating func openStrong(_ name: UInt64) {
    prepare()
    if strongDepth == 0 { lines.append("**") }
    strongDepth += 1
    frames.append(Frame(name: name, kind: .strong))
  }

  private mutating func openEmphasis(_ name: UInt64) {
    prepare()
    if emphasisDepth == 0 { lines.append(ASCII.asterisk) }
    emphasisDepth += 1
    frames.append(Frame(name: name, kind: .emphasis))
  }

  private mutating func openKept(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    let isNote = html.firstIndex(of: "<a href=\"#user-content-fn", from: tag.end) == tag.end
    guard !isNote else {
      frames.append(Frame(name: tag.name, kind: .inline))
      return
    }
    prepare()
    lines.append(tag.name == Name.sup ? "<sup>" : "<sub>")
    frames.append(
      Frame(name: tag.name, kind: .kept(tag.name == Name.sup ? "</sup>" : "</sub>")))
  }

  /// A card's link ends with its title; its description stands behind it.
  private mutating func openSpan(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    if let last = frames.indices.last, case .link = frames[last].kind,
      tag.attribute("class", in: html)?.elementsEqual("card__description".utf8) == true
    {
      endLink(last)
      lines.append(ASCII.colon)
      gap = .space
    }
    frames.append(Frame(name: tag.name, kind: .inline))
  }

  private mutating func appendBreak() {
    guard lines.isOpen else { return }
    if isInCell {
      lines.append("<br>")
    } else if isInHeading {
      gap = .space
    } else {
      lines.append(ASCII.backslash)
      gap = .line
    }
  }

  private func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

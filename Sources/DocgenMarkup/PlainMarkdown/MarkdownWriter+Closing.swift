/// The ends of elements.
extension MarkdownWriter {
  /// Ends the innermost element of that name and all in it. What authors wrote as HTML may have ends
  /// without beginnings.
  mutating func close(_ name: UInt64) {
    if frames.last?.name == name {
      closeFrame()
    } else if let index = frames.lastIndex(where: { $0.name == name }) {
      while frames.count > index { closeFrame() }
    }
  }

  mutating func closeFrame() {
    guard let frame = frames.last else { return }
    switch frame.kind {
    case .inline: break
    case .block: endBlock()
    case .quote:
      lines.leave()
      endBlock()
    case .list: endBlock()
    case .item: closeItem(frame)
    case .label:
      closeStrong()
      endBlock()
    case .heading(let start):
      isInHeading = false
      if let last = sections.indices.last, start <= lines.bytes.count {
        sections[last].title = text(lines.bytes[start...])
      }
      endBlock()
    case .strong: closeStrong()
    case .emphasis:
      emphasisDepth -= 1
      if emphasisDepth == 0 { lines.append(ASCII.asterisk) }
    case .strike: lines.append("~~")
    case .kept(let end): lines.append(end)
    case .link: endLink(frames.count - 1)
    case .table:
      tables.removeLast()
      endBlock()
    case .row: closeRow()
    case .cell: closeCell()
    }
    frames.removeLast()
  }

  private mutating func closeStrong() {
    strongDepth -= 1
    if strongDepth == 0 { lines.append("**") }
  }

  /// A list is loose where one of its items is.
  private mutating func closeItem(_ frame: Frame) {
    gap = .none
    lines.leave()
    let isLoose = frame.isLoose
    if frames.count > 1, isLoose { frames[frames.count - 2].isLoose = true }
    lines.needsBlank = isLoose
  }
}

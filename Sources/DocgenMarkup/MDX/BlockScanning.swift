/// Blocks that the scanner has to know itself: fences, which hide what is in them, and admonitions'
/// lines.
extension ConstructScanner {
  mutating func openFence(at content: Int, end: Int, isQuoted: Bool) -> Bool {
    let marker = source[content]
    var position = content
    while position < end, source[position] == marker { position += 1 }
    let count = position - content
    guard count >= 3 else { return false }
    let info = source[position..<end]
    if marker == ASCII.backtick, info.contains(ASCII.backtick) { return false }
    let isUnwrapped = info.drop(while: ASCII.isSpaceOrTab)
      .starts(with: Array("mdx-code-block".utf8))
    fence = Fence(marker: marker, count: count, isQuoted: isQuoted, isUnwrapped: isUnwrapped)
    if isUnwrapped { replaceLine(from: content, end: end) } else { skipLine(end) }
    return true
  }

  /// True where the line belongs to the open fence and has been dealt with.
  mutating func continueFence(
    _ open: Fence, content: Int, end: Int, isQuoted: Bool
  ) -> Bool {
    if open.isQuoted, !isQuoted {
      fence = nil
      return false
    }
    var position = content
    while position < end, source[position] == open.marker { position += 1 }
    let rest = source[position..<end]
    let closes = position - content >= open.count && rest.allSatisfy(ASCII.isWhitespace)
    if closes {
      fence = nil
      if open.isUnwrapped { replaceLine(from: content, end: end) } else { skipLine(end) }
      isAfterBlank = false
      return true
    }
    if open.isUnwrapped { return false }
    skipLine(end)
    return true
  }

  private mutating func skipLine(_ end: Int) {
    index = min(end + 1, source.count)
  }

  /// Leaves nothing of a line but its end.
  private mutating func replaceLine(from content: Int, end: Int) {
    copy(upTo: content)
    copied = end
    skipLine(end)
  }

  // MARK: Admonitions

  mutating func scanAdmonitionLine(at content: Int, end: Int) -> Bool {
    if let colons = AdmonitionLine.closingColons(in: source, from: content, to: end) {
      // One that closes nothing is text, and stays in its paragraph.
      guard let outermost = openAdmonitions.firstIndex(where: { $0 <= colons }) else {
        result.strayAdmonitionEnds.append(content..<end)
        return false
      }
      openAdmonitions.removeSubrange(outermost...)
      place(.admonitionEnd(colons: colons), source: content..<end, isFlow: true)
      skipLine(end)
      return true
    }
    guard let line = AdmonitionLine(in: source, from: content, to: end) else { return false }
    guard syntax.admonitionKeywords.contains(line.keyword) else {
      result.unknownAdmonitions.append((line.keyword, content..<end))
      return false
    }
    openAdmonitions.append(line.colons)
    place(.admonitionStart(line), source: content..<end, isFlow: true)
    skipLine(end)
    return true
  }
}

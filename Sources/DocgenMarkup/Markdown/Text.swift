import CCMarkGFM

/// Running text: escapes, emoji, autolinks and strikethrough in one pass.
extension DocumentRenderer {
  mutating func appendText(_ literal: UnsafeBufferPointer<UInt8>, of node: CommonMark.Node) {
    if paragraph?.isUnravelled == true, paragraph?.tagDepth == 0,
      literal.allSatisfy(ASCII.isWhitespace)
    {
      return
    }
    let marks = strikethrough.marks(in: node)
    var runStart = 0
    var index = 0
    while true {
      index = Self.candidate(in: literal, from: index)
      guard index < literal.count else { break }
      guard let found = special(at: index, in: literal, from: runStart, marks: marks) else {
        index += 1
        continue
      }
      appendPlain(UnsafeBufferPointer(rebasing: literal[runStart..<found.range.lowerBound]))
      write(found, of: node)
      runStart = found.range.upperBound
      index = runStart
    }
    appendPlain(UnsafeBufferPointer(rebasing: literal[runStart...]))
  }

  /// The next byte that may start something, or the end.
  private static func candidate(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.firstIndex(ofAny: "\u{01}\u{02}:@~wWW", from: start)
  }

  private struct Special {
    enum Kind {
      case nothing
      case emoji([UInt8])
      case link(destination: String)
      case strikethrough(opens: Bool)
    }

    var kind: Kind
    var range: Range<Int>
    var shown: [UInt8] = []
  }

  /// What starts (or, for a URL, is recognised) at `index`; it may reach back to `start`.
  private mutating func special(
    at index: Int, in literal: UnsafeBufferPointer<UInt8>, from start: Int, marks: [Int: Bool]?
  ) -> Special? {
    switch literal[index] {
    case Placeholder.joiner, Placeholder.mark:
      return Special(kind: .nothing, range: index..<index + 1)
    case ASCII.tilde:
      guard let opens = marks?[index] else { return nil }
      let isDouble = index + 1 < literal.count && literal[index + 1] == ASCII.tilde
      return Special(kind: .strikethrough(opens: opens), range: index..<index + (isDouble ? 2 : 1))
    default: break
    }
    // A link goes no further than the strikethrough that it stands in.
    let end = marks?.keys.filter { $0 > index }.min() ?? literal.count
    if linkDepth == 0, alternativeText == nil,
      let link = Autolink.find(
        at: index, in: UnsafeBufferPointer(rebasing: literal[..<end]), from: start)
    {
      return Special(
        kind: .link(destination: link.destination), range: link.range,
        shown: Array(literal[link.range]))
    }
    guard literal[index] == ASCII.colon, options.hasEmoji,
      let (emoji, end) = emoji(at: index, in: literal)
    else { return nil }
    return Special(kind: .emoji(emoji), range: index..<end)
  }

  private mutating func write(_ special: Special, of node: CommonMark.Node) {
    switch special.kind {
    case .nothing: break
    case .emoji(let bytes): bytes.withUnsafeBufferPointer { appendPlain($0) }
    case .strikethrough(let opens): appendMarkup(opens ? "<del>" : "</del>", isInContents: true)
    case .link(let destination):
      html.append("<a")
      appendLinkSlot(.link, destination: destination, of: node, shown: special.shown)
      html.append(">")
      special.shown.withUnsafeBufferPointer { appendPlain($0) }
      html.append("</a>")
    }
  }

  /// Text without anything special in it.
  mutating func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    if alternativeText != nil {
      alternativeText?.append(contentsOf: bytes)
      return
    }
    HTMLEscaping.appendEscaped(bytes, into: &html)
    if heading != nil {
      heading?.text.append(contentsOf: bytes)
      heading?.appendContents(bytes)
    }
  }

  /// `:name:`.
  private func emoji(
    at start: Int, in literal: UnsafeBufferPointer<UInt8>
  ) -> ([UInt8], end: Int)? {
    var end = start + 1
    while end < literal.count, end - start < 64, literal[end] != ASCII.colon {
      let byte = literal[end]
      guard
        ASCII.isAlphanumeric(byte) || byte == ASCII.underscore || byte == ASCII.plus
          || byte == ASCII.hyphen
      else { return nil }
      end += 1
    }
    guard end < literal.count, end > start + 1, literal[end] == ASCII.colon,
      let found = EmojiShortcodes.emoji(
        for: UnsafeBufferPointer(rebasing: literal[start + 1..<end]))
    else { return nil }
    return (found, end + 1)
  }
}

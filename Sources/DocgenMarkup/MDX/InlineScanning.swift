/// Constructs in running text.
extension ConstructScanner {
  /// Reads the rest of a line, from `index`. A code span or a tag may lead on to a later line of the
  /// same paragraph, which ends at `limit`.
  mutating func scanInline(limit: Int) {
    var index = self.index
    while true {
      index = source.withUnsafeBufferPointer { Self.special(in: $0, from: index) }
      guard index < source.count else { break }
      switch source[index] {
      case ASCII.newline:
        self.index = index + 1
        return
      case ASCII.backslash:
        index = scanEscape(at: index)
      case ASCII.backtick:
        index = endOfCodeSpan(from: index, limit: limit)
      case ASCII.closeBracket:
        index = endOfLinkDestination(from: index, limit: limit)
      case ASCII.asterisk:
        index = scanEmphasisRun(from: index)
      case ASCII.less where syntax.isMDX:
        index = scanInlineTag(at: index, limit: limit)
      case ASCII.openBrace where syntax.isMDX:
        index = scanInlineExpression(at: index, limit: limit)
      default:
        index += 1
      }
    }
    self.index = index
  }

  /// The next byte that may mean something, or the end.
  private static func special(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.firstIndex(ofAny: "\n\\`]*<{{", from: start)
  }

  private mutating func placeLiteral(_ range: Range<Int>) {
    place(.literal(range), source: range, isFlow: false)
  }

  /// cmark-gfm undoes escapes; those of marks that are found in its text later on must survive it.
  private mutating func scanEscape(at start: Int) -> Int {
    guard start + 1 < source.count else { return start + 1 }
    switch source[start + 1] {
    case ASCII.newline:
      return start + 1
    case ASCII.tilde, ASCII.colon:
      place(.literal(start + 1..<start + 2), source: start..<start + 2, isFlow: false)
      return start + 2
    default:
      return start + 2
    }
  }

  /// Behind the code span that starts here, or behind its backticks where nothing closes them.
  private mutating func endOfCodeSpan(from start: Int, limit: Int) -> Int {
    var opened = start
    while opened < limit, source[opened] == ASCII.backtick { opened += 1 }
    let count = opened - start
    guard count <= Self.longestCodeMark, !unclosedBackticks.contains(count) else {
      return opened
    }
    var position = opened
    while let tick = source.firstIndex(of: ASCII.backtick, from: position, to: limit) {
      position = tick
      while position < limit, source[position] == ASCII.backtick { position += 1 }
      if position - tick == count { return position }
    }
    unclosedBackticks.append(count)
    return opened
  }

  /// Behind `](destination`, so that braces and stars in a URL stay what they are. The title, if
  /// any, is text again.
  private func endOfLinkDestination(from start: Int, limit: Int) -> Int {
    guard start + 1 < limit, source[start + 1] == ASCII.openParenthesis else { return start + 1 }
    var position = start + 2
    while position < limit, ASCII.isSpaceOrTab(source[position]) { position += 1 }
    if position < limit, source[position] == ASCII.less {
      let lineEnd = min(limit, source.endOfLine(from: position))
      let close = source.firstIndex(of: ASCII.greater, from: position, to: lineEnd)
      return close.map { $0 + 1 } ?? start + 2
    }
    var depth = 0
    while position < limit, !ASCII.isWhitespace(source[position]) {
      switch source[position] {
      case ASCII.backslash: position += 1
      case ASCII.openParenthesis: depth += 1
      case ASCII.closeParenthesis:
        if depth == 0 { return position }
        depth -= 1
      default: break
      }
      position += 1
    }
    return min(position, limit)
  }

  /// CommonMark decides by the characters around a run of `*` whether it can open or close emphasis,
  /// and takes punctuation for the edge of a word. In CJK text there are no spaces at words' edges,
  /// so `**注意：**这里` stays literal. A joiner between the punctuation and the run, where the other
  /// side is CJK text, makes it count as a letter (the rule of CJK-friendly emphasis).
  private mutating func scanEmphasisRun(from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] == ASCII.asterisk { end += 1 }
    let before = source.scalar(before: start, from: 0)
    let after = source.scalar(at: end)
    guard before >= 0x80 || after >= 0x80 else { return end }
    let cjkBefore = CJK.contains(before)
    let cjkAfter = CJK.contains(after)
    if isPunctuation(before), cjkAfter || (CJK.isPunctuation(before) && !isSpaceLike(after)) {
      insertJoiner(at: start)
    }
    if isPunctuation(after), cjkBefore || (CJK.isPunctuation(after) && !isSpaceLike(before)) {
      insertJoiner(at: end)
    }
    return end
  }

  private func isSpaceLike(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000
  }

  private mutating func scanInlineTag(at start: Int, limit: Int) -> Int {
    if let (kind, end) = htmlComment(at: start, limit: limit) {
      place(kind, source: start..<end, isFlow: false)
      return end
    }
    guard let tag = tag(at: start, limit: limit) else {
      // `<!DOCTYPE`, `<?php`, `</`: HTML to cmark-gfm, text to MDX. Autolinks stay.
      if start + 1 < limit, [ASCII.exclamation, ASCII.question].contains(source[start + 1]) {
        placeLiteral(start..<start + 1)
      }
      return start + 1
    }
    let raw = rawElement(tag, limit: limit)
    if raw == nil, isText(tag) {
      place(.unknownTag(tag), source: start..<start + 1, isFlow: false)
      return start + 1
    }
    let (kind, end) = raw ?? (.tag(tag), tag.source.upperBound)
    place(kind, source: start..<end, isFlow: false)
    return end
  }

  private mutating func scanInlineExpression(at start: Int, limit: Int) -> Int {
    guard let (kind, end) = expression(at: start, limit: limit) else { return start + 1 }
    place(kind, source: start..<end, isFlow: false)
    return end
  }
}

/// Code, which nothing is done to.
extension MarkdownWriter {
  /// A code block: what stands up to `</pre>`.
  ///
  /// - Returns: where it ends.
  mutating func appendCodeBlock(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) -> Int {
    let close = html.firstIndex(of: "</pre", from: tag.end) ?? html.count
    let end = close < html.count ? HTMLTag(in: html, at: close).end : close
    if isInWords {
      appendCodeSpan(html, tag.end..<close)
      return end
    }
    var code: [UInt8] = []
    code.reserveCapacity(close - tag.end)
    HTMLText.append(html, tag.end..<close, to: &code)
    while code.last == ASCII.newline { code.removeLast() }
    endBlock()
    lines.open()
    let fence = [UInt8](
      repeating: ASCII.backtick, count: max(3, Self.longestRun(of: ASCII.backtick, in: code) + 1))
    lines.append(fence)
    appendFenceInfo(tag.attribute("class", in: html) ?? [])
    lines.wrap()
    if !code.isEmpty {
      lines.appendLines(of: code)
      lines.wrap()
    }
    lines.append(fence)
    endBlock()
    return end
  }

  private mutating func appendFenceInfo(_ classes: [UInt8]) {
    if classes.elementsEqual("mermaid".utf8) { lines.append("mermaid") }
    for name in classes.split(separator: ASCII.space) where name.starts(with: "language-".utf8) {
      let language = name.dropFirst("language-".utf8.count)
      // What fences without a language are, too.
      if !language.elementsEqual("text".utf8) || codeTitle != nil { lines.append(language) }
    }
    guard let title = codeTitle else { return }
    codeTitle = nil
    let quote = title.contains(ASCII.quote) ? ASCII.apostrophe : ASCII.quote
    lines.append(" title=")
    lines.append(quote)
    lines.append(title)
    lines.append(quote)
  }

  /// `code`, between as many backticks as it needs.
  mutating func appendCodeSpan(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var code: [UInt8] = []
    HTMLText.append(html, range, to: &code)
    guard !code.isEmpty else { return }
    prepare()
    let mark = [UInt8](
      repeating: ASCII.backtick, count: Self.longestRun(of: ASCII.backtick, in: code) + 1)
    let needsSpace =
      code.first == ASCII.backtick || code.last == ASCII.backtick
      || (code.first == ASCII.space && code.last == ASCII.space && code.contains { $0 != 0x20 })
    lines.append(mark)
    if needsSpace { lines.append(ASCII.space) }
    for byte in code {
      if byte == ASCII.pipe, isInCell { lines.append(ASCII.backslash) }
      lines.append(byte == ASCII.newline ? ASCII.space : byte)
    }
    if needsSpace { lines.append(ASCII.space) }
    lines.append(mark)
  }

  private static func longestRun(of wanted: UInt8, in bytes: [UInt8]) -> Int {
    guard bytes.firstIndex(of: wanted, from: 0, to: bytes.count) != nil else { return 0 }
    var (longest, run) = (0, 0)
    for byte in bytes {
      run = byte == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a text stands, from `start` on.
  func firstIndex(of text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var index = start
    while let found = firstIndex(of: text.utf8Start[0], from: index, to: count) {
      guard found + length <= count else { return nil }
      var offset = 1
      while offset < length, self[found + offset] == text.utf8Start[offset] { offset += 1 }
      if offset == length { return found }
      index = found + 1
    }
    return nil
  }
}

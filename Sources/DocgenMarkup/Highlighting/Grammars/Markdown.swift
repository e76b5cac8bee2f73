extension Language {
  static let markdown = Language("markdown", aliases: ["md", "mdx", "mkd"]) { scanner in
    var lexer = MarkdownLexer()
    lexer.lex(&scanner)
  }
}

/// Markdown by lines: headings, fences, quotes and list marks; code spans, emphasis and links in
/// the rest of a line.
struct MarkdownLexer {
  /// The run that opened the fence we are in.
  private var fence: (byte: UInt8, length: Int)?

  mutating func lex(_ scanner: inout CodeScanner) {
    lexFrontMatter(&scanner)
    while !scanner.isAtEnd {
      let end = scanner.lineEnd(from: scanner.position)
      scanner.embed(upTo: end) { lexLine(&$0) }
      scanner.position = min(end + 1, scanner.end)
    }
  }

  private func lexFrontMatter(_ scanner: inout CodeScanner) {
    guard scanner.starts(with: "---\n", at: 0), scanner.position == 0,
      let close = scanner.index(of: Array("\n---".utf8), from: 3)
    else { return }
    scanner.embed(upTo: close, Language.yaml.lex)
  }

  private mutating func lexLine(_ scanner: inout CodeScanner) {
    let start = scanner.position
    scanner.skip(.blanks)
    if lexFence(&scanner, from: start) { return }
    if fence != nil {
      scanner.position = scanner.end
      scanner.emit(.string, from: start)
      return
    }
    let mark = scanner.position
    switch scanner.current {
    case UInt8(ascii: "#"):
      let text = scanner.index(after: "#", from: mark)
      if text - mark <= 6, ByteSet.blanks.contains(scanner[text]) || text == scanner.end {
        scanner.position = scanner.end
        scanner.emit(.heading, from: mark)
      }
    case UInt8(ascii: ">"): scanner.take(1, as: .comment)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if ByteSet.blanks.contains(scanner[mark + 1]) { scanner.take(1, as: .keyword) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): lexOrderedMark(&scanner)
    case UInt8(ascii: ":") where scanner.starts(with: ":::", at: mark):
      scanner.position = scanner.index(after: ByteSet.identifierPart.union(":"), from: mark)
      scanner.emit(.keyword, from: mark)
    default: break
    }
    lexInline(&scanner)
  }

  private func lexOrderedMark(_ scanner: inout CodeScanner) {
    let end = scanner.index(after: .digits, from: scanner.position)
    if (".)" as ByteSet).contains(scanner[end]), ByteSet.blanks.contains(scanner[end + 1]) {
      scanner.take(end + 1 - scanner.position, as: .keyword)
    }
  }

  private mutating func lexFence(_ scanner: inout CodeScanner, from start: Int) -> Bool {
    let byte = scanner.current
    guard ("`~" as ByteSet).contains(byte) else { return false }
    let end = scanner.index(after: ByteSet([byte]), from: scanner.position)
    let length = end - scanner.position
    guard length >= 3 else { return false }
    if let open = fence {
      let isClosing = scanner.index(after: .whitespace, from: end) == scanner.end
      guard open.byte == byte, length >= open.length, isClosing else { return false }
      fence = nil
    } else {
      fence = (byte, length)
    }
    scanner.position = scanner.end
    scanner.emit(.keyword, from: start)
    return true
  }

  private func lexInline(_ scanner: inout CodeScanner) {
    // Runs without a partner are few; looking for one again behind them would be quadratic.
    var hasCode = true
    var hasBold = true
    while !scanner.isAtEnd {
      let start = scanner.position
      switch scanner.current {
      case UInt8(ascii: "\\"): scanner.position = min(start + 2, scanner.end)
      case UInt8(ascii: "`") where hasCode: hasCode = lexSpan("`", as: .string, &scanner)
      case UInt8(ascii: "*") where hasBold && scanner[start + 1] == UInt8(ascii: "*"):
        hasBold = lexSpan("**", as: .constant, &scanner)
      case UInt8(ascii: "]") where scanner[start + 1] == UInt8(ascii: "("):
        let target = start + 2
        scanner.position = scanner.index(of: UInt8(ascii: ")"), from: target)
        scanner.emit(.attributeValue, from: target)
      case UInt8(ascii: "<"): lexTag(&scanner)
      default: scanner.position += 1
      }
    }
  }

  private func lexSpan(
    _ mark: String, as kind: TokenKind, _ scanner: inout CodeScanner
  ) -> Bool {
    let start = scanner.position
    let mark = Array(mark.utf8)
    guard let close = scanner.index(of: mark, from: start + mark.count) else {
      scanner.position = start + 1
      return false
    }
    scanner.position = close + mark.count
    scanner.emit(kind, from: start)
    return true
  }

  private func lexTag(_ scanner: inout CodeScanner) {
    let start = scanner.position
    let next = scanner[start + 1]
    guard ByteSet.letters.contains(next) || ("/!" as ByteSet).contains(next) else {
      scanner.position += 1
      return
    }
    scanner.position = min(scanner.index(of: UInt8(ascii: ">"), from: start) + 1, scanner.end)
    scanner.emit(.tag, from: start)
  }
}

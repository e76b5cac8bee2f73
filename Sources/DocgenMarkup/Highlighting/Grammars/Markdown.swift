extension Language {
  static let markdown = Language("markdown", aliases: ["md", "mdx", "mkd"]) { scanner in
    var lexer = MarkdownLexer()
    lexer.lex(&scanner)
  }
}

/// Markdown by lines: headings, fences, quotes and list marks; code spans, emphasis and links in
/// the rest of a line; code in fences by its own lexer.
struct MarkdownLexer {
  /// A fence's run, and the language behind it.
  private struct Fence {
    var byte: UInt8
    var length: Int
    var language: Language?
  }

  mutating func lex(_ scanner: inout CodeScanner) {
    lexFrontMatter(&scanner)
    while !scanner.isAtEnd {
      if lexComment(&scanner) { continue }
      let end = scanner.lineEnd(from: scanner.position)
      if let fence = fence(scanner, upTo: end) {
        scanner.take(end - scanner.position, as: .keyword)
        lexCode(&scanner, in: fence)
      } else {
        scanner.embed(upTo: end) { lexLine(&$0) }
      }
      scanner.position = min(scanner.position + 1, scanner.end)
    }
  }

  /// `<!-- … -->` at a line's start, which may go over lines.
  private func lexComment(_ scanner: inout CodeScanner) -> Bool {
    let start = scanner.position
    guard scanner.starts(with: "<!--", at: start) else { return false }
    let close = scanner.index(of: Array("-->".utf8), from: start + 4)
    scanner.position = close.map { $0 + 3 } ?? scanner.end
    scanner.emit(.comment, from: start)
    return true
  }

  private func lexFrontMatter(_ scanner: inout CodeScanner) {
    guard scanner.starts(with: "---\n", at: 0), scanner.position == 0,
      let close = scanner.index(of: Array("\n---".utf8), from: 3)
    else { return }
    scanner.embed(upTo: close, Language.yaml.lex)
  }

  private mutating func lexLine(_ scanner: inout CodeScanner) {
    scanner.skip(.blanks)
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

  /// The fence that the line up to `end` opens or closes.
  private func fence(_ scanner: borrowing CodeScanner, upTo end: Int) -> Fence? {
    let start = scanner.index(after: .blanks, from: scanner.position)
    let byte = scanner[start]
    guard ("`~" as ByteSet).contains(byte) else { return nil }
    let info = scanner.index(after: ByteSet([byte]), from: start)
    guard info - start >= 3, scanner.index(of: UInt8(ascii: "`"), from: info) >= end else {
      return nil
    }
    let name = scanner.index(after: .blanks, from: info)
    let nameEnd = scanner.index(after: ByteSet.identifierPart.union("-+#"), from: name)
    let language = String(decoding: scanner.bytes(from: name, to: nameEnd), as: UTF8.self)
    return Fence(
      byte: byte, length: info - start, language: Self.language(named: language.lowercased()))
  }

  /// Markdown in Markdown stays plain, so that no nesting is too deep.
  private static func language(named name: String) -> Language? {
    Language.named(name).flatMap { $0.name == Language.markdown.name ? nil : $0 }
  }

  /// Reads from the end of a fence's opening line to that of its closing one.
  private func lexCode(_ scanner: inout CodeScanner, in open: Fence) {
    scanner.position = min(scanner.position + 1, scanner.end)
    var line = scanner.position
    var lineEnd = line
    while line < scanner.end {
      lineEnd = scanner.lineEnd(from: line)
      if closes(open, scanner, from: line, to: lineEnd) { break }
      line = min(lineEnd + 1, scanner.end)
    }
    if let language = open.language { scanner.embed(upTo: line, language.lex) }
    let start = scanner.position
    scanner.position = line
    if open.language == nil { scanner.emit(.string, from: start) }
    scanner.take(lineEnd - line, as: .keyword)
  }

  private func closes(
    _ open: Fence, _ scanner: borrowing CodeScanner, from line: Int, to lineEnd: Int
  ) -> Bool {
    let start = scanner.index(after: .blanks, from: line)
    let end = scanner.index(after: ByteSet([open.byte]), from: start)
    return end - start >= open.length && scanner.index(after: .whitespace, from: end) >= lineEnd
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

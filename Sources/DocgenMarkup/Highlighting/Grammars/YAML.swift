extension Language {
  static let yaml = Language("yaml", aliases: ["yml", "eyaml"]) { scanner in
    var lexer = YAMLLexer()
    lexer.lex(&scanner)
  }
}

/// YAML by lines: keys, what kind of scalar a value is, and blocks by their indentation.
struct YAMLLexer {
  /// Flow collections open: inside, commas and brackets end scalars.
  private var flowDepth = 0

  private static let words = WordTable(
    [.boolean: "true false yes no on off", .constant: "null"], ignoresCase: true)
  private static let flowEnd: ByteSet = ",[]{}"
  private static let numberStart = ByteSet.digits.union("+-.")
  private static let numberPart = ByteSet.digits.union(".-+:_eExXabcdefABCDEFTZ")

  mutating func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let lineStart = scanner.position
      lexLine(&scanner, lineStart)
      if scanner.current == UInt8(ascii: "\n"), !scanner.isAtEnd { scanner.position += 1 }
    }
  }

  private mutating func lexLine(_ scanner: inout CodeScanner, _ lineStart: Int) {
    scanner.skip(.blanks)
    if scanner.starts(with: "---", at: lineStart) || scanner.starts(with: "...", at: lineStart) {
      scanner.position = lineStart + 3
      flowDepth = 0
    }
    var indentation = scanner.position - lineStart
    while scanner.current == UInt8(ascii: "-"), flowDepth == 0,
      ByteSet.whitespace.contains(scanner[scanner.position + 1])
    {
      indentation = scanner.position - lineStart
      scanner.position += 1
      scanner.skip(.blanks)
    }
    if lexKey(&scanner), flowDepth == 0 {
      indentation = max(indentation, column(scanner, lineStart))
    }
    while !scanner.isAtEnd, scanner.current != UInt8(ascii: "\n") {
      lexValue(&scanner, indentation: indentation)
    }
  }

  /// The column of the key just read, for a block scalar below it: behind any dashes.
  private func column(_ scanner: borrowing CodeScanner, _ lineStart: Int) -> Int {
    scanner.index(after: " -\t", from: lineStart) - lineStart
  }

  /// Reads `key:`, if the line has one here.
  private func lexKey(_ scanner: inout CodeScanner) -> Bool {
    if scanner.current == UInt8(ascii: "#") { return false }
    let start = scanner.position
    var end = start
    if ByteSet.quotes.contains(scanner.current), scanner.current != UInt8(ascii: "`") {
      end = quotedEnd(scanner, spansLines: false)
    } else {
      while end < scanner.end, scanner[end] != UInt8(ascii: "\n") {
        if scanner[end] == UInt8(ascii: ":"), isColon(scanner, end) { break }
        if scanner[end] == UInt8(ascii: "#"), ByteSet.blanks.contains(scanner[end - 1]) {
          return false
        }
        if flowDepth > 0 || end == start, Self.flowEnd.contains(scanner[end]) { return false }
        end += 1
      }
    }
    guard end > start, scanner[end] == UInt8(ascii: ":"), isColon(scanner, end) else {
      return false
    }
    scanner.position = end + 1
    scanner.emit(.property, from: start, to: end)
    return true
  }

  private func isColon(_ scanner: borrowing CodeScanner, _ index: Int) -> Bool {
    index + 1 >= scanner.end || ByteSet.whitespace.contains(scanner[index + 1])
      || (flowDepth > 0 && Self.flowEnd.contains(scanner[index + 1]))
  }

  private mutating func lexValue(_ scanner: inout CodeScanner, indentation: Int) {
    let start = scanner.position
    switch scanner.current {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): scanner.position += 1
    case UInt8(ascii: "#") where start == 0 || ByteSet.whitespace.contains(scanner[start - 1]):
      scanner.skipLine()
      scanner.emit(.comment, from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      scanner.position = quotedEnd(scanner, spansLines: true)
      let isKey = flowDepth > 0 && scanner.current == UInt8(ascii: ":")
      scanner.emit(isKey ? .property : .string, from: start)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      flowDepth += 1
      lexFlowEntry(&scanner)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      flowDepth = max(0, flowDepth - 1)
      scanner.position += 1
    case UInt8(ascii: ",") where flowDepth > 0: lexFlowEntry(&scanner)
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      scanner.skip(ByteSet.whitespace.union(Self.flowEnd).inverted)
      scanner.emit(scanner[start] == UInt8(ascii: "!") ? .className : .variable, from: start)
    case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0:
      lexBlock(&scanner, indentation: indentation)
    default: lexPlain(&scanner)
    }
  }

  private func lexFlowEntry(_ scanner: inout CodeScanner) {
    scanner.position += 1
    scanner.skip(.blanks)
    _ = lexKey(&scanner)
  }

  /// The place behind the quoted scalar at the position.
  private func quotedEnd(_ scanner: borrowing CodeScanner, spansLines: Bool) -> Int {
    let quote = scanner.current
    var index = scanner.position + 1
    while index < scanner.end, scanner[index] != quote {
      if !spansLines, scanner[index] == UInt8(ascii: "\n") { return index }
      index += quote == UInt8(ascii: "\"") && scanner[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, scanner.end)
  }

  private func lexPlain(_ scanner: inout CodeScanner) {
    let start = scanner.position
    var end = start
    while end < scanner.end, scanner[end] != UInt8(ascii: "\n") {
      if flowDepth > 0, Self.flowEnd.contains(scanner[end]) { break }
      if scanner[end] == UInt8(ascii: "#"), ByteSet.blanks.contains(scanner[end - 1]) { break }
      end += 1
    }
    scanner.position = max(end, start + 1)
    while end > start, ByteSet.whitespace.contains(scanner[end - 1]) { end -= 1 }
    let word = scanner.bytes(from: start, to: end)
    if let kind = Self.words.kind(of: word) {
      scanner.emit(kind, from: start, to: end)
    } else if let first = word.first, Self.numberStart.contains(first),
      word.contains(where: ByteSet.digits.contains), word.allSatisfy(Self.numberPart.contains)
    {
      scanner.emit(.number, from: start, to: end)
    } else if word.count == 1, word[0] == UInt8(ascii: "~") {
      scanner.emit(.constant, from: start, to: end)
    }
  }

  /// Reads `|` or `>` with the lines below it that are indented further than its parent.
  private func lexBlock(_ scanner: inout CodeScanner, indentation: Int) {
    scanner.position = scanner.index(after: ByteSet.digits.union("|>+-"), from: scanner.position)
    scanner.skip(.blanks)
    let comment = scanner.position
    scanner.skipLine()
    if scanner[comment] == UInt8(ascii: "#") {
      scanner.emit(.comment, from: comment)
    } else if comment < scanner.position, scanner[comment] != UInt8(ascii: "\r") {
      return  // `> text` is no block but text.
    }
    let start = scanner.position
    var end = start
    while end < scanner.end {
      let content = scanner.index(after: " ", from: end + 1)
      let isBlank = ("\r\n" as ByteSet).contains(scanner[content]) && content < scanner.end
      if !isBlank, content - end - 1 <= indentation { break }
      end = scanner.lineEnd(from: content)
      if !isBlank { scanner.position = end }
    }
    scanner.emit(.string, from: start)
  }
}

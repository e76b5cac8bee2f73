extension Language {
  static let diff = Language("diff", aliases: ["patch", "udiff"]) { scanner in
    var lexer = DiffLexer()
    while !scanner.isAtEnd { lexer.lexLine(&scanner) }
  }
}

/// Diffs by lines. A removed line that begins with two dashes looks like the head of a file, which is
/// told by the line behind it.
struct DiffLexer {
  private var isBehindOldName = false

  mutating func lexLine(_ scanner: inout CodeScanner) {
    let start = scanner.position
    scanner.skipLine()
    if let kind = kind(ofLineAt: start, scanner) { scanner.emit(kind, from: start) }
    scanner.position = min(scanner.position + 1, scanner.end)
  }

  private mutating func kind(
    ofLineAt line: Int, _ scanner: borrowing CodeScanner
  ) -> TokenKind? {
    let isNewName = isBehindOldName
    isBehindOldName =
      scanner.starts(with: "--- ", at: line)
      && scanner.starts(with: "+++ ", at: scanner.position + 1)
    if isNewName || isBehindOldName { return .heading }
    for head: StaticString in ["diff ", "index ", "***"] where scanner.starts(with: head, at: line)
    {
      return .heading
    }
    return switch scanner[line] {
    case UInt8(ascii: "+"), UInt8(ascii: ">"): .inserted
    case UInt8(ascii: "-"), UInt8(ascii: "<"): .deleted
    case UInt8(ascii: "@"): .function
    default: nil
    }
  }
}

extension Language {
  static let diff = Language("diff", aliases: ["patch", "udiff"]) { scanner in
    while !scanner.isAtEnd {
      let start = scanner.position
      scanner.skipLine()
      if let kind = diffKind(scanner, start) { scanner.emit(kind, from: start) }
      scanner.position = min(scanner.position + 1, scanner.end)
    }
  }

  private static func diffKind(_ scanner: borrowing CodeScanner, _ line: Int) -> TokenKind? {
    for head: StaticString in ["diff ", "index ", "--- ", "+++ ", "***"]
    where scanner.starts(with: head, at: line) {
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

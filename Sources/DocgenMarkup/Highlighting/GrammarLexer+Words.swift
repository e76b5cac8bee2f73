/// Words and numbers: what is reserved, a key, a call, and what only looks like it.
extension GrammarLexer {
  private static let signs: ByteSet = "+-"
  private static let exponents: ByteSet = "eE"
  private static let comparisonEnd: ByteSet = "=>"
  /// What follows a name, and no word that introduces something. The end of the code is NUL.
  private static let behindName: ByteSet = "=:,;).]}?|&<>+/!\r\n\0"
  private static let infixWords = WordTable([
    .keyword: "and or is in if else not instanceof as of"
  ])
  /// Words that a colon follows without making them names.
  private static let labelWords = WordTable([.keyword: "default else"])

  mutating func lexWord(_ scanner: inout CodeScanner) {
    let start = scanner.position
    scanner.position = scanner.index(after: grammar.identifierPart, from: start + 1)
    let word = scanner.bytes(from: start, to: scanner.position)
    if ByteSet.quotes.contains(scanner.current), grammar.stringPrefixes.kind(of: word) != nil,
      openDelimited(&scanner, from: start)
    {
      return
    }
    if isKey(scanner, from: start) {
      scanner.emit(.property, from: start)
    } else if !isMember(scanner, start), let kind = reservedKind(of: word, scanner) {
      scanner.emit(kind, from: start)
      if kind == .keyword { keywordEnd = scanner.position }
    } else if let kind = kindByShape(word, scanner) {
      scanner.emit(kind, from: start)
    }
  }

  /// Whether the word is what a dot or an arrow selects: `x.default` is no keyword.
  private func isMember(_ scanner: borrowing CodeScanner, _ start: Int) -> Bool {
    switch scanner[start - 1] {
    case UInt8(ascii: "."): scanner[start - 2] != UInt8(ascii: ".")
    case UInt8(ascii: ">"): scanner[start - 2] == UInt8(ascii: "-")
    default: false
    }
  }

  private func reservedKind(
    of word: UnsafeBufferPointer<UInt8>, _ scanner: borrowing CodeScanner
  ) -> TokenKind? {
    if let kind = grammar.words.kind(of: word) {
      let isLabel = (kind == .keyword || kind == .builtin) && isLabel(scanner)
      return isLabel && Self.labelWords.kind(of: word) == nil ? nil : kind
    }
    guard let kind = grammar.softWords.kind(of: word) else { return nil }
    // A name stands before a sign or a word between two values: no `type is …`, but `type Name`.
    let next = scanner.index(after: .blanks, from: scanner.position)
    guard next > scanner.position, !Self.behindName.contains(scanner[next]) else { return nil }
    let wordEnd = scanner.index(after: .identifierPart, from: next)
    let isInfix = Self.infixWords.kind(of: scanner.bytes(from: next, to: wordEnd)) != nil
    return isInfix ? nil : kind
  }

  private func isLabel(_ scanner: borrowing CodeScanner) -> Bool {
    let mark = scanner.position + (scanner.current == UInt8(ascii: "?") ? 1 : 0)
    return grammar.labelMarks.contains(scanner[mark]) && scanner[mark + 1] != scanner[mark]
  }

  private func kindByShape(
    _ word: UnsafeBufferPointer<UInt8>, _ scanner: borrowing CodeScanner
  ) -> TokenKind? {
    if let capitalized = grammar.capitalized, ByteSet.capitals.contains(word[0]),
      grammar.capitalizedPart.map(word.contains) ?? true
    {
      if word.contains(where: ByteSet.smallLetters.contains) || word.count == 1 {
        return capitalized
      }
      if scanner.current != UInt8(ascii: "(") { return .constant }
    }
    let isCall =
      grammar.callMarks.contains(scanner.current)
      && scanner[scanner.position + 1] != UInt8(ascii: "=")
    return isCall ? .function : nil
  }

  /// Whether a key's delimiter follows, and is not a comparison or an arrow.
  func isKey(_ scanner: borrowing CodeScanner, from start: Int) -> Bool {
    guard grammar.hasKeys, !grammar.keysStartLines || startsLine(scanner, start) else {
      return false
    }
    let next = scanner.index(after: .blanks, from: scanner.position)
    guard grammar.keyDelimiters.contains(scanner[next]) else { return false }
    return !Self.comparisonEnd.contains(scanner[next + 1]) && scanner[next + 1] != scanner[next]
  }

  /// Whether only blanks stand before `start` on its line, or a keyword: `export NAME=`.
  private func startsLine(_ scanner: borrowing CodeScanner, _ start: Int) -> Bool {
    var before = start - 1
    while before >= 0, ByteSet.blanks.contains(scanner[before]) { before -= 1 }
    return before < 0 || scanner[before] == UInt8(ascii: "\n") || before + 1 == keywordEnd
  }

  func lexNumber(_ scanner: inout CodeScanner) {
    let start = scanner.position
    while true {
      scanner.position = scanner.index(after: .identifierPart, from: scanner.position)
      let next = scanner[scanner.position + 1]
      if scanner.current == UInt8(ascii: "."), ByteSet.digits.contains(next) {
        scanner.position += 1
      } else if Self.signs.contains(scanner.current), ByteSet.digits.contains(next),
        Self.exponents.contains(scanner[scanner.position - 1]), scanner[start + 1] != 0x78
      {
        scanner.position += 1
      } else {
        break
      }
    }
    scanner.emit(isKey(scanner, from: start) ? .property : .number, from: start)
  }
}

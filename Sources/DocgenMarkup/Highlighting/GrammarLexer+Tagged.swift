/// Texts whose ends their authors choose: tagged strings and here-documents.
extension GrammarLexer {
  /// Reads `$tag$ … $tag$` and the like, up to the same tag or the end.
  func lexTagged(_ scanner: inout CodeScanner) -> Bool {
    let start = scanner.position
    for rule in grammar.tagged where scanner.starts(with: rule.open.before, at: start) {
      let tag = start + rule.open.before.count
      let tagEnd = scanner.index(after: rule.tagPart, from: tag)
      guard scanner.starts(with: rule.open.behind, at: tagEnd) else { continue }
      let end = rule.close.before + scanner.bytes(from: tag, to: tagEnd) + rule.close.behind
      let close = scanner.index(of: end, from: tagEnd + rule.open.behind.count)
      scanner.position = close.map { $0 + end.count } ?? scanner.end
      scanner.emit(rule.kind, from: start)
      return true
    }
    return false
  }

  /// Reads `<<~NAME`, `<<<'NAME'`. Behind a bare `<<` only capitals tell a name from a shifted value.
  mutating func lexHereDocumentMark(_ scanner: inout CodeScanner) -> Bool {
    let mark = grammar.hereDocumentMark
    guard !mark.isEmpty, scanner.starts(with: mark, at: scanner.position) else { return false }
    var name = scanner.position + mark.count
    let isIndented = ("~-" as ByteSet).contains(scanner[name])
    if isIndented { name += 1 }
    let quote = scanner[name]
    let isQuoted = ByteSet.quotes.contains(quote)
    if isQuoted { name += 1 }
    let end = scanner.index(after: .identifierPart, from: name)
    let isName =
      isIndented || isQuoted || mark.count > 2
      ? ByteSet.identifierStart.contains(scanner[name]) : ByteSet.capitals.contains(scanner[name])
    guard isName, !isQuoted || scanner[end] == quote else { return false }
    hereDocuments.append(Array(scanner.bytes(from: name, to: end)))
    scanner.position = isQuoted ? end + 1 : end
    return true
  }

  /// Leaves here-documents plain: what language they are in, nobody says.
  mutating func skipHereDocuments(_ scanner: inout CodeScanner) {
    for name in hereDocuments {
      while !scanner.isAtEnd {
        let line = scanner.index(after: .blanks, from: scanner.position)
        let isEnd =
          scanner.starts(with: name, at: line)
          && !ByteSet.identifierPart.contains(scanner[line + name.count])
        scanner.position =
          isEnd ? line + name.count : min(scanner.lineEnd(from: line) + 1, scanner.end)
        if isEnd { break }
      }
    }
    hereDocuments = []
  }
}

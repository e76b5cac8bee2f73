extension Language {
  static let bash = Language(
    "bash", aliases: ["sh", "zsh", "shell", "ksh", "fish", "ash", "shellscript"]
  ) { scanner in
    var lexer = BashLexer()
    lexer.lex(&scanner)
  }
}

/// The lexer of the shells: what a word is depends on where in a command it stands.
struct BashLexer {
  /// Whether the next word is a command.
  var expectsCommand = true
  /// The parentheses open since each `"… $(` that is still open, innermost last.
  private var substitutions: [Int] = []
  /// The ends of here-documents that begin at the next line.
  private var hereDocuments: [(end: [UInt8], isIndented: Bool)] = []

  private static let wordEnd: ByteSet = " \t\r\n|&;()<>\"'`$"
  private static let wordPart = wordEnd.inverted
  private static let wordStart: ByteSet = "\n\r\t ;(|&"
  private static let paths: ByteSet = "./~"
  private static let specialVariables: ByteSet = "0123456789@*#?!$-"
  private static let optionPart = ByteSet.identifierPart.union("-.")

  private static let words = WordTable([
    .keyword: """
    if then elif else fi for while until do done case esac in select function time return break \
    continue exit export local readonly declare typeset unset shift trap source alias set exec eval
    """,
    .boolean: "true false",
  ])
  /// Words behind which a command stands.
  private static let commandPrefixes = WordTable([
    .keyword: "if then elif else while until do time exec eval",
    .function: "sudo env nohup xargs command nice",
  ])

  mutating func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      switch scanner.current {
      case UInt8(ascii: "\n"): lexLineEnd(&scanner)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): scanner.position += 1
      case UInt8(ascii: "\""):
        scanner.position += 1
        lexString(&scanner, from: scanner.position - 1)
      case UInt8(ascii: "'"): lexRawString(&scanner)
      case UInt8(ascii: "$"): lexDollar(&scanner)
      case UInt8(ascii: "<"): lexRedirection(&scanner)
      case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "`"):
        scanner.position += 1
        expectsCommand = true
      case UInt8(ascii: "("), UInt8(ascii: ")"): lexParenthesis(&scanner)
      case UInt8(ascii: ">"): scanner.position += 1
      case UInt8(ascii: "#") where isWordStart(scanner):
        let start = scanner.position
        scanner.skipLine()
        scanner.emit(.comment, from: start)
      default: lexWord(&scanner)
      }
    }
  }

  private func isWordStart(_ scanner: borrowing CodeScanner) -> Bool {
    scanner.position == 0 || Self.wordStart.contains(scanner[scanner.position - 1])
  }

  private mutating func lexParenthesis(_ scanner: inout CodeScanner) {
    let isOpening = scanner.current == UInt8(ascii: "(")
    scanner.position += 1
    expectsCommand = isOpening
    guard let depth = substitutions.last else { return }
    if isOpening {
      substitutions[substitutions.count - 1] = depth + 1
    } else if depth > 0 {
      substitutions[substitutions.count - 1] = depth - 1
    } else {
      substitutions.removeLast()
      lexString(&scanner, from: scanner.position - 1)
    }
  }

  private mutating func lexWord(_ scanner: inout CodeScanner) {
    let start = scanner.position
    // A prompt copied with its command.
    if scanner.isAtLineStart, scanner.starts(with: "% ", at: start) {
      scanner.take(1, as: .prompt)
      return
    }
    if scanner.current == UInt8(ascii: "\\") {
      scanner.position = min(start + 2, scanner.end)
      return
    }
    scanner.skip(Self.wordPart)
    let word = scanner.bytes(from: start, to: scanner.position)
    if expectsCommand {
      lexCommand(word, &scanner, from: start)
    } else if word.count > 1, word[0] == UInt8(ascii: "-"), isWordStart(at: start, scanner) {
      let end = scanner.index(after: Self.optionPart, from: start + 1)
      scanner.emit(.attributeName, from: start, to: min(end, scanner.position))
    } else if word.allSatisfy(ByteSet.digits.contains) {
      scanner.emit(.number, from: start)
    } else if Self.words.kind(of: word) != nil, isStatementWord(word) {
      scanner.emit(.keyword, from: start)
      expectsCommand = word.elementsEqual("do".utf8)
    }
  }

  private func isWordStart(at index: Int, _ scanner: borrowing CodeScanner) -> Bool {
    index == 0 || ByteSet.whitespace.contains(scanner[index - 1])
  }

  /// `in` and `do` are reserved where no command can stand: `for x in a b`.
  private func isStatementWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.elementsEqual("in".utf8) || word.elementsEqual("do".utf8)
  }

  private mutating func lexCommand(
    _ word: UnsafeBufferPointer<UInt8>, _ scanner: inout CodeScanner, from start: Int
  ) {
    let nameEnd = scanner.index(after: .identifierPart, from: start)
    let isName = ByteSet.identifierStart.contains(word[0])
    if isName, scanner[nameEnd] == UInt8(ascii: "="), nameEnd < scanner.position {
      scanner.emit(.variable, from: start, to: nameEnd)
      return
    }
    let kind = Self.words.kind(of: word)
    expectsCommand =
      Self.commandPrefixes.kind(of: word) != nil || word.elementsEqual("{".utf8)
      || word.elementsEqual("!".utf8)
    if let kind {
      scanner.emit(kind, from: start)
    } else if isName || Self.paths.contains(word[0]) {
      scanner.emit(.function, from: start)
    }
  }

  private mutating func lexLineEnd(_ scanner: inout CodeScanner) {
    scanner.position += 1
    expectsCommand = true
    for document in hereDocuments {
      let start = scanner.position
      while !scanner.isAtEnd {
        let line =
          document.isIndented
          ? scanner.index(after: "\t", from: scanner.position)
          : scanner.position
        let end = scanner.lineEnd(from: line)
        if scanner.bytes(from: line, to: end).elementsEqual(document.end) { break }
        scanner.position = min(end + 1, scanner.end)
      }
      scanner.emit(.string, from: start)
      scanner.skipLine()
    }
    hereDocuments = []
  }

  /// `<<EOF`, `<<-'EOF'`; `<<<` is none.
  private mutating func lexRedirection(_ scanner: inout CodeScanner) {
    let start = scanner.position
    scanner.position = scanner.index(after: "<", from: start)
    guard scanner.position - start == 2 else { return }
    let isIndented = scanner.current == UInt8(ascii: "-")
    if isIndented { scanner.position += 1 }
    scanner.skip(.blanks)
    let quote = scanner.current
    let isQuoted = ("\"'\\" as ByteSet).contains(quote)
    if isQuoted { scanner.position += 1 }
    let name = scanner.position
    scanner.skip(.identifierPart)
    guard name < scanner.position else { return }
    hereDocuments.append((Array(scanner.bytes(from: name, to: scanner.position)), isIndented))
    if isQuoted, scanner.current == quote { scanner.position += 1 }
  }

  // MARK: Strings and variables

  private mutating func lexRawString(_ scanner: inout CodeScanner) {
    let start = scanner.position
    let close = scanner.index(of: UInt8(ascii: "'"), from: start + 1)
    scanner.position = min(close + 1, scanner.end)
    scanner.emit(.string, from: start)
    endWord(startingAt: start, scanner)
  }

  /// Reads a `"…"` string up to its end or to a command inside of it.
  private mutating func lexString(_ scanner: inout CodeScanner, from start: Int) {
    endWord(startingAt: start, scanner)
    var start = start
    while !scanner.isAtEnd {
      scanner.position = scanner.index(after: Self.plainInString, from: scanner.position)
      switch scanner.current {
      case UInt8(ascii: "\\"):
        scanner.position = min(scanner.position + 2, scanner.end)
      case UInt8(ascii: "$"):
        scanner.emit(.string, from: start)
        if scanner[scanner.position + 1] == UInt8(ascii: "("),
          substitutions.count < GrammarLexer.deepest
        {
          substitutions.append(0)
          scanner.position += 2
          expectsCommand = true
          return
        }
        start = scanner.position
        if lexVariable(&scanner) { start = scanner.position }
      default:
        scanner.position = min(scanner.position + 1, scanner.end)
        scanner.emit(.string, from: start)
        return
      }
    }
    scanner.emit(.string, from: start)
  }

  private static let plainInString = ("\"\\$" as ByteSet).inverted

  private mutating func lexDollar(_ scanner: inout CodeScanner) {
    if scanner.isAtLineStart, scanner.starts(with: "$ ", at: scanner.position) {
      scanner.take(1, as: .prompt)
      return
    }
    let start = scanner.position
    if lexVariable(&scanner) { endWord(startingAt: start, scanner) }
  }

  /// Behind a string or variable a command has its arguments, unless that was `NAME=`'s value.
  private mutating func endWord(startingAt start: Int, _ scanner: borrowing CodeScanner) {
    if scanner[start - 1] != UInt8(ascii: "=") { expectsCommand = false }
  }

  /// Reads `$name`, `$1`, `${…}`; false and one byte on where it is none.
  private func lexVariable(_ scanner: inout CodeScanner) -> Bool {
    let start = scanner.position
    let next = scanner[start + 1]
    if next == UInt8(ascii: "{") {
      let close = scanner.index(after: ("}\n\"" as ByteSet).inverted, from: start + 2)
      scanner.position = scanner[close] == UInt8(ascii: "}") ? close + 1 : close
    } else if ByteSet.identifierStart.contains(next), next < 0x80 {
      scanner.position = scanner.index(after: .identifierPart, from: start + 2)
    } else if Self.specialVariables.contains(next) {
      scanner.position = start + 2
    } else {
      scanner.position = start + 1
      return false
    }
    scanner.emit(.variable, from: start)
    return true
  }
}

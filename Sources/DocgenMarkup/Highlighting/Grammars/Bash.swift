extension Language {
  static let bash = Language(
    "bash", aliases: ["sh", "zsh", "shell", "ksh", "fish", "ash", "shellscript"]
  ) { scanner in
    if ConsoleLexer.isSession(scanner, prompts: ["$ ", "% ", "❯ "]) {
      ConsoleLexer.lex(&scanner)
    } else {
      var lexer = BashLexer()
      lexer.lex(&scanner)
    }
  }
}

/// The lexer of the shells: what a word is depends on where in a command it stands.
struct BashLexer {
  /// Whether the next word is a command.
  var expectsCommand = true
  /// What words are that are no commands: `AS` in a Dockerfile.
  var argumentWords: WordTable?
  /// In a makefile `$(NAME)` is a variable of Make, and the shell's dollars are doubled.
  var isRecipe = false
  /// Behind `case` or `for`, whose words `in` ends.
  private var expectsIn = false
  /// How many `case` are open, where a word before `)` is a pattern.
  private var cases = 0
  /// The parentheses open outside of strings.
  private var parentheses = 0
  /// In `[[ … ]]`, where no sign begins a command.
  private var isInTest = false
  private var isInBackquotes = false
  /// The line before ended with a backslash, and nothing but a comment has come since.
  private var isContinued = false
  /// The parentheses open since each `"… $(` that is still open, innermost last.
  var substitutions: [Int] = []
  /// The ends of here-documents that begin at the next line.
  private var hereDocuments: [(end: [UInt8], isIndented: Bool)] = []

  private static let wordEnd: ByteSet = " \t\r\n|&;()<>\"'`$"
  private static let wordPart = wordEnd.inverted
  private static let wordStart: ByteSet = "\n\r\t ;(|&"
  private static let paths: ByteSet = "./~"
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
    while !scanner.isAtEnd { lexToken(&scanner) }
  }

  /// Reads up to the line feed that ends a command: behind its continued lines, the lines of its
  /// strings and its here-documents.
  mutating func lexCommandLine(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let isEnd = !isContinued && hereDocuments.isEmpty && substitutions.isEmpty
      if isEnd, scanner.current == UInt8(ascii: "\n") { return }
      lexToken(&scanner)
    }
  }

  private mutating func lexToken(_ scanner: inout CodeScanner) {
    switch scanner.current {
    case UInt8(ascii: "\n"): lexLineEnd(&scanner)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): scanner.position += 1
    case UInt8(ascii: "#") where isWordStart(scanner):
      let start = scanner.position
      scanner.skipLine()
      scanner.emit(.comment, from: start)
    case UInt8(ascii: "\\"): lexEscape(&scanner)
    default:
      isContinued = false
      lexPartOfCommand(&scanner)
    }
  }

  private mutating func lexPartOfCommand(_ scanner: inout CodeScanner) {
    switch scanner.current {
    case UInt8(ascii: "\""):
      scanner.position += 1
      lexString(&scanner, from: scanner.position - 1)
    case UInt8(ascii: "'"): lexRawString(&scanner)
    case UInt8(ascii: "$"): lexDollar(&scanner)
    case UInt8(ascii: "<"): lexRedirection(&scanner)
    case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"): lexSeparator(&scanner)
    case UInt8(ascii: "`"):
      scanner.position += 1
      isInBackquotes.toggle()
      expectsCommand = isInBackquotes
    case UInt8(ascii: "("), UInt8(ascii: ")"): lexParenthesis(&scanner)
    case UInt8(ascii: ">"): scanner.position += 1
    default: lexWord(&scanner)
    }
  }

  /// A backslash with what it escapes; at a line's end the command goes on in the next one.
  private mutating func lexEscape(_ scanner: inout CodeScanner) {
    var end = scanner.position + 1
    if scanner[end] == UInt8(ascii: "\r") { end += 1 }
    isContinued = scanner[end] == UInt8(ascii: "\n")
    scanner.position = min(end + 1, scanner.end)
  }

  /// `|`, `&` and `;` part commands, but for `2>&1`, `&>` and what stands in a test.
  private mutating func lexSeparator(_ scanner: inout CodeScanner) {
    let isRedirection =
      scanner[scanner.position - 1] == UInt8(ascii: ">")
      || (scanner.current == UInt8(ascii: "&")
        && scanner[scanner.position + 1] == UInt8(ascii: ">"))
    scanner.position += 1
    if !isRedirection { expectsCommand = !isInTest }
  }

  private func isWordStart(_ scanner: borrowing CodeScanner) -> Bool {
    scanner.position == 0 || Self.wordStart.contains(scanner[scanner.position - 1])
  }

  private mutating func lexParenthesis(_ scanner: inout CodeScanner) {
    let isOpening = scanner.current == UInt8(ascii: "(")
    // `((` begins arithmetic, which has no commands; `)` without `(` ends a pattern of `case`.
    let isArithmetic =
      scanner[scanner.position - 1] == UInt8(ascii: "(")
      || scanner[scanner.position + 1] == UInt8(ascii: "(")
    expectsCommand = isOpening ? !isArithmetic && !isInTest : cases > 0 && parentheses == 0
    parentheses = max(0, parentheses + (isOpening ? 1 : -1))
    scanner.position += 1
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
    scanner.skip(Self.wordPart)
    let word = scanner.bytes(from: start, to: scanner.position)
    if word.elementsEqual("]]".utf8) { isInTest = false }
    if expectsCommand {
      lexCommand(word, &scanner, from: start)
    } else if lexAssignment(word, &scanner, from: start) {
      return
    } else if word.count > 1, word[0] == UInt8(ascii: "-"), isWordStart(at: start, scanner) {
      let end = scanner.index(after: Self.optionPart, from: start + 1)
      scanner.emit(.attributeName, from: start, to: min(end, scanner.position))
    } else if word.allSatisfy(ByteSet.digits.contains) {
      scanner.emit(.number, from: start)
    } else if expectsIn, word.elementsEqual("in".utf8) {
      scanner.emit(.keyword, from: start)
      expectsIn = false
    } else if let kind = argumentWords?.kind(of: word) {
      scanner.emit(kind, from: start)
    }
  }

  private func isWordStart(at index: Int, _ scanner: borrowing CodeScanner) -> Bool {
    index == 0 || ByteSet.whitespace.contains(scanner[index - 1])
  }

  /// Marks the name in `NAME=value`; false where the word is something else.
  private func lexAssignment(
    _ word: UnsafeBufferPointer<UInt8>, _ scanner: inout CodeScanner, from start: Int
  ) -> Bool {
    let nameEnd = scanner.index(after: .identifierPart, from: start)
    guard ByteSet.identifierStart.contains(word.first ?? 0), nameEnd < scanner.position,
      scanner[nameEnd] == UInt8(ascii: "=") || scanner.starts(with: "+=", at: nameEnd)
    else { return false }
    scanner.emit(.variable, from: start, to: nameEnd)
    return true
  }

  /// Whether the word just read is a pattern in `case`: `)` ends it, or another after `|`.
  private func isPattern(_ scanner: borrowing CodeScanner) -> Bool {
    guard cases > 0, parentheses == 0, substitutions.isEmpty else { return false }
    var end = scanner.position
    let limit = min(scanner.end, end + Self.longestPattern)
    while end < limit, Self.patternPart.contains(scanner[end]) { end += 1 }
    return scanner[end] == UInt8(ascii: ")")
  }

  private static let longestPattern = 100
  private static let patternPart = ByteSet("\n;&()<>".utf8).inverted

  private mutating func lexCommand(
    _ word: UnsafeBufferPointer<UInt8>, _ scanner: inout CodeScanner, from start: Int
  ) {
    if lexAssignment(word, &scanner, from: start) || isPattern(scanner) { return }
    // An option of what stands before the command: `RUN --mount=type=cache`.
    if word.starts(with: "--".utf8), word.contains(UInt8(ascii: "=")) {
      scanner.emit(
        .attributeName, from: start, to: scanner.index(after: Self.optionPart, from: start))
      return
    }
    let kind = Self.words.kind(of: word)
    noteStatement(word)
    expectsCommand =
      Self.commandPrefixes.kind(of: word) != nil || word.elementsEqual("{".utf8)
      || word.elementsEqual("!".utf8)
    if let kind {
      scanner.emit(kind, from: start)
    } else if ByteSet.identifierStart.contains(word[0]) || Self.paths.contains(word[0]) {
      scanner.emit(.function, from: start)
    }
  }

  /// Remembers what changes the meaning of the words to come.
  private mutating func noteStatement(_ word: UnsafeBufferPointer<UInt8>) {
    if word.elementsEqual("case".utf8) { cases += 1 }
    if word.elementsEqual("esac".utf8) { cases = max(0, cases - 1) }
    if word.elementsEqual("[[".utf8) { isInTest = true }
    expectsIn =
      word.elementsEqual("case".utf8) || word.elementsEqual("for".utf8)
      || word.elementsEqual("select".utf8)
  }

  private mutating func lexLineEnd(_ scanner: inout CodeScanner) {
    scanner.position += 1
    expectsCommand = true
    isInTest = false
    isContinued = false
    for document in hereDocuments {
      while !scanner.isAtEnd {
        let line =
          document.isIndented
          ? scanner.index(after: "\t", from: scanner.position)
          : scanner.position
        let end = scanner.lineEnd(from: line)
        if scanner.bytes(from: line, to: end).elementsEqual(document.end) { break }
        scanner.position = min(end + 1, scanner.end)
      }
      scanner.skipLine()
    }
    hereDocuments = []
  }

  /// `<<EOF`, `<<-'EOF'`, whose text stays plain; `<<<` is none.
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
}

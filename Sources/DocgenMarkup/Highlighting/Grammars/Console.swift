extension Language {
  static let console = Language(
    "console",
    aliases: [
      "shell-session", "shellsession", "sh-session", "session", "terminal", "pycon", "python-repl",
    ]
  ) { scanner in
    ConsoleLexer.lex(&scanner)
  }
}

/// A terminal's contents: prompts, the commands behind them, and what those print.
struct ConsoleLexer {
  /// `# ` begins a comment where commands stand behind `$ `, and is root's prompt elsewhere.
  private let hashIsComment: Bool

  static func lex(_ scanner: inout CodeScanner) {
    let lexer = ConsoleLexer(
      hashIsComment: scanner.starts(with: "$ ", at: scanner.position)
        || scanner.index(of: Array("\n$ ".utf8), from: scanner.position) != nil)
    while !scanner.isAtEnd { lexer.lexLine(&scanner) }
  }

  /// Whether code that is said to be a program is what a terminal shows: whether its first line,
  /// comments aside, is a prompt and a command.
  static func isSession(_ scanner: borrowing CodeScanner, prompts: [StaticString]) -> Bool {
    var line = scanner.position
    while line < scanner.end {
      let start = scanner.index(after: .whitespace, from: line)
      if scanner[start] != UInt8(ascii: "#") {
        return prompts.contains { scanner.starts(with: $0, at: start) }
          && (start == 0 || scanner[start - 1] == UInt8(ascii: "\n"))
      }
      line = scanner.lineEnd(from: start)
    }
    return false
  }

  private func lexLine(_ scanner: inout CodeScanner) {
    let start = scanner.position
    if hashIsComment, scanner.current == UInt8(ascii: "#") {
      scanner.skipLine()
      scanner.emit(.comment, from: start)
    } else if let command = promptEnd(scanner) {
      lexCommand(&scanner, at: command)
    } else {
      scanner.skipLine()
      scanner.emit(.output, from: start)
    }
    scanner.position = min(scanner.position + 1, scanner.end)
  }

  private func lexCommand(_ scanner: inout CodeScanner, at command: Int) {
    let start = scanner.position
    let first = scanner.current
    scanner.take(command - start, as: .prompt)
    let lineEnd = scanner.lineEnd(from: command)
    if scanner.starts(with: ":\\", at: start + 1) {
      scanner.embed(upTo: lineEnd, Language.batch.lex)
    } else if scanner.starts(with: "PS", at: start) {
      scanner.embed(upTo: lineEnd, Language.powershell.lex)
    } else if scanner.starts(with: ">>> ", at: start) || first == UInt8(ascii: ".") {
      scanner.embed(upTo: lineEnd, Language.python.lex)
    } else {
      var shell = BashLexer()
      shell.lexCommandLine(&scanner)
    }
  }

  /// How much of a line is looked at for a prompt.
  private static let longestPrompt = 120

  /// Where the command begins if the line has a prompt: `$ `, `user@host:~# `, `PS C:\> `.
  private func promptEnd(_ scanner: borrowing CodeScanner) -> Int? {
    let start = scanner.position
    for prompt: StaticString in ["❯ ", "➜ ", ">>> ", "... ", "> "]
    where scanner.starts(with: prompt, at: start) {
      return start + prompt.utf8CodeUnitCount
    }
    let isWindows =
      scanner.starts(with: "PS ", at: start) || scanner.starts(with: "PS>", at: start)
      || scanner.starts(with: ":\\", at: start + 1)
    var index = start
    var hasHost = false
    while index < min(scanner.end, start + Self.longestPrompt), scanner[index] != UInt8(ascii: "\n")
    {
      switch scanner[index] {
      case UInt8(ascii: "@"): hasHost = true
      case UInt8(ascii: ">") where isWindows:
        return scanner.index(after: " ", from: index + 1)
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        let isPrompt = index == start || hasHost || isVirtualEnvironment(scanner, upTo: index)
        if isPrompt, scanner[index + 1] == UInt8(ascii: " ") { return index + 2 }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// `(venv) ` before a prompt without a host.
  private func isVirtualEnvironment(_ scanner: borrowing CodeScanner, upTo index: Int) -> Bool {
    scanner.current == UInt8(ascii: "(") && scanner[index - 1] == UInt8(ascii: " ")
      && scanner[index - 2] == UInt8(ascii: ")")
  }
}

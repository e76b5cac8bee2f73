extension Language {
  static let console = Language(
    "console", aliases: ["shell-session", "shellsession", "sh-session", "session", "terminal"],
    lex: ConsoleLexer.lex)
}

/// A terminal's contents: prompts, the commands behind them, and what those print.
enum ConsoleLexer {
  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      if let command = promptEnd(scanner) {
        scanner.take(command - start, as: .prompt)
        var end = scanner.lineEnd(from: scanner.position)
        while scanner[end - 1] == UInt8(ascii: "\\"), end < scanner.end {
          end = scanner.lineEnd(from: end + 1)
        }
        scanner.embed(upTo: end, Language.bash.lex)
      } else {
        scanner.skipLine()
        scanner.emit(.output, from: start)
      }
      scanner.position = min(scanner.position + 1, scanner.end)
    }
  }

  /// How much of a line is looked at for a prompt.
  private static let longestPrompt = 120

  /// Where the command begins if the line has a prompt: `$ `, `user@host:~# `, `PS C:\> `.
  private static func promptEnd(_ scanner: borrowing CodeScanner) -> Int? {
    let start = scanner.position
    for prompt: StaticString in ["❯ ", "➜ ", ">>> ", "... ", "> "]
    where scanner.starts(with: prompt, at: start) {
      return start + prompt.utf8CodeUnitCount
    }
    let isWindows =
      scanner.starts(with: "PS ", at: start) || scanner.starts(with: ":\\", at: start + 1)
    var index = start
    var hasHost = false
    while index < min(scanner.end, start + longestPrompt), scanner[index] != UInt8(ascii: "\n") {
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
  private static func isVirtualEnvironment(_ scanner: borrowing CodeScanner, upTo index: Int)
    -> Bool
  {
    scanner.current == UInt8(ascii: "(") && scanner[index - 1] == UInt8(ascii: " ")
      && scanner[index - 2] == UInt8(ascii: ")")
  }
}

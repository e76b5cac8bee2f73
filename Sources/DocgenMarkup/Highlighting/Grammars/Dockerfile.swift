extension Language {
  static let dockerfile = Language(
    "dockerfile", aliases: ["docker", "containerfile"], lex: DockerfileLexer.lex)
}

/// Instructions, and behind each a command or arguments as in a shell.
enum DockerfileLexer {
  private static let instructions = WordTable(
    [
      .keyword: """
      ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL \
      STOPSIGNAL USER VOLUME WORKDIR
      """
    ], ignoresCase: true)

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      scanner.skip(.letters)
      let word = scanner.bytes(from: start, to: scanner.position)
      if instructions.kind(of: word) != nil {
        scanner.emit(.keyword, from: start)
        lexArguments(&scanner, isCommand: word.count == 3 && word[0] | 0x20 == UInt8(ascii: "r"))
      } else {
        scanner.position = start
        lexArguments(&scanner, isCommand: false)
      }
      scanner.position = min(scanner.position + 1, scanner.end)
    }
  }

  private static func lexArguments(_ scanner: inout CodeScanner, isCommand: Bool) {
    var end = scanner.lineEnd(from: scanner.position)
    while end < scanner.end, continues(scanner, lineEnd: end) {
      end = scanner.lineEnd(from: end + 1)
    }
    scanner.embed(upTo: end) { scanner in
      var shell = BashLexer()
      shell.expectsCommand = isCommand
      shell.lex(&scanner)
    }
  }

  private static func continues(_ scanner: borrowing CodeScanner, lineEnd: Int) -> Bool {
    let last = scanner[lineEnd - 1] == UInt8(ascii: "\r") ? lineEnd - 2 : lineEnd - 1
    return scanner[last] == UInt8(ascii: "\\")
  }
}

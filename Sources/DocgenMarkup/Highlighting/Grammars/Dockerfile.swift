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
  /// What an instruction may have inside, by its first letter.
  private static let argumentWords: [UInt8: WordTable] = [
    UInt8(ascii: "f"): WordTable([.keyword: "as"], ignoresCase: true),
    UInt8(ascii: "h"): WordTable([.keyword: "CMD NONE"]),
    UInt8(ascii: "o"): instructions,
  ]

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      scanner.skip(.blanks)
      let start = scanner.position
      scanner.skip(.letters)
      let word = scanner.bytes(from: start, to: scanner.position)
      var shell = BashLexer()
      shell.expectsCommand = false
      if let first = word.first, instructions.kind(of: word) != nil {
        scanner.emit(.keyword, from: start)
        shell.expectsCommand = word.count == 3 && first | 0x20 == UInt8(ascii: "r")
        shell.argumentWords = argumentWords[first | 0x20]
      } else {
        scanner.position = start
      }
      shell.lexCommandLine(&scanner)
      scanner.position = min(scanner.position + 1, scanner.end)
    }
  }
}

extension Language {
  static let make = Language("make", aliases: ["makefile", "mk", "gnumake"], lex: MakeLexer.lex)
}

/// Makefiles by lines: rules, variables, conditionals, and recipes as in a shell.
enum MakeLexer {
  private static let words = WordTable([
    .keyword: """
    define else endef endif export ifdef ifeq ifndef ifneq include override undefine unexport vpath
    """
  ])

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let end = scanner.lineEnd(from: scanner.position)
      if scanner.current == UInt8(ascii: "\t") {
        scanner.embed(upTo: end, Language.bash.lex)
      } else {
        scanner.embed(upTo: end, lexLine)
      }
      scanner.position = min(end + 1, scanner.end)
    }
  }

  private static func lexLine(_ scanner: inout CodeScanner) {
    scanner.skip(.blanks)
    let start = scanner.position
    scanner.skip(ByteSet.identifierPart.union("-"))
    if words.kind(of: scanner.bytes(from: start, to: scanner.position)) != nil {
      scanner.emit(.keyword, from: start)
    }
    let head = scanner.index(after: ("=:#?+!" as ByteSet).inverted, from: start)
    let assigns =
      scanner[head] == UInt8(ascii: "=")
      || scanner[scanner.index(after: ":?+!", from: head)] == UInt8(ascii: "=")
    if assigns {
      scanner.emit(.variable, from: start, to: head)
      scanner.position = head
    } else if scanner[head] == UInt8(ascii: ":") {
      scanner.emit(.function, from: start, to: head)
      scanner.position = head
    }
    lexRest(&scanner)
  }

  private static func lexRest(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      let next = scanner[start + 1]
      switch scanner.current {
      case UInt8(ascii: "#"):
        scanner.position = scanner.end
        scanner.emit(.comment, from: start)
      case UInt8(ascii: "$") where next == UInt8(ascii: "(") || next == UInt8(ascii: "{"):
        scanner.position = scanner.index(after: (")} " as ByteSet).inverted, from: start)
        if scanner.current != UInt8(ascii: " ") { scanner.position += 1 }
        scanner.position = min(scanner.position, scanner.end)
        scanner.emit(.variable, from: start)
      default: scanner.position += 1
      }
    }
  }
}

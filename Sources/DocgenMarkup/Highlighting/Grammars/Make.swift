extension Language {
  static let make = Language("make", aliases: ["makefile", "mk", "gnumake"], lex: MakeLexer.lex)
}

/// Makefiles by lines: rules, variables, conditionals, and recipes as in a shell.
enum MakeLexer {
  private static let conditionals = WordTable([
    .keyword: "else endef endif ifdef ifeq ifndef ifneq include sinclude vpath"
  ])
  /// What may stand before a variable's name.
  private static let modifiers = WordTable([.keyword: "define export override undefine unexport"])
  private static let automaticVariables: ByteSet = "@<^*+?%|"

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let isRecipe = scanner.current == UInt8(ascii: "\t")
      scanner.embed(upTo: continuedLineEnd(scanner), isRecipe ? lexRecipe : lexLine)
      scanner.position = min(scanner.position + 1, scanner.end)
    }
  }

  private static func continuedLineEnd(_ scanner: borrowing CodeScanner) -> Int {
    var end = scanner.lineEnd(from: scanner.position)
    while end < scanner.end {
      let last = scanner[end - 1] == UInt8(ascii: "\r") ? end - 2 : end - 1
      guard scanner[last] == UInt8(ascii: "\\") else { break }
      end = scanner.lineEnd(from: end + 1)
    }
    return end
  }

  /// `@`, `-` and `+` before a command are Make's.
  private static func lexRecipe(_ scanner: inout CodeScanner) {
    scanner.skip("\t @+-")
    var shell = BashLexer()
    shell.isRecipe = true
    shell.lex(&scanner)
  }

  private static func lexLine(_ scanner: inout CodeScanner) {
    scanner.skip(.blanks)
    var start = scanner.position
    var word = wordEnd(scanner)
    while modifiers.kind(of: scanner.bytes(from: start, to: word)) != nil {
      scanner.take(word - start, as: .keyword)
      scanner.skip(.blanks)
      start = scanner.position
      word = wordEnd(scanner)
    }
    if conditionals.kind(of: scanner.bytes(from: start, to: word)) != nil {
      scanner.take(word - start, as: .keyword)
    } else {
      lexHead(&scanner)
    }
    lexRest(&scanner)
  }

  private static func wordEnd(_ scanner: borrowing CodeScanner) -> Int {
    scanner.index(after: ByteSet.identifierPart.union("-"), from: scanner.position)
  }

  /// A variable's name or a rule's targets.
  private static func lexHead(_ scanner: inout CodeScanner) {
    let start = scanner.position
    let head = scanner.index(after: ("=:#?+!" as ByteSet).inverted, from: start)
    let assigns =
      scanner[head] == UInt8(ascii: "=")
      || scanner[scanner.index(after: ":?+!", from: head)] == UInt8(ascii: "=")
    guard assigns || scanner[head] == UInt8(ascii: ":") else { return }
    var end = head
    while end > start, ByteSet.whitespace.contains(scanner[end - 1]) { end -= 1 }
    scanner.emit(assigns ? .variable : .function, from: start, to: end)
    scanner.position = head
  }

  private static func lexRest(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.current == UInt8(ascii: "#") {
        scanner.position = scanner.end
        scanner.emit(.comment, from: start)
      } else if !lexReference(&scanner) {
        scanner.position += 1
      }
    }
  }

  /// Reads `$(NAME)`, `$(call f,$(NAME))`, `$@`; false where Make's dollar is none.
  static func lexReference(_ scanner: inout CodeScanner) -> Bool {
    let start = scanner.position
    guard scanner.current == UInt8(ascii: "$") else { return false }
    let next = scanner[start + 1]
    if automaticVariables.contains(next) {
      scanner.take(2, as: .variable)
      return true
    }
    guard ("({" as ByteSet).contains(next) else { return false }
    var depth = 0
    scanner.position += 1
    repeat {
      if ("({" as ByteSet).contains(scanner.current) { depth += 1 }
      if (")}" as ByteSet).contains(scanner.current) { depth -= 1 }
      scanner.position += 1
    } while depth > 0 && !scanner.isAtEnd
    scanner.emit(.variable, from: start)
    return true
  }
}

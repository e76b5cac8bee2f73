extension Language {
  static let swift = Language(
    "swift",
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        as associatedtype async await borrowing break case catch class consuming continue \
        convenience default defer deinit didSet do dynamic else enum extension fallthrough \
        fileprivate final for func guard if import in indirect init inout internal is isolated lazy \
        let mutating nonisolated nonmutating operator override precedencegroup private protocol \
        public repeat required rethrows return self sending static struct subscript super switch \
        throw throws try typealias unowned var weak where while willSet
        """,
        .boolean: "true false", .constant: "nil", .className: "Self",
      ]),
      softWords: WordTable([
        .keyword: """
        actor any consume copy each get infix macro open optional package postfix prefix set some \
        yield
        """
      ]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true),
        .string("\"\"\"", spansLines: true, interpolation: ("\\(", ")")),
        .string("\"", interpolation: ("\\(", ")")),
      ],
      tagged: [
        Grammar.Tagged(open: ("#", "\"\"\""), close: ("\"\"\"#", ""), tagPart: "#"),
        Grammar.Tagged(open: ("#", "\""), close: ("\"#", ""), tagPart: "#"),
        Grammar.Tagged(.regex, open: ("#", "/"), close: ("/#", ""), tagPart: "#"),
      ],
      sigils: [
        Grammar.Sigil(byte: UInt8(ascii: "@"), kind: .keyword),
        Grammar.Sigil(byte: UInt8(ascii: "#"), kind: .keyword),
        Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable, start: .identifierPart),
      ],
      capitalized: .className, labelMarks: ":", hasRegexLiterals: true))
}

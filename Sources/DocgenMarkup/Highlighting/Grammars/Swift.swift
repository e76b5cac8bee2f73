extension Language {
  static let swift = Language(
    "swift",
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        actor any as associatedtype async await borrowing break case catch class consume consuming \
        continue convenience copy default defer deinit didSet do dynamic each else enum extension \
        fallthrough fileprivate final for func get guard if import in indirect infix init inout \
        internal is isolated lazy let macro mutating nonisolated nonmutating open operator optional \
        override package postfix precedencegroup prefix private protocol public repeat required \
        rethrows return self sending set some static struct subscript super switch throw throws try \
        typealias unowned var weak where while willSet yield
        """,
        .boolean: "true false", .constant: "nil", .className: "Self",
      ]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true),
        .rawString("#\"\"\"", "\"\"\"#"), .rawString("#\"", "\"#", spansLines: false),
        .string("\"\"\"", spansLines: true, interpolation: ("\\(", ")")),
        .string("\"", interpolation: ("\\(", ")")),
      ],
      sigils: [
        Grammar.Sigil(byte: UInt8(ascii: "@"), kind: .keyword),
        Grammar.Sigil(byte: UInt8(ascii: "#"), kind: .keyword),
        Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable, start: .identifierPart),
      ],
      capitalized: .className))
}

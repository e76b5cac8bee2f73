extension Language {
  static let kotlin = Language(
    "kotlin", aliases: ["kt", "kts"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract actual annotation as break by catch class companion const constructor continue \
        crossinline data delegate do dynamic else enum expect external field file final finally \
        for fun get if import in infix init inline inner interface internal is it lateinit \
        noinline object open operator out override package private property protected public \
        reified return sealed set super suspend tailrec this throw try typealias typeof val value \
        var vararg when where while
        """,
        .boolean: "true false", .constant: "null",
      ]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true),
        .string("\"\"\"", spansLines: true, interpolation: ("${", "}")),
        .string("\"", interpolation: ("${", "}")), .character("'"),
      ],
      sigils: [.annotation], capitalized: .className))
}

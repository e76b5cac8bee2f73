extension Language {
  static let kotlin = Language(
    "kotlin", aliases: ["kt", "kts"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract annotation as break catch class companion const constructor continue crossinline \
        do dynamic else enum external final finally for fun if import in infix init inline interface \
        internal is lateinit noinline object operator override package private protected public \
        reified return sealed super suspend tailrec this throw try typealias val var vararg when \
        where while
        """,
        .boolean: "true false", .constant: "null",
      ]),
      softWords: WordTable([
        .keyword: "actual by data expect file get inner open out set value"
      ]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true),
        .string("\"\"\"", spansLines: true, interpolation: ("${", "}")),
        .string("\"", interpolation: ("${", "}")), .character("'"),
      ],
      sigils: [.annotation], capitalized: .className))
}

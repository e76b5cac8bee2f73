extension Language {
  static let graphql = Language(
    "graphql", aliases: ["gql"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        extend implements mutation on query repeatable subscription
        """,
        .boolean: "true false", .constant: "null",
      ]),
      softWords: WordTable([
        .keyword: "directive enum fragment input interface scalar schema type union"
      ]),
      delimited: [.lineComment("#"), .string("\"\"\"", spansLines: true), .string("\"")],
      sigils: [
        .annotation,
        Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable),
      ],
      capitalized: .className, keyDelimiters: ":"))
}

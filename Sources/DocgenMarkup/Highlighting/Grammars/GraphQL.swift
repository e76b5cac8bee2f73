extension Language {
  static let graphql = Language(
    "graphql", aliases: ["gql"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        directive enum extend fragment implements input interface mutation on query repeatable \
        scalar schema subscription type union
        """,
        .boolean: "true false", .constant: "null",
      ]),
      delimited: [.lineComment("#"), .string("\"\"\"", spansLines: true), .string("\"")],
      sigils: [
        .annotation,
        Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable),
      ],
      capitalized: .className, keyDelimiters: ":"))
}

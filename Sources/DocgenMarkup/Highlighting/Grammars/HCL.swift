extension Language {
  static let hcl = Language(
    "hcl", aliases: ["terraform", "tf"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        data for if in locals module moved output provider provisioner resource terraform variable
        """,
        .boolean: "true false", .constant: "null",
      ]),
      delimited: [
        .lineComment("#"), .lineComment("//"), .blockComment("/*", "*/"),
        .string("\"", interpolation: ("${", "}")),
      ],
      identifierPart: .identifierPart.union("-"), keyDelimiters: "="))
}

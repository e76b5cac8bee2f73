extension Language {
  static let scala = Language(
    "scala", aliases: ["sbt"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract case catch class def derives do else end enum export extends extension final \
        finally for forSome given if implicit import inline lazy match new object opaque override \
        package private protected return sealed super then this throw trait transparent try type \
        using val var while with yield
        """,
        .boolean: "true false", .constant: "null",
      ]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true), .rawString("\"\"\""),
        .string("\"", interpolation: ("${", "}")), .character("'"),
      ],
      sigils: [.annotation], capitalized: .className,
      stringPrefixes: WordTable([.string: "s f raw"])))
}

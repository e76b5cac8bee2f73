extension Language {
  static let haskell = Language(
    "haskell", aliases: ["hs", "purescript", "elm"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        as case class data default deriving do else family forall foreign hiding if import in \
        infix infixl infixr instance let module newtype of qualified then type where
        """,
        .boolean: "True False",
      ]),
      delimited: [
        .blockComment("{-", "-}", nests: true), .lineComment("--"), .string("\""), .character("'"),
      ],
      identifierPart: .identifierPart.union("'"), capitalized: .className, callMarks: ""))
}

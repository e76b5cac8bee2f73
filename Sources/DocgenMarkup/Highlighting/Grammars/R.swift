extension Language {
  static let r = Language(
    "r",
    grammar: Grammar(
      words: WordTable([
        .keyword: "break else for function if in next repeat return while library require",
        .boolean: "TRUE FALSE T F", .constant: "NULL NA NaN Inf",
      ]),
      delimited: [
        .lineComment("#"), .string("\"", spansLines: true), .string("'", spansLines: true),
        .rawString("`", spansLines: false),
      ],
      identifierPart: .identifierPart.union(".")))
}

extension Language {
  static let typescript = Language(
    "typescript", aliases: ["ts", "mts", "cts"], grammar: .typescript(hasElements: false))

  static let tsx = Language("tsx", grammar: .typescript(hasElements: true))
}

extension Grammar {
  fileprivate static func typescript(hasElements: Bool) -> Grammar {
    .javascript(
      words: javascriptWords + """
         abstract declare enum implements infer interface keyof override private protected public \
        readonly
        """,
      softWords: javascriptSoftWords
        + " accessor asserts is module namespace satisfies type unique",
      builtin: "any bigint boolean never number object string symbol unknown",
      hasElements: hasElements)
  }
}

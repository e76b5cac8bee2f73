extension Language {
  static let typescript = Language(
    "typescript", aliases: ["ts", "mts", "cts"], grammar: .typescript(hasElements: false))

  static let tsx = Language("tsx", grammar: .typescript(hasElements: true))
}

extension Grammar {
  fileprivate static func typescript(hasElements: Bool) -> Grammar {
    .javascript(
      words: javascriptWords + """
         abstract accessor asserts declare enum implements infer interface is keyof module namespace \
        override private protected public readonly satisfies type unique
        """,
      builtin: "any bigint boolean never number object string symbol unknown",
      hasElements: hasElements)
  }
}

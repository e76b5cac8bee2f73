extension Language {
  static let python = Language(
    "python", aliases: ["py", "py3", "python3", "pyi", "starlark", "bazel"],
    sessionPrompts: [">>> "],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        and as assert async await break class continue def del elif else except finally for from \
        global if import in is lambda nonlocal not or pass raise return try while with yield
        """,
        .boolean: "True False", .constant: "None NotImplemented",
        .builtin: """
        abs all any bool bytearray bytes callable classmethod complex dict dir divmod enumerate \
        eval exec filter float format frozenset getattr globals hasattr hash help id input int \
        isinstance issubclass iter len list locals map max memoryview min next object open ord \
        pow print property range repr reversed round set setattr slice sorted staticmethod str \
        sum super tuple type vars zip
        """,
        .variable: "self cls",
      ]),
      softWords: WordTable([.keyword: "case match"]),
      delimited: [
        .lineComment("#"),
        .string("\"\"\"", spansLines: true), .string("'''", spansLines: true),
        .string("\""), .string("'"),
      ],
      sigils: [.annotation], capitalized: .className, labelMarks: "=",
      stringPrefixes: WordTable(
        [.string: "r b u f t rb br fr rf tr rt"], ignoresCase: true)))
}

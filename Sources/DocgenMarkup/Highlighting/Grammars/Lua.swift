extension Language {
  static let lua = Language(
    "lua", aliases: ["luau"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        and break do else elseif end for function goto if in local not or repeat return then \
        until while
        """,
        .boolean: "true false", .constant: "nil", .variable: "self",
      ]),
      delimited: [
        .blockComment("--[[", "]]"), .blockComment("--[=[", "]=]"), .lineComment("--"),
        .rawString("[[", "]]"), .rawString("[=[", "]=]"), .string("\""), .string("'"),
      ]))
}

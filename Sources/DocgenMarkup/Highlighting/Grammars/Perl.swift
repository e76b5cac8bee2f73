extension Language {
  static let perl = Language(
    "perl", aliases: ["pl"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        and cmp continue do else elsif eq for foreach ge given gt if last le local lt my ne next \
        no not or our package redo require return sub unless until use when while xor
        """,
        .builtin: """
        bless chomp close defined delete die each eval exists grep join keys map open pop print \
        printf push ref reverse say scalar shift sort split sprintf substr unshift values warn
        """,
      ]),
      delimited: [
        .lineComment("#", position: .wordStart),
        .blockComment("=pod", "=cut", position: .lineStart),
        .string("\"", spansLines: true), .string("'", spansLines: true),
      ],
      sigils: ["$", "@", "%"].map { sigil in
        Grammar.Sigil(byte: UInt8(ascii: sigil), kind: .variable, atWordStart: true)
      },
      hasRegexLiterals: true))
}

extension Language {
  static let rust = Language(
    "rust", aliases: ["rs"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        as async await become box break const continue crate do dyn else enum extern final fn for \
        if impl in let loop macro match mod move mut override pub ref return self static struct \
        super trait try type union unsafe unsized use virtual where while yield
        """,
        .boolean: "true false", .className: "Self",
        .builtin: "bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize",
      ]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true),
        .rawString("r##\"", "\"##"), .rawString("r#\"", "\"#"), .rawString("r\""),
        .string("\"", spansLines: true), .character("'"),
        .bracketed("#[", "]", as: .attributeName), .bracketed("#![", "]", as: .attributeName),
      ],
      // A lifetime: what a character's quotes don't close.
      sigils: [Grammar.Sigil(byte: UInt8(ascii: "'"), kind: .variable)],
      capitalized: .className, stringPrefixes: WordTable([.string: "b c"])))
}

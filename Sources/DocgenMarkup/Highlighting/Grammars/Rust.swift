extension Language {
  static let rust = Language(
    "rust", aliases: ["rs"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        as async await break const continue crate do dyn else enum extern final fn for \
        if impl in let loop match mod move mut pub ref return self static struct \
        super trait try type unsafe use where while yield
        """,
        .boolean: "true false", .className: "Self",
        .builtin: "bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize",
      ]),
      softWords: WordTable([.keyword: "union"]),
      delimited: [
        .lineComment("//"), .blockComment("/*", "*/", nests: true),
        .string("\"", spansLines: true), .character("'"),
        .attribute("#["), .attribute("#!["),
      ],
      tagged: ["r", "br", "cr"].map { prefix in
        Grammar.Tagged(open: (prefix, "\""), close: ("\"", ""), tagPart: "#")
      },
      // A lifetime: what a character's quotes don't close.
      sigils: [Grammar.Sigil(byte: UInt8(ascii: "'"), kind: .variable)],
      capitalized: .className, callMarks: "(!", stringPrefixes: WordTable([.string: "b c"])))
}

extension Language {
  static let java = Language(
    "java", aliases: ["groovy", "gradle"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract assert break case catch class const continue def default do else enum extends \
        final finally for goto if implements import in instanceof interface native new package \
        private protected public return static strictfp super switch synchronized this throw \
        throws transient try var volatile while
        """,
        .boolean: "true false", .constant: "null",
        .builtin: "boolean byte char double float int long short void",
      ]),
      softWords: WordTable([
        .keyword: """
        exports module open opens permits provides record requires sealed to transitive uses when \
        with yield
        """
      ]),
      delimited: Grammar.cComments + [
        .string("\"\"\"", spansLines: true), .string("\""), .string("'"),
      ],
      sigils: [.annotation], capitalized: .className))
}

extension Grammar.Sigil {
  /// `@Override`, `@decorator`.
  static let annotation = Self(
    byte: UInt8(ascii: "@"), kind: .function, part: ByteSet.identifierPart.union("."))
}

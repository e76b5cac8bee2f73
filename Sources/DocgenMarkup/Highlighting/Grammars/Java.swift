extension Language {
  static let java = Language(
    "java", aliases: ["groovy", "gradle"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract assert break case catch class const continue def default do else enum exports \
        extends final finally for goto if implements import in instanceof interface module \
        native new open opens package permits private protected provides public \
        record requires return sealed static strictfp super switch synchronized this throw \
        throws to transient transitive try uses var volatile when while with yield
        """,
        .boolean: "true false", .constant: "null",
        .builtin: "boolean byte char double float int long short void",
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

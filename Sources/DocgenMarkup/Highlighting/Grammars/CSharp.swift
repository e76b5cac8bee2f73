extension Language {
  static let csharp = Language(
    "csharp", aliases: ["cs", "c#", "dotnet"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract as async await base break case catch checked class const continue default \
        delegate do else enum event explicit extern finally fixed for foreach get global goto if \
        implicit in init interface internal is lock namespace new not operator or out override \
        params partial private protected public readonly record ref required return sealed set \
        sizeof stackalloc static struct switch this throw try typeof unchecked unsafe using value \
        var virtual volatile when where while with yield
        """,
        .boolean: "true false", .constant: "null",
        .builtin: """
        bool byte char decimal double dynamic float int long nint nuint object sbyte short string \
        uint ulong ushort void
        """,
      ]),
      delimited: Grammar.cComments + [
        .rawString("\"\"\""), .rawString("@\""), .string("\""), .character("'"),
      ],
      sigils: [Grammar.Sigil(byte: UInt8(ascii: "#"), kind: .keyword)],
      capitalized: .className))
}

extension Language {
  static let dart = Language(
    "dart",
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        abstract as assert async await base break case catch class const continue covariant \
        default deferred do else enum export extends extension external factory final finally for \
        get hide if implements import in interface is late library mixin new of on operator part \
        required rethrow return sealed set show static super switch sync this throw try typedef \
        var when while with yield
        """,
        .boolean: "true false", .constant: "null",
        .builtin: "bool double dynamic int num void",
      ]),
      delimited: Grammar.cComments + [
        .string("\"\"\"", spansLines: true), .string("'''", spansLines: true),
        .string("\"", interpolation: ("${", "}")), .string("'", interpolation: ("${", "}")),
      ],
      sigils: [.annotation], capitalized: .className,
      stringPrefixes: WordTable([.string: "r"])))
}

extension Language {
  /// JSX too: no other JavaScript has an expression that begins with `<`.
  static let javascript = Language(
    "javascript", aliases: ["js", "mjs", "cjs", "jsx", "node"],
    grammar: .javascript(words: Grammar.javascriptWords, hasElements: true))
}

extension Grammar {
  static let javascriptWords = """
    as async await break case catch class const continue debugger default delete do else export \
    extends finally for from function get if import in instanceof let new of return set static \
    super switch this throw try typeof var void while with yield
    """

  /// - Parameter words: the keywords; TypeScript has some more.
  static func javascript(
    words: String, builtin: String = "", hasElements: Bool
  ) -> Grammar {
    let identifierStart = ByteSet.identifierStart.union("$")
    return Grammar(
      words: WordTable([
        .keyword: words, .boolean: "true false", .constant: "null undefined NaN Infinity",
        .builtin: builtin,
      ]),
      delimited: cComments + [
        .lineComment("#!", position: .lineStart), .string("\""), .string("'"),
        .string("`", spansLines: true, interpolation: ("${", "}")),
      ],
      sigils: [
        .annotation,
        Sigil(byte: UInt8(ascii: "#"), kind: .property),
      ],
      identifierStart: identifierStart,
      identifierPart: identifierStart.union(.digits),
      capitalized: .className, hasRegexLiterals: true, hasElements: hasElements)
  }
}

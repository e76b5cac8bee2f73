extension Language {
  /// JSX too: no other JavaScript has an expression that begins with `<`.
  static let javascript = Language(
    "javascript", aliases: ["js", "mjs", "cjs", "jsx", "node"],
    grammar: .javascript(
      words: Grammar.javascriptWords, softWords: Grammar.javascriptSoftWords, hasElements: true))
}

extension Grammar {
  static let javascriptWords = """
    as async await break case catch class const continue debugger default delete do else export \
    extends finally for function if import in instanceof let new return static super switch this \
    throw try typeof var void while with yield
    """

  static let javascriptSoftWords = "from get of set"

  /// - Parameters:
  ///   - words: the keywords; TypeScript has some more.
  ///   - softWords: the keywords that are names as well.
  static func javascript(
    words: String, softWords: String, builtin: String = "", hasElements: Bool
  ) -> Grammar {
    let identifierStart = ByteSet.identifierStart.union("$")
    return Grammar(
      words: WordTable([
        .keyword: words, .boolean: "true false", .constant: "null undefined NaN Infinity",
        .builtin: builtin,
      ]),
      softWords: WordTable([.keyword: softWords]),
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
      capitalized: .className, labelMarks: ":", hasRegexLiterals: true, hasElements: hasElements)
  }
}

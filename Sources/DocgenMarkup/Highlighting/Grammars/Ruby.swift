extension Language {
  static let ruby = Language(
    "ruby", aliases: ["rb", "gemfile", "rake", "crystal"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        BEGIN END alias and begin break case class def defined? do else elsif end ensure extend \
        for if in include module next not or prepend private protected public raise redo require \
        require_relative rescue retry return self super then undef unless until when while yield
        """,
        .boolean: "true false", .constant: "nil __FILE__ __LINE__",
        .builtin: "attr_accessor attr_reader attr_writer format lambda loop p print proc puts",
      ]),
      delimited: [
        .lineComment("#"), .blockComment("=begin", "=end", position: .lineStart),
        .string("\"", spansLines: true, interpolation: ("#{", "}")), .string("'", spansLines: true),
        .string("`", interpolation: ("#{", "}")),
      ]
        + [("(", ")"), ("[", "]"), ("{", "}"), ("|", "|")].flatMap { open, close in
          ["%w", "%i", "%q", "%Q"].map { .rawString($0 + open, close) }
        },
      hereDocumentMark: Array("<<".utf8),
      sigils: [
        Grammar.Sigil(byte: UInt8(ascii: "@"), kind: .variable, start: .identifierStart.union("@")),
        Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable),
        Grammar.Sigil(
          byte: UInt8(ascii: ":"), kind: .constant, part: .identifierPart.union("?!"),
          atWordStart: true),
      ],
      identifierPart: .identifierPart.union("?!"), capitalized: .className, labelMarks: ":",
      hasRegexLiterals: true))
}

extension Language {
  static let protobuf = Language(
    "protobuf", aliases: ["proto"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        enum extend extensions import map message oneof option optional package public repeated \
        required reserved returns rpc service stream syntax to weak
        """,
        .boolean: "true false",
        .builtin: """
        bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string \
        uint32 uint64
        """,
      ]),
      delimited: Grammar.cComments + [.string("\""), .string("'")],
      capitalized: .className))
}

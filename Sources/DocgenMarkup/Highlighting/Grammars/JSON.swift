extension Language {
  /// JSON with the comments of JSONC and the bare keys and quotes of JSON5.
  static let json = Language(
    "json", aliases: ["json5", "jsonc", "jsonl", "ndjson", "jsonld", "webmanifest", "geojson"],
    grammar: Grammar(
      words: WordTable([.boolean: "true false", .constant: "null NaN Infinity"]),
      delimited: Grammar.cComments + [.string("\""), .string("'")],
      identifierStart: .identifierStart.union("$"),
      callMarks: "", keyDelimiters: ":"))
}

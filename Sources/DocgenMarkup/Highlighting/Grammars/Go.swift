extension Language {
  static let go = Language(
    "go", aliases: ["golang"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        break case chan const continue default defer else fallthrough for func go goto if import \
        interface map package range return select struct switch type var
        """,
        .boolean: "true false", .constant: "iota nil",
        .builtin: """
        any append bool byte cap clear close comparable complex complex128 complex64 copy delete \
        error float32 float64 imag int int16 int32 int64 int8 len make max min new panic print \
        println real recover rune string uint uint16 uint32 uint64 uint8 uintptr
        """,
      ]),
      delimited: Grammar.cComments + [.string("\""), .rawString("`"), .character("'")]))
}

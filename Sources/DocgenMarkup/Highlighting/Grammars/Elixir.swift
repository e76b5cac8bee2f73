extension Language {
  static let elixir = Language(
    "elixir", aliases: ["ex", "exs"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        after alias and case catch cond def defdelegate defexception defguard defimpl defmacro \
        defmodule defoverridable defp defprotocol defstruct do else end fn for if import in not or \
        quote raise receive require rescue super try unless unquote use when with
        """,
        .boolean: "true false", .constant: "nil",
      ]),
      delimited: [
        .lineComment("#"), .string("\"\"\"", spansLines: true, interpolation: ("#{", "}")),
        .string("\"", spansLines: true, interpolation: ("#{", "}")), .string("'"),
      ],
      sigils: [
        Grammar.Sigil(byte: UInt8(ascii: "@"), kind: .variable),
        Grammar.Sigil(byte: UInt8(ascii: ":"), kind: .constant, atWordStart: true),
      ],
      identifierPart: .identifierPart.union("?!"), capitalized: .className))
}

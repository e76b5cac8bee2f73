extension Language {
  static let powershell = Language(
    "powershell", aliases: ["ps", "ps1", "pwsh", "posh"], sessionPrompts: ["PS ", "PS>"],
    grammar: Grammar(
      words: WordTable(
        [
          .keyword: """
          begin break catch class continue data do dynamicparam else elseif end enum exit filter \
          finally for foreach from function hidden if in param process return static switch throw \
          trap try until using while
          """,
          .function: """
          cat cd chdir choco clear copy curl cp del dir docker echo erase foreach-object gc gci git \
          iex irm iwr kill ls md mkdir move mv node npm npx pip pnpm popd pushd pwd python py rd \
          ren rm rmdir scoop set sleep sort type uv uvx where-object wget winget write wsl yarn
          """,
        ], ignoresCase: true),
      delimited: [
        .lineComment("#", position: .wordStart), .blockComment("<#", "#>"),
        .string("@\"", "\"@", escape: "`", spansLines: true, interpolation: ("$(", ")")),
        .rawString("@'", "'@"),
        .string("\"", escape: "`", spansLines: true, interpolation: ("$(", ")")), .rawString("'"),
      ],
      sigils: [
        Grammar.Sigil(
          byte: UInt8(ascii: "$"), kind: .variable, start: .identifierStart.union("{"),
          part: .identifierPart.union(":}")),
        Grammar.Sigil(
          byte: UInt8(ascii: "-"), kind: .attributeName, part: .identifierPart.union("-"),
          atWordStart: true),
      ],
      identifierPart: .identifierPart.union("-"), capitalized: .function,
      capitalizedPart: UInt8(ascii: "-")))

  static let batch = Language(
    "batch", aliases: ["bat", "cmd", "dosbatch"],
    grammar: Grammar(
      words: WordTable(
        [
          .keyword: "call do else exit for goto if in not pause rem setlocal endlocal",
          .builtin: "cd copy del dir echo md mkdir move rd ren set setx start type where",
        ], ignoresCase: true),
      delimited: [
        .lineComment("::", position: .lineStart), .lineComment("REM ", position: .lineStart),
        .lineComment("rem ", position: .lineStart), .string("\"", escape: "^"),
      ],
      sigils: [
        Grammar.Sigil(
          byte: UInt8(ascii: "%"), kind: .variable, start: .identifierPart.union("%"),
          part: .identifierPart.union("%"))
      ],
      identifierPart: .identifierPart.union("-"), callMarks: ""))
}

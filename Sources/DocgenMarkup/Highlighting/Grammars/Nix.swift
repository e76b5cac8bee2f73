extension Language {
  static let nix = Language(
    "nix",
    grammar: Grammar(
      words: WordTable([
        .keyword: "assert else if in inherit let or rec then with",
        .boolean: "true false", .constant: "null",
        .builtin:
          "abort baseNameOf builtins derivation dirOf fetchTarball import map throw toString",
      ]),
      delimited: [
        .lineComment("#"), .blockComment("/*", "*/"),
        .string("\"", spansLines: true, interpolation: ("${", "}")), .indentedString,
      ],
      identifierPart: .identifierPart.union("-'."), callMarks: "", keyDelimiters: "="))
}

extension Grammar.Delimited {
  /// Nix's `''` strings, in which a backslash is a backslash.
  fileprivate static let indentedString: Self = {
    var rule = string("''", spansLines: true, interpolation: ("${", "}"))
    rule.escape = nil
    // `''${`, `'''` and `''\\n` stand for what follows the first two.
    rule.notClosedBefore = "$'\\"
    return rule
  }()
}

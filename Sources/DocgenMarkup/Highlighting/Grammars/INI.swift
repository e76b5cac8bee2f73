extension Language {
  static let toml = Language(
    "toml",
    grammar: Grammar(
      words: WordTable([.boolean: "true false", .constant: "inf nan"]),
      delimited: [
        .lineComment("#"), .bracketed("[[", "]]", as: .className, position: .lineStart),
        .bracketed("[", "]", as: .className, position: .lineStart),
        .string("\"\"\"", spansLines: true), .rawString("'''"), .string("\""),
        .rawString("'", spansLines: false),
      ],
      identifierPart: .identifierPart.union("-."), callMarks: "", keyDelimiters: "="))

  static let ini = Language(
    "ini",
    aliases: ["cfg", "desktop", "systemd", "service", "dosini", "editorconfig", "gitconfig"],
    grammar: .lines(keyDelimiters: "=:", comments: ["#", ";"]))

  static let env = Language(
    "env", aliases: ["dotenv"], grammar: .lines(keyDelimiters: "=", comments: ["#"]))

  static let properties = Language(
    "properties", grammar: .lines(keyDelimiters: "=:", comments: ["#", "!"]))
}

extension Grammar {
  /// `[section]` and `key = value`, line by line.
  fileprivate static func lines(keyDelimiters: ByteSet, comments: [String]) -> Grammar {
    Grammar(
      words: WordTable(
        [.keyword: "export", .boolean: "true false yes no on off", .constant: "null none"],
        ignoresCase: true),
      delimited: comments.map { .lineComment($0, position: .wordStart) } + [
        .bracketed("[", "]", as: .className, position: .lineStart), .quoted("\""), .quoted("'"),
      ],
      sigils: [
        Sigil(
          byte: UInt8(ascii: "$"), kind: .variable, start: .identifierStart.union("{"),
          part: .identifierPart.union("}"))
      ],
      identifierPart: .identifierPart.union("-./"), callMarks: "", keyDelimiters: keyDelimiters,
      keysStartLines: true)
  }
}

extension Grammar.Delimited {
  /// A string only where its line closes it: a value may have an apostrophe.
  fileprivate static func quoted(_ quote: String) -> Self {
    var rule = string(quote)
    rule.longest = 200
    return rule
  }
}

extension Language {
  static let latex = Language(
    "latex", aliases: ["tex"],
    grammar: Grammar(
      delimited: [.lineComment("%"), .rawString("$$"), .math],
      sigils: [
        Grammar.Sigil(byte: UInt8(ascii: "\\"), kind: .function, start: .letters, part: .letters)
      ],
      callMarks: ""))
}

extension Grammar.Delimited {
  /// `$x$`, but no price.
  fileprivate static let math: Self = {
    var rule = string("$")
    rule.longest = 200
    return rule
  }()
}

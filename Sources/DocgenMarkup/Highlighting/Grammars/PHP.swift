extension Language {
  static let php = Language("php", aliases: ["php3", "php8", "blade"], lex: PHPLexer.lex)

  fileprivate static let phpCode = Language(
    "php",
    grammar: Grammar(
      words: WordTable(
        [
          .keyword: """
          abstract and array as break callable case catch class clone const continue declare \
          default die do echo else elseif empty enddeclare endfor endforeach endif endswitch \
          endwhile enum exit extends final finally fn for foreach function global goto if \
          implements include include_once instanceof insteadof interface isset list match \
          namespace new or parent print private protected public readonly require require_once \
          return self static switch throw trait try unset use var while xor yield
          """,
          .boolean: "true false", .constant: "null",
          .builtin: "bool false float int iterable mixed never object string void",
        ], ignoresCase: true),
      delimited: Grammar.cComments + [
        .attribute("#["), .lineComment("#"),
        .phpString, .string("'", spansLines: true),
      ],
      hereDocumentMark: Array("<<<".utf8),
      sigils: [Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable)],
      capitalized: .className, labelMarks: ":"))
}

/// PHP between `<?php` and `?>`, HTML around it; all PHP where neither mark is there.
enum PHPLexer {
  @Sendable static func lex(_ scanner: inout CodeScanner) {
    guard scanner.index(of: Array("<?".utf8), from: scanner.position) != nil else {
      Language.phpCode.lex(&scanner)
      return
    }
    while !scanner.isAtEnd {
      let open = scanner.index(of: Array("<?".utf8), from: scanner.position) ?? scanner.end
      scanner.embed(upTo: open, Language.html.lex)
      guard open < scanner.end else { return }
      let word = scanner.starts(with: "<?php", at: open) ? 5 : 2
      scanner.take(word, as: .keyword)
      let close = scanner.index(of: Array("?>".utf8), from: scanner.position) ?? scanner.end
      scanner.embed(upTo: close, Language.phpCode.lex)
      if !scanner.isAtEnd { scanner.take(2, as: .keyword) }
    }
  }
}

extension Grammar.Delimited {
  /// `"… {$name} …"`.
  fileprivate static let phpString: Self = {
    var rule = string("\"", spansLines: true, interpolation: ("{", "}"))
    rule.interpolationStart = "$"
    return rule
  }()
}

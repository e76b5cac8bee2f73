import DocgenMarkup
import Testing

/// The text of highlighted code is the code, whatever the bytes and whatever the language.
@Suite struct HighlightingRoundTripTests {
  /// What lexers look for, and what they don't expect.
  private static let pieces: [[UInt8]] =
    [
      "\"", "'", "`", "\"\"\"", "'''", "''", "${", "$(", "#{", "\\(", "\\", "{", "}", "(", ")", "[",
      "]", "<", ">", "</", "/>", "<!--", "-->", "<script>", "</script>", "<style>", "<?php", "?>",
      "/*", "*/", "//", "#", "--", "--[[", "]]", "\n", "\n\n", "\r\n", " ", "\t", "- ", ": ", "=",
      "key: |\n", "a", "if", "return", "class", "Foo", "x(", "12", "1.5e-", "0x", "$x", "@a", ":b",
      "<<EOF\n", "EOF\n", "```", "~~~", "---\n", "+", "&amp;", "&", "é", "日", "r#\"", "\"#", "R\"(",
      "#[", "$ ", "PS C:\\> ", "RUN ", "\\\n", ";", ",", "|", "!", "%", "FROM x", "GET /\n",
      "$a$", "E'", "#\"", "#/", "br##\"", "<<~A\n", "<<<A\n", "%w(", "#include <", "url(",
      "case x in ",
      "esac", "$$(", "$'", "((", "[[ ", "2>&1", "HTTP/1.1 200\n", "###\n", "--- \n+++ \n", ">>> ",
      "{$",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x9D], [0x7F]]

  /// A small generator with a seed: the same inputs on every machine.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: SyntaxHighlighter.languageNames)
  func everyByteSurvives(language: String) {
    var random = Generator(state: language.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<60 {
      let count = Int.random(in: 0...40, using: &random)
      let code = (0..<count).flatMap { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
      expectRoundTrip(code, language)
    }
  }

  @Test(arguments: ["bash", "javascript", "swift", "html", "yaml", "css", "markdown", "php"])
  func deepNestingIsNoRecursion(language: String) {
    for piece in ["`${", "\"$(", "\"\\(", "<a>{", "x = <a>", "{", "- ", "[", "> ", "<?php ", "/*"] {
      let code = Array(String(repeating: piece, count: 5000).utf8)
      expectRoundTrip(code, language)
    }
  }

  /// What repeats without ever closing, long enough that looking ahead again and again would take hours.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("bash", "case x in a|"), ("bash", "\"$("), ("bash", "<<A "), ("console", "$ a \\\n"),
      ("cpp", "R\"a("), ("css", "url("), ("dockerfile", "RUN <<A \\\n"), ("env", "a "),
      ("html", "<script>"), ("http", "HTTP/1.1\n\n"), ("jsx", "= /"), ("jsx", "x = <a>{"),
      ("make", "$(a "), ("make", "\t\\\n"), ("markdown", "~~~\n"), ("markdown", "<!--"),
      ("php", "<<<A\n"),
      ("ruby", "<<~A "), ("rust", "#["), ("rust", "'a"), ("sql", "$a$ $b$"), ("swift", "#\""),
      ("swift", "/*"), ("typescript", "type "), ("yaml", "{"), ("yaml", "- "),
    ])
  func timeIsLinear(language: String, piece: String) {
    expectRoundTrip(Array(String(repeating: piece, count: 40_000).utf8), language)
  }

  private func expectRoundTrip(_ code: [UInt8], _ language: String) {
    // Starts behind what is there already.
    var output = Array("before".utf8)
    code.withUnsafeBufferPointer {
      _ = SyntaxHighlighter.appendHighlighted($0, language: language, into: &output)
    }
    let text = Self.text(of: output)
    #expect(
      text == Array("before".utf8) + code,
      "\(language): \(String(decoding: code.prefix(300), as: UTF8.self).debugDescription)")
  }

  /// The text of our HTML; nil where a span is unbalanced, nested, empty or crosses a line's end.
  private static func text(of html: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    var spanStart: Int?
    var index = 0
    while index < html.count {
      let rest = html[index...]
      if rest.starts(with: "</span>".utf8) {
        guard let start = spanStart, start < text.count else { return nil }
        spanStart = nil
        index += 7
      } else if rest.starts(with: "<span class=\"token ".utf8) {
        guard spanStart == nil, let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        spanStart = text.count
        index = end + 1
      } else if let (reference, byte) = references.first(where: { rest.starts(with: $0.0) }) {
        text.append(byte)
        index += reference.count
      } else {
        let byte = html[index]
        if ("<>&\"".utf8).contains(byte) { return nil }
        if byte == UInt8(ascii: "\n"), spanStart != nil { return nil }
        text.append(byte)
        index += 1
      }
    }
    return spanStart == nil ? text : nil
  }

  private static let references: [([UInt8], UInt8)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
  ].map { (Array($0.0.utf8), UInt8(ascii: $0.1)) }
}

import DocgenCore
import Testing

@testable import DocgenMarkup

/// Bytes that are no text.
@Suite struct SourceCleaningTests {
  private func found(_ bytes: [UInt8], firstLine: Int = 1) -> [String] {
    let source = MarkdownSource(file: "p.md", body: bytes, firstLine: firstLine)
    return MarkdownParser.parse(source, options: MarkdownOptions()).diagnostics.map {
      "\($0.code) \($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0)"
    }
  }

  @Test(
    arguments: [
      ([0xFF], 2), ([0xC3], 2), ([0xC0, 0x80], 2), ([0xE0, 0x80, 0x80], 2),
      ([0xED, 0xA0, 0x80], 2),
      ([0xF4, 0x90, 0x80, 0x80], 2), ([0xF0, 0x9F, 0x98], 2), ([0x80], 2),
    ] as [([UInt8], Int)])
  func invalidUTF8(_ bytes: [UInt8], _ column: Int) {
    let body = Array("# T\n\na".utf8) + bytes + Array("b\n".utf8)
    #expect(found(body, firstLine: 4) == ["markdown/invalid-utf8 6:\(column)"])
    #expect(filled(parsed(body).value).contains("\u{FFFD}b</p>"))
  }

  /// Wherever it stands among the words that are looked at whole.
  @Test(arguments: 0...20)
  func invalidUTF8IsFoundAnywhere(_ place: Int) {
    let body =
      Array(repeating: UInt8(ascii: "a"), count: place) + [0xE4, 0xB8] + Array("中é b".utf8)
    #expect(found(body) == ["markdown/invalid-utf8 1:\(place + 1)"])
  }

  @Test func validUTF8IsKept() {
    #expect(rendered("é 中 😀 \u{10FFFF}") == "<p>é 中 😀 \u{10FFFF}</p>")
    #expect(found(Array("é 中 😀".utf8)).isEmpty)
  }

  @Test func controlCharacters() {
    #expect(found(Array("a\n\u{0}b\u{1}1\u{2}".utf8)) == ["markdown/control-character 2:1"])
    #expect(rendered("a\u{1}0\u{2}b\u{0}\u{7F}") == "<p>a\u{FFFD}0\u{FFFD}b\u{FFFD}\u{FFFD}</p>")
  }

  /// They would be taken for the marks of a slot.
  @Test(arguments: [
    "x {'\\u00010\\u0002'}", "<b dangerouslySetInnerHTML={{__html: '\\u00010\\u0002'}} />",
    "<style>{`\\u00010\\u0002`}</style>", "<b title={'\\u00010\\u0002'}>x</b>",
    "<CodeBlock>{`\\u00010\\u0002`}</CodeBlock>", "## {'\\u00010\\u0002'}",
    "<Details summary={'\\u00010\\u0002'}>x</Details>", "<b title=\"&#1;0&#2;\">x</b>",
  ])
  func controlCharactersFromEscapes(_ text: String) {
    #expect(!rendered(text).utf8.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test(arguments: ["a  \r\nb\r\n\r\n- c\r\n", "a  \rb\r\r- c\r"])
  func lineEnds(_ text: String) {
    #expect(rendered(text) == rendered("a  \nb\n\n- c\n"))
    #expect(found(Array(text.utf8)).isEmpty)
  }

  @Test func aByteOrderMarkIsLeftOut() {
    #expect(rendered("\u{FEFF}# T") == "<header><h1 id=\"t\">T</h1></header>")
    #expect(parsed("\u{FEFF}# T").value.contentTitle == "T")
  }

  @Test func placesAreThoseOfTheFile() {
    #expect(
      findings("a\r\n".replacing("\r\n", with: "\n") + "é ⟦{x}⟧") == ["mdx/unknown-expression"])
    let crlf = parsed("a\r\n\r\né {x}")
    #expect(crlf.diagnostics.first?.span?.start == SourcePosition(line: 3, column: 4))
  }
}

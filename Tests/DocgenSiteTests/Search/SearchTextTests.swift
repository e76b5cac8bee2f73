import DocgenMarkup
import Testing

@testable import DocgenSite

@Suite struct SearchTextTests {
  /// What a page's text is, stretch by stretch: `section kind text`.
  private func stretches(_ markdown: String) async -> [String] {
    let parser = PageParser(
      folder: SiteFolder(path: ""), config: SiteConfig(), options: MarkdownOptions())
    let page = parser.parse(
      Array(markdown.utf8),
      ContentFile(
        locale: "en", contentPath: "page.md", sourceFile: "page.md", size: 0, isPartial: false)
    ).value
    var text = SearchText(title: page.title)
    text.append(page.document, partials: nil)
    var start = 0
    return text.stretches.compactMap { stretch in
      let part = String(decoding: text.bytes[start..<stretch.end], as: UTF8.self)
      start = stretch.end
      let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? nil : "\(stretch.section) \(stretch.kind) \(words)"
    }
  }

  @Test func aHeadingStartsASection() async {
    let found = await stretches(
      "# Moon\n\nRound.\n\n## Phases\n\nFull, new.\n\n### Eclipse\n\nDark.\n")
    #expect(
      found == [
        "0 title Moon", "0 heading Moon", "0 body Round.", "1 heading Phases", "1 body Full, new.",
        "2 heading Eclipse", "2 body Dark.",
      ])
  }

  @Test func codeIsTold() async {
    let found = await stretches(
      "Set `lens_cap` first.\n\n```python\nopen(lens_cap)\n```\n\nDone.\n")
    #expect(
      found == [
        "0 title page", "0 body Set", "0 key lens_cap", "0 body first.",
        "0 codeBlock open(lens_cap)", "0 body Done.",
      ])
  }

  @Test func codeInAHeadingIsAKeyThere() async {
    let found = await stretches("## The `--dim` flag\n\nDark.\n")
    #expect(
      found == [
        "0 title page", "1 heading The", "1 key --dim", "1 heading flag", "1 body Dark.",
      ])
  }

  @Test func emphasisPartsNoWordAndBlocksDo() async {
    let found = await stretches(
      "un**believ**able\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n")
    #expect(found == ["0 title page", "0 body unbelievable one two a b c d"])
  }

  @Test func markupCommentsAndScriptsAreNoText() async {
    let found = await stretches(
      "<p title=\"a > b\">seen</p>\n\n<script>\nvar hidden = '<b>'\n</script>\n\n<!-- hidden -->\n\nlast\n"
    )
    #expect(found == ["0 title page", "0 body seen last"])
  }

  @Test func charactersThatAreEscapedComeBack() async {
    let found = await stretches("a < b & \"c\"\n")
    #expect(found == ["0 title page", "0 body a < b & \"c\""])
  }

  @Test func invisibleCharactersAreLeftOut() async {
    let found = await stretches("tele\u{AD}scope 望\u{200B}遠 a\u{FEFF}b\u{2060}c — ü “x”\n")
    #expect(found == ["0 title page", "0 body telescope 望遠 abc — ü “x”"])
  }

  @Test(arguments: ["<", "<p", "<p title=\"", "<!--", "&", "&am", "\u{01}", "\u{01}7", "<script>"])
  func whatIsCutOffEndsTheText(html: String) {
    var document = Document()
    document.html = Array("<p>seen ".utf8) + Array(html.utf8)
    var text = SearchText(title: "")
    text.append(document, partials: nil)
    #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("seen"))
  }
}

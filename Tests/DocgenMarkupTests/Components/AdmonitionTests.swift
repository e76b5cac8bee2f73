import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct AdmonitionTests {
  /// What one looks like to the comparison: its type, its title and its content.
  private func plain(_ markdown: String, _ format: MarkdownSource.Format = .mdx) -> String {
    PlainHTML().lines(rendered(markdown, format)).joined()
  }

  @Test(
    arguments: [
      (":::note\nhi\n:::", "<admonition type=\"note\"><p>hi</p></admonition>"),
      (
        ":::tip My *Title*\nhi\n:::",
        "<admonition type=\"tip\" title=\"My Title\"><p>hi</p></admonition>"
      ),
      (
        ":::tip[My [x] Title]\nhi\n:::",
        "<admonition type=\"tip\" title=\"My [x] Title\"><p>hi</p></admonition>"
      ),
      (
        ":::info{title=\"T\" .cls #idx}\nhi\n:::",
        "<admonition type=\"info\" title=\"T\"><p>hi</p></admonition>"
      ),
      (
        "::::tip\nA\n:::note\nB\n:::\n::::",
        "<admonition type=\"tip\"><p>A</p><admonition type=\"note\"><p>B</p></admonition></admonition>"
      ),
      (":::tip\nA\n:::::", "<admonition type=\"tip\"><p>A</p></admonition>"),
      (
        "text\n:::note\nhi\n:::\nafter",
        "<p>text</p><admonition type=\"note\"><p>hi</p></admonition><p>after</p>"
      ),
      (
        "- a\n\n  :::note X\n  hi\n  :::",
        "<ul><li><p>a</p><admonition type=\"note\" title=\"X\"><p>hi</p></admonition></li></ul>"
      ),
      (
        "> :::note\n> hi\n> :::",
        "<blockquote><admonition type=\"note\"><p>hi</p></admonition></blockquote>"
      ),
      (
        ":::note\n\n- a\n- b\n\n:::",
        "<admonition type=\"note\"><ul><li>a</li><li>b</li></ul></admonition>"
      ),
      (
        ":::note\n```\n:::\n```\n:::",
        "<admonition type=\"note\"><pre>:::</pre></admonition>"
      ),
      ("```\n:::note Title\n```", "<pre>:::note Title</pre>"),
      ("::: note\nhi", "<p>::: note hi</p>"),
      (
        ":::note Title {not: attributes}\nx\n:::",
        "<admonition type=\"note\" title=\"Title {not: attributes}\"><p>x</p></admonition>"
      ),
      (":::note\n:::", "<admonition type=\"note\"></admonition>"),
    ] as [(String, String)])
  func admonitions(_ markdown: String, _ lines: String) {
    if !markdown.contains("{not") { #expect(plain(markdown, .md) == lines) }
    #expect(plain(markdown) == lines)
  }

  @Test(arguments: [
    ("secondary", "alert--secondary", "note"), ("important", "alert--info", "info"),
    ("success", "alert--success", "tip"), ("caution", "alert--warning", "caution"),
    ("danger", "alert--danger", "danger"),
  ])
  func kinds(_ keyword: String, _ alert: String, _ label: String) {
    #expect(
      rendered(":::\(keyword)\nx\n:::")
        == "<div class=\"theme-admonition theme-admonition-\(keyword) alert \(alert)\" role=\"note\"><div class=\"admonition-heading\">\(label)</div><div class=\"admonition-content\">\n<p>x</p>\n</div></div>"
    )
  }

  @Test func attributesAreItsClassAndID() {
    let html = rendered(":::note{.a .b #c}\nx\n:::")
    #expect(
      html.hasPrefix(
        "<div class=\"theme-admonition theme-admonition-note alert alert--secondary a b\" id=\"c\" role=\"note\">"
      ))
    #expect(parsed(":::note{#c}\nx\n:::").value.elementIDs == ["c"])
  }

  @Test func aSiteMayHaveItsOwn() {
    var options = MarkdownOptions()
    options.admonitions = ["security"]
    #expect(rendered(":::security\nx\n:::", options: options).contains("theme-admonition-security"))
  }

  @Test func titlesAreMarkdownWithLinks() {
    let document = parsed("x\n\n:::note See [a](b) and `c`\nhi\n:::").value
    #expect(document.links.map(\.destination) == ["b"])
    #expect(document.links.map(\.position) == [SourcePosition(line: 3, column: 17)])
    #expect(filled(document).contains("See <a href=\"b\">a</a> and <code>c</code></div>"))
  }

  @Test(
    arguments: [
      ("⟦:::note⟧\nhi\n\nmore", ["markdown/unclosed-admonition"]),
      ("- ⟦:::note⟧\n  hi\n\nx", ["markdown/unclosed-admonition"]),
      (":::tip\n:::note\nx\n:::\n\ny\n⟦:::⟧", ["markdown/stray-admonition-end"]),
      ("⟦:::Note⟧\nhi\n:::", ["markdown/unknown-admonition"]),
      ("a\n⟦:::⟧\nb", ["markdown/stray-admonition-end"]),
      (
        "⟦:::foo Bar⟧\nx\n:::\n\n⟦:::⟧",
        ["markdown/unknown-admonition", "markdown/stray-admonition-end"]
      ),
    ] as [(String, [String])])
  func findingsOfAdmonitions(_ marked: String, _ codes: [String]) {
    #expect(findings(marked) == codes)
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    #expect(treeErrors(in: rendered(text)).isEmpty)
  }
}

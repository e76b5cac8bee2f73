import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct HeadingTests {
  @Test(arguments: [
    ("## Foo bar {#custom}", "custom", "Foo bar"),
    ("## Foo{#custom}", "custom", "Foo"),
    ("## `x` {#x-id}", "x-id", "x"),
    ("## *x* {#x.y:z}", "x.y:z", "x"),
    ("## Foo {#a} bar", "foo-a-bar", "Foo {#a} bar"),
    ("## Foo {#}", "foo-", "Foo {#}"),
    ("## Foo {/* #cid */}", "cid", "Foo"),
    ("## Foo {/* #cid and why */}", "cid", "Foo"),
    ("## Foo <!-- #cid -->", "cid", "Foo"),
    ("## Foo {/* no id */}", "foo-", "Foo "),
    ("## Foo {#中文}", "中文", "Foo"),
    ("Foo {#custom}\n---", "custom", "Foo"),
    ("## A &amp; B <kbd>K</kbd>", "a--b-k", "A & B K"),
    ("## **Bold** `code` [link](u)", "bold-code-link", "Bold code link"),
    ("## ~~old~~ new", "old-new", "old new"),
    ("## a\\_b \\{c}", "a_b-c", "a_b {c}"),
    ("## :rocket: Launch", "-launch", "🚀 Launch"),
    ("## ![logo](x.png) Name", "-name", " Name"),
    ("## see https://x.y", "see-httpsxy", "see https://x.y"),
  ])
  func ids(_ markdown: String, _ id: String, _ text: String) {
    for format in [MarkdownSource.Format.mdx, .md] {
      // A comment of MDX is text in a page of the other format.
      if format == .md, markdown.contains("{/*") { continue }
      let headings = parsed(markdown, format).value.headings
      #expect(headings.map(\.id) == [id], "\(format)")
      #expect(headings.map(\.text) == [text], "\(format)")
    }
  }

  @Test func explicitIDsReserveNothing() {
    let document = parsed("## A {#x}\n## A {#x}\n## X\n## X").value
    #expect(document.headings.map(\.id) == ["x", "x", "x", "x-1"])
  }

  @Test func idsAreEscaped() {
    #expect(
      rendered("## A {/* #\"><b> */}")
        == "<h2 class=\"anchor\" id=\"&quot;&gt;&lt;b&gt;\">A"
        + "<a class=\"hash-link\" href=\"#&quot;&gt;&lt;b&gt;\" aria-label=\"Link to A\"></a></h2>")
  }

  @Test func keepsCaseWhereAsked() {
    var options = MarkdownOptions()
    options.anchorsMaintainCase = true
    #expect(parsed("## My API", options: options).value.headings.first?.id == "My-API")
  }

  @Test func aTitleStandsInAHeaderAndHasNoPermalink() {
    #expect(rendered("# T\n\nx") == "<header><h1 id=\"t\">T</h1></header>\n<p>x</p>")
    #expect(rendered("---\n\n# T") == "<hr>\n<h1 id=\"t\">T</h1>")
    #expect(parsed("## S\n\n# T").value.hasTitleHeading == false)
    #expect(parsed("# T\n\n# U").value.headings.map(\.level) == [1, 1])
  }

  @Test func theOutlineHoldsTheHeadingsBelowTheTitle() {
    let document = parsed(
      """
      # Title

      ## One *two* `three <`

      :::note

      ### Inside

      :::

      ##

      - # In a list
      """
    ).value
    #expect(document.outline == [.heading(1), .heading(2)])
    #expect(
      document.headings.map { String(decoding: $0.html, as: UTF8.self) }
        == ["Title", "One <em>two</em> <code>three &lt;</code>", "Inside", "", "In a list"])
    #expect(document.headings.map(\.line) == [1, 3, 7, 11, 13])
  }

  @Test func linesCountFromTheFilesBeginning() {
    let source = MarkdownSource(
      file: "p.md", body: Array("{/* a\nb */}\n\n## H".utf8), firstLine: 5)
    let document = MarkdownParser.parse(source, options: MarkdownOptions()).value
    #expect(document.headings.map(\.line) == [8])
  }

  @Test func partialsHaveTheirPlaceInTheOutline() {
    let document = parsed("import P from './_p.mdx'\n\n## A\n\n<P />\n\n## B").value
    #expect(document.outline == [.heading(0), .partial("./_p.mdx"), .heading(1)])
    #expect(filled(document).contains("{./_p.mdx}"))
  }
}

import DocgenCore
import Testing

@testable import DocgenMarkup

/// HTML in pages of the format `md`.
@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("<div class=\"x\">\n*a*\n</div>", "<div class=\"x\">\n*a*\n</div>"),
    ("<div>\n\n*a*\n\n</div>", "<div>\n<p><em>a</em></p>\n</div>"),
    ("<DIV ID=X>a</DIV>", "<div id=\"X\">a</div>"),
    ("a <b title='\"'>b</b>", "<p>a <b title=\"&quot;\">b</b></p>"),
    ("a <div>b</div>", "<div>a <div>b</div></div>"),
    ("<a name=\"x\"/>b", "<p><a name=\"x\"></a>b</p>"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    (
      "<table><tr><td>a<td>b<tr><td>c</table>",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    ),
    ("<p>a\n<p>b", "<p>a\n</p><p>b\n</p>"),
    ("<p>a<div>b</div></p>", "<div>a<div>b</div></div>"),
    (
      "<script>\nlet a = \"</b>\" // <c>\n</script>", "<script>\nlet a = \"</b>\" // <c>\n</script>"
    ),
    ("a <!-- b --> c <?php d ?>e", "<p>a  c e</p>"),
    ("<div>{a}</div>", "<div>{a}</div>"),
    ("<div a={b}>c</div>", "<div a=\"{b}\">c</div>"),
    ("<img src=\"a.png\" width=3>", "<img src=\"a.png\" width=\"3\">"),
    ("![a <b>c</b>](d)", "<p><img src=\"d\" alt=\"a c\" loading=\"lazy\"></p>"),
  ])
  func html(_ markdown: String, _ html: String) {
    #expect(rendered(markdown, .md) == html)
    #expect(treeErrors(in: rendered(markdown, .md)).isEmpty)
  }

  @Test(arguments: [
    ("⟦<div>⟧\na", ["mdx/unclosed-tag"]),
    ("a ⟦</b>⟧ c", ["mdx/stray-closing-tag"]),
    ("> x\n> ⟦<b>⟧ y\n\nz", ["mdx/unclosed-tag"]),
    ("<a href=\"b\">\n⟦<a href=\"c\">⟧d</a></a>", ["mdx/nested-element"]),
    ("<b>*c⟦</b>⟧* d</b>", ["mdx/stray-closing-tag"]),
    ("a ⟦<body>⟧", ["mdx/unknown-tag"]),
  ])
  func findingsOfRawHTML(_ marked: String, _ codes: [String]) {
    #expect(findings(marked, .md) == codes)
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    #expect(treeErrors(in: rendered(text, .md)).isEmpty)
  }

  @Test func urlsAreLinksWithTheirPlaces() {
    let document = parsed(
      "> <a href=\"/a?b&amp;c\">x</a>\n> <img\n> src=\"b.png\">\n\n<video poster=p.png>\n</video>",
      .md
    ).value
    #expect(document.links.map(\.destination) == ["/a?b&c", "b.png", "p.png"])
    #expect(document.links.map(\.position.line) == [1, 1, 5])
    #expect(document.links.map(\.position.column) == [6, 1, 8])
  }
}

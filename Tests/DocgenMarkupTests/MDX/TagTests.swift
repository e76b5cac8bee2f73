import DocgenCore
import Testing

@testable import DocgenMarkup

/// Tags of elements: JSX, and HTML where JSX would refuse it.
@Suite struct TagTests {
  @Test(
    arguments: [
      ("<b className=\"a\" htmlFor='b'>x</b>", "<b class=\"a\" for=\"b\">x</b>"),
      ("<b class=\"x\">**b**</b>", "<b class=\"x\"><strong>b</strong></b>"),
      (
        "<b style={{marginTop: 8, color: 'red', zIndex: 2, '--x': 1}}>x</b>",
        "<b style=\"margin-top:8px;color:red;z-index:2;--x:1\">x</b>"
      ),
      (
        "<b style={{WebkitTransform: 'none', msFlex: 1, marginLeft: 0}}>x</b>",
        "<b style=\"-webkit-transform:none;-ms-flex:1;margin-left:0\">x</b>"
      ),
      ("<b style=\"color:red\">x</b>", "<b style=\"color:red\">x</b>"),
      (
        "<b title={'a \"b\"'} data-x={1} hidden>x</b>",
        "<b title=\"a &quot;b&quot;\" data-x=\"1\" hidden=\"\">x</b>"
      ),
      (
        "<b title={null} lang={undefined} hidden={false} translate={true}>x</b>",
        "<b translate=\"\">x</b>"
      ),
      (
        "<b aria-hidden={true} aria-label={`a`} draggable={false}>x</b>",
        "<b aria-hidden=\"true\" aria-label=\"a\" draggable=\"false\">x</b>"
      ),
      ("<b title=\"a &amp; b\">x</b>", "<b title=\"a &amp; b\">x</b>"),
      ("<b title=bare>x</b>", "<b title=\"bare\">x</b>"),
      ("<b tabIndex={0} key=\"k\" ref={r}>x</b>", "<b tabindex=\"0\">x</b>"),
      ("<b onClick={go}>x</b>", "<b>x</b>"),
      ("<br> a<br/>b <wbr /> c", nil),
      ("<B>x</B>", nil),
      ("<b>x<i>y</i></b>", "<b>x<i>y</i></b>"),
      ("<><b>x</b></>", "<b>x</b>"),
      ("<b dangerouslySetInnerHTML={{__html: '<i>x</i>'}} />", "<b><i>x</i></b>"),
      (
        "<iframe src=\"https://x.y\" frameBorder=\"0\" allowFullScreen></iframe>",
        "<iframe src=\"https://x.y\" frameborder=\"0\" allowfullscreen=\"\"></iframe>"
      ),
      (
        "<svg viewBox=\"0 0 1 1\" strokeWidth={2}><path d=\"M0\" fillRule=\"evenodd\"/></svg>",
        "<svg viewBox=\"0 0 1 1\" stroke-width=\"2\"><path d=\"M0\" fill-rule=\"evenodd\"></path></svg>"
      ),
      (
        "<video playsInline autoPlay src=\"a.mp4\" poster=\"b.png\"></video>",
        "<video playsinline=\"\" autoplay=\"\" src=\"a.mp4\" poster=\"b.png\"></video>"
      ),
      ("<b\n  title=\"a\"\n>x</b>", "<b title=\"a\">x</b>"),
      ("<b title=\"a\" title=\"b\">x</b>", "<b title=\"b\">x</b>"),
      ("<my-element a=\"b\">x</my-element>", "<my-element a=\"b\">x</my-element>"),
    ] as [(String, String?)])
  func attributes(_ markdown: String, _ html: String?) {
    if let html { #expect(rendered(markdown) == html) }
    #expect(treeErrors(in: rendered(markdown)).isEmpty)
  }

  @Test(
    arguments: [
      ("<div>\n\n**b**\n\n</div>", "<div>\n<p><strong>b</strong></p>\n</div>"),
      ("<div>**b**</div>", "<div><strong>b</strong></div>"),
      ("a <div>b</div> c", "<div>a <div>b</div> c</div>"),
      ("<div>\n  <span>a</span>\n</div>", "<div>\n<span>a</span>\n</div>"),
      ("    <div>\n      a\n    </div>", "<div>\n<p>a</p>\n</div>"),
      (
        "<details>\n<summary>S *t*</summary>\n\n- a\n\n</details>",
        "<details>\n<summary>S <em>t</em></summary>\n<ul>\n<li>a</li>\n</ul>\n</details>"
      ),
      (
        "<details><summary>S</summary>\nb</details>",
        "<details><summary>S</summary>\nb</details>"
      ),
      (
        "- a\n\n  <div>\n\n  b\n\n  </div>\n- c",
        "<ul>\n<li>\n<p>a</p>\n<div>\n<p>b</p>\n</div>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"
      ),
      ("> <b>x</b>\n> y", "<blockquote>\n<p><b>x</b>\ny</p>\n</blockquote>"),
      ("<p align=\"center\">\n\ntext\n\n</p>", "<p align=\"center\">\ntext\n</p>"),
      ("<p>\n\n- a\n\n</p>", "<div>\n<ul>\n<li>a</li>\n</ul>\n</div>"),
      ("<h1 align=\"center\">\n  *Name*\n</h1>", "<h1 align=\"center\">\n<em>Name</em>\n</h1>"),
      (
        "<table>\n<tbody>\n<tr><td>*x*</td></tr>\n</tbody>\n</table>",
        "<table>\n<tbody>\n<tr><td><em>x</em></td></tr>\n</tbody>\n</table>"
      ),
      ("| a |\n|---|\n| <b>x</b><br/>y |", nil),
      ("<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
      ("<a href=\"/x\">see https://y.z</a>", "<a href=\"/x\">see https://y.z</a>"),
      ("<script>\nif (a < b) { c() }\n</script>", "<script>if (a < b) { c() }\n</script>"),
      ("<style>{`\n.a { color: red }\n`}</style>", "<style>\n.a { color: red }\n</style>"),
    ] as [(String, String?)])
  func blocksAndParagraphs(_ markdown: String, _ html: String?) {
    let found = rendered(markdown)
    if let html { #expect(found == html) }
    #expect(treeErrors(in: found).isEmpty)
    #expect(parsed(markdown).diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ("use ⟦<name>⟧ here", ["mdx/unknown-tag"], "<p>use &lt;name&gt; here</p>"),
      ("⟦<your-name⟧", [], nil),
      ("- ⟦<name>⟧: b", ["mdx/unknown-tag"], "<ul>\n<li>&lt;name&gt;: b</li>\n</ul>"),
      ("é ⟦<div>⟧ a", ["mdx/unclosed-tag"], "<div>é <div> a</div></div>"),
      ("⟦<b>⟧ a\n\nc", ["mdx/unclosed-tag"], "<p><b> a</b></p>\n<p>c</p>"),
      ("a ⟦</b>⟧ c", ["mdx/stray-closing-tag"], "<p>a &lt;/b&gt; c</p>"),
      ("⟦</div>⟧", ["mdx/stray-closing-tag"], "<p>&lt;/div&gt;</p>"),
      ("<b>⟦<i>⟧x</b>", ["mdx/unclosed-tag"], "<p><b><i>x</i></b></p>"),
      (
        "<b ⟦{...x}⟧ ⟦title={y}⟧>z</b>",
        ["mdx/unknown-attribute-value", "mdx/unknown-attribute-value"], "<b>z</b>"
      ),
      (
        "<a href=\"x\">y ⟦<a href=\"z\">⟧w</a></a>", ["mdx/nested-element"],
        "<a href=\"x\">y w</a>"
      ),
      ("[y ⟦<a href=\"z\">⟧w</a>](x)", ["mdx/nested-element"], "<p><a href=\"x\">y w</a></p>"),
      ("⟦<body>⟧", ["mdx/unknown-tag"], "<p>&lt;body&gt;</p>"),
    ] as [(String, [String], String?)])
  func findingsOfTags(_ marked: String, _ codes: [String], _ html: String?) {
    if !codes.isEmpty { #expect(findings(marked) == codes) }
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    if let html { #expect(rendered(text) == html) }
    #expect(treeErrors(in: rendered(text)).isEmpty)
  }

  @Test(arguments: [
    "a < b", "a <b", "<", "</", "<>", "a <!DOCTYPE html> b", "<?php x ?>", "<a b={", "<a b=\"c",
    "1<2>3", "x <- y", "<b title='>", "</>", "< b>", "<3",
  ])
  func straysAreText(_ text: String) {
    let html = rendered(text)
    let shown = HTMLNode.read(html).text.trimmingPrefix("\n")
    #expect(text == "<>" || String(shown) == text)
    #expect(treeErrors(in: html).isEmpty)
  }

  @Test func urlsOfElementsAreLinks() {
    let document = parsed(
      "<a href=\"/a\" id=\"here\">x</a> <img src=\"b.png\" width={3} />\n\n<a name=\"there\"></a>"
    ).value
    #expect(document.links.map(\.destination) == ["/a", "b.png"])
    #expect(
      document.links.map(\.kind) == [
        .attribute(element: "a", name: "href"), .attribute(element: "img", name: "src"),
      ])
    #expect(document.links.map(\.hasSize) == [false, true])
    #expect(document.links.map(\.position.column) == [4, 35])
    #expect(document.elementIDs == ["here", "there"])
  }
}

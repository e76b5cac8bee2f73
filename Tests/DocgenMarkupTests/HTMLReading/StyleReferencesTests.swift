import DocgenMarkup
import Testing

@Suite struct StyleReferencesTests {
  @Test(arguments: [
    ("b { c: url(a.png) }", ["a.png"]), ("b{c:URL( \"a b.png\" )}", ["a b.png"]),
    ("@import 'a.css' screen; @import url(b.css);", ["a.css", "b.css"]),
    ("c: url('a\\'b.png')", ["a'b.png"]), ("c: url(a\\ b.png)", ["a b.png"]),
    ("src: url(a.woff2?x#y) format('woff2'), url(b.woff)", ["a.woff2?x#y", "b.woff"]),
    ("/* url(a) */ x: 'url(b)'; y: my-url(c) curl(d)", []), ("url(", []), ("url('a", ["a"]),
    ("x: url()", []), ("/*", []), ("'", []), ("@import", []), ("x:\\", []),
  ])
  func whatAStyleSheetLoads(css: String, expected: [String]) {
    #expect(StyleReferences.find(in: Array(css.utf8)).map(\.url) == expected)
  }

  @Test func everyBeginningIsRead() {
    let css = Array("@import \"a\\\"b\"; /* c */ d { e: url( 'f\\'' ) url(g) }".utf8)
    for end in 0...css.count { _ = StyleReferences.find(in: Array(css[..<end])) }
    #expect(StyleReferences.find(in: css).map(\.offset) == [8, 31, 44])
  }

  @Test func aSitemapsAddresses() {
    let xml = "<urlset><url><loc>\n https://a.example/?b&amp;c </loc></url><loc>/d</loc><loc>"
    let found = SitemapReader.addresses(in: Array(xml.utf8))
    #expect(found.map(\.text) == ["https://a.example/?b&c", "/d", ""])
    #expect(found.first?.position.line == 2)
  }
}

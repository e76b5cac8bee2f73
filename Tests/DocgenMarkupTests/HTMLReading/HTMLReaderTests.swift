import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct HTMLReaderTests {
  private func facts(_ html: String) -> HTMLFacts { HTMLReader.read(Array(html.utf8)) }

  private func references(_ html: String) -> [String] {
    facts(html).references.map { "\($0.use) \($0.url)" }
  }

  private static let leading: [(html: String, references: [String])] = [
    ("<a href=/a#b>x</a><area href='c'>", ["link /a#b", "link c"]),
    ("<A HREF=\"/a?b=1&amp;c=&#x4E2D;\">x</A>", ["link /a?b=1&c=中"]),
    (
      "<img src=a.png srcset='b.png 1x, c,d.png 2x,e.png'>",
      [
        "image a.png", "image b.png", "image c,d.png", "image e.png",
      ]
    ),
    (
      "<picture><source srcset='a.png 100w, b.png 200w'></picture>", ["image a.png", "image b.png"]
    ),
    (
      "<video src=a.mp4 poster=b.png><track src=c.vtt></video><audio><source src=d.ogg></audio>",
      [
        "media a.mp4", "image b.png", "media c.vtt", "media d.ogg",
      ]
    ),
    ("<iframe src=/a/><a href=/swallowed></iframe><a href=/b>", ["frame /a/", "link /b"]),
    (
      "<object data=a.pdf></object><embed src=b.pdf><input type=image src=c.png alt=x>",
      [
        "media a.pdf", "media b.pdf", "image c.png",
      ]
    ),
    (
      "<link rel='Stylesheet' href=a.css><link rel=icon href=b.ico><link rel=preconnect href=//c>",
      [
        "stylesheet a.css", "resource b.ico",
      ]
    ),
    (
      "<link rel=canonical href=/a><link rel=alternate hreflang=de href=/b>",
      [
        "canonical /a", "alternate /b",
      ]
    ),
    (
      "<meta http-equiv=Refresh content=\"0; URL='/new'\"><meta http-equiv=refresh content=5>",
      [
        "refresh /new"
      ]
    ),
    (
      "<svg><use xlink:href='a.svg#b'/><image href=c.png /></svg>",
      ["image a.svg#b", "image c.png"]
    ),
    (
      "<p style='background: url(\"a.png\")'>x</p><style>@import 'b.css'; i{x:url( c.png )}</style>",
      [
        "resource a.png", "resource b.css", "resource c.png",
      ]
    ),
    (
      "<script src=a.js></script><main><details><a href=/b></a></details></main>",
      [
        "script a.js", "link /b",
      ]
    ),
  ]

  @Test(arguments: leading)
  func everythingThatLeadsSomewhere(html: String, expected: [String]) {
    #expect(references(html) == expected)
  }

  /// What libxml2 would read tags in, and browsers don't.
  @Test(arguments: [
    "<script>var a = '<b></b><a href=\"/no\">';</script>", "<!-- <a href=/no> -->",
    "<textarea><a href=/no></textarea>", "<title><a href=/no></title>",
    "<template><img src={{no}}></template>", "<xmp><a href=/no></xmp>",
    "<style>/* url(no) */ b::after { content: 'url(no)' }</style>",
    "<script>document.write('<\\/p><a href=no>')</script>",
  ])
  func textIsNoMarkup(html: String) {
    #expect(references(html + "<a href=/yes>") == ["link /yes"])
  }

  @Test func whatThePageSaysOfItself() {
    let page = facts(
      """
      <!DOCTYPE html><html lang="zh-Hans"><head><base href="/docs/">
      <title> A &amp; B
        C </title><title>Second</title>
      <meta name="Description" content="D"><meta property="og:image" content="/e.png">
      <meta name="robots" content="NOINDEX, follow"></head>
      <body><svg><title>No</title></svg><h1 id="a">A</h1><h3>B</h3><a name="old"></a>
      <p id="a">x</p><img src="x.png"><img src="y.png" alt=""><img src="z.png" aria-hidden="true">
      """)
    #expect(page.isDocument && page.isHidden)
    #expect(page.title == "A & B C" && page.language == "zh-Hans" && page.baseURL == "/docs/")
    #expect(page.meta("description")?.content == "D" && page.meta("og:image")?.content == "/e.png")
    #expect(page.anchors == ["a", "old"])
    #expect(page.repeatedIDs == [HTMLMark(text: "a", position: SourcePosition(line: 7, column: 1))])
    #expect(page.headings.map(\.level) == [1, 3] && page.headings.map(\.id) == ["a", nil])
    #expect(page.imagesWithoutText.map(\.text) == ["x.png"])
  }

  @Test func placesAreThoseOfTags() {
    let html = "<p>中 <a\n href=/a>x</a>\r\n<b title='<a'>é<a title='a < b' href=/b>"
    #expect(
      facts(html).references.map(\.position) == [
        SourcePosition(line: 1, column: 8), SourcePosition(line: 3, column: 17),
      ])
  }

  @Test func aPieceIsNoDocument() {
    #expect(!facts("<ul><li><a href=/a>x</a></li></ul>").isDocument)
    #expect(facts("<HTML><p>x").isDocument)
    #expect(facts("").references.isEmpty)
  }

  @Test(arguments: [[UInt8]([0xFF, 0xFE, 0]), [0xC3], [0, 0, 0]])
  func bytesThatAreNoText(bytes: [UInt8]) {
    let html = bytes + Array("<p>é</p><a href='/中'>".utf8) + bytes + Array("<a href=/b>".utf8)
    #expect(HTMLReader.read(html).references.map(\.url) == ["/中", "/b"])
  }

  @Test func depthAndLengthDoNotMatter() {
    let deep = String(repeating: "<div>", count: 100_000) + "<a href=/a>"
    #expect(references(deep) == ["link /a"])
    let long = "<a href='/" + String(repeating: "x", count: 1_000_000) + "'>x</a>"
    #expect(facts(long).references.first?.url.utf8.count == 1_000_001)
    let lines = String(repeating: "<p>\n", count: 50_000) + "<a href=/b>"
    #expect(facts(lines).references.first?.position.line == 50_001)
  }

  @Test(arguments: 0..<200)
  func brokenTextIsRead(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "<a href=", "<", ">", "\"", "'", "</", "<script>", "</script>", "<!--", "-->", "<style>url(",
      "<title>", "&#x", "&amp", "\0", "<svg><title>", "srcset=', ,'", "<meta http-equiv=refresh ",
      "content='0;url='", "<img", "id=x ", "<![CDATA[", "<?php", "é", "中", "\\", "/*", "@import \"",
    ]
    let html = (0..<60).map { _ in pieces[next(pieces.count)] }.joined()
    let read = facts(html)
    let lines = SourceText(html).lineCount
    #expect(read.references.allSatisfy { (1...lines).contains($0.position.line) })
    #expect(read == facts(html))
  }
}

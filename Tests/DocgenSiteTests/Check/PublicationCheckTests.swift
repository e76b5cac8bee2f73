import Testing

@testable import DocgenSite

@Suite struct PublicationCheckTests {
  /// Two pages that lead to each other, and one of them with something more in it.
  private func findings(
    _ body: String, head: String = "", others: [String: String] = [:]
  ) async -> [String] {
    var files = others
    files["index.html"] = PublicationSite.page("<h1>I</h1><a href=b/>b</a>" + body, head: head)
    files["b/index.html"] = PublicationSite.page("<h1>B</h1><a href=../>i</a>", title: "B")
    return await PublicationSite(files: files).findings().map {
      $0.replacing("index.html ", with: "")
    }
  }

  @Test(arguments: [
    ("<a href=/docs/nope>x</a>", "link/unknown-page"),
    ("<a href=x.zip>x</a>", "link/unknown-asset"),
    ("<a href=nope.md>x</a>", "link/unknown-page"), ("<a href=#x>x</a>", "link/unknown-anchor"),
    ("<a href=b/#x>x</a>", "link/unknown-anchor"), ("<img src=x alt>", "link/unknown-image"),
    ("<script src=x.js></script>", "link/unknown-asset"), ("<a href=B/>x</a>", "link/letter-case"),
    ("<a href=/nope>x</a>", "link/outside-base"), ("<a href=''>x</a>", "link/empty"),
    ("<img src='' alt>", "link/empty"), ("<p id=a><p id=a>", "publish/duplicate-id"),
    ("<img src=data:,>", "publish/no-alt"), ("<h2>x</h2><h4>x</h4>", "publish/heading-order"),
  ])
  func whatIsWrongInAPage(html: String, code: String) async {
    #expect(await findings(html) == [code])
  }

  @Test(arguments: [
    "<a href=#top>x</a><a href=#>x</a><a href=b/?q#:~:text=x>x</a>",
    "<h2>x</h2><h3>x</h3><h2>x</h2>",
    "<p id=a></p><a href=#a>x</a><a href='#%61'>x</a>", "<a href=https://b.example/x#y>x</a>",
    "<img src=data:, alt='' ><img src=data:, role=presentation>",
  ])
  func whatIsRight(html: String) async {
    #expect(await findings(html) == [])
  }

  @Test(arguments: [
    ("<link rel=canonical href=https://a.example/docs/x>", "publish/canonical"),
    ("<link rel=canonical href=https://a.example/docs/?x>", "publish/canonical"),
    ("<link rel=canonical href=http://a.example/docs/>", "publish/canonical"),
    ("<link rel=canonical href=http://a.example/docs/b/>", "publish/canonical"),
    ("<link rel=canonical href=https://a.example/docs>", "publish/canonical"),
    ("<link rel=canonical href=https://a.example/docs/index.html>", "publish/canonical"),
    ("<link rel=canonical href=/docs/>", "publish/relative-url"),
    ("<link rel=alternate hreflang=de href=https://a.example/docs/x>", "publish/alternate"),
    ("<link rel=alternate hreflang=de href=https://a.example/docs/b/>", "publish/alternate"),
    ("<meta property=og:image content=/x.png>", "publish/relative-url"),
    ("<meta name=twitter:image content=https://a.example/docs/x.png>", "link/unknown-image"),
  ])
  func whatIsWrongInAHead(head: String, code: String) async {
    #expect(await findings("", head: head) == [code])
  }

  @Test func aHiddenPageIsNamedByNone() async {
    let head =
      "<meta name=robots content=noindex>"
      + "<link rel=alternate hreflang=de href=https://a.example/docs/b/>"
    #expect(await findings("", head: head) == [])
  }

  @Test func redirects() async {
    func to(_ url: String) -> String {
      "<html><meta http-equiv=refresh content='0; url=\(url)'><a href='\(url)'>x</a>"
    }
    #expect(
      await findings("<a href=old>x</a>", others: ["old.html": to("b/")]) == ["link/redirect"])
    #expect(
      await findings("<a href=old#x>x</a>", others: ["old.html": to("b/")])
        == ["link/redirect", "link/unknown-anchor"])
    #expect(
      await findings("", others: ["old.html": to("/docs/x")]) == ["old.html redirect/unknown-page"])
    #expect(
      await findings("", others: ["o.html": to("p.html"), "p.html": to("o.html")])
        == ["o.html link/redirect-circle", "p.html link/redirect-circle"])
    #expect(
      await findings("<a href=o>x</a>", others: ["o.html": to("p"), "p.html": to("b/")])
        == ["link/redirect"])
  }

  @Test func languages() async {
    func head(_ own: String) -> String {
      "<link rel=alternate hreflang=en href=https://a.example/docs/\(own)>"
        + "<link rel=alternate hreflang=zh href=https://a.example/docs/zh/\(own)>"
    }
    let files = [
      "index.html": PublicationSite.page(
        "<a href=a/>x</a><a href=zh/>zh</a><a href=zh/a/>wrong</a><a href=zh/a/ hreflang=zh>x</a>",
        head: head("")),
      "a/index.html": PublicationSite.page("<a href=../zh/a/>zh</a>", head: head("a/"), title: "A"),
      "zh/index.html": PublicationSite.page(
        "<a href=a/>x</a>", head: head(""), lang: "zh"),
      "zh/a/index.html": PublicationSite.page("", head: head("a/"), title: "A", lang: "zh"),
    ]
    #expect(await PublicationSite(files: files).findings() == ["index.html link/wrong-locale"])
  }

  @Test func sitemapsRobotsAndLists() async {
    let host = "https://a.example/docs/"
    let others = [
      "sitemap.xml":
        "<urlset><loc>\(host)</loc><loc>\(host)x</loc><loc>\(host)hidden.html</loc></urlset>",
      "hidden.html": "<html><title>H</title><meta name=robots content=noindex>",
      "robots.txt":
        "User-agent: x\nDisallow: /\n\nUser-agent: *\nDisallow: /docs/ # all\nSitemap: \(host)y.xml",
      "llms.txt": "- [b](\(host)b/): fine\n- [x](\(host)x.md)\n- [h](\(host)hidden.html)\n",
    ]
    #expect(
      await findings("", others: others) == [
        "b/publish/not-in-sitemap", "llms.txt publish/llms", "llms.txt publish/llms",
        "robots.txt publish/robots",
        "robots.txt publish/robots", "sitemap.xml publish/sitemap", "sitemap.xml publish/sitemap",
      ])
  }

  /// A sitemap is known by its content, not by its name.
  @Test func sitemapsOfOtherNames() async {
    let host = "https://a.example/docs/"
    let index = "<?xml version='1.0'?><sitemapindex><sitemap><loc>\(host)post-sitemap.xml</loc>"
    var others = [
      "sitemap.xml": index + "</sitemap></sitemapindex>",
      "post-sitemap.xml":
        "<!-- <x> --><urlset><loc>\(host)</loc><loc>\(host)b/</loc></urlset>",
      "feed.xml": "<feed><loc>\(host)x</loc>",
    ]
    #expect(await findings("", others: others) == [])
    others["post-sitemap.xml"] = "<urlset>\n<loc>/docs/</loc><loc>\(host)b/</loc>"
    others["post-sitemap.xml"]? += "\n<loc>\(host)b/</loc>\n<url>"
    let site = PublicationSite(
      files: others.merging([
        "index.html": PublicationSite.page("<a href=b/>b</a>"),
        "b/index.html": PublicationSite.page("", title: "B"),
      ]) { first, _ in first })
    let linked = await LinkedPublication(site.publication, workers: 1)
    let found = await linked.findings(checks: [.sitemaps], workers: 1)
    #expect(found.map(\.code) == Array(repeating: "publish/sitemap", count: 3))
    #expect(found.map { $0.position?.line } == [4, 2, 3], "\(found.map(\.message))")
  }

  /// Hosts serve addresses with or without a slash, and a site says which by what most of its pages
  /// say.
  @Test(arguments: [
    (["/docs/", "/docs/b"], 1), (["/docs/", "/docs/b", "/docs/c"], 0),
    (["/docs/", "/docs/b/", "/docs/c"], 1), (["/docs/", "/docs/b/", "/docs/c/"], 0),
  ])
  func canonicalsWithAndWithoutASlash(addresses: [String], count: Int) async {
    var files: [String: String] = [:]
    for (path, address) in zip(["index.html", "b/index.html", "c/index.html"], addresses) {
      files[path] = PublicationSite.page(
        "", head: "<link rel=canonical href=https://a.example\(address)>", title: path)
    }
    let found = await PublicationSite(files: files).findings([.addresses])
    #expect(found.count == count, "\(found)")
  }

  @Test func pagesTogether() async {
    let page = PublicationSite.page("", title: "T")
    #expect(
      await findings("<a href=c/>x</a>", others: ["c/index.html": page, "d/index.html": page])
        == [
          "d/publish/orphan", "d/publish/duplicate-description", "d/publish/duplicate-title",
          "publish/duplicate-description", "publish/duplicate-title",
        ].sorted())
    #expect(
      await findings("<a href=c>x</a>", others: ["c.html": "<html><body>x"])
        == ["c.html publish/no-description", "c.html publish/no-title"])
    #expect(
      await findings("", others: ["big.png": String(repeating: "x", count: 1_000_001)])
        == ["big.png publish/large-image"])
  }

  @Test func piecesAndStyles() async {
    let others = [
      "piece.html": "<a href=relative/>x</a><a href=/docs/b/>x</a><a href=/docs/x>x</a>",
      "a/b.css": "@import '../c.css'; i { x: url(d.png) }", "c.css": "",
    ]
    #expect(
      await findings("", others: others) == [
        "a/b.css link/unknown-asset", "piece.html link/unknown-page",
      ])
  }

  @Test func whatIsMeant() async {
    let site = PublicationSite(files: [
      "index.html": PublicationSite.page(
        "<a href=guides/instal/>a</a><a href=/docs/x/how-to-begin>b</a><a href=guides/install/#frist>c</a>"
          + "<img src=img/lgoo.png alt>"),
      "guides/install/index.html": PublicationSite.page("<p id=first>", title: "Install"),
      "z/1.html": PublicationSite.page("", title: "How to begin | Site"), "img/logo.png": "",
    ])
    let linked = await LinkedPublication(site.publication, workers: 1)
    let hints = await linked.findings(checks: [.links], workers: 1).compactMap(\.hint)
    #expect(
      hints == [
        "did you mean '/docs/guides/install'?", "did you mean '/docs/z/1.html'?",
        "did you mean '#first'?", "did you mean '/docs/img/logo.png'?",
      ])
  }
}

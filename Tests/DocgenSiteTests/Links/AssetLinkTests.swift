import DocgenCore
import DocgenMarkup
import Testing

@testable import DocgenSite

@Suite struct AssetLinkTests {
  /// 3 by 2 pixels.
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [3, 0, 2, 0, 0, 0, 0]

  private static func hash(_ bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.hexadecimal
  }

  private func site(_ text: String, locale: String = "en") async -> LinkSite {
    await LinkSite.around(
      text, locale: locale,
      staticFiles: ["img/logo.gif": Self.gif, "files/a b.zip": [1], "api.html": [1]],
      beside: [
        "en": ["guides/img/shot.gif": Self.gif, "guides/data.zip": [1, 2], "LICENSE": [3]],
        "zh-CN": ["guides/img/shot.gif": Self.gif + [9]],
      ],
      others: ["src/pic.gif": Self.gif], generated: ["llms.txt"])
  }

  @Test(arguments: [
    ("![x](/img/logo.gif)", "/docs/img/logo.gif"),
    ("![x](/docs/img/logo.gif)", "/docs/img/logo.gif"),
    ("![x](@site/static/img/logo.gif)", "/docs/img/logo.gif"),
    ("![x](./img/shot.gif)", "/docs/assets/images/shot-\(hash(gif)).gif"),
    ("![x](img/shot.gif)", "/docs/assets/images/shot-\(hash(gif)).gif"),
    ("![x](@site/docs/guides/img/shot.gif)", "/docs/assets/images/shot-\(hash(gif)).gif"),
    ("![x](@site/src/pic.gif)", "/docs/assets/images/pic-\(hash(gif)).gif"),
    ("<img src=\"../img/logo.gif\" />", "/docs/img/logo.gif"),
    ("<img src=\"img/logo.gif\" />", "/docs/img/logo.gif"),
    ("[x](./data.zip)", "/docs/assets/files/data-\(hash([1, 2])).zip"),
    ("[x](../LICENSE)", "/docs/assets/files/LICENSE-\(hash([3]))"),
    ("[x](</files/a b.zip>)", "/docs/files/a%20b.zip"),
    ("[x](/files/a%20b.zip)", "/docs/files/a%20b.zip"),
    ("[x](/api.html#a)", "/docs/api.html#a"),
    ("[x](/docs/llms.txt)", "/docs/llms.txt"),
    ("[x](../llms.txt)", "/docs/llms.txt"),
    ("<video src=\"/img/logo.gif\" poster=\"/img/logo.gif\" />", "/docs/img/logo.gif"),
    ("![x](https://a.b/c.png)", "https://a.b/c.png"),
    ("![x](pathname:///c.png)", "/c.png"),
  ])
  func destinations(_ text: String, _ href: String) async {
    let found = await site("\(text)\n").links(of: "guides/use.md")
    #expect(found.value.first?.href == href)
    #expect(found.diagnostics.filter { $0.severity != .note }.isEmpty)
  }

  @Test func sizes() async {
    let found = await site(
      """
      ![a](/img/logo.gif) ![b](img/shot.gif) [c](/img/logo.gif)

      <img src="/img/logo.gif" width="10" />
      """
    ).links(of: "guides/use.md").value
    let size = ImageSize(head: Self.gif)
    #expect(found.map(\.imageSize) == [size, size, nil, nil])
    #expect(size?.width == 3)
  }

  /// Each locale has its copy of static files; files beside the content are the reader's locale's,
  /// or the default one's, also on a page that is not translated.
  @Test(arguments: ["en", "zh-CN"])
  func otherLocales(_ locale: String) async {
    let text = "![a](/img/logo.gif) ![b](img/shot.gif) [c](data.zip) [d](/docs/llms.txt)\n"
    let found = await site(text, locale: locale).links(
      of: "guides/use.md", in: locale, shownTo: "zh-CN")
    #expect(
      found.value.map(\.href) == [
        "/docs/zh-CN/img/logo.gif",
        "/docs/assets/images/shot-\(Self.hash(Self.gif + [9])).gif",
        "/docs/assets/files/data-\(Self.hash([1, 2])).zip", "/docs/llms.txt",
      ])
  }

  /// Only what pages refer to is copied, and what is the same is copied once.
  @Test func copies() async {
    let site = await site("![a](img/shot.gif) ![b](./img/shot.gif) [c](../LICENSE)\n")
    let shot = Self.hash(Self.gif)
    let other = Self.hash(Self.gif + [9])
    let license = Self.hash([3])
    let expected = [
      "assets/files/LICENSE-\(license)": "docs/LICENSE",
      "assets/images/shot-\(other).gif": "docs/locales/zh-CN/guides/img/shot.gif",
      "assets/images/shot-\(shot).gif": "docs/guides/img/shot.gif",
    ]
    let copies = site.resolver.assets.copies
    #expect(copies.map(\.output.string) == expected.keys.sorted())
    for copy in copies { #expect(expected[copy.output.string] == copy.source) }
  }

  @Test func nothingOutsideOfTheSiteIsRead() async {
    let site = await LinkSite.around(
      "[a](@site/../secret.txt) ![b](../../../secret.png)\n",
      others: ["secret.txt": [1], "../secret.txt": [1]])
    #expect(site.resolver.assets.copies.isEmpty)
    #expect(
      site.links(of: "guides/use.md").diagnostics.map(\.code)
        == ["link/unknown-asset", "link/unknown-image"])
  }

  @Test func theImageOfFrontMatter() async {
    let site = await LinkSite(
      [
        ("en", "a.md", "---\nimage: ./card.gif\n---\n# A\n"),
        ("en", "b.md", "---\nimage: /none.gif\n---\n# B\n"), ("en", "c.md", "# C\n"),
      ], beside: ["en": ["card.gif": Self.gif]])
    func image(_ path: String) -> Diagnosed<ResolvedLink?> {
      let page = site.catalog.index(ofPath: path, in: "en") ?? 0
      let route = site.routes.index(of: site.catalog.pages[page].id, locale: 0) ?? 0
      return site.resolver.socialImage(page: page, route: route)
    }
    #expect(image("a.md").value?.href == "/docs/assets/images/card-\(Self.hash(Self.gif)).gif")
    #expect(
      image("b.md").diagnostics.map(\.place) == ["docs/b.md:2:8: error: link/unknown-image"])
    #expect(image("c.md").value == nil)
  }

  @Test func hashes() {
    // The published test vectors of FNV-1a.
    #expect(Self.hash([]) == "cbf29ce484222325")
    #expect(Self.hash(Array("a".utf8)) == "af63dc4c8601ec8c")
    #expect(Self.hash(Array("foobar".utf8)) == "85944171f73967e8")
  }
}

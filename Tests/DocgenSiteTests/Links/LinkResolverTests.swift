import DocgenCore
import DocgenMarkup
import Testing

@testable import DocgenSite

@Suite struct LinkResolverTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var written: String
    var en: String
    /// The same where nothing is said.
    var zh: String
    var codes: [String] = []

    init(_ written: String, _ en: String, zh: String? = nil, codes: [String] = []) {
      self.written = written
      self.en = en
      self.zh = zh ?? en
      self.codes = codes
    }

    var testDescription: String { written }
  }

  /// Links of `guides/use.md`, which both locales have.
  @Test(arguments: [
    // Files.
    Case("./install.md", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    Case("install.md#linux", "/docs/guides/install#linux", zh: "/docs/zh-CN/guides/install#linux"),
    Case("../index.md", "/docs/", zh: "/docs/zh-CN/"),
    Case("index.md", "/docs/guides/", zh: "/docs/zh-CN/guides/"),
    Case("guides/install.md", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    Case("docs/guides/install.md", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    Case(
      "/guides/install.md?a=b#old", "/docs/guides/install?a=b#old",
      zh: "/docs/zh-CN/guides/install?a=b#old", codes: []),
    Case("@site/docs/guides/install.md", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    Case(
      "@site/docs/locales/zh-CN/guides/install.md", "/docs/guides/install",
      zh: "/docs/zh-CN/guides/install"),
    Case("./in%73tall.md", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    // Routes.
    Case("./install", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    Case("install/", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    Case("../guides", "/docs/guides/", zh: "/docs/zh-CN/guides/"),
    Case("/guides", "/docs/guides/", zh: "/docs/zh-CN/guides/"),
    Case(
      "/guides/install#linux", "/docs/guides/install#linux",
      zh: "/docs/zh-CN/guides/install#linux"),
    Case("/", "/docs/", zh: "/docs/zh-CN/"),
    Case("guides/install", "/docs/guides/install", zh: "/docs/zh-CN/guides/install"),
    // Base URLs.
    Case(
      "/docs/guides/install", "/docs/guides/install", zh: "/docs/zh-CN/guides/install",
      codes: ["link/base-url"]),
    Case(
      "/docs/zh-CN/guides/install#linux", "/docs/guides/install#linux",
      zh: "/docs/zh-CN/guides/install#linux", codes: ["link/base-url"]),
    Case("/docs", "/docs/", zh: "/docs/zh-CN/", codes: ["link/base-url"]),
    // The page itself.
    Case("#here", "#here"),
    Case("#", "#"),
    Case("#top", "#top"), Case("#TOP", "#TOP"),
    Case("#:~:text=word", "#:~:text=word"),
    Case("?tab=1#here", "/docs/guides/use?tab=1#here", zh: "/docs/zh-CN/guides/use?tab=1#here"),
    // Elsewhere.
    Case("https://a.b/c?d#e", "https://a.b/c?d#e"),
    Case("//a.b/c", "//a.b/c"),
    Case("mailto:a@b.c", "mailto:a@b.c"),
    Case("pathname:///api/x", "/docs/api/x", zh: "/docs/zh-CN/api/x"),
    Case("/only-chinese", "/docs/zh-CN/only-chinese"),
  ])
  func destinations(_ item: Case) async {
    let site = await LinkSite.around(
      "# Use\n\n## here\n\n[x](<\(item.written)>)\n", locale: "zh-CN")
    let english = site.links(of: "guides/use.md")
    let chinese = site.links(of: "guides/use.md", in: "zh-CN")
    #expect(english.value.map(\.href) == [item.en])
    #expect(chinese.value.map(\.href) == [item.zh])
    if item.written != "/only-chinese", !item.written.contains("#old") {
      #expect(english.diagnostics.map(\.code) == item.codes)
      #expect(chinese.diagnostics.map(\.code) == item.codes)
    }
  }

  @Test func aPageOfAnotherLocaleIsNoted() async {
    let site = await LinkSite.around("[x](/only-chinese)\n")
    let found = site.links(of: "guides/use.md")
    #expect(found.diagnostics.map(\.place) == ["docs/guides/use.md:1:5: note: link/other-locale"])
    #expect(
      found.diagnostics.map(\.message)
        == ["The link '/only-chinese' leads to a page that only 'zh-CN' has"])
    #expect(site.routes.routes[found.value[0].targetRoute ?? 0].locale == 1)
  }

  @Test func newTabs() async {
    let site = await LinkSite.around(
      """
      [a](https://a.b) [b](mailto:a@b.c) [c](./install.md) [d](pathname:///x) [e](/a.zip)

      <a href="https://a.b">f</a> <a href="/docs/guides/install">g</a>
      """, staticFiles: ["a.zip": [1]])
    let found = site.links(of: "guides/use.md").value
    #expect(found.map(\.opensNewTab) == [true, true, false, true, true, false, false])
    #expect(found.map(\.kind) == [.external, .contact, .page, .external, .asset, .external, .page])
    #expect(found.last?.href == "/docs/guides/install")
  }

  /// The index page's URL ends with a slash, so that what is relative to it is inside of its folder.
  @Test func relativeToAnIndexPage() async {
    let site = await LinkSite([
      ("en", "guides/index.md", "[a](./install) [b](../other) [c](install#x)\n"),
      ("en", "guides/install.md", "## x\n"), ("en", "other.md", "# O\n"),
    ])
    let found = site.links(of: "guides/index.md")
    #expect(
      found.value.map(\.href)
        == ["/docs/guides/install", "/docs/other", "/docs/guides/install#x"])
    #expect(found.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (TrailingSlash.always, "/docs/guides/install/?q#linux", "/docs/guides/"),
    (TrailingSlash.never, "/docs/guides/install?q#linux", "/docs/guides"),
  ])
  func slashesAtTheEnd(_ policy: TrailingSlash, _ page: String, _ index: String) async {
    var config = LinkSite.config
    config.trailingSlash = policy
    let text = "[a](./install.md?q#linux) [b](/guides) [c](#x) [d](./install?q#linux)\n\n## x\n"
    let site = await LinkSite.around(text, config: config)
    let found = site.links(of: "guides/use.md")
    #expect(found.value.map(\.href) == [page, index, "#x", page])
    #expect(found.diagnostics.isEmpty)
  }

  @Test func oldAddressesAreTargets() async {
    var config = LinkSite.config
    config.redirects = [RedirectConfig(from: ["/start", "/old/"], to: "/")]
    let site = await LinkSite.around("[a](/start#x) [b](/docs/old)\n", config: config)
    let found = site.links(of: "guides/use.md")
    #expect(found.value.map(\.href) == ["/docs/start#x", "/docs/old"])
    #expect(found.diagnostics.map(\.code) == ["link/base-url"])
  }

  @Test func aBaseURLIsFixable() async {
    let site = await LinkSite.around("text\n\n- [x](/docs/zh-CN/guides/install#linux)\n")
    let finding = site.links(of: "guides/use.md").diagnostics.first
    #expect(finding?.place == "docs/guides/use.md:3:7: note: link/base-url")
    #expect(
      finding?.hint
        == "write '/guides/install#linux': docgen adds the base URL and the reader's locale")
  }

  /// A link to a source heading's id works in the translation, from either page.
  @Test func aTranslatedHeadingHasItsSourcesAnchor() async {
    let site = await LinkSite.around(
      "[a](install.md#linux) [b](install.md#linux-系统)\n", locale: "zh-CN")
    #expect(site.links(of: "guides/use.md", in: "zh-CN").diagnostics.isEmpty)
    #expect(
      site.links(of: "guides/use.md").diagnostics.map(\.code) == ["link/unknown-anchor"])
    let page = site.catalog.index(ofPath: "guides/install.md", in: "zh-CN") ?? 0
    #expect(site.anchors.aliases(ofPage: page) == [["install"], ["linux"]])
  }

  @Test(arguments: ["footnotes", "old", "linux"])
  func otherAnchors(_ id: String) async {
    let anchor = id == "footnotes" ? "user-content-fn-1" : id
    let site = await LinkSite.around("[a](install.md#\(anchor))\n")
    #expect(site.links(of: "guides/use.md").diagnostics.isEmpty)
  }
}

import DocgenCore
import Testing

@testable import DocgenSite

@Suite("Output for programs") struct MachineOutputTests {
  private static let pages = [
    "docs/index.md":
      "---\ndescription: The start\nsidebar_position: 0\n---\n# Home\n\n[Install](guides/install.md)\n",
    "docs/guides/install.md":
      "---\nsidebar_position: 1\nlast_update: { date: 2026-02-03 }\n---\n# Install\n\nHow to [install] it.\n",
    "docs/guides/run.mdx":
      "---\ntitle: Run\naliases: [/old/run]\n---\nimport P from './_p.mdx';\n\n<P />\n",
    "docs/guides/_p.mdx": ":::note\nShared.\n:::\n",
    "docs/locales/de/guides/install.md":
      "---\nsidebar_position: 1\nlast_update: { date: 2026-02-03 }\n---\n# Installieren\n\nSo geht es.\n",
  ]
  private static let config = """
    title: Tools
    tagline: What it is
    url: https://a.example
    baseUrl: /docs/
    locales: [en, de]
    diagnostics: { ui/missing-string: ignored }
    """

  @Test func eachPageIsPublishedAsMarkdown() async throws {
    let site = try await BuiltSite(Self.config, Self.pages)
    #expect(site.problems == [])
    #expect(
      try site.read("index.md") == "# Home\n\n[Install](https://a.example/docs/guides/install)\n")
    #expect(try site.read("guides/run.md") == "# Run\n\n> **Note**\n>\n> Shared.\n")
    #expect(try site.read("de/guides/install.md") == "# Installieren\n\nSo geht es.\n")
    #expect(
      try site.read("de/index.md")
        == "# Home\n\n[Install](https://a.example/docs/de/guides/install)\n")
    #expect(
      try site.read("de/guides/install/index.html").contains(
        "<link rel=\"alternate\" type=\"text/markdown\" href=\"https://a.example/docs/de/guides/install.md\">"
      ))
  }

  @Test(arguments: [("always", "guides/install.md"), ("never", "guides/install.md")])
  func addressesWithAndWithoutSlashes(slash: String, path: String) async throws {
    let site = try await BuiltSite(Self.config + "\ntrailingSlash: \(slash)", Self.pages)
    #expect(site.problems == [])
    #expect(site.holds(path) && site.holds("index.md"))
  }

  @Test func theListHasTheFormOfTheSpecification() async throws {
    let site = try await BuiltSite(Self.config, Self.pages)
    #expect(
      try site.read("llms.txt") == """
        # Tools

        > What it is

        ## Tools

        - [Home](https://a.example/docs/index.md): The start

        ## guides

        - [Install](https://a.example/docs/guides/install.md): How to [install] it.
        - [Run](https://a.example/docs/guides/run.md)

        """)
    #expect(
      try site.read("de/llms.txt").contains("[Installieren](https://a.example/docs/de/guides"))
    let full = try site.read("llms-full.txt")
    #expect(full.hasPrefix("<!-- https://a.example/docs/ -->\n\n# Home\n"))
    #expect(full.contains("\n---\n\n<!-- https://a.example/docs/guides/install -->\n\n# Install\n"))
  }

  @Test(
    arguments: [
      (212, "descriptions are cut", "How to…"), (170, "the last 1 pages are left out", "Install"),
    ])
  func theListKeepsToItsBudget(size: Int, note: String, kept: String) async throws {
    let site = try await BuiltSite(Self.config + "\nllms: { maxSize: \(size) }", Self.pages)
    let text = try site.read("llms.txt")
    #expect(text.utf8.count <= size && text.contains(kept))
    #expect(
      site.diagnostics.contains { $0.code == "llms/too-large" && $0.message.contains(note) },
      "\(site.diagnostics.map(\.message)) \(text)")
  }

  @Test func pagesCanBeLeftOut() async throws {
    let site = try await BuiltSite(
      Self.config + "\nllms: { exclude: [guides/run], optional: ['guides/*'], full: false }",
      Self.pages)
    #expect(!site.holds("guides/run.md") && !site.holds("llms-full.txt"))
    #expect(try site.read("llms.txt").contains("## Optional\n\n- [Install]"))
    #expect(try !site.read("guides/run/index.html").contains("text/markdown"))
    let none = try await BuiltSite(
      Self.config + "\nllms: { pages: false, index: false, full: false }", Self.pages)
    #expect(!none.holds("index.md") && !none.holds("llms.txt"))
    #expect(none.problems == [])
  }

  @Test func sitemapsHaveDatesAndLanguages() async throws {
    let site = try await BuiltSite(
      Self.config + "\nsitemap: { ignorePatterns: ['/docs/guides/run'] }", Self.pages)
    #expect(
      try site.read("sitemap.xml").contains(
        "<sitemap><loc>https://a.example/docs/de/sitemap.xml</loc></sitemap>"))
    let pages = try site.read("sitemap-en.xml")
    #expect(
      pages.contains(
        "<loc>https://a.example/docs/guides/install</loc><lastmod>2026-02-03</lastmod>"
          + "<xhtml:link rel=\"alternate\" hreflang=\"en\""))
    #expect(
      pages.contains("hreflang=\"x-default\" href=\"https://a.example/docs/guides/install\"/>"))
    #expect(!pages.contains("guides/run<"))
    #expect(try !site.read("de/sitemap.xml").contains("guides/run"))
  }

  @Test func aPageLeftOutOfTheSitemapIsNoFault() async throws {
    let site = try await BuiltSite(
      Self.config + "\nsitemap: { ignorePatterns: ['/docs/guides/run'] }", Self.pages)
    #expect(!site.diagnostics.contains { $0.code == "publish/not-in-sitemap" })
  }

  @Test func aLocaleWithoutOwnPagesHasNoListOfThem() async throws {
    let pages = Self.pages.filter { !$0.key.contains("locales/de/") }
    let site = try await BuiltSite(Self.config + "\nfeed: 3", pages)
    #expect(site.holds("de/index.html") && site.holds("sitemap-en.xml") && site.holds("atom.xml"))
    #expect(!site.holds("de/sitemap.xml") && !site.holds("de/atom.xml"))
    #expect(try !site.read("sitemap.xml").contains("/de/"))
    #expect(try !site.read("de/index.html").contains("atom.xml"))
  }

  @Test func robotsAreToldTheRules() async throws {
    let atRoot = Self.config.replacing("/docs/", with: "/")
    let site = try await BuiltSite(atRoot, Self.pages)
    #expect(
      try site.read("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n")
    let ruled = try await BuiltSite(
      Self.config + "\nrobots: [{ userAgent: [A, B], disallow: /x }]", Self.pages)
    #expect(
      try ruled.read("robots.txt")
        == "User-agent: A\nUser-agent: B\nDisallow: /x\n\nSitemap: https://a.example/docs/sitemap.xml\n"
    )
    let own = try await BuiltSite(
      atRoot, Self.pages.merging(["static/robots.txt": "# ours\n"]) { $1 })
    #expect(try own.read("robots.txt") == "# ours\n")
    let hidden = try await BuiltSite(atRoot + "\nnoIndex: true", Self.pages)
    #expect(try hidden.read("robots.txt") == "User-agent: *\nDisallow: /\n")
  }

  @Test func oldAddressesLeadOn() async throws {
    let site = try await BuiltSite(
      Self.config + """

        redirects:
          - { from: /start, to: / }
          - { from: '/guides/install#old', to: '/guides/run#top' }
        redirectExtensions: { from: [html] }
        redirectFiles: [netlify, nginx]
        """, Self.pages)
    #expect(site.problems == [])
    #expect(try site.read("old/run/index.html").contains("url=/docs/guides/run"))
    #expect(try site.read("de/old/run/index.html").contains("<html lang=\"de\""))
    #expect(try site.read("guides/run.html").contains("url=/docs/guides/run"))
    let redirects = try site.read("_redirects")
    #expect(redirects.hasPrefix("/docs/start /docs/ 301\n"))
    #expect(redirects.contains("\n/docs/de/old/run /docs/de/guides/run 301\n"))
    let map = try site.read("redirects.map")
    #expect(map.contains(#""~^/docs/old/run/?$" "/docs/guides/run$is_args$args";"# + "\n"))
    let page = try site.read("guides/install/index.html")
    #expect(page.contains("{\"old\":\"/docs/guides/run#top\"}"))
  }

  @Test(
    arguments: [
      ("{ from: /a, to: /nowhere }", "redirect/unknown-page", "'/nowhere', which is no page"),
      ("{ from: /a, to: /de/guides/run }", "redirect/unknown-page", "'/de/guides/run'"),
      ("{ from: /a, to: '/guides/run#no' }", "redirect/unknown-anchor", "'/guides/run#no'"),
      ("{ from: '/#a', to: '/guides/run#no' }", "redirect/unknown-anchor", "'/guides/run#no'"),
      ("{ from: /a, to: /b }, { from: /b, to: / }", "redirect/chain", "'/b'"),
      ("{ from: /a, to: /b }, { from: /b, to: /a }", "redirect/circle", "'/b'"),
      ("{ from: /a, to: /a }", "redirect/circle", "'/a'"),
      ("{ from: /old/run, to: / }", "redirect/taken", "where another redirect is"),
      ("{ from: /guides/run, to: / }", "redirect/taken", "where a page is"),
      ("{ from: /x.txt, to: / }", "redirect/taken", "the file 'static/x.txt/index.html'"),
      ("{ from: '/more#b', to: / }", "redirect/taken", "where a heading is"),
      ("{ from: '/a?b=1', to: / }", "redirect/outside", "behind '?'"),
    ])
  func aWrongRedirectIsReportedWithItsPlace(
    _ redirect: String, _ code: String, _ words: String
  ) async throws {
    let pages = Self.pages.merging(
      ["docs/more.md": "# More\n\n## B\n", "static/x.txt/index.html": "<p>x"]) { $1 }
    let site = try await BuiltSite(Self.config + "\nredirects: [\(redirect)]", pages)
    let found = site.diagnostics.filter {
      $0.code == code && $0.message.contains(words) && $0.span != nil
    }
    #expect(!found.isEmpty, "\(site.diagnostics.map { ($0.code, $0.message) })")
    #expect(!site.diagnostics.contains { $0.code.hasPrefix("link/") })
  }

  @Test func anAliasIsAPathAndItsPlaceIsItsOwn() async throws {
    let page = "---\naliases:\n  - /fine\n  - '/old#part'\n---\n# Other\n"
    let site = try await BuiltSite(
      Self.config, Self.pages.merging(["docs/other.md": page]) { $1 })
    let found = site.diagnostics.filter { $0.code == "redirect/outside" }
    #expect(found.map(\.span?.start.line) == [4])
    #expect(site.holds("fine/index.html") && !site.holds("old#part/index.html"))
  }

  /// nginx itself reads such maps in no test: these are the rules of its manual.
  @Test func mapsForNginxEscapeWhatItReads() {
    let rules = [
      HostRedirects.Rule(from: "/a%20b/c.d+(e)", to: "/x$5#part"),
      HostRedirects.Rule(from: "/q%22%5C.html", to: "https://b.example/?y=1#z"),
    ]
    let map = HostRedirects(rules: rules).files(for: [.nginx]).map(\.bytes).first ?? []
    #expect(
      String(decoding: map, as: UTF8.self) == #"""
        "~^/a b/c\\.d\\+\\(e\\)/?$" "/x%245$is_args$args#part";
        "~^/q\"\\\\\\.html$" "https://b.example/?y=1#z";

        """#)
  }

  @Test func wrongFragmentRedirectsAreReported() async throws {
    let site = try await BuiltSite(
      Self.config + "\nredirects: [{ from: '/nowhere#a', to: / }, { from: '/#a', to: /nowhere }]",
      Self.pages)
    #expect(site.problems.filter { $0 == "redirect/unknown-page" }.count == 2)
  }

  @Test func aFeedListsWhatChangedLast() async throws {
    let site = try await BuiltSite(Self.config + "\nfeed: 5", Self.pages)
    let feed = try site.read("atom.xml")
    #expect(feed.contains("<id>https://a.example/docs/guides/install</id>"))
    #expect(feed.contains("<updated>2026-02-03T00:00:00Z</updated>"))
    #expect(try site.read("index.html").contains("application/atom+xml"))
  }

  @Test func pagesDescribeThemselves() async throws {
    let files = Self.pages.merging(
      [
        "static/site.webmanifest": "{}", "static/apple-touch-icon.png": "x",
        "docs/guides/_category_.yml": "link: { type: generated-index }\n",
      ]) { $1 }
    let page = try await BuiltSite(Self.config, files).read("guides/install/index.html")
    #expect(page.contains("\"@type\":\"TechArticle\",\"headline\":\"Install\""))
    #expect(
      page.contains(
        #""@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"#
          + #""name":"Tools","item":"https://a.example/docs/"},"#
          + #"{"@type":"ListItem","position":2,"name":"guides""#))
    #expect(page.contains("<meta property=\"og:type\" content=\"article\">"))
    #expect(page.contains("<meta name=\"twitter:card\" content=\"summary\">"))
    #expect(page.contains("<link rel=\"manifest\" href=\"/docs/site.webmanifest\">"))
    #expect(page.contains("<link rel=\"apple-touch-icon\" href=\"/docs/apple-touch-icon.png\">"))
  }

  @Test func linksToTheListsAreFound() async throws {
    let files = Self.pages.merging(
      ["docs/machines.md": "# M\n\n[a](/llms.txt) [b](/llms-full.txt) [c](/sitemap.xml)\n"]) { $1 }
    #expect(try await BuiltSite(Self.config, files).problems == [])
  }
}

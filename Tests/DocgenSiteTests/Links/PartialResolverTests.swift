import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct PartialResolverTests {
  @Test(arguments: [
    "./_part.mdx", "./_part", "../guides/_part.mdx", "@site/docs/guides/_part.mdx",
    "/guides/_part.mdx", "/docs/guides/_part.mdx",
  ])
  func paths(_ path: String) async {
    let site = await LinkSite([
      ("en", "guides/_part.mdx", "## Shared\n"),
      ("en", "guides/use.md", "import Part from '\(path)';\n\n[x](#shared)\n\n<Part />\n"),
    ])
    let page = site.catalog.index(ofPath: "guides/use.md", in: "en") ?? 0
    let part = site.catalog.index(ofPath: "guides/_part.mdx", in: "en")
    #expect(site.partials.diagnostics.isEmpty)
    #expect(site.partials.value.index(of: path, importedBy: page) == part)
    #expect(site.links(of: "guides/use.md").diagnostics.isEmpty)
  }

  /// The reader's own partial where there is one, the default locale's where there isn't.
  @Test func locales() async {
    let text = "import A from './_a.mdx';\nimport B from './_b.mdx';\n\n<A />\n\n<B />\n"
    let site = await LinkSite([
      ("en", "_a.mdx", "A\n"), ("en", "_b.mdx", "B\n"), ("zh-CN", "_a.mdx", "甲\n"),
      ("en", "use.md", text), ("zh-CN", "use.md", text),
    ])
    let page = site.catalog.index(ofPath: "use.md", in: "zh-CN") ?? 0
    let found = site.partials.value.all(onPage: page).map { site.catalog.pages[$0].sourceFile }
    #expect(found == ["docs/_b.mdx", "docs/locales/zh-CN/_a.mdx"])
  }

  /// A partial's links to files are relative to it; its routes and fragments are the page's.
  @Test func linksOfAPartial() async {
    let site = await LinkSite([
      ("en", "parts/_part.mdx", "[a](./near.md) [b](./far) [c](#own)\n"),
      ("en", "parts/near.md", "# Near\n"), ("en", "guides/far.md", "# Far\n"),
      (
        "en", "guides/use.md",
        "import Part from '../parts/_part.mdx';\n\n## Own\n\n<Part />\n"
      ),
    ])
    let part = site.catalog.index(ofPath: "parts/_part.mdx", in: "en") ?? 0
    let route = site.routes.index(of: ContentID("guides/use"), locale: 0) ?? 0
    let found = site.resolver.resolve(page: part, route: route)
    #expect(found.value.map(\.href) == ["/docs/parts/near", "/docs/guides/far", "#own"])
    #expect(found.diagnostics.isEmpty)
  }

  @Test func unknownFiles() async {
    let site = await LinkSite([
      ("en", "parts/_part.mdx", "text\n"),
      ("en", "use.md", "import Part from './_part.mdx';\n\ntext\n\n<Part />\n"),
    ])
    #expect(
      site.partials.diagnostics.map(\.place) == ["docs/use.md:5:1: error: partial/unknown-file"])
    #expect(site.partials.diagnostics.map(\.hint) == ["did you mean '/parts/_part.mdx'?"])
    #expect(
      site.partials.diagnostics.map(\.message) == ["There is no file './_part.mdx' to import"])
  }

  @Test func cycles() async {
    let site = await LinkSite([
      ("en", "_a.mdx", "import B from './_b.mdx';\n\n<B />\n"),
      ("en", "_b.mdx", "import A from './_a.mdx';\n\n<A />\n"),
      ("en", "_self.mdx", "import S from './_self.mdx';\n\n<S />\n"),
      ("en", "use.md", "import A from './_a.mdx';\n\n<A />\n"),
    ])
    #expect(
      site.partials.diagnostics.map(\.place) == [
        "docs/_b.mdx:3:1: error: partial/cycle", "docs/_self.mdx:3:1: error: partial/cycle",
      ])
    let page = site.catalog.index(ofPath: "use.md", in: "en") ?? 0
    #expect(site.partials.value.all(onPage: page).count == 2)
  }
}

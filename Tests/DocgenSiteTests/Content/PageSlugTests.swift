import Testing

@testable import DocgenSite

@Suite struct PageSlugTests {
  @Test(
    arguments: [
      ("guides/01-install.md", nil, "/guides/install"),
      ("02-guides/index.mdx", nil, "/guides/"),
      ("guides/README.md", nil, "/guides/"),
      ("guides/guides.md", nil, "/guides/"),
      ("index.md", nil, "/"),
      ("a.b.md", nil, "/a.b"),
      ("guides/install.md", "/", "/"),
      ("guides/install.md", "/setup/", "/setup/"),
      ("guides/install.md", "setup", "/guides/setup"),
      ("guides/install.md", "../setup", "/setup"),
      ("guides/install.md", "./a/../b", "/guides/b"),
      ("guides/install.md", "/a/./b//c", "/a/b/c"),
      ("guides/install.md", "..", "/"),
      ("guides/install.md", "../../etc/passwd", nil),
      ("guides/install.md", "/../x", nil),
    ] as [(String, String?, String?)])
  func isResolved(path: String, written: String?, slug: String?) {
    let content = ContentPath(path, stripsNumberPrefixes: true)
    #expect(PageSlug.resolve(written: written, path: content, baseID: content.name) == slug)
  }

  @Test func numberPrefixesAreKeptOnRequest() {
    let path = ContentPath("02-guides/01-install.md", stripsNumberPrefixes: false)
    #expect(path.folder == "02-guides")
    #expect(path.name == "01-install")
    #expect(path.position == nil)
  }
}

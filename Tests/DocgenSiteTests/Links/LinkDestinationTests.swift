import Testing

@testable import DocgenSite

@Suite struct LinkDestinationTests {
  @Test(
    arguments: [
      ("", .empty), ("  ", .empty), ("https://a.b/c", .external), ("//a.b", .external),
      ("HTTP:x", .external), ("data:image/png;base64,A", .external), ("mailto:a@b.c", .contact),
      ("tel:+1", .contact), ("pathname:///a", .pathname), ("#a", .samePage), ("?a=1", .samePage),
      ("@site/docs/a.md", .site), ("/a", .absolute), ("./a", .relative), ("../a", .relative),
      ("..", .relative), (".#x", .relative), (".hidden", .bare), ("a/b", .bare),
      ("a.md#x:y", .bare),
      ("1a:b", .bare),
    ] as [(String, LinkDestination.Form)])
  func forms(_ written: String, _ form: LinkDestination.Form) {
    #expect(LinkDestination(written).form == form)
  }

  @Test func parts() {
    let destination = LinkDestination(" ../a%20b.MD?x=1#y?z#w ")
    #expect(destination.path == "../a%20b.MD")
    #expect(destination.query == "?x=1")
    #expect(destination.fragment == "y?z#w")
    #expect(destination.suffix == "?x=1#y?z#w")
    #expect(destination.spellings == ["../a%20b.MD", "../a b.MD"])
    #expect(destination.isMarkdownFile)
    #expect(LinkDestination("@site/docs/a.md").path == "/docs/a.md")
    #expect(LinkDestination("pathname:///a?b").path == "/a")
  }

  @Test(arguments: [
    ("a", "a"), ("a%", "a%"), ("%4", "%4"), ("%zz", "%zz"), ("%e5%ae%89", "安"), ("%41%42", "AB"),
  ])
  func percentEncoding(_ written: String, _ decoded: String) {
    #expect(PercentEncoding.decoded(written) == decoded)
  }

  @Test(arguments: [
    ("a/b", "./c", "a/b/c", false), ("a/b", "../c", "a/c", false), ("a", "../../c", "c", true),
    ("", "a//b/./c/", "a/b/c/", false), ("a", "..", "", false), ("a/b", ".", "a/b/", false),
    ("/a/", "/b", "a/b", false), ("a/b", "c/..", "a/b/", false),
  ])
  func joinedPaths(_ folder: String, _ path: String, _ text: String, _ leaves: Bool) {
    let joined = JoinedPath(folder: folder, path)
    #expect(joined.text == text)
    #expect(joined.leavesRoot == leaves)
  }

  @Test(arguments: [
    ("a/b", "a/b/c.png", "./c.png"), ("a/b", "a/c.png", "../c.png"), ("", "a/c.png", "./a/c.png"),
    ("a/b", "x/c.png", "../../x/c.png"),
  ])
  func relativePaths(_ folder: String, _ path: String, _ relative: String) {
    #expect(RelativePath.from(folder: folder, to: path) == relative)
  }
}

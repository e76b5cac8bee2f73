import Testing

@Suite struct TagsTests {
  @Test func aTagListsItsPages() throws {
    let folder = try makeSite([
      "site/docs/a.md": "---\ntags: [Set up, {label: 工具, permalink: /tools}]\n---\n# Apples\n",
      "site/docs/b.md": "---\ntags: [Set up]\n---\n# Bears\n",
      "site/docs/c.md": "---\ntags: [Set up]\nunlisted: true\n---\n# Cats\n",
    ])
    let run = try Program.run("build", "site", "-o", "out", "--strict", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    #expect(try folder.text("out/a/index.html").contains("class=\"tag\" href=\"/tags/tools\">工具<"))
    let tag = try folder.text("out/tags/set-up/index.html")
    #expect(tag.contains("href=\"/a\"") && tag.contains("href=\"/b\""))
    #expect(!tag.contains("Cats"))
    let list = try folder.text("out/tags/index.html")
    #expect(list.contains("Set up (2)") && list.contains("href=\"/tags/tools\""))
  }

  @Test func aSiteWithoutTagsHasNoPagesForThem() throws {
    let folder = try makeSite()
    _ = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(!folder.exists("out/tags/index.html"))
  }
}

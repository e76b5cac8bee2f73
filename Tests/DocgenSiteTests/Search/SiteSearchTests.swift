import Testing

@testable import DocgenSite

@Suite struct SiteSearchTests {
  private func paths(_ search: SiteSearch, _ query: String, locale: String = "en") -> [String] {
    search.search(query, locale: locale, limit: 10).map(\.path)
  }

  @Test func aPageInTheTitleIsBeforeOneInTheText() async {
    let search = await SearchSite.build([
      ("en", "a.md", "# Lakes\n\nOwls live here, and owls again.\n"),
      ("en", "b.md", "# Owls\n\nBirds of the night.\n"),
    ])
    #expect(paths(search, "owl") == ["/b", "/a"])
  }

  @Test func aPhraseIsBeforeItsWords() async {
    let filler = "Something else stands here, so that the page is long enough. "
    let search = await SearchSite.build([
      ("en", "a.md", "# One\n\nThe night was long, and blue. \(filler) Then an owl came.\n"),
      ("en", "b.md", "# Two\n\nThen a night owl came. \(filler) The sky was blue.\n"),
    ])
    #expect(paths(search, "night owl") == ["/b", "/a"])
  }

  @Test func theBestSectionIsNamed() async throws {
    let search = await SearchSite.build([
      (
        "en", "a.md",
        "# Birds\n\nAll of them.\n\n## Herons\n\nTall.\n\n## Owls\n\nAt night owls hoot.\n"
      )
    ])
    let result = try #require(search.search("owls hoot", locale: "en", limit: 1).first)
    #expect(result.sections.map(\.anchor) == ["owls"])
    #expect(result.sections.map(\.heading) == ["Owls"])
    #expect(result.sections.map(\.excerpt) == ["At night owls hoot."])
  }

  @Test func whatIsExcludedOrUnlistedIsNotFound() async {
    let search = await SearchSite.build([
      ("en", "a.md", "---\nsearch: false\n---\n\n# Owl\n"),
      ("en", "b.md", "---\nunlisted: true\n---\n\n# Owl\n"),
      ("en", "c.md", "---\nsearch: { exclude: true }\n---\n\n# Owl\n"),
      ("en", "d.md", "# Owl\n"),
    ])
    #expect(paths(search, "owl") == ["/d"])
  }

  @Test func aWeightMovesAPage() async {
    let search = await SearchSite.build([
      ("en", "a.md", "# Owl\n"), ("en", "b.md", "---\nsearch: { weight: 1.5 }\n---\n\n# Owl\n"),
      ("en", "c.md", "---\nsearch: { weight: 0.5 }\n---\n\n# Owl\n"),
    ])
    #expect(paths(search, "owl") == ["/b", "/a", "/c"])
  }

  @Test func aFallbackIsFoundInTheReadersLocale() async {
    let search = await SearchSite.build(
      [("en", "a.md", "# Owl\n"), ("en", "b.md", "# Heron\n"), ("de", "b.md", "# Reiher\n")],
      config: SearchSite.config("en", "de"))
    #expect(paths(search, "owl", locale: "de") == ["/de/a"])
    #expect(paths(search, "reiher", locale: "de") == ["/de/b"])
    #expect(paths(search, "heron", locale: "de").isEmpty)
    #expect(paths(search, "owl", locale: "fr").isEmpty)
  }

  @Test func partialsAreAPartOfThePagesThatShowThem() async {
    let search = await SearchSite.build([
      ("en", "_note.md", "Feathers are soft.\n"),
      ("en", "a.md", "import Note from './_note.md'\n\n# Owl\n\n<Note />\n"),
    ])
    #expect(paths(search, "feathers") == ["/a"])
  }

  @Test(arguments: [
    ("feat", "the beginning of a word"), ("feathres", "two letters that changed places"),
    ("faethers", "the same near the start"), ("gfeathers", "one too many"),
    ("eathers", "one missing"), ("xeathers", "a wrong one"), ("FEATHERS", "case"),
    ("féathers", "a mark"), ("feathering", "another form"), ("featherin", "one not finished"),
    ("soft_feathers", "an identifier that no page has"), ("羽", "one character"),
    ("羽毛", "two"), ("柔软的羽毛", "a run"), ("毛", "the last character of a run"),
  ])
  func whatIsTypedNeedNotBeExact(query: String, what: Comment) async {
    let search = await SearchSite.build([
      ("en", "a.md", "# Owl\n\nIts feathers are soft: 柔软的羽毛。\n"),
      ("en", "b.md", "# Stone\n\nIt is hard.\n"),
    ])
    #expect(paths(search, query) == ["/a"], what)
  }

  @Test func nothingIsFoundForNothing() async {
    let search = await SearchSite.build([("en", "a.md", "# Owl\n")])
    for query in ["", "  ", "…", "zebra", "xy"] { #expect(paths(search, query).isEmpty) }
    #expect(paths(await SearchSite.build([]), "owl").isEmpty)
  }

  @Test func stopWordsCountOnlyInHeadingsAndAlone() async {
    let search = await SearchSite.build([
      ("en", "a.md", "# How to\n\nHoot.\n"), ("en", "b.md", "# Owl\n\nHow it hoots.\n"),
    ])
    #expect(paths(search, "how ") == ["/a"])
    #expect(paths(search, "how does an owl hoot").first == "/b")
  }

  @Test(arguments: [1, 2, 3, 8]) func indexesDoNotDependOnTheNumberOfWorkers(workers: Int) async {
    let pages = SearchFuzz(seed: 7).pages(40)
    let one = await SearchSite.build(pages, workers: 1)
    let many = await SearchSite.build(pages, workers: workers)
    #expect(one.indexes.map(\.shards) == many.indexes.map(\.shards))
    #expect(one.indexes.map(\.pages) == many.indexes.map(\.pages))
    #expect(one.indexes.map(\.spelling.words) == many.indexes.map(\.spelling.words))
  }
}

import ConfigSchema
import DocgenCore
import DocgenSite
import Testing

struct PageFrontMatterSchemaTests {
  private func decode(
    _ marked: String
  ) -> (page: PageFrontMatter, diagnostics: [Diagnostic], places: [SourcePosition]) {
    let text = MarkedText(marked, startLine: 2)
    let read = YAMLReader.read(text.bytes, file: "docs/a.md", startLine: 2)
    guard let node = read.value else { return (PageFrontMatter(), read.diagnostics, text.places) }
    let decoded = PageFrontMatter.decode(node)
    return (decoded.value, read.diagnostics + decoded.diagnostics, text.places)
  }

  @Test func readsEveryKey() {
    let decoded = decode(
      """
      id: intro
      title: Start here
      description: ''
      keywords: [a, 2]
      image: ./card.png
      slug: /start
      tags: [one, {label: Two, permalink: /two}, 3]
      parse_number_prefixes: false
      hide_title: true
      hide_table_of_contents: true
      toc_min_heading_level: 3
      toc_max_heading_level: "5"
      sidebar_label: Start
      sidebar_position: "1.5"
      sidebar_class_name: new
      sidebar_key: start
      displayed_sidebar: docs
      pagination_label: Begin
      pagination_next: null
      pagination_prev: guides/end
      custom_edit_url: https://example.com/edit
      unlisted: "true"
      search: {exclude: true, weight: "0.5"}
      last_update: {author: Ada, date: 2026-11-22}
      mdx: {format: md}
      anything: {else: [1]}
      """)
    var expected = PageFrontMatter()
    expected.id = "intro"
    expected.title = "Start here"
    expected.description = ""
    expected.keywords = ["a", "2"]
    expected.image = "./card.png"
    expected.slug = "/start"
    expected.tags = [
      PageTag(label: "one"), PageTag(label: "Two", permalink: "/two"), PageTag(label: "3"),
    ]
    expected.parseNumberPrefixes = false
    expected.search.isExcluded = true
    expected.search.weight = 0.5
    expected.hideTitle = true
    expected.hideTableOfContents = true
    expected.tocMinHeadingLevel = 3
    expected.tocMaxHeadingLevel = 5
    expected.sidebarLabel = "Start"
    expected.sidebarPosition = 1.5
    expected.sidebarClassName = "new"
    expected.sidebarKey = "start"
    expected.displayedSidebar = .named("docs")
    expected.paginationLabel = "Begin"
    expected.paginationNext = .none
    expected.paginationPrevious = .named("guides/end")
    expected.customEditURL = .named("https://example.com/edit")
    expected.unlisted = true
    expected.lastUpdate = LastUpdate(author: "Ada", date: "2026-11-22")
    expected.format = .md
    expected.node = decoded.page.node
    #expect(decoded.diagnostics == [])
    #expect(decoded.page == expected)
    #expect(decoded.page.node?["anything"]?["else"]?.elements?.count == 1)
  }

  @Test(arguments: [
    ("2.0", "2.0"), ("1e3", "1e3"), ("true", "true"), ("yes", "yes"), ("2026-11-22", "2026-11-22"),
    ("'a: b'", "a: b"), ("''", ""),
  ])
  func keepsTitlesAsWritten(text: String, title: String) {
    let decoded = decode("title: \(text)")
    #expect(decoded.diagnostics == [])
    #expect(decoded.page.title == title)
  }

  @Test(arguments: [
    ("null", PageReference.none), ("''", .none), ("", .none), ("x", .named("x")),
  ])
  func hidesTheEditLink(text: String, url: PageReference) {
    #expect(decode("custom_edit_url: \(text)").page.customEditURL == url)
  }

  @Test(arguments: [("true", false), ("false", true), ("{exclude: true}", true), ("{}", false)])
  func leavesPagesOutOfTheSearch(text: String, isExcluded: Bool) {
    #expect(decode("search: \(text)").page.search.isExcluded == isExcluded)
  }

  @Test func takesNothingForNotSaid() {
    let decoded = decode("title:\nkeywords:\ntags:\ndraft:\nsidebar_position: ~")
    var expected = PageFrontMatter()
    expected.node = decoded.page.node
    #expect(decoded.diagnostics == [])
    #expect(decoded.page == expected)
  }

  @Test(arguments: [
    ("id: ▸a/b", "invalid-value"), ("title: ▸[a]", "wrong-type"), ("draft: ▸maybe", "wrong-type"),
    ("toc_min_heading_level: ▸1", "out-of-range"), ("toc_max_heading_level: ▸7", "out-of-range"),
    ("toc_max_heading_level: ▸2.5", "wrong-type"), ("sidebar_position: ▸first", "wrong-type"),
    ("toc_min_heading_level: ▸5\ntoc_max_heading_level: 3", "invalid-value"),
    ("keywords: ▸a, b", "wrong-type"), ("tags: [a, ▸[b]]", "wrong-type"),
    ("tags: [▸{permalink: /a}]", "missing-key"), ("tags: [{label: a, ▸link: b}]", "unknown-key"),
    ("draft: true\nunlisted: ▸true", "conflicting-keys"),
    ("last_update: ▸{}", "missing-key"),
    ("last_update: {▸auther: a, date: 2026-01-02}", "unknown-key"),
    ("last_update: {date: ▸2024-02-30}", "invalid-value"),
    ("last_update: ▸yesterday", "wrong-type"), ("mdx: {format: ▸html}", "unknown-value"),
    ("pagination_next: ▸[a]", "wrong-type"), ("▸- a", "wrong-type"),
    ("search: ▸maybe", "wrong-type"), ("search: {weight: ▸0}", "out-of-range"),
    ("search: {▸wieght: 2}", "unknown-key"),
  ])
  func saysWhatIsWrong(marked: String, code: String) {
    let decoded = decode(marked)
    #expect(decoded.diagnostics.map(\.code) == ["front-matter/\(code)"])
    #expect(decoded.diagnostics.map(\.severity) == [.error])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
  }

  @Test func keepsTheDefaultForWhatIsWrong() {
    let decoded = decode(
      "id: a/b\ntitle: Good\ndraft: maybe\ntoc_min_heading_level: 6\ntoc_max_heading_level: 2\n"
        + "last_update: {}\nsidebar_position: 3")
    #expect(decoded.diagnostics.count == 4)
    #expect(decoded.page.id == nil)
    #expect(decoded.page.title == "Good")
    #expect(decoded.page.draft == false)
    #expect(decoded.page.tocMinHeadingLevel == nil)
    #expect(decoded.page.tocMaxHeadingLevel == nil)
    #expect(decoded.page.lastUpdate == nil)
    #expect(decoded.page.sidebarPosition == 3)
  }

  @Test func explainsAMisplacedFormat() {
    let decoded = decode("title: a\n▸format: md")
    #expect(decoded.page.format == nil)
    #expect(decoded.diagnostics.map(\.severity) == [.warning])
    #expect(decoded.diagnostics.map(\.code) == ["front-matter/misplaced-key"])
    #expect(decoded.diagnostics.map(\.hint) == ["write 'mdx: { format: md }'"])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
  }

  @Test func hasAFieldForEveryProperty() {
    let paths = PageFrontMatter.schema.fields.map { "\($0.path)" }
    // `format` stands in `mdx`, and `node` is all of it.
    let names = Mirror(reflecting: PageFrontMatter()).children.compactMap(\.label)
    for name in names where !["format", "node"].contains(name) {
      #expect(paths.contains("\\PageFrontMatter.\(name)"), "\(name)")
    }
  }
}

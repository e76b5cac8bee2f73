import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct PaginationTests {
  private static let pages = [
    page("a.md", title: "A"),
    page("b.md", title: "B") {
      $0.paginationLabel = "Page B"
      $0.sidebarLabel = "Short B"
    },
    page("c.md", title: "C") { $0.sidebarLabel = "Short C" }, page("d.md", title: "D"),
    page("hidden.md", title: "Hidden") { $0.unlisted = true },
  ]

  private static let sidebars = SidebarSource.one([
    doc("a"), ref("d"), link("L", "/x"),
    category("Linked", [doc("b", label: "Given")], link: .doc(id: "c")), doc("hidden"),
    category("Index", [doc("d", label: "Given")], link: .generatedIndex(GeneratedIndex())),
  ])

  @Test(arguments: [
    (NavigationTarget.page("a"), "- | Short C"), (.page("c"), "A | Page B"),
    (.page("b"), "Short C | Index"), (.generatedIndex(0), "Page B | Given"),
    (.page("d"), "Index | -"), (.page("hidden"), "- | -"), (.page("nowhere"), "- | -"),
  ])
  func followsTheSidebar(target: NavigationTarget, expected: String) {
    let navigation = navigation(Self.pages, Self.sidebars).value[0]
    #expect(neighboursText(navigation, target) == expected)
  }

  @Test func labelsAreTheReaders() {
    let pages = Self.pages + [page("b.md", locale: "zh", title: "乙")]
    let navigation = navigation(pages, .one([doc("a"), doc("b"), doc("c")])).value[1]
    #expect(neighboursText(navigation, .page("a")) == "- | 乙")
    #expect(neighboursText(navigation, .page("b")) == "A | Short C")
  }

  @Test func frontMatterHasTheLastWord() {
    let pages =
      Self.pages + [
        page("e.md") {
          $0.paginationNext = .named("b")
          $0.paginationPrevious = .none
        },
        page("alone.md") { $0.paginationPrevious = .named("c") },
        page("last.md") { $0.paginationNext = .named("hidden") },
      ]
    let result = navigation(pages, .one([doc("a"), doc("e"), doc("d"), doc("last"), doc("c")]))
    #expect(result.diagnostics.isEmpty)
    #expect(neighboursText(result.value[0], .page("e")) == "- | Page B")
    #expect(neighboursText(result.value[0], .page("d")) == "T:e | T:last")
    #expect(neighboursText(result.value[0], .page("alone")) == "Short C | -")
    #expect(neighboursText(result.value[0], .page("last")) == "D | -")
  }

  @Test func translationsInheritFrontMatter() {
    let pages = [
      page("a.md") { $0.paginationNext = .none }, page("b.md"),
      page("a.md", locale: "zh"), page("b.md", locale: "zh") { $0.paginationPrevious = .none },
    ]
    let result = navigation(pages, .one([doc("a"), doc("b")]))
    #expect(neighboursText(result.value[1], .page("a")) == "- | -")
    #expect(neighboursText(result.value[0], .page("b")) == "T:a | -")
    #expect(neighboursText(result.value[1], .page("b")) == "- | -")
  }

  @Test func unknownPagesAreReportedWhereTheyAreNamed() {
    let span = SourceSpan(file: "docs/a.md", line: 3, column: 18)
    let node = ConfigNode(
      .object([
        ConfigNode.Member(
          key: "pagination_next", keySpan: span, value: ConfigNode(.string("bb"), span: span))
      ]), span: span)
    let pages = [
      page("a.md") {
        $0.paginationNext = .named("bb")
        $0.node = node
      },
      page("b.md"), page("b.md", locale: "zh"),
    ]
    let found = navigation(pages).diagnostics
    #expect(found.map(\.code) == ["front-matter/unknown-page"])
    #expect(found.first?.span == span)
    #expect(found.first?.hint == "did you mean 'b'?")
    #expect(navigation(pages, drafts: [ContentID("bb")]).diagnostics.isEmpty)
  }
}

import Testing

@testable import DocgenSite

@Suite struct SidebarPlacesTests {
  private static let sidebars = SidebarSource.explicit([
    NamedSidebar(name: "one", items: [doc("a"), category("C", [doc("b")], link: .doc(id: "c"))]),
    NamedSidebar(name: "two", items: [ref("c"), doc("b"), doc("b"), link("L", "/x")]),
  ])

  private func navigation(_ pages: [Page]) -> Navigation {
    DocgenSiteTests.navigation(pages, Self.sidebars).value[0]
  }

  private static let pages = [page("a.md"), page("b.md"), page("c.md"), page("d.md")]

  @Test(arguments: [("a", "one", 0), ("b", "two", 1), ("c", "one", 1)])
  func theLastSidebarThatListsAPageIsItsOwn(id: String, name: String, item: Int) {
    let navigation = navigation(Self.pages)
    #expect(navigation.sidebar(of: .page(id))?.name == name)
    #expect(navigation.place(of: .page(id))?.item == item)
  }

  @Test func pagesInNoSidebarShowNone() {
    #expect(navigation(Self.pages).place(of: .page("d")) == nil)
  }

  @Test(arguments: [
    ("a", PageReference.none, nil, nil), ("a", .named("two"), "two", nil),
    ("b", .named("one"), "one", 2), ("c", .named("two"), "two", nil),
    ("d", .named("two"), "two", nil), ("b", .named("two"), "two", 1),
  ])
  func frontMatterHasTheLastWord(
    id: String, reference: PageReference, name: String?, item: Int?
  ) {
    let pages = Self.pages.map { original in
      page(original.contentPath) {
        $0 = original.frontMatter
        if original.id.text == id { $0.displayedSidebar = reference }
      }
    }
    let navigation = navigation(pages)
    #expect(navigation.sidebar(of: .page(id))?.name == name)
    #expect(navigation.place(of: .page(id))?.item == item)
  }

  @Test func paginationFollowsTheSidebarThatIsShown() {
    let pages = [
      page("a.md"), page("b.md") { $0.displayedSidebar = .named("one") }, page("c.md"),
    ]
    #expect(neighboursText(navigation(pages), .page("b")) == "T:c | -")
    #expect(neighboursText(navigation(Self.pages), .page("b")) == "- | T:b")
  }

  @Test func unknownSidebarsAreReported() {
    let pages = Self.pages + [page("e.md") { $0.displayedSidebar = .named("tow") }]
    let found = DocgenSiteTests.navigation(
      pages + [page("a.md", locale: "zh")], Self.sidebars
    ).diagnostics
    #expect(found.map(\.code) == ["front-matter/unknown-sidebar"])
    #expect(found.first?.span?.file == "docs/e.md")
    #expect(found.first?.hint == "did you mean 'two'?")
  }

  @Test(arguments: [("one", NavigationTarget.page("a")), ("two", .page("b")), ("three", nil)])
  func aSidebarBeginsWithItsFirstPage(name: String, target: NavigationTarget?) {
    #expect(navigation(Self.pages).firstTarget(ofSidebar: name) == target)
  }

  @Test func breadcrumbsLeadToThePage() {
    let pages = Self.pages + [page("hidden.md", title: "Hidden") { $0.unlisted = true }]
    let items = [
      category(
        "Outer",
        [
          category("Linked", [doc("b", label: "Given"), doc("hidden")], link: .doc(id: "c")),
          category("Index", [doc("d")], link: .generatedIndex(GeneratedIndex())),
        ]), ref("a"),
    ]
    let navigation = DocgenSiteTests.navigation(pages, .one(items)).value[0]
    func trail(_ target: NavigationTarget) -> String {
      Breadcrumbs.trail(for: target, in: navigation)
        .map { "\($0.label)\($0.target == nil ? "" : "*")" }.joined(separator: " > ")
    }
    #expect(trail(.page("b")) == "Outer > Linked* > Given*")
    #expect(trail(.page("c")) == "Outer > Linked*")
    #expect(trail(.page("hidden")) == "Outer > Linked* > Hidden*")
    #expect(trail(.generatedIndex(0)) == "Outer > Index*")
    #expect(trail(.page("a")) == "")
  }
}

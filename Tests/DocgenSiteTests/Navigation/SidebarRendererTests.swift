import Testing

@testable import DocgenSite

@Suite struct SidebarRendererTests {
  private func navigation(_ items: [SidebarItem]) -> Navigation {
    let ids = Set("abcdefgh".map(String.init))
    return DocgenSiteTests.navigation(
      ids.sorted().map { page("\($0).md", title: $0.uppercased()) }, .one(items)
    ).value[0]
  }

  private func renderer(_ sidebar: Sidebar, autoCollapses: Bool = false) -> SidebarRenderer {
    SidebarRenderer(
      sidebar, fragmentURL: "/s.html?a&b", autoCollapses: autoCollapses,
      href: { target in
        switch target {
        case .page(let id): "/\(id.text)"
        case .generatedIndex(let index): "/category/\(index)"
        }
      }, linkHref: { "/base\($0)" })
  }

  /// The items of a page's sidebar; nil: of a page that it does not list.
  private func html(_ items: [SidebarItem], for target: NavigationTarget?) throws -> String {
    let navigation = navigation(items)
    let item = try target.map { try #require(navigation.place(of: $0)?.item) }
    let html = String(
      decoding: renderer(navigation.sidebars[0]).html(for: item), as: UTF8.self)
    let start =
      "<ul class=\"theme-doc-sidebar-menu menu__list\" data-sidebar-src=\"/s.html?a&amp;b\">"
    #expect(html.hasPrefix(start) && html.hasSuffix("</ul>"))
    return String(html.dropFirst(start.count).dropLast("</ul>".count))
  }

  private static func leaf(_ label: String, _ href: String, current: Bool = false) -> String {
    let mark = current ? " menu__link--active\" aria-current=\"page" : ""
    return "<li class=\"theme-doc-sidebar-item-link menu__list-item\">"
      + "<a class=\"menu__link\(mark)\" href=\"\(href)\">\(label)</a></li>"
  }

  private static let branchStart = "<li class=\"theme-doc-sidebar-item-category menu__list-item\""

  @Test func marksTheCurrentPage() throws {
    #expect(
      try html([doc("a"), doc("b", label: "<B> & \"co\"")], for: .page("b"))
        == Self.leaf("A", "/a")
        + Self.leaf("&lt;B&gt; &amp; &quot;co&quot;", "/b", current: true))
    #expect(try html([doc("a")], for: nil) == Self.leaf("A", "/a"))
  }

  @Test func carriesTheBranchOfThePageAndClosesOthers() throws {
    let items = [
      category("C", [doc("a"), category("D", [doc("b")])]), doc("e"),
      category("F", [link("L", "/x"), category("G", [doc("g")])]),
    ]
    let closedF =
      "\(Self.branchStart)><a class=\"menu__link menu__link--sublist\" href=\"/g\" data-category=\"3\">"
      + "F</a></li>"
    func branch(_ key: String, _ label: String, _ inside: String) -> String {
      "\(Self.branchStart) data-category=\"\(key)\"><details open>"
        + "<summary class=\"menu__link menu__link--sublist\">\(label)</summary>"
        + "<ul class=\"menu__list\">\(inside)</ul></details></li>"
    }
    #expect(
      try html(items, for: .page("b"))
        == branch(
          "1", "C",
          Self.leaf("A", "/a") + branch("1.2", "D", Self.leaf("B", "/b", current: true)))
        + Self.leaf("E", "/e") + closedF)
    let closedD =
      "\(Self.branchStart)><a class=\"menu__link menu__link--sublist\" href=\"/b\""
      + " data-category=\"1.2\">D</a></li>"
    #expect(
      try html(items, for: .page("a"))
        == branch("1", "C", Self.leaf("A", "/a", current: true) + closedD)
        + Self.leaf("E", "/e") + closedF)
  }

  @Test func aCategorysPageIsALinkBesideTheCaret() throws {
    let items = [category("C", [doc("a")], link: .doc(id: "b")), doc("e")]
    let list = "<ul class=\"menu__list\">\(Self.leaf("A", "/a"))</ul></details></li>"
    #expect(
      try html(items, for: .page("b"))
        == "\(Self.branchStart) data-category=\"1\"><a class=\"menu__link menu__link--with-caret"
        + " menu__link--active\" aria-current=\"page\" href=\"/b\">C</a><details open>"
        + "<summary class=\"menu__caret\" aria-label=\"C\"></summary>" + list
        + Self.leaf("E", "/e"))
    #expect(
      try html(items, for: .page("e"))
        == "\(Self.branchStart)><a class=\"menu__link menu__link--with-caret\" href=\"/b\">C</a>"
        + "<a class=\"menu__caret\" href=\"/b\" data-category=\"1\" aria-label=\"C\"></a></li>"
        + Self.leaf("E", "/e", current: true))
  }

  @Test func whatIsOpenFromTheStartIsOnEveryPage() throws {
    let items = [
      category("C", [doc("a")], collapsed: false), category("D", [doc("b")], collapsible: false),
      category("E", [doc("c")], link: .doc(id: "d"), collapsible: false), doc("e"),
    ]
    func expected(_ current: String) -> String {
      func leaf(_ id: String) -> String {
        Self.leaf(id.uppercased(), "/\(id)", current: id == current)
      }
      let mark = current == "d" ? " menu__link--active\" aria-current=\"page" : ""
      return "\(Self.branchStart) data-category=\"1\"><details open>"
        + "<summary class=\"menu__link menu__link--sublist\">C</summary>"
        + "<ul class=\"menu__list\">\(leaf("a"))</ul></details></li>"
        + "\(Self.branchStart)><span class=\"menu__link\">D</span><ul class=\"menu__list\">\(leaf("b"))"
        + "</ul></li>\(Self.branchStart)><a class=\"menu__link\(mark)\" href=\"/d\">E</a>"
        + "<ul class=\"menu__list\">\(leaf("c"))</ul></li>\(leaf("e"))"
    }
    for id in ["a", "b", "c", "d", "e"] {
      #expect(try html(items, for: .page(id)) == expected(id))
    }
  }

  @Test func rendersLinksAndHTML() throws {
    var classed = link("Out", "https://x.org/?a&b")
    classed.className = "mine \"quoted\""
    let items = [
      classed, link("In", "/p"), link("Raw", "/q", addsBaseURL: false),
      link("Mail", "mailto:a@b.c"),
      link("Host", "//x.org"), SidebarItem(.html(value: "<hr>", defaultStyle: true)),
      SidebarItem(.html(value: "<b>x</b>", defaultStyle: false)),
    ]
    func external(_ label: String, _ href: String, _ classes: String = "") -> String {
      "<li class=\"theme-doc-sidebar-item-link menu__list-item\(classes)\"><a class=\"menu__link\""
        + " href=\"\(href)\" rel=\"external\">\(label)</a></li>"
    }
    #expect(
      try html(items, for: nil)
        == external("Out", "https://x.org/?a&amp;b", " mine &quot;quoted&quot;")
        + Self.leaf("In", "/base/p") + Self.leaf("Raw", "/q") + external("Mail", "mailto:a@b.c")
        + external("Host", "//x.org")
        + "<li class=\"menu__list-item menu__html\"><hr></li><li class=\"menu__list-item\"><b>x</b></li>"
    )
  }

  @Test func categoriesWithoutPagesLeadToALinkOrCarryTheirItems() throws {
    let items = [
      category("L", [link("Out", "https://x.org")]),
      category("H", [SidebarItem(.html(value: "<hr>", defaultStyle: false))]), doc("a"),
    ]
    #expect(
      try html(items, for: .page("a"))
        == "\(Self.branchStart)><a class=\"menu__link menu__link--sublist\" href=\"https://x.org\""
        + " data-category=\"1\">L</a></li>\(Self.branchStart) data-category=\"2\"><details>"
        + "<summary class=\"menu__link menu__link--sublist\">H</summary><ul class=\"menu__list\">"
        + "<li class=\"menu__list-item\"><hr></li></ul></details></li>"
        + Self.leaf("A", "/a", current: true))
  }

  @Test func theFragmentHoldsTheWholeTreeClosed() {
    let items = [
      category("C", [doc("a"), category("D", [doc("b")], collapsed: false)], link: .doc(id: "c")),
      category("E", [doc("e")], collapsible: false),
    ]
    let sidebar = navigation(items).sidebars[0]
    let list = "<ul class=\"menu__list\">"
    #expect(
      String(decoding: renderer(sidebar).fragment, as: UTF8.self)
        == "\(list)\(Self.branchStart) data-category=\"1\">"
        + "<a class=\"menu__link menu__link--with-caret\" href=\"/c\">C</a><details>"
        + "<summary class=\"menu__caret\" aria-label=\"C\"></summary>\(list)\(Self.leaf("A", "/a"))"
        + "\(Self.branchStart) data-category=\"1.2\"><details>"
        + "<summary class=\"menu__link menu__link--sublist\">D</summary>\(list)"
        + "\(Self.leaf("B", "/b"))</ul></details></li></ul></details></li>"
        + "\(Self.branchStart)><span class=\"menu__link\">E</span>\(list)\(Self.leaf("E", "/e"))"
        + "</ul></li></ul>")
    let named = String(decoding: renderer(sidebar, autoCollapses: true).fragment, as: UTF8.self)
    #expect(named.contains("<details name=\"menu\">"))
    #expect(named.contains("<details name=\"menu-1\">"))
  }

  @Test func unlistedPagesOpenWhatIsAroundThem() throws {
    let pages = [page("a.md", title: "A"), page("hidden.md") { $0.unlisted = true }]
    let navigation = DocgenSiteTests.navigation(
      pages, .one([category("C", [doc("hidden"), doc("a")]), category("D", [doc("hidden")])])
    ).value[0]
    let item = try #require(navigation.place(of: .page("hidden"))?.item)
    let html = String(
      decoding: renderer(navigation.sidebars[0]).html(for: item), as: UTF8.self)
    #expect(html.contains("<details open>"))
    #expect(html.contains(">A</a>"))
    #expect(!html.contains("hidden"))
    #expect(!html.contains("aria-current"))
    #expect(!html.contains(">D<"))
  }

  /// A sidebar of categories with pages in them, and a last one with two pages.
  private func large(_ count: Int, collapsed: Bool) -> (Navigation, pages: [Page]) {
    let pages =
      (0..<count).map { page("c\($0 % 10)/p\(100_000 + $0).md") } + [
        page("z/a.md"), page("z/b.md"),
      ]
    let navigation = DocgenSiteTests.navigation(pages) {
      $0.content.sidebarCollapsed = collapsed
    }.value[0]
    return (navigation, pages)
  }

  @Test func aPagesSidebarDoesNotGrowWithTheSite() throws {
    let sidebars = try [1_000, 10_000].map { count in
      let (navigation, _) = large(count, collapsed: true)
      let item = try #require(navigation.place(of: .page("z/b"))?.item)
      return String(
        decoding: renderer(navigation.sidebars[0]).html(for: item), as: UTF8.self)
    }
    #expect(sidebars[0] == sidebars[1])
    #expect(sidebars[0].utf8.count < 4_000)
  }

  /// Of ten categories of 50 pages four fit; of ten of 500 none does.
  @Test(arguments: [(500, 4), (5_000, 0)])
  func openCategoriesAreCarriedAsFarAsTheyFit(count: Int, open: Int) throws {
    let sidebar = large(count, collapsed: false).0.sidebars[0]
    let html = String(decoding: renderer(sidebar).html(for: nil), as: UTF8.self)
    #expect(html.components(of: "<details open>") == open)
    #expect(html.components(of: "menu__link--sublist\" href") == 11 - open)
  }

  @Test func pagesOfAllPlacesHoldOneCurrentPage() throws {
    let (navigation, pages) = large(60, collapsed: true)
    let renderer = renderer(navigation.sidebars[0])
    for page in pages {
      let item = try #require(navigation.place(of: .page(page.id))?.item)
      let html = String(decoding: renderer.html(for: item), as: UTF8.self)
      #expect(html.contains("aria-current=\"page\" href=\"/\(page.id.text)\""))
      #expect(html.components(of: "aria-current") == 1)
      #expect(html.components(of: "<ul") == html.components(of: "</ul>"))
      #expect(html.components(of: "<li") == html.components(of: "</li>"))
    }
  }

  @Test func indexesThatAreNoneAreNoCurrentPage() {
    let sidebar = navigation([doc("a")]).sidebars[0]
    #expect(renderer(sidebar).html(for: 99) == renderer(sidebar).html(for: nil))
    #expect(renderer(sidebar).html(for: -1) == renderer(sidebar).html(for: nil))
  }
}

extension String {
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

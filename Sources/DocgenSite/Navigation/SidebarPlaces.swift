import DocgenCore

/// Which sidebar each page shows, and where it stands there (docusaurus-rules 2.7).
struct SidebarPlaces {
  private(set) var places: [NavigationTarget: SidebarPlace] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var firstItems: [Int: [NavigationTarget: Int]] = [:]

  init(_ pages: ReaderPages, sidebars: [Sidebar]) {
    // The last sidebar that lists a page is its own; within that, its first item.
    for (number, sidebar) in sidebars.enumerated() {
      for (index, item) in sidebar.items.enumerated() {
        guard let target = item.boundTarget, places[target]?.sidebar != number else { continue }
        places[target] = SidebarPlace(sidebar: number, item: index)
      }
    }
    let names = Dictionary(
      sidebars.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for index in pages.originals {
      override(pages.page(at: index).id, pages, sidebars, names)
    }
  }

  /// What `displayed_sidebar` says.
  private mutating func override(
    _ id: ContentID, _ pages: ReaderPages, _ sidebars: [Sidebar], _ names: [String: Int]
  ) {
    guard let (value, page) = pages.reference({ $0.displayedSidebar }, of: id) else { return }
    guard case .named(let name) = value else {
      places[.page(id)] = nil
      return
    }
    guard let number = names[name] else {
      return report(name, page: pages.page(at: page), pages, sidebars)
    }
    if places[.page(id)]?.sidebar == number { return }
    places[.page(id)] = SidebarPlace(
      sidebar: number, item: firstItem(for: .page(id), in: number, sidebars))
  }

  /// The first item of a sidebar that leads to a page, whichever sidebar is the page's own. Looked
  /// up in a table that is made when a page first asks: few pages do, or nearly all.
  private mutating func firstItem(
    for target: NavigationTarget, in number: Int, _ sidebars: [Sidebar]
  ) -> Int? {
    if let table = firstItems[number] { return table[target] }
    var table: [NavigationTarget: Int] = [:]
    for (index, item) in sidebars[number].items.enumerated() {
      if let target = item.boundTarget, table[target] == nil { table[target] = index }
    }
    firstItems[number] = table
    return table[target]
  }

  private mutating func report(
    _ name: String, page: Page, _ pages: ReaderPages, _ sidebars: [Sidebar]
  ) {
    guard page.locale == pages.locale else { return }
    diagnostics.append(
      Diagnostic(
        .error, "front-matter/unknown-sidebar",
        "'displayed_sidebar' names the sidebar '\(name)', which does not exist",
        at: page.span(of: "displayed_sidebar"),
        hint: Suggestions.hint(for: name, among: sidebars.map(\.name)), locale: page.locale))
  }
}

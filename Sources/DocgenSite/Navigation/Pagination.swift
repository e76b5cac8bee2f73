import DocgenCore

/// What comes before and after each page: its neighbours in the sidebar that it shows, or what its
/// front matter says (docusaurus-rules 2.7).
struct Pagination {
  private let pages: ReaderPages
  private let sidebars: [Sidebar]
  private let places: [NavigationTarget: SidebarPlace]
  private(set) var neighbours: [NavigationTarget: Neighbours] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ pages: ReaderPages, sidebars: [Sidebar], places: [NavigationTarget: SidebarPlace]) {
    self.pages = pages
    self.sidebars = sidebars
    self.places = places
    for number in sidebars.indices { follow(number) }
    for index in pages.originals { override(pages.page(at: index).id) }
  }

  /// Links the pages of a sidebar in reading order.
  private mutating func follow(_ number: Int) {
    let items = sidebars[number].items
    let order = items.indices.filter { !items[$0].isHidden && items[$0].boundTarget != nil }
    for (position, item) in order.enumerated() {
      guard let target = items[item].boundTarget,
        places[target] == SidebarPlace(sidebar: number, item: item)
      else { continue }
      let previous = position > 0 ? neighbour(items[order[position - 1]]) : nil
      let next = position + 1 < order.count ? neighbour(items[order[position + 1]]) : nil
      if previous != nil || next != nil {
        neighbours[target] = Neighbours(previous: previous, next: next)
      }
    }
  }

  /// `pagination_label`, `sidebar_label`, the item's label, the title. A category's label is not its
  /// page's.
  private func neighbour(_ item: Sidebar.Item) -> Neighbours.Neighbour? {
    guard let target = item.boundTarget else { return nil }
    switch (target, item.category) {
    case (.page(let id), nil):
      return Neighbours.Neighbour(
        target: target, label: pages.paginationLabel(of: id) ?? item.label)
    case (.page(let id), _):
      return Neighbours.Neighbour(target: target, label: label(of: id))
    case (.generatedIndex, _):
      return Neighbours.Neighbour(target: target, label: item.label)
    }
  }

  private func label(of id: ContentID) -> String {
    pages.paginationLabel(of: id) ?? pages.label(of: id)
  }

  // MARK: Front matter

  private mutating func override(_ id: ContentID) {
    override(id, \.previous, key: "pagination_prev") { $0.paginationPrevious }
    override(id, \.next, key: "pagination_next") { $0.paginationNext }
  }

  private mutating func override(
    _ id: ContentID, _ side: WritableKeyPath<Neighbours, Neighbours.Neighbour?>, key: String,
    _ reference: (PageFrontMatter) -> PageReference
  ) {
    guard let (value, page) = pages.reference(reference, of: id) else { return }
    var neighbour: Neighbours.Neighbour?
    if case .named(let name) = value {
      let target = ContentID(name)
      if !pages.isKnown(target) {
        report(name, key: key, page: pages.page(at: page))
      } else if !pages.isUnlisted(target) {
        neighbour = Neighbours.Neighbour(target: .page(target), label: label(of: target))
      }
    }
    neighbours[.page(id), default: .none][keyPath: side] = neighbour
  }

  private mutating func report(_ name: String, key: String, page: Page) {
    guard page.locale == pages.locale, !pages.isDraft(ContentID(name)) else { return }
    diagnostics.append(
      Diagnostic(
        .error, "front-matter/unknown-page",
        "'\(key)' names the page '\(name)', which does not exist", at: page.span(of: key),
        hint: pages.hint(for: name), locale: page.locale))
  }
}

extension Page {
  /// Where a key of the front matter has its value; the file's start where that is not known.
  func span(of key: String) -> SourceSpan {
    frontMatter.node?[key]?.span ?? SourceSpan(file: sourceFile, line: 1)
  }
}

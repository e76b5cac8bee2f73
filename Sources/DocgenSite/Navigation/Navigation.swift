/// What sidebars and pagination lead to: a page of the site, whichever its URL.
package enum NavigationTarget: Hashable, Sendable {
  case page(ContentID)
  /// An index into the locale's `GeneratedIndexPage`s.
  case generatedIndex(Int)
}

/// The sidebars of one locale and what follows from them.
package struct Navigation: Sendable {
  /// In the order they are configured.
  package let sidebars: [Sidebar]
  package let generatedIndexes: [GeneratedIndexPage]
  /// Where pages stand; those that show no sidebar are not in it.
  let places: [NavigationTarget: SidebarPlace]
  /// What comes before and after in reading order; targets with neither are not in it.
  let neighbours: [NavigationTarget: Neighbours]
}

/// Where a page stands in the sidebar that it shows.
package struct SidebarPlace: Sendable, Equatable {
  /// An index into the locale's sidebars.
  package var sidebar: Int
  /// An index into the sidebar's items. Nil: the sidebar is the page's by its front matter alone and
  /// does not list it.
  package var item: Int?
}

/// What comes before and after a page in reading order.
package struct Neighbours: Sendable, Equatable {
  package struct Neighbour: Sendable, Equatable {
    package var target: NavigationTarget
    package var label: String
  }

  package var previous: Neighbour?
  package var next: Neighbour?

  package static let none = Neighbours()
}

extension Navigation {
  /// Where a page stands in the sidebar that it shows; nil where it shows none.
  package func place(of target: NavigationTarget) -> SidebarPlace? { places[target] }

  /// The sidebar that a page shows: the last that lists it, or what its front matter says.
  package func sidebar(of target: NavigationTarget) -> Sidebar? {
    places[target].map { sidebars[$0.sidebar] }
  }

  package func neighbours(of target: NavigationTarget) -> Neighbours {
    neighbours[target] ?? .none
  }

  /// The first page of a sidebar in reading order: where a navbar's `docSidebar` item leads. Nil
  /// where there is no such sidebar or no page in it.
  package func firstTarget(ofSidebar name: String) -> NavigationTarget? {
    guard let sidebar = sidebars.first(where: { $0.name == name }) else { return nil }
    for item in sidebar.items where !item.isHidden {
      if let target = item.boundTarget { return target }
    }
    return nil
  }

  /// The items that a generated index shows as cards, with the pages that clicks on them open.
  package func cards(
    of index: GeneratedIndexPage
  ) -> [(item: Sidebar.Item, destination: NavigationTarget?)] {
    let sidebar = sidebars[index.sidebar]
    return sidebar.children(of: index.item).map {
      (sidebar.items[$0], sidebar.destination(of: $0))
    }
  }

  /// What a generated index is called in the sidebar.
  package func label(of index: GeneratedIndexPage) -> String {
    sidebars[index.sidebar].items[index.item].label
  }
}

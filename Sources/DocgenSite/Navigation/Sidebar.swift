/// A sidebar of one locale, with every page looked up and every label in the reader's language.
package struct Sidebar: Sendable, Equatable {
  package var name: String
  package var items: [Item]

  package struct Item: Sendable, Equatable {
    package indirect enum Kind: Sendable, Equatable {
      /// A page; `binds` is false for a `ref`.
      case page(ContentID, binds: Bool)
      case link(href: String, description: String?, autoAddBaseURL: Bool)
      case html(String, defaultStyle: Bool)
      case category(Category)
    }

    package var kind: Kind
    package var label: String
    package var className: String?
  }

  package struct Category: Sendable, Equatable {
    package enum Link: Sendable, Equatable {
      case page(ContentID)
      /// An index into the locale's `GeneratedIndexPage`s.
      case generatedIndex(Int)
    }

    package var link: Link?
    package var items: [Item]
    package var description: String?
    package var isCollapsible: Bool
    package var isCollapsed: Bool
  }
}

/// A page made from a category, in one locale.
package struct GeneratedIndexPage: Sendable, Equatable {
  package var sidebar: String
  package var label: String
  package var title: String
  package var description: String
  /// Below the locale's base URL and the route base path, as for pages.
  package var slug: String
  package var image: String?
  package var keywords: [String]
  /// The category's children, which the page shows as cards.
  package var items: [Sidebar.Item]
}

/// The sidebars of one locale and what follows from them.
package struct Navigation: Sendable {
  package var sidebars: [Sidebar]
  package var generatedIndexes: [GeneratedIndexPage]
  /// The sidebar that a page shows: the last that lists it, or what its front matter says.
  package var sidebarOfPage: [ContentID: String]
  /// What comes before and after in reading order.
  package var neighbours: [NavigationTarget: Neighbours]

  package struct Neighbours: Sendable, Equatable {
    package var previous: NavigationTarget?
    package var next: NavigationTarget?
  }

  /// Labels in pagination, where they differ from the target's title.
  package var paginationLabels: [NavigationTarget: String]
}

package enum NavigationTarget: Hashable, Sendable {
  case page(ContentID)
  case generatedIndex(Int)
}

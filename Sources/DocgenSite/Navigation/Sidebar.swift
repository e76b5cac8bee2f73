/// A sidebar of one locale, with every page looked up and every label in the reader's language.
///
/// The tree is flat: items stand in reading order, each category before what it holds, and know
/// their category and where they end. So reading order, ancestors and children are index arithmetic,
/// and no depth of nesting is a recursion.
package struct Sidebar: Sendable, Equatable {
  package var name: String
  package var items: [Item]

  package struct Item: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// A page; `binds` is false for a `ref`, which leads into another sidebar.
      case page(ContentID, binds: Bool)
      case link(href: String, autoAddBaseURL: Bool)
      case html(String, defaultStyle: Bool)
      case category(Category)
    }

    package var kind: Kind
    /// Empty for HTML.
    package var label: String
    /// What cards say; nil where nothing is said but, for a page, by the page itself.
    package var description: String?
    package var className: String?
    /// The category it is in, an index into `items`; nil at the top.
    package var parent: Int?
    /// The index behind its last descendant; behind itself where it has none.
    package var end: Int
    /// Unlisted, or a category of nothing but unlisted pages: it has a place, from which its page's
    /// breadcrumbs come, but no list shows it.
    package var isHidden = false
  }

  package struct Category: Sendable, Equatable {
    /// Where its label leads.
    package var link: NavigationTarget?
    package var isCollapsible: Bool
    package var isCollapsed: Bool
  }
}

extension Sidebar.Item {
  /// What it leads to within the site, whether or not it belongs to this sidebar.
  package var target: NavigationTarget? {
    switch kind {
    case .page(let id, _): .page(id)
    case .category(let category): category.link
    case .link, .html: nil
    }
  }

  /// What it makes a part of this sidebar: its target unless it is a `ref`.
  package var boundTarget: NavigationTarget? {
    if case .page(_, binds: false) = kind { nil } else { target }
  }

  package var category: Sidebar.Category? {
    if case .category(let category) = kind { category } else { nil }
  }
}

extension Sidebar {
  /// The items that lists show in a category (an index into `items`), or at the top (nil).
  package func children(of category: Int?) -> [Int] {
    var children: [Int] = []
    var index = category.map { $0 + 1 } ?? 0
    let end = category.map { items[$0].end } ?? items.count
    while index < end {
      if !items[index].isHidden { children.append(index) }
      index = items[index].end
    }
    return children
  }

  /// The categories around an item, outermost first, and the item.
  package func path(to item: Int) -> [Int] {
    var path = [item]
    var current = item
    while let parent = items[current].parent {
      path.append(parent)
      current = parent
    }
    return path.reversed()
  }

  /// Where a click on an item leads if it is to open a page: its own, else the first within it that
  /// readers see. Nil where there is none.
  package func destination(of item: Int) -> NavigationTarget? {
    for index in item..<items[item].end where !items[index].isHidden {
      if let target = items[index].target { return target }
    }
    return nil
  }
}

/// A page made from a category, in one locale.
package struct GeneratedIndexPage: Sendable, Equatable {
  /// The sidebar and the category in it: indexes into the locale's sidebars and their items.
  package var sidebar: Int
  package var item: Int
  package var title: String
  package var description: String
  /// Below the locale's base URL and the route base path, as for pages; the same in all locales.
  package var slug: String
  package var image: String?
  package var keywords: [String]
}

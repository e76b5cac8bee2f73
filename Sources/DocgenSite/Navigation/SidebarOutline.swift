/// What has to be known of a sidebar before any of it is rendered: each of its arrays is by item.
struct SidebarOutline {
  private let sidebar: Sidebar
  /// The categories' `data-category`: `2.1` is the first item of the second at the top. Empty for
  /// other items.
  let keys: [String]
  /// Where an item itself leads.
  let ownHrefs: [String?]
  /// Where it leads as a closed category: to its own page, else to the first page in it, else to the
  /// first link.
  let firstHrefs: [String?]
  /// Whether pages that show a category's siblings carry its items too.
  let isCarried: [Bool]

  /// - Parameters:
  ///   - href: the URL of a page.
  ///   - linkHref: the URL of a link that is a path of the site without its base URL.
  init(_ sidebar: Sidebar, href: (NavigationTarget) -> String, linkHref: (String) -> String) {
    self.sidebar = sidebar
    var childCounts: [Int]
    (keys, childCounts) = Self.keys(sidebar)
    ownHrefs = sidebar.items.map { item in
      if case .link(let address, let addsBaseURL) = item.kind {
        return addsBaseURL && !Self.leadsAway(address) ? linkHref(address) : address
      }
      return item.target.map(href)
    }
    firstHrefs = Self.firstHrefs(sidebar, own: ownHrefs)
    isCarried = Self.carried(sidebar, childCounts, firstHrefs)
  }

  /// A category as it is rendered: one that can't be closed is like any other where pages don't carry
  /// it. Nil for other items.
  func branch(_ index: Int) -> Sidebar.Category? {
    guard var category = sidebar.items[index].category else { return nil }
    if !isCarried[index] { category.isCollapsible = true }
    return category
  }

  func isExternal(_ index: Int) -> Bool {
    if case .link(let address, _) = sidebar.items[index].kind { return Self.leadsAway(address) }
    return false
  }

  /// Whether an address has a scheme or a host (RFC 3986).
  private static func leadsAway(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    guard let first = address.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
    else { return false }
    let rest = address.utf8.drop { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return rest.first == UInt8(ascii: ":")
  }

  // MARK: One pass each

  private static func keys(_ sidebar: Sidebar) -> (keys: [String], childCounts: [Int]) {
    var keys = [String](repeating: "", count: sidebar.items.count)
    var counts = [Int](repeating: 0, count: sidebar.items.count)
    var topCount = 0
    for (index, item) in sidebar.items.enumerated() where !item.isHidden {
      if let parent = item.parent { counts[parent] += 1 } else { topCount += 1 }
      guard item.category != nil else { continue }
      keys[index] = item.parent.map { "\(keys[$0]).\(counts[$0])" } ?? "\(topCount)"
    }
    return (keys, counts)
  }

  private static func firstHrefs(_ sidebar: Sidebar, own: [String?]) -> [String?] {
    var pages = [String?](repeating: nil, count: own.count)
    var links = pages
    // From the end, so that the first of a category's items is the last to leave its mark on it.
    for (index, item) in sidebar.items.enumerated().reversed() where !item.isHidden {
      if item.target != nil {
        pages[index] = own[index]
      } else if item.category == nil {
        links[index] = own[index]
      }
      guard let parent = item.parent else { continue }
      pages[parent] = pages[index] ?? pages[parent]
      links[parent] = links[index] ?? links[parent]
    }
    return zip(pages, links).map { $0 ?? $1 }
  }

  /// Categories that are open from the start, as far as `mostOpenItems` goes; and those with nothing
  /// to click on, which can't be shown closed.
  private static func carried(
    _ sidebar: Sidebar, _ childCounts: [Int], _ firstHrefs: [String?]
  ) -> [Bool] {
    var isCarried = [Bool](repeating: false, count: sidebar.items.count)
    // The category whose list an item is rendered into, and what each list holds by now: the last
    // is the top's.
    var lists = [Int](repeating: sidebar.items.count, count: sidebar.items.count)
    var carriedItems = [Int](repeating: 0, count: sidebar.items.count + 1)
    for (index, item) in sidebar.items.enumerated() where !item.isHidden {
      if let parent = item.parent { lists[index] = isCarried[parent] ? lists[parent] : parent }
      guard let category = item.category else { continue }
      if firstHrefs[index] == nil {
        isCarried[index] = true
      } else if !category.isCollapsed {
        carriedItems[lists[index]] += childCounts[index]
        isCarried[index] = carriedItems[lists[index]] <= SidebarRenderer.mostOpenItems
      }
    }
    return isCarried
  }
}

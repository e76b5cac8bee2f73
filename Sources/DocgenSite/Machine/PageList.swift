/// The pages of a locale in the order of its sidebars, under headings: what a list for programs has.
struct PageList {
  struct Section {
    var title: String
    /// Indices into the site's routes.
    var routes: [Int]
  }

  /// None is empty.
  private(set) var sections: [Section] = []
  /// What readers in a hurry may skip: what is configured, and what no sidebar shows.
  private(set) var optional: [Int] = []

  var routes: [Int] { sections.flatMap(\.routes) + optional }

  init(_ site: Site, locale: Int) {
    let navigation = site.navigations[locale]
    var listed: Set<Int> = []
    var builder = Builder(site: site, locale: locale)
    for sidebar in navigation.sidebars {
      for top in sidebar.children(of: nil) {
        let item = sidebar.items[top]
        let title = item.category == nil ? site.config.title : item.label
        for index in top..<sidebar.items[top].end where !sidebar.items[index].isHidden {
          guard let target = sidebar.items[index].boundTarget,
            let route = builder.route(of: target), listed.insert(route).inserted
          else { continue }
          builder.add(route, to: title)
        }
      }
    }
    for (index, route) in site.routes.routes.enumerated()
    where route.locale == locale && !listed.contains(index) {
      guard case .page = route.target, builder.isListed(index) else { continue }
      builder.optional.append(index)
    }
    sections = builder.sections
    optional = builder.optional
  }

  private struct Builder {
    let site: Site
    let locale: Int
    var sections: [Section] = []
    var optional: [Int] = []

    /// Where a target is shown; nil for one that is not listed.
    func route(of target: NavigationTarget) -> Int? {
      let found: Int? =
        switch target {
        case .page(let id): site.routes.index(of: id, locale: locale)
        case .generatedIndex:
          site.path(of: target, locale: locale).flatMap { site.routes.index(at: $0) }
        }
      return found.flatMap { isListed($0) ? $0 : nil }
    }

    func isListed(_ index: Int) -> Bool {
      let route = site.routes.routes[index]
      if case .page(let page) = route.target, site.catalog.pages[page].frontMatter.unlisted {
        return false
      }
      return !site.config.llms.exclude.match(route, of: site)
    }

    mutating func add(_ route: Int, to title: String) {
      if site.config.llms.optional.match(site.routes.routes[route], of: site) {
        optional.append(route)
      } else if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].routes.append(route)
      } else {
        sections.append(Section(title: title, routes: [route]))
      }
    }
  }
}

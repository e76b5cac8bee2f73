import DocgenCore
import DocgenMarkup

/// Links have to lead where the source page's do, in any order. What is compared is where they lead:
/// a path with the locale's base URL and an anchor in the translation's words are as good as the
/// source page's own, and are only noted.
struct LinkComparison {
  let site: Site
  let links: SiteLinks
  private let bases: BaseURLs

  init(site: Site, links: SiteLinks) {
    self.site = site
    self.links = links
    bases = BaseURLs(site.locales)
  }

  /// - Returns: the links that lead elsewhere, and apart from them those that are written otherwise.
  func differences(
    _ pages: ComparedPages
  ) -> (elsewhere: PartsDifference, otherwise: [(source: PagePart, translation: PagePart)]) {
    let written = PartsDifference.unordered(
      pages.source.page.document.links.map(part), pages.translation.page.document.links.map(part))
    if written.isEmpty { return (written, []) }
    let targets = (self.targets(of: pages.source), self.targets(of: pages.translation))
    var open: [String: [Int]] = [:]
    for index in written.added.reversed() { open[targets.1[index], default: []].append(index) }
    let pairs = written.missing.compactMap { index in
      open[targets.0[index]]?.popLast().map { (source: index, translation: $0) }
    }
    return (
      written.pairing(pairs),
      pairs.map { (written.source[$0.source], written.translation[$0.translation]) }
    )
  }

  private func part(_ link: DocumentLink) -> PagePart {
    PagePart(
      key: link.destination, shown: "the link to '\(link.destination)'", line: link.position.line,
      column: link.position.column)
  }

  // MARK: Where a link leads

  /// What each link of a page leads to, the same for a page and its translations.
  private func targets(of side: ComparedPages.Side) -> [String] {
    let links = side.page.document.links
    guard let locale = site.locales.firstIndex(where: { $0.code == side.page.locale }),
      let route = site.routes.index(of: side.page.id, locale: locale)
    else { return links.map(\.destination) }
    let resolved = self.links.resolver.resolve(page: side.number, route: route).value
    return zip(links, resolved).map { link, resolved in
      target(
        of: resolved, fragment: LinkDestination(link.destination).fragment, locale: locale)
    }
  }

  private func target(of link: ResolvedLink, fragment: String?, locale: Int) -> String {
    guard let index = link.targetRoute else {
      return link.href.hasPrefix("/") ? path(link.href, locale: locale) : link.href
    }
    let route = site.routes.routes[index]
    let path = path(route.path.text, locale: route.locale)
    return fragment.map { "\(path)#\(anchor($0, on: route))" } ?? path
  }

  /// A path of the host without the locale's base URL.
  private func path(_ path: String, locale: Int) -> String {
    URLPath.join(bases.sitePath(ofHostPath: path, locale: locale) ?? path).withoutTrailingSlash.text
  }

  /// The source page's name of an anchor.
  private func anchor(_ fragment: String, on route: Route) -> String {
    guard case .page(let number) = route.target else { return fragment }
    let spellings = PercentEncoding.spellings(of: fragment)
    let headings = site.catalog.pages[number].document.headings
    guard let heading = headings.firstIndex(where: { spellings.contains($0.id) }) else {
      return spellings.last ?? fragment
    }
    let aliases = links.aliases(ofPage: number)
    return aliases.indices.contains(heading)
      ? aliases[heading].first ?? headings[heading].id : headings[heading].id
  }
}

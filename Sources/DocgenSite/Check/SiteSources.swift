import DocgenCore
import DocgenMarkup

/// Where the authors of a site wrote what its finished files show.
struct SiteSources {
  private let site: Site
  private let links: SiteLinks
  /// By output path.
  private let routes: [String: Int]
  /// By output path, the files that are published as they are.
  private let copies: [String: String]
  private var written: [Int: WrittenLinks] = [:]

  /// The places of a page's links by where they lead, in the order of the text.
  private struct WrittenLinks {
    var places: [String: [SourceSpan]] = [:]
    /// What authors vouch for, as pages have it: `pathname://`.
    var trusted: Set<String> = []
    /// Those of images alone.
    var images: [String: [SourceSpan]] = [:]
    /// How many of them a kind of finding has been given.
    var used: [String: Int] = [:]
  }

  init(site: Site, links: SiteLinks, planned: [PublishedFile]) {
    self.site = site
    self.links = links
    var routes: [String: Int] = [:]
    var copies: [String: String] = [:]
    for file in planned {
      switch file.content {
      case .page(let route): routes[file.path.string] = route
      case .copy(let source): copies[file.path.string] = source
      case .markdown, .listing, .bytes: break
      }
    }
    (self.routes, self.copies) = (routes, copies)
  }

  mutating func place(of finding: Finding, in publication: Publication) -> FindingPlace {
    let path = publication.files[finding.file].path
    if let source = copies[path] {
      let start = finding.position ?? SourcePosition(line: 1, column: 1)
      return FindingPlace(span: SourceSpan(file: source, start: start), isAuthors: true)
    }
    guard let index = routes[path] else { return FindingPlace() }
    let route = site.routes.routes[index]
    var place = FindingPlace(
      isFallback: route.isFallback, locale: site.locales[route.locale].code)
    guard case .page(let page) = route.target else { return place }
    let file = site.catalog.pages[page].sourceFile
    switch finding.subject {
    case .file: place.span = SourceSpan(file: file, line: 1)
    case .reference(let url):
      place.span = span(ofLinkTo: url, code: finding.code, page: page, route: index)
    case .image(let url, let before):
      place.span = span(ofImage: url, before: before, page: page, route: index)
    case .element(let id):
      place.span = heading(id, page: page)
    }
    place.isAuthors = place.span != nil && finding.subject != .file
    place.isInPage = place.isAuthors
    return place
  }

  /// Whether a finding is about a link that is not to be looked up.
  mutating func vouch(for finding: Finding, in publication: Publication) -> Bool {
    guard case .reference(let url) = finding.subject,
      let index = routes[publication.files[finding.file].path],
      case .page(let page) = site.routes.routes[index].target
    else { return false }
    let known = written[index] ?? writtenLinks(page: page, route: index)
    written[index] = known
    return known.trusted.contains(url)
  }

  private mutating func span(
    ofLinkTo url: String, code: String, page: Int, route: Int
  ) -> SourceSpan? {
    var known = written[route] ?? writtenLinks(page: page, route: route)
    defer { written[route] = known }
    guard let places = known.places[url], let last = places.last else { return nil }
    let number = known.used[code + " " + url, default: 0]
    known.used[code + " " + url] = number + 1
    return number < places.count ? places[number] : last
  }

  private mutating func span(
    ofImage url: String, before: Int, page: Int, route: Int
  ) -> SourceSpan? {
    let known = written[route] ?? writtenLinks(page: page, route: route)
    written[route] = known
    guard let places = known.images[url], let last = places.last else { return nil }
    return before < places.count ? places[before] : last
  }

  private func writtenLinks(page: Int, route: Int) -> WrittenLinks {
    var found = WrittenLinks()
    for number in [page] + links.partials.all(onPage: page) {
      let file = site.catalog.pages[number].sourceFile
      let resolved = links.resolver.resolve(page: number, route: route).value
      for (link, target) in zip(site.catalog.pages[number].document.links, resolved) {
        let span = SourceSpan(file: file, start: link.position)
        found.places[target.href, default: []].append(span)
        if link.kind == .image || link.kind == .attribute(element: "img", name: "src") {
          found.images[target.href, default: []].append(span)
        }
        if LinkDestination(link.destination).form == .pathname { found.trusted.insert(target.href) }
      }
    }
    if let image = links.resolver.socialImage(page: page, route: route).value {
      let span = site.catalog.pages[page].frontMatter.node?["image"]?.span
      found.places[site.absolute(image.href)] = span.map { [$0] }
    }
    return found
  }

  /// The last heading with an id: a repeated one is wrong there.
  private func heading(_ id: String, page: Int) -> SourceSpan? {
    for number in [page] + links.partials.all(onPage: page) {
      let heading = site.catalog.pages[number].document.headings.last { $0.id == id }
      if let heading {
        return SourceSpan(file: site.catalog.pages[number].sourceFile, line: heading.line)
      }
    }
    return nil
  }
}

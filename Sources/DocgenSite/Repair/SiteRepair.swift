import DocgenCore
import DocgenMarkup

/// The links of a whole site that can be written better, and what is certain about them.
struct SiteRepair: Sendable {
  private let loaded: LoadedSite
  private let repairs: LinkRepairs
  private let places: LinkPlaces
  /// By page: the routes that show its file, those of its own locale's readers first.
  private let routes: [[Int]]

  init(_ loaded: LoadedSite, style: LinkStyle?) {
    self.loaded = loaded
    let resolver = loaded.links.resolver
    repairs = LinkRepairs(resolver: resolver, style: style)
    places = resolver.places
    let site = loaded.site
    var routes = [[Int]](repeating: [], count: site.catalog.pages.count)
    for (index, route) in site.routes.routes.enumerated() {
      guard case .page(let page) = route.target else { continue }
      for shown in [page] + loaded.links.partials.all(onPage: page) { routes[shown].append(index) }
    }
    for page in routes.indices {
      let isOwn = { (route: Int) in
        site.locales[site.routes.routes[route].locale].code == site.catalog.pages[page].locale
      }
      routes[page] = routes[page].filter(isOwn) + routes[page].filter { !isOwn($0) }
    }
    self.routes = routes
  }

  private func repairs(ofPage page: Int) -> PageRepairs {
    let places = routes[page].map { self.places.place(page: page, route: $0) }
    func repair(_ kind: DocumentLink.Kind, _ destination: String) -> LinkRepair? {
      let start = SourcePosition(line: 1, column: 1)
      return repairs.repair(
        of: DocumentLink(kind: kind, destination: destination, position: start), at: places)
    }
    let own = loaded.site.catalog.pages[page]
    var found = PageRepairs { repair(.link, $0) ?? repair(.image, $0) }
    for (number, link) in own.document.links.enumerated() {
      found.links[number] = repairs.repair(of: link, at: places)
    }
    found.image = own.frontMatter.image.flatMap { repair(.image, $0) }
    return found
  }

  /// The files with what can be repaired.
  func files(workers: Int) async -> [FileRepair] {
    let repaired = await concurrentMap(Array(routes.indices), workers: workers) { index in
      let repairs = repairs(ofPage: index)
      let page = loaded.site.catalog.pages[index]
      guard let bytes = try? FileSystem.read(path(of: page)) else { return FileRepair?.none }
      return FileRepairer(page, bytes: bytes, repairs: repairs, parser: loaded.parser).repaired()
    }
    return repaired.compactMap { $0 }
  }

  private func path(of page: Page) -> String { loaded.files.folder.absolute(page.sourceFile) }

  /// The links that are not written in the wanted style.
  func styleFindings(workers: Int) async -> [Diagnostic] {
    guard let style = repairs.style else { return [] }
    let found = await concurrentMap(Array(routes.indices), workers: workers) { index in
      let page = loaded.site.catalog.pages[index]
      return repairs(ofPage: index).links.filter { $0.value.kinds.contains(.style) }
        .map { number, repair in
          let link = page.document.links[number]
          return Diagnostic(
            .warning, "link/style",
            "The link '\(link.destination)' names \(style == .file ? "no file" : "a file")",
            at: SourceSpan(file: page.sourceFile, start: link.position),
            hint: "write '\(repair.destination)', or let --fix do it", locale: page.locale)
        }
    }
    return found.flatMap { $0 }
  }
}

extension SiteBuilder {
  /// The files of the site in which links can be written better, with what is certain repaired.
  package func repairs() async -> (files: [FileRepair], report: BuildReport) {
    let (loaded, report) = await load()
    guard let loaded else { return ([], report) }
    let repair = SiteRepair(loaded, style: options.linkStyle)
    return (await repair.files(workers: options.workers), report)
  }

  /// Writes repaired files, each by renaming one that is complete.
  package func write(_ repairs: [FileRepair]) throws(FileError) {
    for repair in repairs {
      try FileSystem.replace(folder.absolute(repair.file), with: repair.new)
    }
  }
}

import DocgenCore
import DocgenMarkup

/// The content of pages under their routes: documents with every slot filled, partials included.
struct PageContent: Sendable {
  var site: Site
  var links: SiteLinks
  /// By locale.
  private let strings: [UIStrings]

  init(site: Site, links: SiteLinks) {
    self.site = site
    self.links = links
    strings = site.locales.indices.map { site.strings(locale: $0) }
  }

  struct Assembled {
    var html: [UInt8] = []
    var headHTML: [UInt8] = []
    /// The partials' among them, in order.
    var headings: [Heading] = []
    var usesMermaid = false
    var diagnostics: [Diagnostic] = []
  }

  /// - Parameters:
  ///   - page: an index into the catalogue.
  ///   - route: an index into the routes.
  func assemble(page number: Int, route: Int) -> Assembled {
    var left = Self.mostPartials
    return assemble(number, route, left: &left)
  }

  /// Partials that show others twice double with each further one: what forty of them make fits on
  /// no disk.
  private static let mostPartials = 1_000

  /// - Parameter left: how many more partials the page may show.
  private func assemble(_ number: Int, _ route: Int, left: inout Int) -> Assembled {
    let page = site.catalog.pages[number]
    let document = page.document
    var result = Assembled(usesMermaid: document.usesMermaid)
    let resolved = links.resolver.resolve(page: number, route: route)
    result.diagnostics = resolved.diagnostics

    var partials: [String: Assembled] = [:]
    for slot in document.slots {
      guard case .partial(let path, let position) = slot, partials[path] == nil,
        let partial = links.partials.index(of: path, importedBy: number)
      else { continue }
      left -= 1
      if left == 0 { result.diagnostics.append(tooMany(at: position, of: page)) }
      if left <= 0 { continue }
      let assembled = assemble(partial, route, left: &left)
      partials[path] = assembled
      result.diagnostics += assembled.diagnostics
    }
    for entry in document.outline {
      switch entry {
      case .heading(let index): result.headings.append(document.headings[index])
      case .partial(let path): result.headings += partials[path]?.headings ?? []
      }
    }
    for partial in partials.values where partial.usesMermaid { result.usesMermaid = true }

    let filling = DocumentAssembly.Filling(
      aliases: links.aliases(ofPage: number), strings: strings[site.routes.routes[route].locale],
      partials: partials.mapValues(\.html),
      docCardList: document.slots.contains(.docCardList) ? cards(atRoute: route) : [])
    let assembly = DocumentAssembly(document: document, links: resolved.value, filling: filling)
    result.html.reserveCapacity(document.html.count + document.links.count * 32)
    assembly.append(document.html, to: &result.html)
    assembly.append(document.headHTML, to: &result.headHTML)
    return result
  }

  /// What `<DocCardList />` becomes, in a partial as well: the cards of the page that is shown.
  private func cards(atRoute route: Int) -> [UInt8] {
    let route = site.routes.routes[route]
    guard case .page(let number) = route.target else { return [] }
    return PageCards(site: site, locale: route.locale)
      .html(inCategoryOf: .page(site.catalog.pages[number].id))
  }

  private func tooMany(at position: SourcePosition, of page: Page) -> Diagnostic {
    Diagnostic(
      .error, "partial/too-many", "A page would show more than \(Self.mostPartials) partials",
      at: SourceSpan(file: page.sourceFile, start: position),
      hint: "this import and what follows are left out; import fewer", locale: page.locale)
  }
}

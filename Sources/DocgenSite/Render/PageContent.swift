import DocgenCore
import DocgenMarkup

/// A page's content under a route: its document with every slot filled, partials included.
struct PageContent {
  let site: Site
  let links: SiteLinks
  let strings: UIStrings
  /// What `<DocCardList />` becomes; made only where a page asks for it.
  let cards: () -> [UInt8]

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
  func assemble(page number: Int, route: Int) -> Assembled { assemble(number, route, inside: []) }

  /// - Parameter parents: the pages and partials that this one is imported by; none comes twice.
  private func assemble(_ number: Int, _ route: Int, inside parents: [Int]) -> Assembled {
    let page = site.catalog.pages[number]
    let document = page.document
    var result = Assembled(usesMermaid: document.usesMermaid)
    let resolved = links.resolver.resolve(page: number, route: route)
    result.diagnostics = resolved.diagnostics

    var partials: [String: Assembled] = [:]
    for slot in document.slots {
      guard case .partial(let path, _) = slot, partials[path] == nil,
        let partial = links.partials.index(of: path, importedBy: number),
        partial != number, !parents.contains(partial)
      else { continue }
      partials[path] = assemble(partial, route, inside: parents + [number])
    }
    for entry in document.outline {
      switch entry {
      case .heading(let index): result.headings.append(document.headings[index])
      case .partial(let path): result.headings += partials[path]?.headings ?? []
      }
    }
    for partial in partials.values where partial.usesMermaid { result.usesMermaid = true }

    let filling = DocumentAssembly.Filling(
      aliases: links.aliases(ofPage: number), strings: strings,
      partials: partials.mapValues(\.html),
      docCardList: document.slots.contains(.docCardList) ? cards() : [])
    let assembly = DocumentAssembly(document: document, links: resolved.value, filling: filling)
    result.html.reserveCapacity(document.html.count + document.links.count * 32)
    assembly.append(document.html, to: &result.html)
    assembly.append(document.headHTML, to: &result.headHTML)
    return result
  }
}

import DocgenCore
import DocgenMarkup

/// The ids that a link to a page may end with.
package struct AnchorTable: Sendable {
  /// A class, though a value in all but that: a preview copies the list of all for each change.
  private final class PageAnchors: Sendable {
    let ids: Set<ElementID>
    /// By heading; empty where the page has none at all.
    let aliases: [[String]]

    init(ids: Set<ElementID>, aliases: [[String]]) {
      self.ids = ids
      self.aliases = aliases
    }
  }

  private var catalog: Catalog
  private var partials: PartialResolver
  private var pages: [PageAnchors]

  package static func build(
    catalog: Catalog, partials: PartialResolver, locales: [SiteLocale],
    rules: LinkRules = .docgen, workers: Int
  ) async -> AnchorTable {
    let source = rules.repairs ? locales.first { $0.isDefault }?.code : nil
    let pages = await concurrentMap(Array(catalog.pages.indices), workers: workers) { index in
      anchors(of: catalog.pages[index], sourceLocale: source, in: catalog)
    }
    return AnchorTable(catalog: catalog, partials: partials, pages: pages)
  }

  /// The table after some pages have changed, none of them its identity or its place.
  ///
  /// - Parameter changed: indices into the catalogue.
  func updated(
    _ catalog: Catalog, partials: PartialResolver, locales: [SiteLocale], changed: [Int]
  ) -> AnchorTable {
    var result = self
    result.catalog = catalog
    result.partials = partials
    let source = locales.first { $0.isDefault }?.code
    // A translation's aliases are made of its source's headings.
    let affected = changed.flatMap { page in
      locales.compactMap { catalog.index(ofPath: catalog.pages[page].contentPath, in: $0.code) }
    }
    for page in affected {
      result.pages[page] = Self.anchors(
        of: catalog.pages[page], sourceLocale: source, in: catalog)
    }
    return result
  }

  private static func anchors(
    of page: Page, sourceLocale: String?, in catalog: Catalog
  ) -> PageAnchors {
    let document = page.document
    var aliases: [[String]] = []
    if let sourceLocale, page.locale != sourceLocale,
      let source = catalog.index(ofPath: page.contentPath, in: sourceLocale)
    {
      aliases = AnchorAliases.aliases(
        source: catalog.pages[source].document.headings, translated: document.headings,
        taken: document.elementIDs)
      if aliases.allSatisfy(\.isEmpty) { aliases = [] }
    }
    let count = document.headings.count + document.elementIDs.count
    var ids = Set<ElementID>(minimumCapacity: count)
    for heading in document.headings { ids.insert(ElementID(heading.id)) }
    for id in document.elementIDs { ids.insert(ElementID(id)) }
    for alias in aliases.joined() { ids.insert(ElementID(alias)) }
    return PageAnchors(ids: ids, aliases: aliases)
  }

  /// By heading, the ids of the source page's that lead there; empty where there are none.
  package func aliases(ofPage page: Int) -> [[String]] { pages[page].aliases }

  /// Whether a page, or a partial shown on it, has the id.
  package func contains(_ id: String, onPage page: Int) -> Bool {
    let key = ElementID(id)
    return pages[page].ids.contains(key) || isFootnote(id)
      || partials.all(onPage: page).contains { pages[$0].ids.contains(key) }
  }

  private func isFootnote(_ id: String) -> Bool {
    id.hasPrefix("user-content-fn") || id == "footnote-label"
  }

  /// What an author may have meant: the nearest id that is on the page, by its letters or else by
  /// its words.
  func nearest(to id: String, onPage page: Int) -> String? {
    NearestName.find(id, among: candidates(onPage: page))
  }

  /// The only id of a page that is what was written, in another spelling; nil where there are
  /// several, or none.
  func sameAnchor(as id: String, onPage page: Int) -> String? {
    let names = names(onPage: page)
    func only(_ wanted: AnchorSpelling) -> String? {
      if wanted.bytes.isEmpty { return nil }
      let found = names.filter { $0.spelling == wanted }
      guard let first = found.first else { return nil }
      return found.allSatisfy { $0.anchor == first.anchor } ? first.id : nil
    }
    if let found = only(AnchorSpelling(id)) { return found }
    // Where headings are numbered, `-1` is no repetition.
    guard let stem = AnchorSpelling.withoutRepetition(id),
      !names.contains(where: { $0.spelling.continues(stem) })
    else { return nil }
    return only(stem)
  }

  private struct AnchorName {
    var spelling: AnchorSpelling
    /// What a link has to name.
    var id: String
    /// Which of the page's anchors it is.
    var anchor: Int
  }

  /// What the anchors of a page are called: by their ids and by the headings' texts. Of headings with
  /// one text it is the first one's.
  private func names(onPage page: Int) -> [AnchorName] {
    var names: [AnchorName] = []
    var texts: Set<String> = []
    var anchor = 0
    func add(_ name: String, _ id: String) {
      names.append(AnchorName(spelling: AnchorSpelling(name), id: id, anchor: anchor))
    }
    for index in [page] + partials.all(onPage: page) {
      for (number, heading) in catalog.pages[index].document.headings.enumerated() {
        add(heading.id, heading.id)
        let aliases = pages[index].aliases
        if aliases.indices.contains(number) { aliases[number].forEach { add($0, $0) } }
        if texts.insert(heading.text).inserted { add(heading.text, heading.id) }
        anchor += 1
      }
      for id in catalog.pages[index].document.elementIDs {
        add(id, id)
        anchor += 1
      }
    }
    return names
  }

  private func candidates(onPage page: Int) -> ArraySlice<String> {
    var candidates: [String] = []
    for index in [page] + partials.all(onPage: page) {
      let document = catalog.pages[index].document
      candidates += document.headings.prefix(Self.mostCandidates).map(\.id)
      candidates += document.elementIDs.prefix(Self.mostCandidates)
      candidates += pages[index].aliases.prefix(Self.mostCandidates).joined()
    }
    return candidates.prefix(Self.mostCandidates)
  }

  /// A page of thousands of headings may have as many broken links to itself.
  private static let mostCandidates = 500
}

import DocgenCore
import DocgenMarkup

/// A publication with every reference of its files looked up: what checks read.
struct LinkedPublication: Sendable {
  let publication: Publication
  let suggestions: PublicationSuggestions
  /// By file, in the order of its references.
  private let targets: [[ReferenceTarget]]
  /// Whether most pages that are a folder's say their own address without a slash at its end.
  private(set) var omitsSlashes = false

  init(_ publication: Publication, workers: Int) async {
    self.publication = publication
    suggestions = PublicationSuggestions(publication)
    targets = await concurrentMap(
      Array(publication.files.indices), workers: workers, makeState: { [String: ReferenceTarget]() }
    ) { known, file in
      let references = publication.files[file].references
      if references.isEmpty { return [] }
      let resolver = ReferenceResolver(publication, from: file)
      return references.map { reference in
        // Menus have the same addresses on all pages.
        guard !resolver.leadsAway, ReferenceResolver.isAbsolute(reference.url) else {
          return resolver.target(of: reference.url)
        }
        if let target = known[reference.url] { return target }
        let target = resolver.target(of: reference.url)
        known[reference.url] = target
        return target
      }
    }
    omitsSlashes = mostOmitSlashes
  }

  private var mostOmitSlashes: Bool {
    var (with, without) = (0, 0)
    for (index, file) in publication.files.enumerated()
    where JoinedPath.name(of: file.path) == "index.html" {
      let own = links(of: index).first { $0.reference.use == .canonical }
      guard let own, own.target == .file(index, fragment: nil) else { continue }
      if own.reference.url.hasSuffix("/") { with += 1 } else { without += 1 }
    }
    // One alone is no custom.
    return without > max(1, with)
  }

  /// What a file refers to, and where that leads. A piece of HTML is shown on other pages: only what
  /// starts at the root means the same there, so the rest is left out.
  func links(of file: Int) -> [(reference: HTMLReference, target: ReferenceTarget)] {
    let published = publication.files[file]
    let isPiece = published.facts.map { !$0.isDocument } ?? false
    var links: [(reference: HTMLReference, target: ReferenceTarget)] = []
    links.reserveCapacity(published.references.count)
    for (reference, target) in zip(published.references, targets[file])
    where !isPiece || ReferenceResolver.isAbsolute(reference.url) {
      links.append((reference, target))
    }
    return links
  }

  /// Where a file leads on to by `<meta http-equiv="refresh">`, over as many steps as there are; nil
  /// for what leads nowhere on. A circle ends where it closes.
  func destination(ofRedirect file: Int) -> ReferenceTarget? {
    var current = file
    var target: ReferenceTarget?
    var seen: Set<Int> = []
    while seen.insert(current).inserted,
      let next = links(of: current).first(where: { $0.reference.use == .refresh })?.target
    {
      target = next
      guard case .file(let index, _) = next else { break }
      current = index
    }
    return target
  }
}

import DocgenCore
import DocgenMarkup

extension AssetCatalog {
  /// Finds out which files the pages of the site refer to, and reads those.
  package static func build(
    files: AssetFiles, catalog: Catalog, routes: RouteTable, partials: PartialResolver,
    locales: [SiteLocale], config: SiteConfig, workers: Int, read: @escaping Reader
  ) async -> AssetCatalog {
    let places = LinkPlaces(
      catalog: catalog, routes: routes, locales: locales,
      routeBasePath: config.content.routeBasePath)
    let indices = Array(routes.routes.indices)
    let found = await concurrentMap(indices, workers: workers) { index -> [AssetReference] in
      guard case .page(let page) = routes.routes[index].target else { return [] }
      return ([page] + partials.all(onPage: page)).flatMap {
        references(of: places.place(page: $0, route: index), files: files)
      }
    }
    var unique: Set<AssetReference> = []
    for references in found { unique.formUnion(references) }
    let sorted = unique.sorted {
      ($0.source, $0.isBeside ? 0 : 1) < ($1.source, $1.isBeside ? 0 : 1)
    }
    return await AssetCatalog(files: files, references: sorted, workers: workers, read: read)
  }

  private static func references(of place: LinkPlace, files: AssetFiles) -> [AssetReference] {
    var found = place.page.document.links.compactMap { link in
      reference(
        to: LinkDestination(link.destination), isImage: link.isImage, isMedia: link.isMedia,
        at: place, files: files)
    }
    if let image = place.page.frontMatter.image,
      let reference = reference(
        to: LinkDestination(image), isImage: true, isMedia: true, at: place, files: files)
    {
      found.append(reference)
    }
    return found
  }

  /// The links of a page that may lead to files which have to be read, as written, images apart
  /// from others. The same for two pages, the same files are read for them.
  static func fileLinks(of page: Page) -> Set<String> {
    var found: Set<String> = []
    for link in page.document.links {
      let destination = LinkDestination(link.destination)
      let isElsewhere = [.external, .contact, .samePage].contains(destination.form)
      guard link.isMedia || !(isLedTo(destination) || isElsewhere) else { continue }
      found.insert((link.isImage ? "image " : link.isMedia ? "media " : "link ") + destination.text)
    }
    return found
  }

  /// Nothing is read of a published file but an image's size, and of a page's.
  private static func isLedTo(_ destination: LinkDestination) -> Bool {
    destination.form == .absolute || destination.isMarkdownFile
  }

  private static func reference(
    to destination: LinkDestination, isImage: Bool, isMedia: Bool, at place: LinkPlace,
    files: AssetFiles
  ) -> AssetReference? {
    if !isMedia, isLedTo(destination) { return nil }
    switch files.find(destination, at: place)?.file {
    case .beside(let source): return AssetReference(source: source, isBeside: true)
    case .published(_, _, let source):
      guard isImage, let source else { return nil }
      return AssetReference(source: source, isBeside: false)
    case nil: return nil
    }
  }
}

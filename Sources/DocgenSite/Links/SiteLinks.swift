import DocgenCore
import DocgenMarkup

/// Everything that resolving a site's links needs, made before the pages are rendered.
struct SiteLinks: Sendable {
  let resolver: LinkResolver
  let partials: PartialResolver
  private let anchors: AnchorTable
  private let site: Site
  /// By locale.
  private let defaultImages: [String]

  /// Files beside the content that something leads to.
  var copies: [AssetCatalog.Copy] { resolver.assets.copies }

  static func prepare(
    _ site: Site, files: SiteFiles, rules: LinkRules, workers: Int
  ) async -> Diagnosed<SiteLinks> {
    let partials = PartialResolver.resolve(
      catalog: site.catalog, locales: site.locales, config: site.config)
    let anchors = await AnchorTable.build(
      catalog: site.catalog, partials: partials.value, locales: site.locales, rules: rules,
      workers: workers)
    let tree = ContentTree(catalog: site.catalog, locales: site.locales, config: site.config)
    let assetFiles = AssetFiles(
      staticFiles: files.staticFiles, contentFiles: files.assets,
      generatedFiles: generated(site, rules),
      tree: tree, locales: site.locales, config: site.config, rules: rules)
    let assets = await assets(
      of: site, among: assetFiles, partials: partials.value, in: files.folder, workers: workers)
    let resolver = LinkResolver(
      config: site.config, locales: site.locales, catalog: site.catalog, routes: site.routes,
      anchors: anchors, assets: assets, rules: rules)
    let links = SiteLinks(
      resolver: resolver, partials: partials.value, anchors: anchors, site: site,
      defaultImages: site.locales.map { defaultImage(of: site, $0) })
    return Diagnosed(links, partials.diagnostics)
  }

  private static func assets(
    of site: Site, among files: AssetFiles, partials: PartialResolver, in folder: SiteFolder,
    workers: Int
  ) async -> AssetCatalog {
    await AssetCatalog.build(
      files: files, catalog: site.catalog, routes: site.routes, partials: partials,
      locales: site.locales, config: site.config, workers: workers
    ) { source, limit in
      try? FileSystem.read(folder.absolute(source), limit: limit)
    }
  }

  /// The links after pages have changed, but for their identities, addresses and imports.
  ///
  /// - Parameters:
  ///   - changed: indices into the catalogue.
  ///   - readsAssets: whether other files are shown or led to than before.
  func updated(
    _ site: Site, changed: [Int], readsAssets: Bool, in folder: SiteFolder, workers: Int
  ) async -> SiteLinks {
    let anchors = anchors.updated(
      site.catalog, partials: partials, locales: site.locales, changed: changed)
    var assets = resolver.assets
    if readsAssets {
      assets = await Self.assets(
        of: site, among: assets.files, partials: partials, in: folder, workers: workers)
    }
    return SiteLinks(
      resolver: resolver.updated(site.catalog, anchors: anchors, assets: assets),
      partials: partials, anchors: anchors, site: site, defaultImages: defaultImages)
  }

  /// What the build makes beside the pages, relative to the output. Of that Docusaurus makes the
  /// sitemap alone.
  private static func generated(_ site: Site, _ rules: LinkRules) -> Set<String> {
    var paths: Set<String> = []
    if rules == .docgen {
      paths.formUnion(site.schemas.map(\.path))
      if RobotsFile.text(of: site) != nil { paths.insert("robots.txt") }
    }
    let listings: [PageListing] = rules == .docgen ? PageListing.allCases : [.sitemap]
    for (index, locale) in site.locales.enumerated() {
      for listing in listings where listing.isWanted(in: index, of: site) {
        paths.insert(listing.path(in: locale, of: site))
      }
    }
    if Sitemap.isWanted(site.config) { paths.insert("sitemap.xml") }
    return paths
  }

  /// By heading: the ids of the source page's headings that a translated page answers to as well.
  func aliases(ofPage page: Int) -> [[String]] { anchors.aliases(ofPage: page) }

  /// The picture for a page's social card: its own, else the site's; empty where there is neither.
  func socialImage(page: Int, route: Int) -> Diagnosed<String> {
    let own = resolver.socialImage(page: page, route: route)
    guard let link = own.value else { return Diagnosed(defaultImage(locale: 0)) }
    return Diagnosed(absolute(link.href), own.diagnostics)
  }

  func defaultImage(locale: Int) -> String { defaultImages[locale] }

  private static func defaultImage(of site: Site, _ locale: SiteLocale) -> String {
    guard let image = site.config.theme.image else { return "" }
    return image.contains("://")
      ? image : site.absolute(URLPath.join(locale.baseURL, image).encoded)
  }

  private func absolute(_ href: String) -> String {
    href.hasPrefix("/") && !href.hasPrefix("//") ? site.absolute(href) : href
  }
}

import DocgenCore
import DocgenMarkup

/// All that is known of where the site's links lead, made before pages are rendered.
struct SiteLinks: Sendable {
  let resolver: LinkResolver
  let partials: PartialResolver
  private let site: Site
  private let images: [String]

  /// The stage: partials, then the ids of all pages, then the files that something leads to.
  ///
  /// - Parameter generated: files that the build makes and pages may lead to, relative to the
  ///   output folder: `llms.txt`.
  static func prepare(
    _ site: Site, files: SiteFiles, generated: Set<String> = [], workers: Int
  ) async -> Diagnosed<SiteLinks> {
    let (catalog, locales, config) = (site.catalog, site.locales, site.config)
    let partials = PartialResolver.resolve(catalog: catalog, locales: locales, config: config)
    let anchors = await AnchorTable.build(
      catalog: catalog, partials: partials.value, locales: locales, workers: workers)
    let assetFiles = AssetFiles(
      staticFiles: files.staticFiles, contentFiles: files.assets, generatedFiles: generated,
      tree: ContentTree(catalog: catalog, locales: locales, config: config), locales: locales,
      config: config)
    let assets = await AssetCatalog.build(
      files: assetFiles, catalog: catalog, routes: site.routes, partials: partials.value,
      locales: locales, config: config, workers: workers
    ) { source, limit in
      try? FileSystem.read(files.absolute(source), limit: limit)
    }
    let resolver = LinkResolver(
      config: config, locales: locales, catalog: catalog, routes: site.routes, anchors: anchors,
      assets: assets)
    let images = locales.map { locale in
      guard let image = config.theme.image else { return "" }
      if LinkDestination(image).form == .external { return image }
      return site.absolute(URLPath.join(locale.baseURL, image).encoded)
    }
    let links = SiteLinks(
      resolver: resolver, partials: partials.value, site: site, images: images)
    return Diagnosed(links, partials.diagnostics)
  }

  /// Files that have to be copied because pages show them or lead to them.
  var assets: [AssetCatalog.Copy] { resolver.assets.copies }

  /// By heading, the ids of the source page's headings that lead there.
  func aliases(ofPage page: Int) -> [[String]] { resolver.anchors.aliases(ofPage: page) }

  /// The full URL of the picture that a page names for social cards; nil where it names none.
  func socialImage(page: Int, route: Int) -> Diagnosed<String?> {
    let resolved = resolver.socialImage(page: page, route: route)
    let url = resolved.value.map { $0.kind == .asset ? site.absolute($0.href) : $0.href }
    return Diagnosed(url, resolved.diagnostics)
  }

  /// The full URL of the site's own picture; empty where there is none.
  func defaultImage(locale: Int) -> String { images[locale] }
}

import DocgenCore
import DocgenMarkup

@testable import DocgenSite

/// A small site, made from texts: pages go through the parser, the catalogue and the routes as they
/// do in a build.
struct LinkSite {
  /// By locale and content path.
  typealias Pages = [(locale: String, path: String, text: String)]

  let config: SiteConfig
  let locales: [SiteLocale]
  let catalog: Catalog
  let routes: RouteTable
  let partials: Diagnosed<PartialResolver>
  let anchors: AnchorTable
  let resolver: LinkResolver

  /// `/docs/` with the locales `en` and `zh-CN`.
  static var config: SiteConfig {
    var config = SiteConfig()
    config.baseURL = "/docs/"
    config.defaultLocale = "en"
    config.locales = [LocaleConfig(code: "en"), LocaleConfig(code: "zh-CN")]
    return config
  }

  /// - Parameters:
  ///   - staticFiles: by path below the static folder, the contents.
  ///   - beside: by locale and content path, the contents.
  ///   - others: by path from the site's folder, the contents.
  init(
    _ pages: Pages, config: SiteConfig = LinkSite.config, staticFiles: [String: [UInt8]] = [:],
    beside: [String: [String: [UInt8]]] = [:], others: [String: [UInt8]] = [:],
    generated: Set<String> = []
  ) async {
    let locales = SiteLocale.all(of: config)
    let parser = PageParser(
      folder: SiteFolder(path: ""), config: config, options: MarkdownOptions())
    func folder(_ locale: String) -> String {
      locale == config.defaultLocale
        ? config.content.path : "\(config.content.path)/locales/\(locale)"
    }
    let order = locales.map(\.code)
    let parsed = pages.map { page in
      parser.parse(
        Array(page.text.utf8),
        ContentFile(
          locale: page.locale, contentPath: page.path,
          sourceFile: "\(folder(page.locale))/\(page.path)", size: 0,
          isPartial: page.path.split(separator: "/").contains { $0.hasPrefix("_") })
      ).value
    }.sorted {
      (order.firstIndex(of: $0.locale) ?? 0, $0.contentPath)
        < (order.firstIndex(of: $1.locale) ?? 0, $1.contentPath)
    }
    let catalog = Catalog(parsed)
    let navigations = navigate(catalog: catalog, config: config, locales: locales).value
    let routes = RouteBuilder(
      config: config, locales: locales, catalog: catalog, navigations: navigations,
      tags: locales.map { _ in [] }
    ).build().value
    let partials = PartialResolver.resolve(catalog: catalog, locales: locales, config: config)
    let anchors = await AnchorTable.build(
      catalog: catalog, partials: partials.value, locales: locales, workers: 2)
    var contents = others
    for (path, bytes) in staticFiles { contents["static/\(path)"] = bytes }
    for (locale, files) in beside {
      for (path, bytes) in files { contents["\(folder(locale))/\(path)"] = bytes }
    }
    let files = AssetFiles(
      staticFiles: staticFiles.keys.sorted().map {
        StaticFile(path: $0, sourceFile: "static/\($0)")
      },
      contentFiles: Dictionary(
        uniqueKeysWithValues: beside.map { locale, files in
          (
            locale,
            Dictionary(uniqueKeysWithValues: files.keys.map { ($0, "\(folder(locale))/\($0)") })
          )
        }),
      generatedFiles: generated,
      tree: ContentTree(catalog: catalog, locales: locales, config: config), locales: locales,
      config: config)
    let onDisk = contents
    let assets = await AssetCatalog.build(
      files: files, catalog: catalog, routes: routes, partials: partials.value, locales: locales,
      config: config, workers: 2
    ) { source, limit in onDisk[source].map { Array($0.prefix(limit)) } }
    self.config = config
    self.locales = locales
    self.catalog = catalog
    self.routes = routes
    self.partials = partials
    self.anchors = anchors
    resolver = LinkResolver(
      config: config, locales: locales, catalog: catalog, routes: routes, anchors: anchors,
      assets: assets)
  }

  /// All links of a page as readers of a locale see it.
  func links(
    of path: String, in locale: String = "en", shownTo reader: String? = nil
  ) -> Diagnosed<[ResolvedLink]> {
    guard let page = catalog.index(ofPath: path, in: locale),
      let index = locales.firstIndex(where: { $0.code == reader ?? locale }),
      let route = routes.index(of: catalog.pages[page].id, locale: index)
    else { return Diagnosed([]) }
    return resolver.resolve(page: page, route: route)
  }

  /// `en` pages `index`, `guides/install` (with the heading `Linux`), `guides/index`, `guides/use`
  /// and a `zh-CN` translation of `guides/install`; the page with the link stands at `guides/use`.
  static func around(
    _ text: String, locale: String = "en", config: SiteConfig = LinkSite.config,
    staticFiles: [String: [UInt8]] = [:], beside: [String: [String: [UInt8]]] = [:],
    others: [String: [UInt8]] = [:], generated: Set<String> = []
  ) async -> LinkSite {
    var pages: Pages = [
      ("en", "index.md", "# Home\n"),
      ("en", "guides/index.md", "# Guides\n"),
      ("en", "guides/install.md", "# Install\n\n## Linux\n\n<a id=\"old\"></a>\n"),
      ("zh-CN", "guides/install.md", "# 安装\n\n## Linux 系统\n"),
      ("zh-CN", "only-chinese.md", "# 只有中文\n"),
      ("en", "guides/use.md", text),
    ]
    if locale != "en" { pages.append((locale, "guides/use.md", text)) }
    return await LinkSite(
      pages, config: config, staticFiles: staticFiles, beside: beside, others: others,
      generated: generated)
  }
}

extension Diagnostic {
  /// `docs/a.md:3:7: error: link/unknown-page`.
  var place: String {
    let start = span?.start
    return "\(span?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0): \(severity): \(code)"
  }
}

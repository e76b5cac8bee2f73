import DocgenCore
import DocgenMarkup
import Foundation

@testable import DocgenSite

/// A searched site, made from texts as a build would make it.
enum SearchSite {
  /// By locale and content path.
  typealias Pages = [(locale: String, path: String, text: String)]

  static func build(
    _ pages: Pages, config: SiteConfig = config(), workers: Int = 2
  ) async -> SiteSearch {
    let site = site(pages, config: config)
    let partials = PartialResolver.resolve(
      catalog: site.catalog, locales: site.locales, config: config)
    return await SiteSearch.build(site, partials: partials.value, workers: workers)
  }

  static func config(_ locales: String...) -> SiteConfig {
    var config = SiteConfig()
    let codes = locales.isEmpty ? ["en"] : locales
    config.defaultLocale = codes[0]
    config.locales = codes.map { LocaleConfig(code: $0) }
    return config
  }

  /// Tests/Fixtures/observatory.
  static func observatory() async throws -> SiteSearch {
    let root = SearchVectors.tests.appendingPathComponent("Fixtures/observatory")
    let read = SiteConfigReader(root: root.path, year: 2026).read().value
    let docs = root.appendingPathComponent("docs").path
    var pages: Pages = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: docs).sorted()
    where path.hasSuffix(".md") {
      let text = try String(contentsOfFile: docs + "/" + path, encoding: .utf8)
      let foreign = "locales/zh-CN/"
      let isForeign = path.hasPrefix(foreign)
      let name = isForeign ? String(path.dropFirst(foreign.count)) : path
      pages.append((isForeign ? "zh-CN" : "en", name, text))
    }
    return await build(pages, config: read.config)
  }

  private static func site(_ pages: Pages, config: SiteConfig) -> Site {
    let locales = SiteLocale.all(of: config)
    let parser = PageParser(
      folder: SiteFolder(path: ""), config: config, options: MarkdownOptions())
    let order = locales.map(\.code)
    let parsed = pages.map { page in
      parser.parse(
        Array(page.text.utf8),
        ContentFile(
          locale: page.locale, contentPath: page.path, sourceFile: page.path, size: 0,
          isPartial: page.path.split(separator: "/").contains { $0.hasPrefix("_") })
      ).value
    }.sorted {
      (order.firstIndex(of: $0.locale) ?? 0, $0.contentPath)
        < (order.firstIndex(of: $1.locale) ?? 0, $1.contentPath)
    }
    let catalog = Catalog(parsed)
    let navigations = navigate(catalog: catalog, config: config, locales: locales).value
    let tags = Tag.all(catalog, locales: locales)
    let routes = RouteBuilder(
      config: config, locales: locales, catalog: catalog, navigations: navigations, tags: tags
    ).build().value
    return Site(
      config: config, locales: locales, texts: locales.map { _ in LocaleTexts() },
      catalog: catalog, navigations: navigations, tags: tags, routes: routes,
      history: FileHistory(), outdated: OutdatedTranslations())
  }
}

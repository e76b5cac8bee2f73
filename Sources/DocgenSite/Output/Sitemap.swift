import DocgenMarkup

/// A locale's pages for search engines: those in its own words that they may show, when they were
/// changed, and the same pages in other languages.
struct Sitemap {
  let site: Site

  /// Whether the site has one: it says at what address it is published, and wants to be found.
  static func isWanted(_ config: SiteConfig) -> Bool {
    config.sitemap.isOn && !config.url.isEmpty && !config.noIndex
  }

  /// Whether a locale has a page to list: a sitemap without one is against its schema.
  func isWanted(in locale: Int) -> Bool {
    Self.isWanted(site.config)
      && site.routes.routes.contains { $0.locale == locale && isListed($0) }
  }

  /// Where a locale's is, relative to the output: `sitemap.xml`. In several languages that is the
  /// index at the root, as `sitemap.xml` is what people hand to search engines.
  static func path(of locale: SiteLocale, _ site: Site) -> String {
    let isRoot = locale.outputFolder.isEmpty && site.locales.count > 1
    return locale.outputPath(isRoot ? "sitemap-\(locale.code).xml" : "sitemap.xml")
  }

  private static let head: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let namespace: StaticString =
    "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

  /// - Parameter locales: those whose sitemaps it lists.
  func index(of locales: [Int]) -> [UInt8] {
    var output: [UInt8] = []
    output.append(Self.head)
    output.append("<sitemapindex ")
    output.append(Self.namespace)
    output.append(">\n")
    for locale in locales where isWanted(in: locale) {
      output.append("<sitemap><loc>")
      HTMLEscaping.appendEscaped(url(of: locale), into: &output)
      output.append("</loc></sitemap>\n")
    }
    output.append("</sitemapindex>\n")
    return output
  }

  private func url(of index: Int) -> String {
    let locale = site.locales[index]
    let name = String(JoinedPath.name(of: Self.path(of: locale, site)))
    return site.absolute(URLPath.join(locale.baseURL, name).encoded)
  }

  func pages(of locale: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.append(Self.head)
    output.append("<urlset ")
    output.append(Self.namespace)
    if site.locales.count > 1 {
      output.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
    }
    output.append(">\n")
    for route in site.routes.routes where route.locale == locale && isListed(route) {
      output.append("<url><loc>")
      HTMLEscaping.appendEscaped(site.absolute(route.path.encoded), into: &output)
      output.append("</loc>")
      if let date = date(of: route) { output.append("<lastmod>\(date)</lastmod>") }
      appendAlternates(of: route, to: &output)
      output.append("</url>\n")
    }
    output.append("</urlset>\n")
    return output
  }

  private func isListed(_ route: Route) -> Bool {
    if route.isFallback { return false }
    switch route.target {
    case .search, .notFound: return false
    case .page(let page) where site.catalog.pages[page].frontMatter.unlisted: return false
    case .page, .category, .tag, .tagList:
      return !site.config.sitemap.ignorePatterns.match(route, of: site)
    }
  }

  private func date(of route: Route) -> String? {
    guard site.config.sitemap.hasDates, case .page(let page) = route.target else { return nil }
    return site.dayOfChange(site.catalog.pages[page])
  }

  /// The page in all its languages, this one among them, as search engines want it.
  private func appendAlternates(of route: Route, to output: inout [UInt8]) {
    guard site.locales.count > 1, let target = site.navigationTarget(of: route) else { return }
    let all = site.locales.indices.compactMap { index in
      site.counterpart(of: target, in: index, for: route.locale).map { (index, $0) }
    }
    let own = all.filter { !$0.1.isFallback }
    if own.count < 2 { return }
    for (index, other) in own {
      append(site.locales[index].lang, other, to: &output)
    }
    if let (_, source) = all.first(where: { $0.0 == 0 }) {
      append("x-default", source, to: &output)
    }
  }

  private func append(_ lang: String, _ route: Route, to output: inout [UInt8]) {
    output.append("<xhtml:link rel=\"alternate\" hreflang=\"")
    HTMLEscaping.appendEscaped(lang, into: &output)
    output.append("\" href=\"")
    HTMLEscaping.appendEscaped(site.absolute(route.path.encoded), into: &output)
    output.append("\"/>")
  }
}

extension Site {
  /// What a route is to navigation; nil where it is nothing of the kind.
  func navigationTarget(of route: Route) -> NavigationTarget? {
    switch route.target {
    case .page(let page): .page(catalog.pages[page].id)
    case .category(let number): .generatedIndex(number)
    case .tag, .tagList, .search, .notFound: nil
    }
  }

  /// The same page in another locale.
  ///
  /// - Parameter reader: the locale that a generated index's number belongs to.
  func counterpart(of target: NavigationTarget, in locale: Int, for reader: Int) -> Route? {
    switch target {
    case .page(let id):
      return routes.index(of: id, locale: locale).map { routes.routes[$0] }
    case .generatedIndex(let number):
      // The numbers differ where a locale has pages of its own; the slugs don't.
      let slug = navigations[reader].generatedIndexes[number].slug
      let indexes = navigations[locale].generatedIndexes
      guard let found = indexes.firstIndex(where: { $0.slug == slug }),
        let path = path(of: .generatedIndex(found), locale: locale)
      else { return nil }
      return routes.index(at: path).map { routes.routes[$0] }
    }
  }

  /// The day a page was changed, as far as it or Git says: `2026-11-22`.
  func dayOfChange(_ page: Page) -> String? {
    page.frontMatter.lastUpdate?.writtenDate?.day.text
      ?? history.lastChange(of: page.sourceFile)?.date
  }

  /// The same to the second, since 1970, UTC.
  func timeOfChange(_ page: Page) -> Int? {
    page.frontMatter.lastUpdate?.writtenDate?.seconds
      ?? history.lastChange(of: page.sourceFile)?.seconds
  }
}

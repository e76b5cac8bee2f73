import DocgenMarkup

/// A locale's pages for search engines: those in its own words that they may show.
enum Sitemap {
  /// - Returns: nil where the site does not say at what address it is published, or wants no engine.
  static func xml(of site: Site, locale: Int) -> [UInt8]? {
    guard !site.config.url.isEmpty, !site.config.noIndex else { return nil }
    var output: [UInt8] = []
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for route in site.routes.routes where route.locale == locale && !route.isFallback {
      switch route.target {
      case .search, .notFound: continue
      case .page(let page) where site.catalog.pages[page].frontMatter.unlisted: continue
      case .page, .category, .tag, .tagList: break
      }
      output.append("<url><loc>")
      HTMLEscaping.appendEscaped(site.absolute(route.path.encoded), into: &output)
      output.append("</loc></url>\n")
    }
    output.append("</urlset>\n")
    return output
  }
}

import DocgenCore

/// A file that is about all pages of a locale. It is made when it is written or asked for: what
/// pages say of themselves changes more often than which files there are.
enum PageListing: Sendable, CaseIterable {
  case index, allPages, changes, sitemap, names

  func isWanted(in locale: Int, of site: Site) -> Bool {
    switch self {
    case .index: site.config.llms.hasIndex
    case .allPages: site.config.llms.hasFull
    case .changes: ChangeFeed.isWanted(in: locale, of: site)
    case .sitemap: Sitemap(site: site).isWanted(in: locale)
    case .names: true
    }
  }

  func path(in locale: SiteLocale, of site: Site) -> String {
    switch self {
    case .index: locale.outputPath("llms.txt")
    case .allPages: locale.outputPath("llms-full.txt")
    case .changes: locale.outputPath(ChangeFeed.name)
    case .sitemap: Sitemap.path(of: locale, site)
    case .names: locale.outputPath(PageNames.path)
    }
  }

  /// - Parameter markdown: a page's, by its route.
  func bytes(
    of site: Site, locale: Int, markdown: (_ route: Int) -> [UInt8]?
  ) -> Diagnosed<[UInt8]> {
    switch self {
    case .index:
      LLMSIndex(site, locale: locale).text(
        budget: site.config.llms.maxSize, named: path(in: site.locales[locale], of: site))
    case .allPages: Diagnosed(AllPages.text(of: site, locale: locale, markdown: markdown))
    case .changes: Diagnosed(ChangeFeed(site, locale: locale).bytes)
    case .sitemap: Diagnosed(Sitemap(site: site).pages(of: locale))
    case .names: Diagnosed(PageNames.json(of: site, locale: locale))
    }
  }
}

extension PublishedFiles {
  /// Adds what is about all pages of a locale; a site's own files win.
  mutating func addListings(of site: Site, locale index: Int) {
    for listing in PageListing.allCases where listing.isWanted(in: index, of: site) {
      guard let path = OutputPath(listing.path(in: site.locales[index], of: site)) else { continue }
      add(path, .listing(listing, locale: index))
    }
  }
}

/// A whole site, complete and immutable: what every page is resolved and rendered against.
package struct Site: Sendable {
  package let config: SiteConfig
  package let locales: [SiteLocale]
  /// In the order of `locales`.
  package let texts: [LocaleTexts]
  package var catalog: Catalog
  /// In the order of `locales`.
  package let navigations: [Navigation]
  /// In the order of `locales`.
  package let tags: [[Tag]]
  package let routes: RouteTable
  /// Empty where nobody needs to know.
  package let history: FileHistory
  package let outdated: OutdatedTranslations
  /// What the site publishes for editors.
  package var schemas: [PublishedSchema] = []

  /// The theme's texts in a locale, the site's own among them.
  func strings(locale: Int) -> UIStrings {
    UIStrings(language: locales[locale].lang, texts: texts[locale].strings)
  }

  /// Where a page or a generated index is shown to readers of a locale.
  func path(of target: NavigationTarget, locale: Int) -> URLPath? {
    switch target {
    case .page(let id):
      return routes.index(of: id, locale: locale).map { routes.routes[$0].path }
    case .generatedIndex(let number):
      let slug = navigations[locale].generatedIndexes[number].slug
      return config.path(slug: slug, locale: locales[locale])
    }
  }

  /// The routes that show a page, its fallbacks among them; the page is an index into the catalogue.
  func routes(ofPage page: Int) -> [Int] {
    locales.indices.compactMap { locale in
      routes.index(of: catalog.pages[page].id, locale: locale)
    }.filter { routes.routes[$0].target == .page(page) }
  }

  /// The page in a locale's own words, or in the default locale's.
  func page(_ id: ContentID, locale: Int) -> Page? {
    catalog.page(id, in: locales[locale].code) ?? catalog.page(id, in: locales[0].code)
  }

  /// With scheme and host, where the site says which.
  func absolute(_ path: String) -> String {
    config.url.hasSuffix("/") ? String(config.url.dropLast()) + path : config.url + path
  }
}

/// A site with everything that building or checking it needs.
package struct LoadedSite: Sendable {
  package let site: Site
  let files: SiteFiles
  let theme: Theme
  let links: SiteLinks
  /// What has parsed the pages.
  let parser: PageParser
}

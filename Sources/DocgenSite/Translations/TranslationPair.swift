/// A page of the default locale and its translation; indexes into the catalogue.
struct TranslationPair: Sendable, Equatable {
  var source: Int
  var translation: Int

  /// All pairs of a site, by locale and content path.
  static func all(in catalog: Catalog, locales: [SiteLocale]) -> [TranslationPair] {
    guard let source = locales.first?.code else { return [] }
    return locales.dropFirst().flatMap { locale in
      catalog.ids(in: locale.code).compactMap { id in
        guard let page = catalog.index(of: id, in: source),
          let translation = catalog.index(of: id, in: locale.code)
        else { return nil }
        return TranslationPair(source: page, translation: translation)
      }
    }
  }
}

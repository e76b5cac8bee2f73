import DocgenCore

/// How far a locale is translated: the whole of it, and section by section.
package struct TranslationStatus: Sendable, Equatable {
  /// Pages of the default locale, counted.
  package struct Counts: Sendable, Equatable {
    package var pages = 0
    /// Those with a translation, outdated ones among them.
    package var translated = 0
    package var outdated = 0

    /// Those that readers see in the default locale's words.
    package var fallback: Int { pages - translated }

    /// Translated pages in percent, rounded down: 100 is all of them. 100 also where there are none.
    package var coverage: Int { pages == 0 ? 100 : translated * 100 / pages }
  }

  /// A folder at the top of the content.
  package struct Section: Sendable, Equatable {
    /// Empty for the pages in no folder.
    package var folder: String
    package var counts: Counts
  }

  package var locale: String
  package var label: String
  package var counts = Counts()
  /// By folder.
  package var sections: [Section] = []
  /// The source files of pages without a translation, sorted.
  package var missing: [String] = []
  /// The files of outdated translations, sorted.
  package var outdated: [String] = []
  /// Files that have no source page, sorted.
  package var withoutSource: [String] = []

  /// That of every locale but the default one.
  package static func all(of site: Site) -> [TranslationStatus] {
    site.locales.dropFirst().map { TranslationStatus(of: $0, site: site) }
  }

  private init(of locale: SiteLocale, site: Site) {
    self.locale = locale.code
    label = locale.label
    let source = site.locales[0].code
    var sections: [String: Counts] = [:]
    for id in site.catalog.ids(in: source) {
      guard let page = site.catalog.page(id, in: source) else { continue }
      let slash = page.contentPath.firstIndex(of: "/")
      let folder = slash.map { String(page.contentPath[..<$0]) } ?? ""
      var counts = sections[folder] ?? Counts()
      counts.pages += 1
      if let translation = site.catalog.index(of: id, in: locale.code) {
        counts.translated += 1
        if site.outdated[translation] != nil {
          counts.outdated += 1
          outdated.append(site.catalog.pages[translation].sourceFile)
        }
      } else {
        missing.append(page.sourceFile)
      }
      sections[folder] = counts
    }
    for id in site.catalog.ids(in: locale.code)
    where site.catalog.index(of: id, in: source) == nil {
      if let page = site.catalog.page(id, in: locale.code) { withoutSource.append(page.sourceFile) }
    }
    self.sections = sections.sorted { $0.key < $1.key }
      .map { Section(folder: $0.key, counts: $0.value) }
    for section in self.sections {
      counts.pages += section.counts.pages
      counts.translated += section.counts.translated
      counts.outdated += section.counts.outdated
    }
  }
}

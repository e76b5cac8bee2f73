import DocgenCore

extension TranslationRecords {
  /// What `docgen i18n record` did.
  package struct Outcome: Sendable, Equatable {
    package var records: TranslationRecords
    /// Files of translations whose entry is new or another.
    package var recorded: [String] = []
    /// Files of outdated translations that were left as they are.
    package var leftOutdated: [String] = []
    /// What was named and is no translation.
    package var unknown: [String] = []
  }

  /// Says of translations that they agree with their source pages as these are now. Entries of pages
  /// that are gone are dropped.
  ///
  /// - Parameters:
  ///   - locales: only these; empty: all.
  ///   - pages: files or content paths or IDs of pages; empty: all translations that are not
  ///     outdated.
  ///   - includesOutdated: outdated ones as well, without being named.
  package static func updated(
    for loaded: LoadedSite, locales: [String], pages: [String], includesOutdated: Bool
  ) -> Diagnosed<Outcome> {
    let site = loaded.site
    let read = read(in: loaded.files.folder)
    var outcome = Outcome(records: read.value)
    var used: Set<String> = []
    let pairs = TranslationPair.all(in: site.catalog, locales: site.locales)
    for locale in site.locales {
      let paths = Set(
        pairs.map { site.catalog.pages[$0.translation] }
          .filter { $0.locale == locale.code }.map(\.contentPath))
      outcome.records.keep(in: locale.code, where: paths.contains)
    }
    for pair in pairs {
      let (source, page) = (site.catalog.pages[pair.source], site.catalog.pages[pair.translation])
      let names = [page.sourceFile, source.sourceFile, page.contentPath, page.id.text]
      let named = pages.filter(names.contains)
      used.formUnion(named)
      if !locales.isEmpty, !locales.contains(page.locale) { continue }
      if !pages.isEmpty, named.isEmpty { continue }
      if pages.isEmpty, !includesOutdated, site.outdated[pair.translation] != nil {
        outcome.leftOutdated.append(page.sourceFile)
        continue
      }
      guard let entry = entry(source, page, loaded.files.folder) else { continue }
      if outcome.records[page.locale, page.contentPath] != entry {
        outcome.records[page.locale, page.contentPath] = entry
        outcome.recorded.append(page.sourceFile)
      }
    }
    outcome.unknown = pages.filter { !used.contains($0) }
    return Diagnosed(outcome, read.diagnostics)
  }

  private static func entry(_ source: Page, _ page: Page, _ folder: SiteFolder) -> Entry? {
    guard let original = try? FileSystem.read(folder.absolute(source.sourceFile)),
      let translation = try? FileSystem.read(folder.absolute(page.sourceFile))
    else { return nil }
    return Entry(source: fingerprint(original), translation: fingerprint(translation))
  }
}

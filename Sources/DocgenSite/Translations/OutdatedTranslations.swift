import DocgenCore

/// The translations whose source page has changed since they were made.
///
/// A record (`docgen i18n record`) decides where it still fits: it names the very texts that agree.
/// Where there is none, and where both texts have changed since, Git's history does: a translation is
/// outdated when its source page's last change is the later one. Without either nothing is outdated.
package struct OutdatedTranslations: Sendable, Equatable {
  package enum Evidence: Sendable, Equatable {
    /// The source page is not the recorded one any more, and the translation still is.
    case record
    /// The source page's last change is later than the translation's.
    case history
  }

  /// By the translation's index in the catalogue.
  private var evidence: [Int: Evidence] = [:]
  /// Translations whose record fits neither text any more.
  private(set) var staleRecords: Set<Int> = []

  package init() {}

  /// Why a translation is outdated; nil where it is not.
  package subscript(page: Int) -> Evidence? { evidence[page] }

  package var isEmpty: Bool { evidence.isEmpty }

  /// - Parameter fingerprint: that of a source file, by its path from the site's folder.
  static func find(
    among pairs: [TranslationPair], in catalog: Catalog, records: TranslationRecords,
    history: FileHistory, fingerprint: (String) -> String?
  ) -> OutdatedTranslations {
    var found = OutdatedTranslations()
    for pair in pairs {
      let source = catalog.pages[pair.source].sourceFile
      let translation = catalog.pages[pair.translation]
      if let entry = records[translation.locale, translation.contentPath] {
        if fingerprint(source) == entry.source { continue }
        if fingerprint(translation.sourceFile) == entry.translation {
          found.evidence[pair.translation] = .record
          continue
        }
        found.staleRecords.insert(pair.translation)
      }
      if history.isNewer(source, than: translation.sourceFile) == true {
        found.evidence[pair.translation] = .history
      }
    }
    return found
  }
}

import DocgenCore

/// The pages of a site as readers of one locale see them: in their language where there is a
/// translation, else in the default locale's.
///
/// Which pages there are, and where, is the default locale's to say, so that a translation can't
/// take the navigation apart; a page that only the reader's locale has is there for its readers.
struct ReaderPages: Sendable {
  private let catalog: Catalog
  let locale: String
  let defaultLocale: String
  /// One for each page, sorted by content path within the default locale's and then the reader's
  /// own: indexes into the catalogue.
  let originals: [Int]
  private let drafts: Set<ContentID>

  /// - Parameters:
  ///   - pages: the locales' pages by their code, as indexes into the catalogue.
  ///   - drafts: pages that this build leaves out.
  init(
    _ catalog: Catalog, pages: [String: [Int]], locale: String, defaultLocale: String,
    drafts: Set<ContentID> = []
  ) {
    self.catalog = catalog
    self.drafts = drafts
    self.locale = locale
    self.defaultLocale = defaultLocale
    let own =
      locale == defaultLocale
      ? []
      : (pages[locale] ?? []).filter {
        catalog.index(of: catalog.pages[$0].id, in: defaultLocale) == nil
      }
    originals = (pages[defaultLocale] ?? []) + own
  }

  /// Every locale's pages, without partials and without those whose ID another page already has.
  static func byLocale(_ catalog: Catalog) -> [String: [Int]] {
    var pages: [String: [Int]] = [:]
    for index in catalog.pages.indices
    where catalog.index(of: catalog.pages[index].id, in: catalog.pages[index].locale) == index {
      pages[catalog.pages[index].locale, default: []].append(index)
    }
    return pages
  }

  func page(at index: Int) -> Page { catalog.pages[index] }

  /// The page that stands for an ID in the structure of the site; an index into the catalogue.
  func original(_ id: ContentID) -> Int? {
    catalog.index(of: id, in: defaultLocale) ?? catalog.index(of: id, in: locale)
  }

  /// The page that readers see under an ID.
  func shown(_ id: ContentID) -> Int? {
    catalog.index(of: id, in: locale) ?? catalog.index(of: id, in: defaultLocale)
  }

  func isKnown(_ id: ContentID) -> Bool { original(id) != nil }

  /// Whether naming the page is right although it is not there.
  func isDraft(_ id: ContentID) -> Bool { drafts.contains(id) }

  func isUnlisted(_ id: ContentID) -> Bool {
    shown(id).map { catalog.pages[$0].frontMatter.unlisted } ?? false
  }

  /// The page's label in sidebars: its `sidebar_label`, else the item's, else its title.
  func label(of id: ContentID, item label: String? = nil) -> String {
    guard let index = shown(id) else { return label ?? id.text }
    return catalog.pages[index].frontMatter.sidebarLabel ?? label ?? catalog.pages[index].title
  }

  /// The same in the default locale: what translations are looked up by.
  func originalLabel(of id: ContentID) -> String {
    guard let index = original(id) else { return id.text }
    return catalog.pages[index].frontMatter.sidebarLabel ?? catalog.pages[index].title
  }

  func className(of id: ContentID) -> String? {
    shown(id).flatMap { catalog.pages[$0].frontMatter.sidebarClassName }
      ?? original(id).flatMap { catalog.pages[$0].frontMatter.sidebarClassName }
  }

  func paginationLabel(of id: ContentID) -> String? {
    shown(id).flatMap { catalog.pages[$0].frontMatter.paginationLabel }
  }

  /// What a key of front matter refers to: the translation's word, else the original's.
  ///
  /// - Returns: The reference, and the page that made it (an index into the catalogue).
  func reference(
    _ key: (PageFrontMatter) -> PageReference, of id: ContentID
  ) -> (value: PageReference, page: Int)? {
    for index in [shown(id), original(id)] {
      guard let index else { continue }
      let value = key(catalog.pages[index].frontMatter)
      if value != .unspecified { return (value, index) }
    }
    return nil
  }

  /// "Did you mean" for an ID that no page has.
  func hint(for unknown: String) -> String? {
    Suggestions.hint(for: unknown, among: originals.lazy.map { catalog.pages[$0].id.text })
  }
}

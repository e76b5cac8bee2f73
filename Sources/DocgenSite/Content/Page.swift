import DocgenCore
import DocgenMarkup

/// One file of content, parsed: what it says about itself and its document. It knows nothing of other
/// pages; where it is shown is a `Route`'s matter.
package struct Page: Sendable {
  package var id: ContentID
  package var locale: String
  /// Relative to the site's folder: `i18n/zh-CN/…/guides/install.md`. What diagnostics name.
  package var sourceFile: String
  /// Relative to the locale's content folder, the same in every locale: `guides/01-install.md`.
  package var contentPath: String
  package var frontMatter: PageFrontMatter
  package var document: Document
  /// For `<title>`, pagination and sidebars: the front matter's, else the first heading's, else the
  /// file's name.
  package var title: String
  package var description: String
  /// Below the locale's base URL and the route base path; starts with a slash. An index page's ends
  /// with one.
  package var slug: String
  /// In its sidebar: the front matter's, else the file's number prefix.
  package var sidebarPosition: Double?
  /// Partials (`_name.md`) are parsed for the pages that import them and have no route.
  package var isPartial = false
}

/// All pages, looked up by identity and locale.
package struct Catalog: Sendable {
  /// Sorted by locale (the default first) and content path.
  package private(set) var pages: [Page]
  private let indexes: [String: [ContentID: Int]]
  private let paths: [String: [String: Int]]

  package init(_ pages: [Page]) {
    self.pages = pages
    var indexes: [String: [ContentID: Int]] = [:]
    var paths: [String: [String: Int]] = [:]
    for (index, page) in pages.enumerated() {
      if !page.isPartial, indexes[page.locale]?[page.id] == nil {
        indexes[page.locale, default: [:]][page.id] = index
      }
      paths[page.locale, default: [:]][page.contentPath] = index
    }
    self.indexes = indexes
    self.paths = paths
  }

  /// Puts a page into the place of one with the same identity and content path.
  mutating func replace(_ index: Int, with page: Page) { pages[index] = page }

  package func index(of id: ContentID, in locale: String) -> Int? { indexes[locale]?[id] }

  package func page(_ id: ContentID, in locale: String) -> Page? {
    index(of: id, in: locale).map { pages[$0] }
  }

  /// The page or partial whose file has this path in a locale's content folder.
  package func index(ofPath path: String, in locale: String) -> Int? { paths[locale]?[path] }

  /// The identities of a locale's own pages, sorted by content path.
  package func ids(in locale: String) -> [ContentID] {
    pages.filter { $0.locale == locale && !$0.isPartial }.map(\.id)
  }
}

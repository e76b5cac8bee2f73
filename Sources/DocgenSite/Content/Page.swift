import DocgenCore
import DocgenMarkup

/// One file of content, parsed: what it says about itself and its document. It knows nothing of other
/// pages; where it is shown is a `Route`'s matter.
///
/// A class, though a value in all but that: it has some fifty parts that are counted references, and
/// is handed around by every stage.
package final class Page: Sendable {
  package let id: ContentID
  package let locale: String
  /// Relative to the site's folder: `i18n/zh-CN/…/guides/install.md`. What diagnostics name.
  package let sourceFile: String
  /// Relative to the locale's content folder, the same in every locale: `guides/01-install.md`.
  package let contentPath: String
  package let frontMatter: PageFrontMatter
  package let document: Document
  /// For `<title>`, pagination and sidebars: the front matter's, else the first heading's, else the
  /// file's name.
  package let title: String
  package let description: String
  /// Below the locale's base URL and the route base path; starts with a slash. An index page's ends
  /// with one.
  package let slug: String
  /// In its sidebar: the front matter's, else the file's number prefix.
  package let sidebarPosition: Double?
  /// Partials (`_name.md`) are parsed for the pages that import them and have no route.
  package let isPartial: Bool

  init(
    id: ContentID, locale: String, sourceFile: String, contentPath: String,
    frontMatter: PageFrontMatter, document: Document, title: String, description: String,
    slug: String, sidebarPosition: Double? = nil, isPartial: Bool = false
  ) {
    self.id = id
    self.locale = locale
    self.sourceFile = sourceFile
    self.contentPath = contentPath
    self.frontMatter = frontMatter
    self.document = document
    self.title = title
    self.description = description
    self.slug = slug
    self.sidebarPosition = sidebarPosition
    self.isPartial = isPartial
  }
}

/// All pages, looked up by identity and locale.
package struct Catalog: Sendable {
  /// Sorted by locale (the default first) and content path.
  package private(set) var pages: [Page]
  /// Pages that this build leaves out; links to them are wrong in their own way.
  package let drafts: [Page]
  private let indexes: [String: [ContentID: Int]]
  private let paths: [String: [String: Int]]
  private let ids: [String: [ContentID]]

  package init(_ pages: [Page], drafts: [Page] = []) {
    self.pages = pages
    self.drafts = drafts
    var indexes: [String: [ContentID: Int]] = [:]
    var paths: [String: [String: Int]] = [:]
    var ids: [String: [ContentID]] = [:]
    for (index, page) in pages.enumerated() {
      if !page.isPartial { ids[page.locale, default: []].append(page.id) }
      if !page.isPartial, indexes[page.locale]?[page.id] == nil {
        indexes[page.locale, default: [:]][page.id] = index
      }
      paths[page.locale, default: [:]][page.contentPath] = index
    }
    self.indexes = indexes
    self.paths = paths
    self.ids = ids
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
  package func ids(in locale: String) -> [ContentID] { ids[locale] ?? [] }
}

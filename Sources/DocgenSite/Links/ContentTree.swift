import DocgenMarkup

/// The content folder as the readers of a locale see it: their locale's files laid over the default
/// locale's. Paths of links and imports are paths of this tree, whichever folder a file is really
/// in.
struct ContentTree: Sendable {
  var catalog: Catalog
  /// The default one first.
  private let locales: [String]
  /// Folders of content relative to the site, the longest first, with a slash at the end; empty
  /// where content is the site's folder itself.
  private let folders: [String]

  init(catalog: Catalog, locales: [SiteLocale], config: SiteConfig) {
    self.catalog = catalog
    self.locales = locales.map(\.code)
    let named = locales.flatMap { SiteFiles.contentFolders(of: $0, config: config) }
      .map { JoinedPath(folder: "", $0).text }
      .map { $0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/" }
    folders = Set(named).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// The page or partial at a path for readers of a locale; an index into the catalogue.
  func page(at path: String, locale: String) -> Int? {
    catalog.index(ofPath: path, in: locale)
      ?? locales.first.flatMap { catalog.index(ofPath: path, in: $0) }
  }

  /// A page that only another locale has.
  func pageElsewhere(at path: String) -> Int? {
    for locale in locales.dropFirst() {
      if let index = catalog.index(ofPath: path, in: locale) { return index }
    }
    return nil
  }

  /// The path in the tree of a file that is named from the site's folder; nil for one that is in no
  /// content folder.
  func contentPath(ofSitePath path: String) -> String? {
    for folder in folders where path.utf8.starts(with: folder.utf8) {
      return String(Substring(path.utf8.dropFirst(folder.utf8.count)))
    }
    return nil
  }

  /// The paths of the tree that a link to a file may mean, in the order in which they count
  /// (docusaurus-rules 2.5).
  ///
  /// - Parameter source: the path of the file that has the link.
  func candidates(for path: String, form: LinkDestination.Form, from source: String) -> [String] {
    func inFolder() -> String? {
      let joined = JoinedPath(folder: JoinedPath.folder(of: source), path)
      return joined.leavesRoot ? nil : joined.text
    }
    if form == .relative { return inFolder().map { [$0] } ?? [] }
    let atRoot = JoinedPath(folder: "", path).text
    let atSite = contentPath(ofSitePath: atRoot)
    let found: [String?] =
      switch form {
      case .site: [atSite ?? ImportedPartials.prefix + atRoot]
      case .absolute: [atRoot, atSite]
      case .bare: [inFolder(), atRoot, atSite]
      case .relative, .empty, .external, .contact, .pathname, .samePage: []
      }
    return found.compactMap { $0 }
  }
}

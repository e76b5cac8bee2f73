/// The files of the site that are no pages, by name: what is published as it is, and what lies
/// beside the content.
package struct AssetFiles: Sendable {
  /// By path below a static folder, the source file; the first folder that has it wins.
  private var staticFiles: [String: String] = [:]
  /// By locale and content path, the source file.
  private let contentFiles: [String: [String: String]]
  /// Files that the build makes itself: `llms.txt`, relative to the output.
  private let generatedFiles: Set<String>
  private let staticFolders: [String]
  private let locales: [SiteLocale]
  private let tree: ContentTree
  private let bases: BaseURLs
  /// Whether a link may lead to a folder of finished HTML; Docusaurus calls that broken.
  private let hasFolders: Bool

  /// A file that a link leads to.
  enum Found: Hashable, Sendable {
    /// Below a locale's base URL; the source is nil for what the build makes.
    case published(path: String, locale: Int, source: String?)
    /// A source file that is published under `assets/` because something leads to it. Whether it is
    /// there, the catalogue knows.
    case beside(source: String)
  }

  /// - Parameters:
  ///   - staticFiles: by path below a static folder, in the order of the folders.
  ///   - contentFiles: by locale and content path, the source file.
  ///   - generatedFiles: relative to the output folder.
  init(
    staticFiles: [StaticFile], contentFiles: [String: [String: String]],
    generatedFiles: Set<String>, tree: ContentTree, locales: [SiteLocale], config: SiteConfig,
    rules: LinkRules = .docgen
  ) {
    for file in staticFiles where self.staticFiles[file.path] == nil {
      self.staticFiles[file.path] = file.sourceFile
    }
    self.contentFiles = contentFiles
    self.generatedFiles = generatedFiles
    self.tree = tree
    self.locales = locales
    staticFolders = config.staticDirectories.map { JoinedPath(folder: "", $0).text + "/" }
    bases = BaseURLs(locales, rules: rules)
    hasFolders = rules == .docgen
  }

  /// The file that a link leads to, and the base URL that had to be taken off for it.
  func find(
    _ destination: LinkDestination, at place: LinkPlace
  ) -> (file: Found, base: String?)? {
    for path in destination.spellings {
      switch destination.form {
      case .site:
        if let found = siteFile(path, at: place) { return (found, nil) }
      case .absolute:
        for reading in bases.sitePaths(of: path, locale: place.route.locale) {
          if let found = published(reading.path, at: place) { return (found, reading.base) }
        }
      case .relative, .bare:
        if let found = relativeFile(path, at: place) { return (found, nil) }
        if destination.form == .bare, let found = published(path, at: place) { return (found, nil) }
      case .empty, .external, .contact, .pathname, .samePage:
        return nil
      }
    }
    return nil
  }

  /// Beside the file in the reader's locale, the file's own or the default one; else what a browser
  /// would find.
  private func relativeFile(_ path: String, at place: LinkPlace) -> Found? {
    let joined = JoinedPath(folder: JoinedPath.folder(of: place.page.contentPath), path)
    if !joined.leavesRoot, let found = beside(joined.text, at: place) { return found }
    let url = JoinedPath.url(path, from: place.route.path)
    return bases.sitePath(ofHostPath: url.text, locale: place.route.locale)
      .flatMap { published($0, at: place) }
  }

  private func beside(_ path: String, at place: LinkPlace) -> Found? {
    for locale in [place.locale.code, place.page.locale, locales.first?.code ?? ""] {
      if let source = contentFiles[locale]?[path] { return .beside(source: source) }
    }
    return nil
  }

  private func published(_ path: String, at place: LinkPlace) -> Found? {
    let path = JoinedPath(folder: "", path).text
    if let source = staticFiles[path] {
      return .published(path: path, locale: place.route.locale, source: source)
    }
    // A folder's page, as every host serves it.
    if hasFolders {
      let index = path.hasSuffix("/") || path.isEmpty ? path + "index.html" : path + "/index.html"
      if let source = staticFiles[index] {
        return .published(path: index, locale: place.route.locale, source: source)
      }
    }
    for index in [place.route.locale, 0] where locales.indices.contains(index) {
      let folder = locales[index].outputFolder
      if generatedFiles.contains(folder.isEmpty ? path : "\(folder)/\(path)") {
        return .published(path: path, locale: index, source: nil)
      }
    }
    return nil
  }

  private func siteFile(_ path: String, at place: LinkPlace) -> Found? {
    let joined = JoinedPath(folder: "", path)
    if joined.leavesRoot { return nil }
    for folder in staticFolders where joined.text.utf8.starts(with: folder.utf8) {
      let rest = Substring(joined.text.utf8.dropFirst(folder.utf8.count))
      if let found = published(String(rest), at: place) { return found }
    }
    if let contentPath = tree.contentPath(ofSitePath: joined.text),
      let found = beside(contentPath, at: place)
    {
      return found
    }
    return .beside(source: joined.text)
  }

  /// Paths for suggestions, as authors may write them: of published files without a slash in front.
  var publishedPaths: [String] { staticFiles.keys.sorted() + generatedFiles.sorted() }

  /// The content paths of files beside the content, of all locales.
  var contentPaths: [String] { Set(contentFiles.values.flatMap(\.keys)).sorted() }
}

import DocgenCore

/// A file of the output, and what it is made from.
struct PublishedFile: Sendable {
  enum Content: Sendable {
    /// An index into the site's routes.
    case page(route: Int)
    /// The same content as Markdown.
    case markdown(route: Int)
    /// An index into the site's locales.
    case listing(PageListing, locale: Int)
    case bytes([UInt8])
    /// A file's path relative to the site's folder.
    case copy(String)
  }

  var path: OutputPath
  var content: Content
}

/// Every file of the output. Pages come first and keep their places: what would take a page's
/// address, or another file's, is reported and left out.
struct PublishedFiles: Sendable {
  private(set) var all: [PublishedFile]
  private(set) var diagnostics: [Diagnostic] = []
  private var taken: Set<OutputPath>

  init(pages: [PublishedFile]) {
    all = pages
    taken = Set(pages.map(\.path))
  }

  /// - Returns: whether the path was free.
  @discardableResult
  mutating func add(_ path: OutputPath, _ content: PublishedFile.Content) -> Bool {
    guard taken.insert(path).inserted else { return false }
    all.append(PublishedFile(path: path, content: content))
    return true
  }

  /// Adds a file that docgen makes, below the folder of a locale.
  mutating func add(_ path: String, _ bytes: [UInt8]) {
    if let path = OutputPath(path) { add(path, .bytes(bytes)) }
  }

  func isTaken(_ path: OutputPath) -> Bool { taken.contains(path) }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

extension PublishedFiles {
  mutating func addStylesheets(of config: SiteConfig, in folder: SiteFolder) {
    for (source, path) in ThemeAssets.customStylesheets(of: config) {
      guard OutputPath(source) != nil, let path = OutputPath(path) else {
        report(
          Diagnostic(
            .error, "config/file-outside", "The stylesheet '\(source)' is not in the site's folder",
            at: ConfiguredText.span(of: source, in: folder),
            hint: "copy it into the site and write its path there under 'customCss'"))
        continue
      }
      guard folder.holds(source) else {
        report(
          Diagnostic(
            .error, "config/missing-file", "The stylesheet '\(source)' does not exist",
            at: ConfiguredText.span(of: source, in: folder),
            hint: "correct the path under 'customCss'"))
        continue
      }
      add(path, .copy(source))
    }
  }

  /// - Parameter reports: whether collisions are reported, which are the same in every locale.
  mutating func addStaticFiles(_ files: [StaticFile], of locale: SiteLocale, reports: Bool) {
    for file in files {
      guard let path = OutputPath(locale.outputPath(file.path)) else { continue }
      guard !add(path, .copy(file.sourceFile)), reports else { continue }
      report(
        Diagnostic(
          .warning, "route/static-collision", "The file's address is taken, so it is left out",
          at: SourceSpan(file: file.sourceFile, line: 1),
          hint: "rename it: a page or another file is '\(path.string)'"))
    }
  }
}

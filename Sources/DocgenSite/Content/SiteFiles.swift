import DocgenCore

/// A file of content that becomes a page.
struct ContentFile: Sendable, Equatable {
  var locale: String
  /// Relative to the locale's content folder: the same for a page and its translations.
  var contentPath: String
  /// Relative to the site's folder.
  var sourceFile: String
  var size: Int
  var isPartial: Bool
}

/// A file that is published as it is.
struct StaticFile: Sendable, Equatable {
  /// Below the static folder.
  var path: String
  /// Relative to the site's folder.
  var sourceFile: String
}

/// What is in the site's folder: the only stage that lists the disk.
struct SiteFiles: Sendable {
  /// The folder as the program was given it.
  var root: String
  /// Sorted: the default locale first, then by content path.
  var content: [ContentFile] = []
  /// Files beside the content that are no pages: images and downloads, by locale and content path.
  var assets: [String: [String: String]] = [:]
  /// By folder, in the default locale's content.
  var categoryFiles: [String: String] = [:]
  var staticFiles: [StaticFile] = []
  /// Below `templates/`.
  var templates: [String] = []
  /// `data/*.json` and `src/data/*.json`, relative to the site.
  var data: [String] = []

  /// The folder of the site's own templates.
  static let templateFolder = "templates"

  func absolute(_ path: String) -> String { root + "/" + path }

  func read(_ path: String) -> [UInt8]? { try? FileSystem.read(absolute(path)) }
}

extension SiteFiles {
  /// The folders that a locale's content may stand in, the first ones winning.
  static func contentFolders(of locale: SiteLocale, config: SiteConfig) -> [String] {
    guard !locale.isDefault else { return [config.content.path] }
    let folder = locale.outputFolder.isEmpty ? locale.code : locale.outputFolder
    return [
      "\(config.content.path)/\(localesFolder)/\(locale.code)",
      "i18n/\(folder)/docusaurus-plugin-content-docs/current",
    ]
  }

  /// Below the content folder: one folder for each locale but the default.
  static let localesFolder = "locales"

  static func discover(
    root: String, config: SiteConfig, locales: [SiteLocale]
  ) -> Diagnosed<SiteFiles> {
    var files = SiteFiles(root: root)
    var diagnostics: [Diagnostic] = []
    let filter = ContentFilter(config.content)
    for locale in locales {
      let folders = contentFolders(of: locale, config: config)
      var seen: Set<String> = []
      for folder in folders where FileSystem.exists(files.absolute(folder)) {
        let listing = FileSystem.list(files.absolute(folder), named: folder)
        diagnostics += listing.diagnostics
        for entry in listing.value where entry.kind == .file {
          if locale.isDefault, entry.path.hasPrefix(localesFolder + "/") { continue }
          guard seen.insert(entry.path).inserted else { continue }
          files.add(entry, in: folder, locale: locale, filter: filter)
        }
      }
      if locale.isDefault, seen.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, "site/no-content", "There are no pages in '\(config.content.path)'",
            hint: "name the folder with pages: 'docs: {path: …}' in docgen.yml"))
      }
    }
    for folder in config.staticDirectories where FileSystem.exists(files.absolute(folder)) {
      let listing = FileSystem.list(files.absolute(folder), named: folder)
      diagnostics += listing.diagnostics
      files.staticFiles += listing.value.filter { $0.kind == .file }
        .map { StaticFile(path: $0.path, sourceFile: "\(folder)/\($0.path)") }
    }
    files.templates = list(templateFolder, in: root, &diagnostics)
    for folder in ["data", "src/data"] {
      files.data += list(folder, in: root, &diagnostics).filter { $0.hasSuffix(".json") }
        .map { "\(folder)/\($0)" }
    }
    return Diagnosed(files, diagnostics)
  }

  private static func list(
    _ folder: String, in root: String, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    guard FileSystem.exists("\(root)/\(folder)") else { return [] }
    let listing = FileSystem.list("\(root)/\(folder)", named: folder)
    diagnostics += listing.diagnostics
    return listing.value.filter { $0.kind == .file }.map(\.path)
  }

  private mutating func add(
    _ entry: FileEntry, in folder: String, locale: SiteLocale, filter: ContentFilter
  ) {
    let source = "\(folder)/\(entry.path)"
    let (parent, name) = Self.split(entry.path)
    if name.hasPrefix("_category_.") {
      if locale.isDefault { categoryFiles[parent] = source }
      return
    }
    let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".mdx")
    guard isMarkdown else {
      if !name.hasPrefix("_locale.") { assets[locale.code, default: [:]][entry.path] = source }
      return
    }
    let isIncluded = filter.includes(entry.path)
    let isPartial = name.hasPrefix("_") || entry.path.contains("/_") || entry.path.hasPrefix("_")
    guard isIncluded || isPartial else { return }
    content.append(
      ContentFile(
        locale: locale.code, contentPath: entry.path, sourceFile: source, size: entry.size,
        isPartial: !isIncluded))
  }

  /// A path's folder (empty for none) and name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}

/// Which files of the content folder are pages.
private struct ContentFilter {
  private let include: [GlobPattern]
  private let exclude: [GlobPattern]
  /// The defaults are checked by hand: 50,000 files would spend a second on patterns.
  private let isDefault: Bool

  init(_ config: ContentConfig) {
    let standard = ContentConfig()
    isDefault = config.include == standard.include && config.exclude == standard.exclude
    include = config.include.map(GlobPattern.init)
    exclude = config.exclude.map(GlobPattern.init)
  }

  func includes(_ path: String) -> Bool {
    if isDefault {
      return !path.split(separator: "/").contains { $0.hasPrefix("_") }
    }
    return include.contains { $0.matches(path) } && !exclude.contains { $0.matches(path) }
  }
}

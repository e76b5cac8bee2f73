import DocgenCore

/// A file of content that becomes a page.
struct ContentFile: Sendable, Equatable {
  var locale: String
  /// Relative to the locale's content folder: the same for a page and its translations.
  var contentPath: String
  /// Relative to the site's folder.
  var sourceFile: String
  /// In bytes.
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

/// What is in the site's folder.
struct SiteFiles: Sendable {
  let folder: SiteFolder
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

  /// Below the content folder: one folder for each locale but the default.
  static let localesFolder = "locales"

  /// The folders that a locale's content may stand in, the first ones winning.
  static func contentFolders(of locale: SiteLocale, config: SiteConfig) -> [String] {
    guard !locale.isDefault else { return [config.content.path] }
    let folder = locale.outputFolder.isEmpty ? locale.code : locale.outputFolder
    return [
      "\(config.content.path)/\(localesFolder)/\(locale.code)",
      "i18n/\(folder)/docusaurus-plugin-content-docs/current",
    ]
  }
}

// MARK: Discovery

extension SiteFiles {
  /// The discover stage: with the configuration's reader the only one that lists the disk.
  static func discover(
    in folder: SiteFolder, config: SiteConfig, locales: [SiteLocale]
  ) -> Diagnosed<SiteFiles> {
    var files = SiteFiles(folder: folder)
    var diagnostics: [Diagnostic] = []
    for locale in locales {
      files.addContent(of: locale, config: config, locales: locales, &diagnostics)
    }
    if !files.content.contains(where: { $0.locale == locales[0].code && !$0.isPartial }) {
      diagnostics.append(
        Diagnostic(
          .error, "site/no-content", "There are no pages in '\(config.content.path)'",
          hint: "name the folder with pages: 'docs: { path: … }' in docgen.yml"))
    }
    for name in config.staticDirectories {
      files.staticFiles += folder.files(below: name, &diagnostics).map {
        StaticFile(path: $0.path, sourceFile: "\(name)/\($0.path)")
      }
    }
    files.templates = folder.files(below: templateFolder, &diagnostics).map(\.path)
    for name in ["data", "src/data"] {
      files.data += folder.files(below: name, &diagnostics).map { "\(name)/\($0.path)" }
        .filter { $0.hasSuffix(".json") }
    }
    return Diagnosed(files, diagnostics)
  }

  private mutating func addContent(
    of locale: SiteLocale, config: SiteConfig, locales: [SiteLocale],
    _ diagnostics: inout [Diagnostic]
  ) {
    let filter = ContentFilter(config.content)
    let translations = locale.isDefault ? locales.map { "\(Self.localesFolder)/\($0.code)/" } : []
    var seen: Set<String> = []
    for name in Self.contentFolders(of: locale, config: config) {
      for entry in folder.files(below: name, &diagnostics)
      where !translations.contains(where: entry.path.hasPrefix) && seen.insert(entry.path).inserted
      {
        add(entry, in: name, locale: locale, filter: filter)
      }
    }
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
    guard name.hasSuffix(".md") || name.hasSuffix(".mdx") else {
      if !name.hasPrefix("_locale.") { assets[locale.code, default: [:]][entry.path] = source }
      return
    }
    let isIncluded = filter.includes(entry.path)
    guard isIncluded || ContentFilter.isUnderscored(entry.path) else { return }
    content.append(
      ContentFile(
        locale: locale.code, contentPath: entry.path, sourceFile: source, size: entry.size,
        isPartial: !isIncluded))
  }

  /// A path's folder (empty for none) and name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
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
    if isDefault { return !Self.isUnderscored(path) }
    return include.contains { $0.matches(path) } && !exclude.contains { $0.matches(path) }
  }

  /// Whether the file or a folder above it starts with `_`: what others import.
  static func isUnderscored(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: "_") }
  }
}

import DocgenCore

/// Files outside of the content folder that pages import by `@site/…`: `src/partials/_setup.mdx`.
/// What stands in the content folder is found by listing it; these are found by their imports.
enum ImportedPartials {
  /// Their content paths start so: no file of a content folder has such a name.
  static let prefix = "@site/"

  /// The files that pages import and nobody has parsed yet.
  ///
  /// - Parameter known: content paths that are there already.
  static func files(
    importedBy pages: [Page], in folder: SiteFolder, config: SiteConfig, known: Set<String>
  ) -> [ContentFile] {
    var found: [String: ContentFile] = [:]
    for page in pages {
      for slot in page.document.slots {
        guard case .partial(let written, _) = slot,
          let path = sitePath(written, importedBy: page),
          !path.hasPrefix(config.content.path + "/")
        else { continue }
        for file in [path, path + ".mdx", path + ".md"] where found[file] == nil {
          guard !known.contains(prefix + file), isMarkdown(file), folder.holds(file) else {
            continue
          }
          found[file] = ContentFile(
            locale: config.defaultLocale, contentPath: prefix + file, sourceFile: file, size: 0,
            isPartial: true)
        }
      }
    }
    return found.values.sorted { $0.contentPath < $1.contentPath }
  }

  private static func isMarkdown(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.hasSuffix(".mdx")
  }

  /// Relative to the site's folder; nil for a file of the content folder and for one outside the site.
  private static func sitePath(_ written: String, importedBy page: Page) -> String? {
    if written.hasPrefix(prefix) {
      return JoinedPath(folder: "", written.dropFirst(prefix.count)).inside
    }
    guard page.contentPath.hasPrefix(prefix), written.hasPrefix(".") else { return nil }
    let folder = SiteFiles.split(String(page.contentPath.dropFirst(prefix.count))).folder
    return JoinedPath(folder: folder, written).inside
  }
}

extension JoinedPath {
  /// The path, unless it leads out of its root.
  fileprivate var inside: String? { leavesRoot ? nil : text }
}

import DocgenCore
import DocgenMarkup

/// How pages look: the default theme, in which a site's own files replace those of the same path.
///
/// `layouts/page.html` is every page; it includes partials by their paths without `.html`.
/// `components/NAME.html` is the component `NAME`. Whatever is no template, such as `css/` and
/// `js/`, is published.
struct Theme: Sendable {
  /// A file of the theme by its path below `templates/`.
  struct File: Sendable, Equatable {
    var path: String
    var bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    /// The name that templates include it by; nil where it is no template.
    fileprivate var templateName: String? {
      path.hasSuffix(".html") ? String(path.dropLast(".html".count)) : nil
    }
  }

  let page: Template<PageContext>
  /// By name: `Badge`.
  let components: [String: Template<ComponentContext>]
  /// What is not a template, sorted by path.
  let assets: [File]

  /// The theme that comes with docgen.
  static let defaultFiles = EmbeddedTheme.files.map { path, contents in
    let isTemplate = path.hasSuffix(".html")
    return File(
      path: path,
      bytes: isTemplate ? Array(contents.utf8) : ThemeSource.withoutComments(contents))
  }

  /// The theme with a site's own files in it, or nil where there are errors in its templates.
  ///
  /// - Parameters:
  ///   - siteFiles: those of the site's template folder.
  ///   - folder: that folder, relative to the site, for findings.
  static func load(
    _ defaultFiles: [File] = Theme.defaultFiles, siteFiles: [File] = [],
    folder: String = "templates"
  ) -> Diagnosed<Theme?> {
    var sources: [String: TemplateSource] = [:]
    var assets: [String: File] = [:]
    for (files, place) in [(defaultFiles, "docgen:"), (siteFiles, "\(folder)/")] {
      for file in files {
        if let name = file.templateName {
          sources[name] = TemplateSource(bytes: file.bytes, file: place + file.path)
        } else {
          assets[file.path] = file
        }
      }
    }

    let library = TemplateLibrary(sources)
    let page = library.template("layouts/page", for: PageContext.self)
    var diagnostics = page.diagnostics
    var components: [String: Template<ComponentContext>] = [:]
    for name in sources.keys.sorted() where name.hasPrefix(componentFolder) {
      let component = library.template(name, for: ComponentContext.self)
      components[String(name.dropFirst(componentFolder.count))] = component.value
      diagnostics += component.diagnostics
    }
    guard diagnostics.isEmpty, let page = page.value else {
      return Diagnosed(nil, diagnostics.uniqued())
    }
    let used = components.values.reduce(page.dependencies) { $0.union($1.dependencies) }
    let theme = Theme(
      page: page, components: components, assets: assets.values.sorted { $0.path < $1.path })
    return Diagnosed(
      theme, unusedTemplates(siteFiles, used: used, known: defaultFiles, folder: folder))
  }

  private static let componentFolder = "components/"

  /// A template that nothing includes is most likely meant to replace one and misspelled.
  private static func unusedTemplates(
    _ files: [File], used: Set<String>, known: [File], folder: String
  ) -> [Diagnostic] {
    files.compactMap { file in
      guard let name = file.templateName, !used.contains(name) else { return nil }
      return Diagnostic(
        .warning, "template/unused-template", "no template includes '\(name)'",
        at: SourceSpan(file: "\(folder)/\(file.path)", line: 1),
        hint: Suggestions.hint(for: file.path, among: known.map(\.path)))
    }
  }
}

extension [Diagnostic] {
  /// Each finding once: several templates may include the one with the mistake.
  fileprivate func uniqued() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}

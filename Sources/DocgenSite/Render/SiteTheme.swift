import DocgenCore
import DocgenMarkup

/// The theme as this site has it, and its components with the data they may use.
struct SiteTheme: Sendable {
  var theme: Theme
  var components: SiteComponents

  static func load(_ files: SiteFiles) -> Diagnosed<SiteTheme?> {
    var diagnostics: [Diagnostic] = []
    let own = files.templates.compactMap { path in
      files.folder.read("\(SiteFiles.templateFolder)/\(path)", &diagnostics)
        .map { Theme.File(path: path, bytes: $0) }
    }
    let loaded = Theme.load(siteFiles: own, folder: SiteFiles.templateFolder)
    diagnostics += loaded.diagnostics
    guard let theme = loaded.value else { return Diagnosed(nil, diagnostics) }
    // Data is read only where a component can use it: it may be large.
    let data = theme.components.isEmpty ? Diagnosed(.object([:])) : data(files)
    let components = SiteComponents(templates: theme.components, data: data.value)
    return Diagnosed(
      SiteTheme(theme: theme, components: components), diagnostics + data.diagnostics)
  }

  /// `data/stories.json` is `data.stories`; of two files with one name the one in `data/` wins.
  private static func data(_ files: SiteFiles) -> Diagnosed<TemplateValue> {
    var values: [String: TemplateValue] = [:]
    var diagnostics: [Diagnostic] = []
    for path in files.data {
      guard let bytes = files.folder.read(path, &diagnostics) else { continue }
      let name = String(SiteFiles.split(path).name.dropLast(".json".count))
      let read = JSONReader.value(bytes, file: path)
      diagnostics += read.diagnostics
      if values[name] == nil, let node = read.value { values[name] = TemplateValue(node) }
    }
    return Diagnosed(.object(values), diagnostics)
  }
}

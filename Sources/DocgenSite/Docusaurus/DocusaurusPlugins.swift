import ConfigSchema
import DocgenCore

/// Presets, plugins and themes, and the options of those that docgen stands in for.
extension DocusaurusConfigReader {
  /// An entry of `presets` or `plugins`: a name, or a list of a name and options.
  private struct Module {
    var name: String
    var span: SourceSpan
    /// Nil: none were given.
    var options: ConfigNode?
    var path: String
  }

  /// The module of an entry. Nil where there is none (`isProduction && 'x'`), where it is code, which
  /// is reported elsewhere, or where it is wrong.
  private mutating func module(_ entry: ConfigNode, path: String) -> Module? {
    let head = entry.elements?.first ?? entry
    if let name = head.string {
      let options = entry.elements.flatMap { $0.count > 1 ? $0[1] : nil }
      return Module(name: name, span: head.span, options: options, path: "\(path)[1]")
    }
    if !head.isAbsent, head.bool != false {
      diagnostics.append(
        Diagnostic(
          .error, "config/wrong-type",
          "'\(path)' must be a name, or a list of a name and its options, not \(entry.kindName)",
          at: entry.span))
    }
    return nil
  }

  private mutating func leaveOut(_ kind: String, _ module: Module) {
    diagnostics.append(
      Diagnostic(
        .note, "config/unsupported", "the \(kind) '\(module.name)' has no effect in docgen",
        at: module.span))
  }

  // MARK: Presets

  mutating func readPresets(_ entries: [ConfigNode]) {
    for (index, entry) in entries.enumerated() {
      guard let preset = module(entry, path: "presets[\(index)]") else { continue }
      if preset.name == "classic" || preset.name == "@docusaurus/preset-classic" {
        readClassic(preset)
      } else {
        leaveOut("preset", preset)
      }
    }
  }

  private mutating func readClassic(_ preset: Module) {
    guard let options = preset.options, !options.isAbsent else { return addDocs(nil, preset) }
    var fields = DocusaurusFields(options, path: preset.path)
    let docs = fields.value("docs")
    if docs?.bool != false { addDocs(docs, preset, path: fields.path(to: "docs")) }
    if var theme = fields.group("theme") {
      readCustomCSS(theme.texts("customCss") ?? [])
      theme.finish(into: &diagnostics)
    }
    fields.accept("debug", "svgr", "pages")
    readSitemap(fields.value("sitemap"), path: fields.path(to: "sitemap"))
    fields.leaveOut(
      "blog", "gtag", "googleAnalytics", "googleTagManager")
    fields.finish(into: &diagnostics)
  }

  private mutating func readCustomCSS(_ paths: [String]) {
    site.theme.customCSS += paths.map(DocusaurusSite.relativePath)
  }

  // MARK: Plugins and themes

  mutating func readPlugins(_ entries: [ConfigNode]) {
    for (index, entry) in entries.enumerated() {
      guard let plugin = module(entry, path: "plugins[\(index)]") else { continue }
      switch Self.shortName(plugin.name) {
      case "content-docs": addDocs(plugin.options, plugin, path: plugin.path)
      case "client-redirects": readRedirects(plugin)
      case "sitemap": readSitemap(plugin.options, path: plugin.path)
      case "debug", "svgr", "css-cascade-layers": break
      default: leaveOut("plugin", plugin)
      }
    }
  }

  /// Docusaurus finds `client-redirects` as `@docusaurus/plugin-client-redirects`.
  private static func shortName(_ name: String) -> String {
    for prefix in ["@docusaurus/plugin-", "@docusaurus/"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  mutating func readThemes(_ entries: [ConfigNode]) {
    let builtIn = ["theme-mermaid", "theme-classic", "mermaid", "classic"]
    for (index, entry) in entries.enumerated() {
      guard let theme = module(entry, path: "themes[\(index)]") else { continue }
      if !builtIn.contains(Self.shortName(theme.name)) { leaveOut("theme", theme) }
    }
  }

  private mutating func readRedirects(_ plugin: Module) {
    guard let options = plugin.options, !options.isAbsent else { return }
    var fields = DocusaurusFields(options, path: plugin.path)
    for (index, entry) in (fields.list("redirects") ?? []).enumerated() where !entry.isAbsent {
      var redirect = DocusaurusFields(entry, path: "\(fields.path(to: "redirects"))[\(index)]")
      redirect.require("from")
      let (from, to) = (redirect.texts("from"), redirect.requiredText("to"))
      if let from, let to {
        site.redirects.append(RedirectConfig(from: from, to: to, span: entry.span))
      }
      redirect.finish(into: &diagnostics)
    }
    fields.accept("id")
    site.redirectExtensions.from = fields.texts("fromExtensions") ?? []
    site.redirectExtensions.to = fields.texts("toExtensions") ?? []
    fields.leaveOut("createRedirects")
    fields.finish(into: &diagnostics)
  }

  /// `false`, or options. How often pages change and how important they are, search engines ignore.
  private mutating func readSitemap(_ options: ConfigNode?, path: String) {
    guard let options, !options.isAbsent else { return }
    if options.bool == false {
      site.sitemap.isOn = false
      return
    }
    var fields = DocusaurusFields(options, path: path)
    site.sitemap.ignorePatterns = PathPatterns(fields.texts("ignorePatterns") ?? [])
    fields.accept("changefreq", "priority", "lastmod", "id")
    fields.leaveOut("filename", "createSitemapItems")
    fields.finish(into: &diagnostics)
  }

  // MARK: Docs

  /// Reads a set of docs. The first one is the site's; pages of others would be missing, so that is
  /// a warning.
  private mutating func addDocs(_ options: ConfigNode?, _ module: Module, path: String = "") {
    let id = options?["id"]?.string ?? "default"
    guard !hasDocs, id == "default" else {
      diagnostics.append(
        Diagnostic(
          .warning, "config/unsupported", "a further set of docs, '\(id)', is not built",
          at: options?.span ?? module.span,
          hint: "docgen builds one set of docs: move the pages into '\(site.content.path)'"))
      return
    }
    hasDocs = true
    guard let options, !options.isAbsent else { return }
    var fields = DocusaurusFields(options, path: path)
    readContent(&fields)
    readSidebarPath(&fields)
    if let admonitions = fields.value("admonitions") { readAdmonitions(admonitions, &fields) }
    fields.accept("id", "editCurrentVersion", "disableVersioning", "includeCurrentVersion")
    fields.leaveOut(
      "tagsBasePath", "tags", "onInlineTags", "versions", "lastVersion", "onlyIncludeVersions",
      "remarkPlugins", "rehypePlugins", "recmaPlugins", "beforeDefaultRemarkPlugins",
      "beforeDefaultRehypePlugins", "sidebarItemsGenerator", "docsRootComponent",
      "docVersionRootComponent", "docRootComponent", "docItemComponent", "docTagsListComponent",
      "docTagDocListComponent", "docCategoryGeneratedIndexComponent")
    fields.finish(into: &diagnostics)
  }

  private mutating func readContent(_ fields: inout DocusaurusFields) {
    site.content.path = fields.text("path").map(DocusaurusSite.relativePath) ?? site.content.path
    site.content.routeBasePath = fields.text("routeBasePath") ?? site.content.routeBasePath
    site.content.include = fields.texts("include") ?? site.content.include
    site.content.exclude = fields.texts("exclude") ?? site.content.exclude
    site.content.numberPrefixes = fields.flag("numberPrefixParser") ?? site.content.numberPrefixes
    site.content.editURL = fields.text("editUrl")
    let editLocalized = fields.flag("editLocalizedFiles")
    site.content.editLocalizedFiles = editLocalized ?? site.content.editLocalizedFiles
    site.content.showLastUpdateTime = fields.flag("showLastUpdateTime") ?? false
    site.content.showLastUpdateAuthor = fields.flag("showLastUpdateAuthor") ?? false
    site.content.breadcrumbs = fields.flag("breadcrumbs") ?? site.content.breadcrumbs
    let collapsible = fields.flag("sidebarCollapsible")
    site.content.sidebarCollapsible = collapsible ?? site.content.sidebarCollapsible
    let collapsed = fields.flag("sidebarCollapsed")
    site.content.sidebarCollapsed = collapsed ?? site.content.sidebarCollapsed
  }

  private mutating func readSidebarPath(_ fields: inout DocusaurusFields) {
    guard let value = fields.value("sidebarPath") else { return }
    if value.bool == false {
      sidebars = .none
    } else if let path = fields.text("sidebarPath") {
      sidebars = .file(DocusaurusSite.relativePath(path), span: value.span)
    }
  }

  /// `true`, or keywords beside (or instead of) the built-in ones.
  private mutating func readAdmonitions(_ value: ConfigNode, _ fields: inout DocusaurusFields) {
    guard value.members != nil else {
      if fields.flag("admonitions") == false { noteBuiltIn("admonitions", value.span, &fields) }
      return
    }
    guard var admonitions = fields.group("admonitions") else { return }
    site.markdown.admonitions = admonitions.texts("keywords") ?? []
    if admonitions.flag("extendDefaults") == false {
      noteBuiltIn("admonitions.extendDefaults", value["extendDefaults"]?.span, &fields)
    }
    admonitions.finish(into: &diagnostics)
  }

  private mutating func noteBuiltIn(
    _ key: String, _ span: SourceSpan?, _ fields: inout DocusaurusFields
  ) {
    fields.report(
      Diagnostic(
        .note, "config/unsupported",
        "'\(fields.path(to: key))' has no effect in docgen: the built-in admonitions stay",
        at: span))
  }
}

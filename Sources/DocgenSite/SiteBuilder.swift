import ConfigSchema
import DocgenCore
import DocgenMarkup

/// Builds a site. The pipeline, top to bottom; each stage is a function of what stands above it.
///
///     read       the configuration, in either form
///     discover   the files of the site
///     parse      each file to a page, in parallel
///     catalogue  pages by identity and locale
///     navigate   sidebars, and what comes before and after a page
///     route      every URL, fallbacks among them
///     ======     the site: complete and immutable from here on
///     resolve    where every link leads, in parallel with
///     render     every page, and
///     write      what has changed
package struct SiteBuilder {
  let options: BuildOptions

  package init(_ options: BuildOptions) {
    self.options = options
  }

  /// - Parameter progress: told the name of each stage as it begins.
  package func build(
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> BuildReport {
    var run = BuildRun(progress: progress)
    if let obstacle = obstacle() { return run.impossible(obstacle) }
    let settings = run.stage("read") { readSettings() }.value
    if let unknown = unknownLocale(settings.locales) { return run.impossible(unknown) }
    let config = settings.config
    let files = run.stage("discover") {
      SiteFiles.discover(in: folder, config: config, locales: settings.locales)
    }.value
    let loaded: Diagnosed<SiteTheme?> = run.stage("theme") { SiteTheme.load(files) }
    // Nothing is written without pages, or without templates to make them with: a wrong path must
    // not empty the output folder.
    guard let theme = loaded.value, !files.content.isEmpty else {
      return run.withoutOutput(config.diagnostics, isStrict: options.isStrict)
    }
    let pages = await run.stage("parse") {
      let parser = parser(config, theme)
      let parsed = await ParsedFiles.parse(files.content, by: parser, workers: options.workers)
      return Diagnosed(parsed.pages, parsed.diagnostics)
    }.value
    let catalog = run.stage("catalogue") { catalogue(pages) }.value
    let site = run.stage("navigate and route") {
      assemble(settings, catalog, files, drafts: drafts(pages))
    }.value
    let links = await run.stage("links") {
      await SiteLinks.prepare(site, files: files, workers: options.workers)
    }.value
    let emitter = SiteEmitter(
      site: site, files: files, theme: theme.theme, links: links,
      onlyLocales: options.onlyLocales.isEmpty ? nil : Set(options.onlyLocales))
    await emitter.emit(options, into: &run)
    return run.finish(config.diagnostics, isStrict: options.isStrict)
  }

  // MARK: Before anything is read

  var folder: SiteFolder { SiteFolder(path: options.site) }

  /// Why there is no site to build.
  func obstacle() -> Diagnostic? {
    guard FileSystem.exists(options.site) else {
      return Diagnostic(
        .error, "site/no-folder", "There is no folder '\(options.site)'",
        hint: "name the folder that holds docgen.yml or docusaurus.config.ts")
    }
    if (try? FileSystem.status(of: options.site))?.kind != .folder {
      return Diagnostic(
        .error, "site/not-a-folder", "'\(options.site)' is a file, not a site's folder",
        hint: "name the folder that it stands in")
    }
    let signs = DocusaurusSite.configFiles + [SiteConfigReader.ownFile, ContentConfig().path]
    if signs.contains(where: folder.holds) { return nil }
    return Diagnostic(
      .error, "site/no-site", "There is no site in '\(options.site)'",
      hint: "a site has docgen.yml, docusaurus.config.ts, or a folder 'docs' with pages")
  }

  private func unknownLocale(_ locales: [SiteLocale]) -> Diagnostic? {
    let known = locales.map(\.code)
    guard let code = options.onlyLocales.first(where: { !known.contains($0) }) else { return nil }
    return Diagnostic(
      .error, "site/unknown-locale", "The site has no locale '\(code)'",
      hint: Suggestions.hint(for: code, among: known)
        ?? "its locales are \(known.joined(separator: ", "))")
  }

  // MARK: Stages

  func readSettings() -> Diagnosed<SiteSettings> {
    var read = SiteConfigReader(root: options.site, year: options.year).read()
    if let baseURL = options.baseURL {
      read.value.config.baseURL = URLPath.join(baseURL, "/").text
      read.value.locales = SiteLocale.all(of: read.value.config)
    }
    return read
  }

  func parser(_ config: SiteConfig, _ theme: SiteTheme) -> PageParser {
    PageParser(
      folder: folder, config: config,
      options: MarkdownOptions(config, components: theme.components))
  }

  func drafts(_ pages: [Page]) -> Set<ContentID> {
    if options.includesDrafts { return [] }
    return Set(pages.lazy.filter(\.frontMatter.draft).map(\.id))
  }

  /// Drafts are left out; of two pages with one identity the first stays.
  func catalogue(_ pages: [Page]) -> Diagnosed<Catalog> {
    var seen: [String: [ContentID: Page]] = [:]
    var kept: [Page] = []
    var diagnostics: [Diagnostic] = []
    for page in pages {
      if page.frontMatter.draft, !options.includesDrafts { continue }
      if !page.isPartial {
        if let first = seen[page.locale]?[page.id] {
          diagnostics.append(
            Diagnostic(
              .error, "content/duplicate-id", "Two pages have the ID '\(page.id.text)'",
              at: SourceSpan(file: page.sourceFile, line: 1),
              notes: [.init("The first one", span: SourceSpan(file: first.sourceFile, line: 1))],
              hint: "give one of them another 'id' in its front matter", locale: page.locale))
          continue
        }
        seen[page.locale, default: [:]][page.id] = page
      }
      kept.append(page)
    }
    return Diagnosed(Catalog(kept), diagnostics)
  }

  func assemble(
    _ settings: SiteSettings, _ catalog: Catalog, _ files: SiteFiles, drafts: Set<ContentID>
  ) -> Diagnosed<Site> {
    let categories = CategoryFiles.read(files)
    var translations: [String: SidebarTranslations] = [:]
    for (locale, texts) in zip(settings.locales, settings.texts) {
      translations[locale.code] = texts.sidebar
    }
    let navigations = navigate(
      catalog: catalog, config: settings.config, locales: settings.locales,
      categories: categories.value, translations: translations, drafts: drafts)
    let tags = Tag.all(catalog, locales: settings.locales)
    let routes = RouteBuilder(
      config: settings.config, locales: settings.locales, catalog: catalog,
      navigations: navigations.value, tags: tags
    ).build()
    let site = Site(
      config: settings.config, locales: settings.locales,
      texts: settings.texts, catalog: catalog, navigations: navigations.value,
      tags: tags, routes: routes.value)
    return Diagnosed(
      site, categories.diagnostics + navigations.diagnostics + routes.diagnostics)
  }
}

import ConfigSchema
import DocgenCore
import DocgenMarkup

/// Builds a site. The pipeline, top to bottom; each stage is a function of what stands above it.
///
///     read       the configuration, in either form
///     discover   the files of the site
///     parse      each file to a page, in parallel
///     catalogue  pages by identity and locale
///     history    when files were changed, and which translations are outdated
///     navigate   sidebars, and what comes before and after a page
///     route      every URL, fallbacks among them
///     ======     the site: complete and immutable from here on
///     resolve    where every link leads, in parallel with
///     render     every page, and
///     write      what has changed
///     check      what will be published, where that is wanted
package struct SiteBuilder {
  let options: BuildOptions
  private let registry: SchemaRegistry

  /// - Parameter schemas: what pages can show as references beside docgen's own files.
  package init(_ options: BuildOptions, schemas: [ReferenceSchema] = []) {
    self.options = options
    registry = SchemaRegistry(schemas)
  }

  /// - Parameter progress: told the name of each stage as it begins.
  package func build(
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> BuildReport {
    var run = BuildRun(progress: progress)
    guard let loaded = await load(into: &run) else { return run.report }
    let emitter = SiteEmitter(
      site: loaded.site, files: loaded.files, theme: loaded.theme, links: loaded.links,
      onlyLocales: options.onlyLocales.isEmpty ? nil : Set(options.onlyLocales))
    let emitted = await emitter.emit(options, into: &run)
    if options.checks {
      await check(loaded, emitted, into: &run)
    }
    return run.finish(loaded.site.config.diagnostics, isStrict: options.isStrict)
  }

  /// The site, for those who look at it without building it; nil where there is none, which the
  /// report explains.
  package func load(
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> (site: LoadedSite?, report: BuildReport) {
    var run = BuildRun(progress: progress)
    guard let loaded = await load(into: &run) else { return (nil, run.report) }
    return (loaded, run.finish(loaded.site.config.diagnostics, isStrict: options.isStrict))
  }

  /// Every stage before the output.
  private func load(into run: inout BuildRun) async -> LoadedSite? {
    if let obstacle = obstacle() {
      _ = run.impossible(obstacle)
      return nil
    }
    let settings = run.stage("read") { readSettings() }.value
    if let unknown = unknownLocale(settings.locales) {
      _ = run.impossible(unknown)
      return nil
    }
    let config = settings.config
    let files = run.stage("discover") {
      SiteFiles.discover(in: folder, config: config, locales: settings.locales)
    }.value
    // Git works on its own while the pages are parsed.
    var log = GitLog(of: folder, paths: historyPaths(config, settings.locales, files))
    let loaded: Diagnosed<SiteTheme?> = run.stage("theme") { SiteTheme.load(files) }
    // Nothing is written without pages, or without templates to make them with: a wrong path must
    // not empty the output folder.
    guard let theme = loaded.value, !files.content.isEmpty else {
      _ = run.withoutOutput(config.diagnostics, isStrict: options.isStrict)
      return nil
    }
    let parser = parser(settings, theme)
    let pages = await run.stage("parse") {
      let parsed = await ParsedFiles.parse(files.content, by: parser, workers: options.workers)
      return Diagnosed(parsed.pages, parsed.diagnostics)
    }.value
    let catalog = run.stage("catalogue") { catalogue(pages) }.value
    let history = run.stage("history") { log.history() }.value
    let outdated = run.stage("translations") {
      outdatedTranslations(in: catalog, settings.locales, history)
    }.value
    let site = run.stage("navigate and route") {
      assemble(
        settings, catalog, files, drafts: drafts(pages), history: history, outdated: outdated)
    }.value
    run.report.site = site
    let links = await run.stage("links") {
      await SiteLinks.prepare(site, files: files, rules: options.rules, workers: options.workers)
    }.value
    return LoadedSite(
      site: site, files: files, theme: theme.theme, links: links, parser: parser)
  }

  private func check(
    _ loaded: LoadedSite, _ emitted: SiteEmitter.Output, into run: inout BuildRun
  ) async {
    let check = SiteCheck(
      site: loaded.site, folder: folder, links: loaded.links, planned: emitted.planned,
      files: emitted.files, workers: options.workers, external: options.external)
    let known = run.report.diagnostics
    run.report.external = await run.stage("check") { await check.run(beside: known) }.value
    if options.linkStyle != nil {
      let repair = SiteRepair(loaded, style: options.linkStyle)
      _ = await run.stage("check style") {
        Diagnosed((), await repair.styleFindings(workers: options.workers))
      }
    }
    _ = await run.stage("check translations") {
      Diagnosed((), await translationFindings(of: loaded, workers: options.workers))
    }
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
    if BuildOptions.signsOfSites.contains(where: folder.holds) { return nil }
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
    for texts in read.value.texts {
      read.diagnostics += ReferenceTranslation.check(texts.references, registry)
    }
    if let baseURL = options.baseURL {
      read.value.config.baseURL = URLPath.join(baseURL, "/").text
      read.value.locales = SiteLocale.all(of: read.value.config)
    }
    return read
  }

  func parser(_ settings: SiteSettings, _ theme: SiteTheme) -> PageParser {
    let examples = ExampleCheck(registry: registry)
    return PageParser(
      folder: folder, config: settings.config,
      options: MarkdownOptions(
        settings.config, components: theme.components, exampleWords: examples.words),
      references: references(settings), examples: examples)
  }

  private func references(_ settings: SiteSettings) -> [String: ConfigReference] {
    zip(settings.locales, settings.texts).reduce(into: [:]) { references, entry in
      let (locale, texts) = entry
      references[locale.code] = ConfigReference(
        registry: registry, strings: UIStrings(language: locale.lang, texts: texts.strings),
        translations: texts.references, config: settings.config)
    }
  }

  func drafts(_ pages: [Page]) -> Set<ContentID> {
    if options.includesDrafts { return [] }
    return Set(pages.lazy.filter(\.frontMatter.draft).map(\.id))
  }

  /// Drafts are left out; of two pages with one identity the first stays.
  func catalogue(_ pages: [Page]) -> Diagnosed<Catalog> {
    var seen: [String: [ContentID: Page]] = [:]
    var kept: [Page] = []
    var drafts: [Page] = []
    var diagnostics: [Diagnostic] = []
    for page in pages {
      if page.frontMatter.draft, !options.includesDrafts {
        drafts.append(page)
        continue
      }
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
    return Diagnosed(Catalog(kept, drafts: drafts), diagnostics)
  }

  /// What Git is asked about: nothing where no page shows what it knows.
  func historyPaths(
    _ config: SiteConfig, _ locales: [SiteLocale], _ files: SiteFiles
  ) -> [String] {
    let showsChanges =
      config.content.showLastUpdateTime || config.content.showLastUpdateAuthor
      || (Sitemap.isWanted(config) && config.sitemap.hasDates) || ChangeFeed.isWanted(config)
    let source = locales[0].code
    let hasTranslations = files.content.contains { $0.locale != source && !$0.isPartial }
    guard options.readsHistory, showsChanges || hasTranslations else { return [] }
    return locales.flatMap { SiteFiles.contentFolders(of: $0, config: config) }
  }

  func outdatedTranslations(
    in catalog: Catalog, _ locales: [SiteLocale], _ history: FileHistory
  ) -> Diagnosed<OutdatedTranslations> {
    let pairs = TranslationPair.all(in: catalog, locales: locales)
    if pairs.isEmpty { return Diagnosed(OutdatedTranslations()) }
    let records = TranslationRecords.read(in: folder)
    let outdated = OutdatedTranslations.find(
      among: pairs, in: catalog, records: records.value, history: history
    ) { file in
      (try? FileSystem.read(folder.absolute(file))).map(TranslationRecords.fingerprint)
    }
    return Diagnosed(outdated, records.diagnostics)
  }

  func assemble(
    _ settings: SiteSettings, _ catalog: Catalog, _ files: SiteFiles, drafts: Set<ContentID>,
    history: FileHistory, outdated: OutdatedTranslations
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
    let schemas = PublishedSchema.all(settings.config, shown: catalog.pages, registry)
    let site = Site(
      config: settings.config, locales: settings.locales,
      texts: settings.texts, catalog: catalog, navigations: navigations.value,
      tags: tags, routes: routes.value, history: history, outdated: outdated,
      schemas: schemas.value)
    return Diagnosed(
      site,
      categories.diagnostics + navigations.diagnostics + routes.diagnostics
        + schemas.diagnostics)
  }
}

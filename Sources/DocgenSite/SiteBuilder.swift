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
///     check      what will be published, where that is wanted
package struct SiteBuilder {
  private let options: BuildOptions
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
    let pages = await run.stage("parse") { await parse(files, settings, theme) }.value
    let catalog = run.stage("catalogue") { catalogue(pages) }.value
    let site = run.stage("navigate and route") {
      assemble(settings, catalog, files, drafts: drafts(pages))
    }.value
    run.report.site = site
    let links = await run.stage("links") {
      await SiteLinks.prepare(site, files: files, rules: options.rules, workers: options.workers)
    }.value
    let emitter = SiteEmitter(
      site: site, files: files, theme: theme.theme, links: links,
      onlyLocales: options.onlyLocales.isEmpty ? nil : Set(options.onlyLocales))
    let emitted = await emitter.emit(options, into: &run)
    if options.checks {
      await check(site, links, emitted, into: &run)
    }
    return run.finish(config.diagnostics, isStrict: options.isStrict)
  }

  private func check(
    _ site: Site, _ links: SiteLinks, _ emitted: SiteEmitter.Output, into run: inout BuildRun
  ) async {
    let check = SiteCheck(
      site: site, links: links, planned: emitted.planned, files: emitted.files,
      workers: options.workers)
    let known = run.report.diagnostics
    _ = await run.stage("check") { Diagnosed((), await check.diagnostics(beside: known)) }
  }

  // MARK: Before anything is read

  private var folder: SiteFolder { SiteFolder(path: options.site) }

  /// Why there is no site to build.
  private func obstacle() -> Diagnostic? {
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

  private func readSettings() -> Diagnosed<SiteSettings> {
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

  /// Parses all files, the largest first so that no worker ends up with a long one alone.
  private func parse(
    _ files: SiteFiles, _ settings: SiteSettings, _ theme: SiteTheme
  ) async -> Diagnosed<[Page]> {
    let config = settings.config
    let examples = ExampleCheck(registry: registry)
    let parser = PageParser(
      folder: folder, config: config,
      options: MarkdownOptions(
        config, components: theme.components, exampleWords: examples.words),
      references: references(settings), examples: examples)
    var parsed = await parse(files.content, by: parser)
    // Each round finds what the last one's files import.
    var known: Set<String> = []
    var newest = parsed.value
    while true {
      let files = ImportedPartials.files(
        importedBy: newest, in: folder, config: config, known: known)
      if files.isEmpty { return parsed }
      known.formUnion(files.map(\.contentPath))
      let partials = await parse(files, by: parser)
      newest = partials.value
      parsed.value += partials.value
      parsed.diagnostics += partials.diagnostics
    }
  }

  private func references(_ settings: SiteSettings) -> [String: ConfigReference] {
    zip(settings.locales, settings.texts).reduce(into: [:]) { references, entry in
      let (locale, texts) = entry
      references[locale.code] = ConfigReference(
        registry: registry, strings: UIStrings(language: locale.lang, texts: texts.strings),
        translations: texts.references, config: settings.config)
    }
  }

  private func parse(
    _ files: [ContentFile], by parser: PageParser
  ) async -> Diagnosed<[Page]> {
    let order = files.indices.sorted {
      (files[$1].size, $0) < (files[$0].size, $1)
    }
    let parsed = await concurrentMap(order, workers: options.workers) { index in
      (index, parser.parse(files[index]))
    }
    var pages = [Page?](repeating: nil, count: files.count)
    var diagnostics: [Diagnostic] = []
    for (index, result) in parsed {
      pages[index] = result.value
      diagnostics += result.diagnostics
    }
    return Diagnosed(pages.compactMap { $0 }, diagnostics)
  }

  private func drafts(_ pages: [Page]) -> Set<ContentID> {
    if options.includesDrafts { return [] }
    return Set(pages.lazy.filter(\.frontMatter.draft).map(\.id))
  }

  /// Drafts are left out; of two pages with one identity the first stays.
  private func catalogue(_ pages: [Page]) -> Diagnosed<Catalog> {
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

  private func assemble(
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
    let schemas = PublishedSchema.all(settings.config, shown: catalog.pages, registry)
    let site = Site(
      config: settings.config, locales: settings.locales,
      texts: settings.texts, catalog: catalog, navigations: navigations.value,
      tags: tags, routes: routes.value, schemas: schemas.value)
    return Diagnosed(
      site,
      categories.diagnostics + navigations.diagnostics + routes.diagnostics
        + schemas.diagnostics)
  }
}

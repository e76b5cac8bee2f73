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
  private let options: BuildOptions

  package init(_ options: BuildOptions) {
    self.options = options
  }

  package func build(progress: @escaping @Sendable (String) -> Void = { _ in }) async -> BuildReport {
    var run = BuildRun(progress: progress)
    guard FileSystem.exists(options.site) else {
      return run.impossible(
        "site/no-folder", "There is no folder '\(options.site)'",
        hint: "name the folder that holds docgen.yml or docusaurus.config.ts")
    }
    let settings = run.stage("read") { readSettings() }
    if settings.value.locales.isEmpty {
      return run.impossible(
        "site/no-locale", "The site has no locale of the ones asked for",
        hint: "its locales are listed in docgen.yml under 'locales'")
    }
    let (config, locales) = (settings.value.config, settings.value.locales)
    let files = run.stage("discover") {
      SiteFiles.discover(root: options.site, config: config, locales: locales)
    }.value
    let loaded: Diagnosed<SiteTheme?> = run.stage("theme") { SiteTheme.load(files) }
    guard let theme = loaded.value else {
      return run.finish(config.diagnostics, isStrict: options.isStrict)
    }
    let pages = await run.stage("parse") { await parse(files, config, theme) }.value
    let catalog = run.stage("catalogue") { catalogue(pages) }.value
    let site = run.stage("navigate and route") {
      assemble(settings.value, catalog, files, drafts: drafts(pages))
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

  // MARK: Stages

  private func readSettings() -> Diagnosed<SiteSettings> {
    var read = SiteConfigReader(root: options.site, year: options.year).read()
    if let baseURL = options.baseURL {
      read.value.config.baseURL = URLPath.join(baseURL, "/").text
      read.value.locales = SiteLocale.all(of: read.value.config)
    }
    if !options.onlyLocales.isEmpty {
      let known = read.value.locales.map(\.code)
      for code in options.onlyLocales where !known.contains(code) {
        read.diagnostics.append(
          Diagnostic(
            .error, "site/unknown-locale", "The site has no locale '\(code)'",
            hint: Suggestions.hint(for: code, among: known)
              ?? "its locales are \(known.joined(separator: ", "))"))
      }
    }
    return read
  }

  /// Parses all files, the largest first so that no worker ends up with a long one alone.
  private func parse(
    _ files: SiteFiles, _ config: SiteConfig, _ theme: SiteTheme
  ) async -> Diagnosed<[Page]> {
    let parser = PageParser(
      root: options.site, config: config,
      options: MarkdownOptions(config, components: theme.components))
    let order = files.content.indices.sorted {
      (files.content[$1].size, $0) < (files.content[$0].size, $1)
    }
    let parsed = await concurrentMap(order, workers: options.workers) { index in
      (index, parser.parse(files.content[index]))
    }
    var pages = [Page?](repeating: nil, count: files.content.count)
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
    let routes = RouteBuilder(
      config: settings.config, locales: settings.locales, catalog: catalog,
      navigations: navigations.value
    ).build()
    let site = Site(
      root: options.site, config: settings.config, locales: settings.locales,
      texts: settings.texts, catalog: catalog, navigations: navigations.value,
      routes: routes.value)
    return Diagnosed(
      site, categories.diagnostics + navigations.diagnostics + routes.diagnostics)
  }
}

/// What a build has found so far, and how long its stages took.
struct BuildRun {
  var report = BuildReport()
  private let progress: @Sendable (String) -> Void
  private let clock = ContinuousClock()

  init(progress: @escaping @Sendable (String) -> Void) {
    self.progress = progress
  }

  mutating func stage<Value>(
    _ name: String, _ work: () async -> Diagnosed<Value>
  ) async -> Diagnosed<Value> {
    progress(name)
    let start = clock.now
    let result = await work()
    report.timings.append((name, clock.now - start))
    report.diagnostics += result.diagnostics
    return result
  }

  mutating func stage<Value>(_ name: String, _ work: () -> Diagnosed<Value>) -> Diagnosed<Value> {
    progress(name)
    let start = clock.now
    let result = work()
    report.timings.append((name, clock.now - start))
    report.diagnostics += result.diagnostics
    return result
  }

  mutating func impossible(_ code: String, _ message: String, hint: String) -> BuildReport {
    report.diagnostics.append(Diagnostic(.error, code, message, hint: hint))
    report.outcome = .impossible
    return report
  }

  /// The report, with the severities that the site wants.
  mutating func finish(_ policy: DiagnosticPolicy, isStrict: Bool) -> BuildReport {
    report.diagnostics = report.diagnostics.map { finding in
      var applied = policy.applied(to: finding)
      if isStrict, applied.severity == .warning { applied.severity = .error }
      return applied
    }
    .filter { $0.severity != .ignored }
    .sorted(by: Diagnostic.precedes)
    if report.outcome == .built, report.diagnostics.contains(where: { $0.severity == .error }) {
      report.outcome = .contentErrors
    }
    return report
  }
}

import DocgenCore
import DocgenMarkup

/// The emit and write stages: every file of the output, pages rendered as they are written, so that
/// no more of them than there are workers are in memory at once.
struct SiteEmitter: Sendable {
  let site: Site
  let files: SiteFiles
  let theme: Theme
  let links: SiteLinks
  /// Only these locales' files are written; nil: all.
  let onlyLocales: Set<String>?

  private struct Emitted: Sendable {
    /// Of a page and its Markdown.
    var results: [OutputResult] = []
    var diagnostics: [Diagnostic] = []
    /// What was read of them, where they are to be checked.
    var files: [PublicationFile] = []
  }

  /// What the output consists of.
  struct Output {
    var planned: [PublishedFile] = []
    /// Empty where nothing is to be checked.
    var files: [PublicationFile] = []
  }

  @discardableResult
  func emit(_ options: BuildOptions, into run: inout BuildRun) async -> Output {
    let renderer = run.stage("frame") { self.renderer() }.value
    let search = await run.stage("search") { await searchFiles(options.workers) }.value
    let planned = run.stage("plan") { plan(renderer, search) }.value
    run.report.pages = planned.count { if case .page = $0.content { true } else { false } }
    guard options.writes else {
      let emitted = await run.stage("render") {
        await write(planned, nil, renderer, options)
      }.value
      return Output(planned: planned, files: emitted.flatMap(\.files))
    }
    let path = options.output ?? options.site + "/build"
    let destination = OutputDestination(
      path: path, siteFolder: options.site, sourceFolders: sourceFolders, force: options.force)
    let opened: Diagnosed<OutputWriter?> = run.stage("open output") {
      OutputWriter.open(destination, planned: planned.map(\.path))
    }
    run.report.output = path
    guard let writer = opened.value else {
      run.report.outcome = .impossible
      return Output()
    }
    let emitted = await run.stage("render and write") {
      await write(planned, writer, renderer, options)
    }.value
    let finished = run.stage("finish") { writer.finish(emitted.flatMap(\.results)) }
    run.report.files = finished.value
    if finished.diagnostics.contains(where: { $0.severity == .error }) {
      run.report.outcome = .impossible
    }
    return Output(planned: planned, files: emitted.flatMap(\.files))
  }

  /// What the output must be apart from.
  private var sourceFolders: [String] {
    let folders =
      [site.config.content.path, SiteFiles.templateFolder, "i18n", "data", "src"]
      + site.config.staticDirectories
    return folders.filter { $0 != "." }.map(files.folder.absolute)
  }

  /// - Parameter writer: nil where the site is only looked at.
  private func write(
    _ planned: [PublishedFile], _ writer: OutputWriter?, _ renderer: PageRenderer,
    _ options: BuildOptions
  ) async -> Diagnosed<[Emitted]> {
    // A page and its Markdown are made from one content.
    var markdown: [Int: OutputPath] = [:]
    for file in planned {
      if case .markdown(let route) = file.content { markdown[route] = file.path }
    }
    let files = planned.filter { if case .markdown = $0.content { false } else { true } }
    let emitted = await concurrentMap(
      files, workers: options.workers, makeState: { [UInt8]() }
    ) { [markdown] buffer, file in
      var emitted = Emitted()
      func emit(_ bytes: [UInt8], _ path: OutputPath) {
        if let result = writer?.write(bytes, to: path) { emitted.results.append(result) }
        if options.checks {
          emitted.files.append(PublicationFile(path: path.string, bytes: bytes))
        }
      }
      switch file.content {
      case .page(let route):
        var content: PageContent.Assembled?
        buffer.removeAll(keepingCapacity: true)
        emitted.diagnostics = renderer.render(route: route, into: &buffer) { content = $0 }
        emit(buffer, file.path)
        if let path = markdown[route],
          let page = renderer.markdown.page(at: route, content: content)
        {
          emit(page.bytes, path)
        }
      case .markdown: break
      case .bytes(let bytes): emit(bytes, file.path)
      case .copy(let source):
        let absolute = self.files.folder.absolute(source)
        if let result = writer?.copy(from: absolute, named: source, to: file.path) {
          emitted.results.append(result)
        }
        if options.checks {
          emitted.files.append(PublicationFile(path: file.path.string, copyOf: absolute))
        }
      }
      return emitted
    }
    return Diagnosed(emitted, emitted.flatMap(\.diagnostics))
  }

  // MARK: Files

  /// By locale: the files of its search index.
  func searchFiles(_ workers: Int) async -> Diagnosed<[[SearchIndexFiles.File]]> {
    guard site.config.hasSearch else { return Diagnosed([]) }
    let search = await SiteSearch.build(site, partials: links.partials, workers: workers)
    let files = await concurrentMap(search.indexes, workers: workers) { index in
      SearchIndexFiles.files(of: index)
    }
    return Diagnosed(files)
  }

  func plan(
    _ renderer: PageRenderer, _ search: [[SearchIndexFiles.File]] = []
  ) -> Diagnosed<[PublishedFile]> {
    var published = PublishedFiles(pages: pages())
    for (path, bytes) in ThemeAssets.files(of: theme, hasSearch: site.config.hasSearch) {
      published.add(path, bytes)
    }
    published.addStylesheets(of: site.config, in: files.folder)
    for index in wantedLocales {
      let locale = site.locales[index]
      for (sidebar, renderer) in zip(site.navigations[index].sidebars, renderer.sidebars[index]) {
        let path = ThemeAssets.sidebarFragment(sidebar.name)
        published.add(locale.outputPath(path), renderer.fragment)
      }
      for file in search.isEmpty ? [] : search[index] {
        published.add(locale.outputPath(file.path), file.bytes)
      }
      published.addStaticFiles(
        files.staticFiles, of: locale, reports: index == wantedLocales.first)
      published.addRedirects(of: site, locale: index, reports: index == wantedLocales.first)
      if let sitemap = Sitemap.xml(of: site, locale: index) {
        published.add(locale.outputPath("sitemap.xml"), sitemap)
      }
    }
    published.addMarkdown(of: site)
    for schema in site.schemas {
      let text = schema.text(publishedAt: site.config.publishedRoot)
      published.add(schema.path, Array(text.utf8))
    }
    for asset in links.copies { published.add(asset.output, .copy(asset.source)) }
    return Diagnosed(published.all, published.diagnostics)
  }

  private var wantedLocales: [Int] {
    site.locales.indices.filter { onlyLocales?.contains(site.locales[$0].code) ?? true }
  }

  /// All pages, the largest first so that no worker ends up with a long one alone.
  private func pages() -> [PublishedFile] {
    let wanted = Set(wantedLocales)
    let routes = site.routes.routes
    func size(_ route: Int) -> Int {
      if case .page(let page) = routes[route].target {
        return site.catalog.pages[page].document.html.count
      }
      return 0
    }
    return routes.indices.filter { wanted.contains(routes[$0].locale) }
      .map { (size: size($0), route: $0) }
      .sorted { ($1.size, $0.route) < ($0.size, $1.route) }
      .map { PublishedFile(path: routes[$0.route].output, content: .page(route: $0.route)) }
  }

  // MARK: What all pages share

  func renderer() -> Diagnosed<PageRenderer> {
    var diagnostics: [Diagnostic] = []
    let shared = SharedContext(site: site, theme: theme)
    let frames = site.locales.indices.map { index in
      let frame = LocaleFrame.make(
        site, locale: index, files: files, searchScript: shared.searchScript)
      // What is wrong in the frame is the same in every locale.
      if index == 0 { diagnostics = frame.diagnostics }
      return frame.value
    }
    let sidebars = site.locales.indices.map { index in
      site.navigations[index].sidebars.map { sidebar in
        SidebarRenderer(
          sidebar,
          fragmentURL: URLPath.join(
            site.locales[index].baseURL, ThemeAssets.sidebarFragment(sidebar.name)
          ).encoded,
          autoCollapses: site.config.theme.sidebarAutoCollapse,
          href: { site.path(of: $0, locale: index)?.encoded ?? "" },
          linkHref: { URLPath.join(site.locales[index].baseURL, $0).encoded })
      }
    }
    let renderer = PageRenderer(
      site: site, theme: theme, links: links, frames: frames, sidebars: sidebars,
      shared: shared, markdown: PageMarkdown(site: site, links: links))
    return Diagnosed(renderer, diagnostics)
  }
}

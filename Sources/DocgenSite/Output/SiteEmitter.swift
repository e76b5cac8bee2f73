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
    /// A page's, where a file with all pages wants it.
    var markdown: (route: Int, bytes: [UInt8])?
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
    let keepsMarkdown = site.config.llms.hasFull
    let files = planned.filter { file in
      switch file.content {
      case .markdown, .listing: false
      case .page, .bytes, .copy: true
      }
    }
    var emitted = await concurrentMap(
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
          if keepsMarkdown { emitted.markdown = (route, page.bytes) }
        }
      case .markdown, .listing: break
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
    emitted += await emitListings(planned, of: emitted, renderer, writer, options)
    return Diagnosed(emitted, emitted.flatMap(\.diagnostics))
  }

  /// Makes what is about all pages of those that have been made.
  private func emitListings(
    _ planned: [PublishedFile], of pages: [Emitted], _ renderer: PageRenderer,
    _ writer: OutputWriter?, _ options: BuildOptions
  ) async -> [Emitted] {
    let made = Dictionary(
      pages.compactMap(\.markdown).map { ($0.route, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    let listings = planned.compactMap { file in
      if case .listing(let listing, let locale) = file.content {
        (file.path, listing, locale)
      } else {
        nil
      }
    }
    return await concurrentMap(listings, workers: options.workers) { path, listing, locale in
      var emitted = Emitted()
      let bytes = listing.bytes(of: site, locale: locale) { route in
        made[route] ?? renderer.markdown.page(at: route)?.bytes
      }
      emitted.diagnostics += bytes.diagnostics
      if let result = writer?.write(bytes.value, to: path) { emitted.results.append(result) }
      if options.checks {
        emitted.files.append(PublicationFile(path: path.string, bytes: bytes.value))
      }
      return emitted
    }
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
      theme: theme, frames: frames, sidebars: sidebars, shared: shared,
      markdown: PageMarkdown(content: PageContent(site: site, links: links)),
      movedFragments: MovedFragments.scripts(of: site))
    return Diagnosed(renderer, diagnostics)
  }
}

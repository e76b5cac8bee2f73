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

  private enum Content: Sendable {
    case page(route: Int)
    case bytes([UInt8])
    /// Relative to the site's folder.
    case copy(String)
  }

  private struct File: Sendable {
    var path: OutputPath
    var content: Content
  }

  private struct Emitted: Sendable {
    var result: OutputResult
    var diagnostics: [Diagnostic]
  }

  func emit(_ options: BuildOptions, into run: inout BuildRun) async {
    let renderer = renderer()
    let planned = run.stage("plan") { plan(renderer) }.value
    let path = options.output ?? options.site + "/build"
    let destination = OutputDestination(
      path: path, siteFolder: options.site, sourceFolders: sourceFolders, force: options.force)
    let opened: Diagnosed<OutputWriter?> = run.stage("open output") {
      OutputWriter.open(destination, planned: planned.map(\.path))
    }
    run.report.output = path
    guard let writer = opened.value else {
      run.report.outcome = .impossible
      return
    }
    let emitted = await run.stage("render and write") {
      await write(planned, writer, renderer, workers: options.workers)
    }.value
    let finished = run.stage("finish") { writer.finish(emitted.map(\.result)) }
    run.report.files = finished.value
    run.report.pages = planned.count { if case .page = $0.content { true } else { false } }
    if finished.diagnostics.contains(where: { $0.severity == .error }) {
      run.report.outcome = .impossible
    }
  }

  private var sourceFolders: [String] {
    [site.config.content.path, SiteFiles.templateFolder, "i18n", "data", "src"]
      + site.config.staticDirectories
  }

  private func write(
    _ planned: [File], _ writer: OutputWriter, _ renderer: PageRenderer, workers: Int
  ) async -> Diagnosed<[Emitted]> {
    let emitted = await concurrentMap(
      planned, workers: workers, makeState: { [UInt8]() }
    ) { buffer, file in
      switch file.content {
      case .page(let route):
        buffer.removeAll(keepingCapacity: true)
        let diagnostics = renderer.render(route: route, into: &buffer)
        return Emitted(result: writer.write(buffer, to: file.path), diagnostics: diagnostics)
      case .bytes(let bytes):
        return Emitted(result: writer.write(bytes, to: file.path), diagnostics: [])
      case .copy(let source):
        let result = writer.copy(from: files.absolute(source), named: source, to: file.path)
        return Emitted(result: result, diagnostics: [])
      }
    }
    return Diagnosed(emitted, emitted.flatMap(\.diagnostics))
  }

  // MARK: Files

  private func plan(_ renderer: PageRenderer) -> Diagnosed<[File]> {
    var planned = pages()
    var taken = Set(planned.map(\.path))
    var diagnostics: [Diagnostic] = []
    func add(_ path: String, _ content: Content) {
      guard let path = OutputPath(path), taken.insert(path).inserted else { return }
      planned.append(File(path: path, content: content))
    }
    for (path, bytes) in ThemeAssets.files(of: theme) { add(path, .bytes(bytes)) }
    for (source, path) in ThemeAssets.customStylesheets(of: site.config) {
      if FileSystem.exists(files.absolute(source)) {
        add(path, .copy(source))
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "config/missing-file", "The stylesheet '\(source)' does not exist",
            hint: "correct the path under 'customCss'"))
      }
    }
    for index in wantedLocales {
      let folder = site.locales[index].outputFolder
      for (sidebar, renderer) in zip(site.navigations[index].sidebars, renderer.sidebars[index]) {
        add(Self.join(folder, ThemeAssets.sidebarFragment(sidebar.name)), .bytes(renderer.fragment))
      }
      for file in files.staticFiles {
        guard let path = OutputPath(Self.join(folder, file.path)) else { continue }
        if taken.contains(path) {
          diagnostics.append(
            Diagnostic(
              .warning, "route/static-collision",
              "The file has the address of a page, which is published in its place",
              at: SourceSpan(file: file.sourceFile, line: 1),
              hint: "rename one of them: both would be \(path.string)"))
        }
        add(path.string, .copy(file.sourceFile))
      }
      for (path, html) in Redirects.pages(of: site, locale: index) { add(path, .bytes(html)) }
      if let sitemap = Sitemap.xml(of: site, locale: index) {
        add(Self.join(folder, "sitemap.xml"), .bytes(sitemap))
      }
    }
    for asset in links.copies { add(asset.output.string, .copy(asset.source)) }
    return Diagnosed(planned, diagnostics)
  }

  private var wantedLocales: [Int] {
    site.locales.indices.filter { onlyLocales?.contains(site.locales[$0].code) ?? true }
  }

  /// All pages, the largest first so that no worker ends up with a long one alone.
  private func pages() -> [File] {
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
      .map { File(path: routes[$0.route].output, content: .page(route: $0.route)) }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }

  // MARK: What all pages share

  private func renderer() -> PageRenderer {
    let frames = site.locales.indices.map { LocaleFrame(site, locale: $0) }
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
    return PageRenderer(
      site: site, theme: theme, links: links, frames: frames, sidebars: sidebars,
      shared: SharedContext(site: site, theme: theme))
  }
}

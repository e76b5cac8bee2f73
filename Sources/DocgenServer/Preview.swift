import CMemory
import DocgenCore
import DocgenSite

/// The current build and the tabs that show pages of it.
actor Preview {
  private(set) var site: LiveSite {
    didSet {
      search = nil
      documentation = nil
    }
  }
  private let options: PreviewOptions
  private let executor: WorkExecutor
  private let report: @Sendable (PreviewEvent) -> Void
  private var tabs: [Int: Tab] = [:]
  private var nextTab = 0
  /// What rendering pages has found, by route.
  private var rendered: [Int: [Diagnostic]] = [:]
  private var reported: Set<Diagnostic> = []
  private var check: Task<Void, Never>?
  /// The search's files of the current build, once somebody has searched it.
  private var search: Task<[OutputPath: [UInt8]], Never>?
  /// The pages of the current build for programs, once one has asked.
  private var documentation: Documentation?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// A page in a browser, as it was last told.
  private struct Tab {
    /// Of the URL, decoded.
    var path: String
    var version: String
    var findings: [UInt8] = []
    let events: AsyncStream<[UInt8]>.Continuation
  }

  init(
    _ site: LiveSite, options: PreviewOptions, executor: WorkExecutor,
    report: @escaping @Sendable (PreviewEvent) -> Void
  ) {
    self.site = site
    self.options = options
    self.executor = executor
    self.report = report
  }

  // MARK: Builds

  /// Reads the site to its end and looks at all of its pages.
  func complete(since start: ContinuousClock.Instant) async {
    let opened = site
    site = await Task(executorPreference: executor) { await opened.completed() }.value
    for continuation in waiting { continuation.resume() }
    waiting = []
    tell()
    checkPages(nil, after: .zero) { [report, pages = site.pageCount] in
      report(.ready(pages: pages, after: .now - start))
    }
  }

  /// Builds what a burst of changes asks for, and tells the tabs.
  func apply(_ paths: Set<String>, watch: FolderWatch) async {
    let start = ContinuousClock.now
    let old = site
    // Whoever waits for this change needs all cores.
    check?.cancel()
    let update = await Task(executorPreference: executor) { await old.updated(paths) }.value
    site = update.site
    tell(files: update.replaced)
    // A page with errors stays as it was: nothing is rebuilt, and yet there are findings.
    if update.kind != .nothing {
      report(.rebuilt(paths: paths.sorted(), kind: update.kind, after: .now - start))
    }
    // A check that was broken off has more to look at than this change.
    checkPages(check == nil ? update.affectedRoutes : nil) {}
    // What pages say changes no folders, but for what they import.
    if update.kind >= .files, site.folders != old.folders || update.kind == .everything {
      await watch.watch(site.folders)
    }
  }

  /// Renders pages behind everything else, for what is wrong with their links.
  private func checkPages(
    _ routes: [Int]?, after pause: Duration = .milliseconds(150),
    then finish: @escaping @Sendable () -> Void
  ) {
    check?.cancel()
    check = Task(executorPreference: executor) { [site] in
      // As long as changes follow one upon another, none of them is held up by this.
      try? await Task.sleep(for: pause)
      guard let found = await site.renderedFindings(of: routes) else { return }
      await self.take(found, of: routes, in: site.pageCount)
      finish()
      // Much has been made and thrown away: a build's stages and all pages' HTML.
      if routes == nil { docgen_return_free_memory() }
    }
  }

  private func take(_ found: [Int: [Diagnostic]], of routes: [Int]?, in count: Int) {
    guard !Task.isCancelled else { return }
    check = nil
    if let routes {
      for route in routes { rendered[route] = found[route] }
    } else {
      rendered = found
    }
    let all = site.reported(site.stageFindings + rendered.values.joined())
    let new = all.filter { !reported.contains($0) }
    let mended = reported.subtracting(all).sorted(by: Diagnostic.precedes)
    reported = Set(all)
    if !new.isEmpty || !mended.isEmpty {
      report(.findings(new: new, mended: mended, all: all.count))
    }
  }

  // MARK: Pages

  /// The page at a route, as soon as it can be rendered.
  func page(at route: Int, path: String) async -> (page: LivePage, site: LiveSite) {
    if !site.isWhole {
      if let early = await site.opened(for: route) { return (early.render(route: route), early) }
      await whole()
      // The number may be another page's by now.
      if case .page(let route) = site.content(at: path) { return (site.render(route: route), site) }
    }
    return (site.render(route: route), site)
  }

  /// A file of the search, of the build that is current when it is asked for.
  func searchFile(at path: String) async -> (bytes: [UInt8], output: OutputPath)? {
    guard path.contains(LiveSite.searchFolder) else { return nil }
    await whole()
    let task =
      search
      ?? Task(executorPreference: executor) { [site] in await site.searchFiles() }
    search = task
    let files = await task.value
    for output in site.outputs(at: path) {
      if let bytes = files[output] { return (bytes, output) }
    }
    return nil
  }

  /// The pages of the current build, for programs that read them; nil where there are none.
  func currentDocumentation() async -> Documentation? {
    await whole()
    documentation = documentation ?? site.documentation()
    return documentation
  }

  private func whole() async {
    if site.isWhole { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  // MARK: Tabs

  /// The events of a tab, from what it shows by now.
  func connect(path: String, version: String) -> AsyncStream<[UInt8]> {
    let (stream, events) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .bufferingNewest(64))
    let number = nextTab
    nextTab += 1
    tabs[number] = Tab(path: path, version: version, events: events)
    events.onTermination = { _ in Task { await self.disconnect(number) } }
    events.yield(ServerEvent.sign)
    tell(number)
    let pulse = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(10))
        events.yield(ServerEvent.sign)
      }
    }
    pulses[number] = pulse
    return stream
  }

  private var pulses: [Int: Task<Void, Never>] = [:]

  private func disconnect(_ number: Int) {
    tabs[number] = nil
    pulses.removeValue(forKey: number)?.cancel()
  }

  private func tell(files: [OutputPath] = []) {
    if !files.isEmpty {
      let event = ServerEvent.files(files.map(site.url))
      for tab in tabs.values { tab.events.yield(event) }
    }
    for number in tabs.keys.sorted() { tell(number) }
  }

  /// Tells a tab that its page is another by now, and what is wrong with it.
  private func tell(_ number: Int) {
    // What is rendered early has no findings, and is rendered again soon.
    guard site.isWhole, var tab = tabs[number] else { return }
    let page = shownPage(at: tab.path)
    if page.version != tab.version {
      tab.version = page.version
      tab.events.yield(ServerEvent.page(page.version))
    }
    let found = self.findings(on: page)
    let columns = ShownColumns(found) { [site = options.build.site] file in
      try? FileSystem.read("\(site)/\(file)")
    }
    let findings = ServerEvent.findings(columns.shown(found), editor: editor)
    if findings != tab.findings {
      tab.findings = findings
      tab.events.yield(findings)
    }
    tabs[number] = tab
  }

  private func shownPage(at path: String) -> LivePage {
    switch site.content(at: path) {
    case .page(let route): site.render(route: route)
    case .missing(.some(let route)): site.render(route: route)
    case .made, .file, .elsewhere, .missing(nil): LivePage(html: [], findings: [], sources: [])
    }
  }

  /// What readers of a page are shown: what is wrong with its files, and errors in what all pages
  /// are made with.
  func findings(on page: LivePage) -> [Diagnostic] {
    let sources = Set(page.sources)
    // Other pages' are left out before they are sorted: a site may have thousands.
    let near = (site.stageFindings + page.findings).filter { finding in
      guard let file = finding.span?.file else { return true }
      return sources.contains(file) || !site.isContent(file)
    }
    return site.reported(near).filter { finding in
      finding.severity == .error
        || finding.severity == .warning && finding.span.map { sources.contains($0.file) } == true
    }
  }

  private var editor: @Sendable (SourceSpan) -> String? {
    guard let editor = options.editor else { return { _ in nil } }
    let root = (try? FileSystem.resolved(options.build.site)) ?? options.build.site
    return { span in
      editor.url(
        file: root + "/" + span.file, line: span.start.line, column: span.start.column)
    }
  }
}

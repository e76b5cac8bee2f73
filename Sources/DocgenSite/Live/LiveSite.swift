import ConfigSchema
import DocgenCore

/// A build that stays in memory: all stages but the writing one. A value: `updated` makes the next
/// one, and this one goes on serving whoever has it.
///
/// What can't be read without errors any more (a page, a template, the configuration) stays as it
/// last was, with the errors beside it.
package struct LiveSite: Sendable {
  let builder: SiteBuilder
  var settings: LastGood<SiteSettings>
  var files: Diagnosed<SiteFiles>
  var theme: LastGood<SiteTheme?>
  var parsed: ParsedFiles
  /// As Git told it when all files were read to their ends; empty before.
  var history = FileHistory()
  /// Nil where there have never been pages and templates to make it from.
  var model: LiveModel?
  /// Whether files are parsed to their ends, not only as far as other pages show them.
  package internal(set) var isWhole: Bool

  /// Reads the site as far as its first page needs it.
  ///
  /// - Returns: Nil where there is no site; the diagnostics say why.
  ///
  /// - Parameter schemas: what pages can show as references beside docgen's own files.
  package static func opened(
    _ options: BuildOptions, schemas: [ReferenceSchema] = []
  ) async -> Diagnosed<LiveSite?> {
    let builder = SiteBuilder(options, schemas: schemas)
    if let obstacle = builder.obstacle() { return Diagnosed(nil, [obstacle]) }
    let settings = LastGood(builder.readSettings())
    let files = SiteFiles.discover(
      in: builder.folder, config: settings.value.config, locales: settings.value.locales)
    var site = LiveSite(
      builder: builder, settings: settings, files: files,
      theme: LastGood(SiteTheme.load(files.value)), parsed: ParsedFiles(), isWhole: false)
    await site.parse(onlyOpenings: true)
    return Diagnosed(site)
  }

  /// The same with all files read to their ends.
  package func completed() async -> LiveSite {
    var result = self
    let settings = settings.value
    // Git works on its own while the pages are parsed.
    var log = GitLog(
      of: builder.folder,
      paths: builder.historyPaths(settings.config, settings.locales, files.value))
    await result.parse(onlyOpenings: false) { log.history() }
    result.isWhole = true
    return result
  }

  private mutating func parse(
    onlyOpenings: Bool, history: () -> Diagnosed<FileHistory> = { Diagnosed(FileHistory()) }
  ) async {
    guard let theme = theme.value else { return }
    var parser = builder.parser(settings.value, theme)
    parser.readsOnlyOpenings = onlyOpenings
    parsed = await ParsedFiles.parse(
      files.value.content, by: parser, workers: builder.options.workers)
    self.history = history().value
    await assemble()
  }

  /// Makes the stages behind the parser anew; without pages or templates the old ones stay.
  ///
  /// - Parameter changed: the only pages that have changed, by their index in the catalogue; empty
  ///   where more has.
  mutating func assemble(changed: [Int: Page] = [:]) async {
    guard let theme = theme.value, !files.value.content.isEmpty else { return }
    model = await LiveModel.make(
      builder, settings.value, files.value, theme, parsed, history: history, after: model,
      changed: changed)
  }

  // MARK: Findings

  /// What all stages have found but those that render pages.
  package var stageFindings: [Diagnostic] {
    settings.diagnostics + files.diagnostics + theme.diagnostics + parsed.diagnostics
      + (model?.diagnostics ?? [])
  }

  /// Findings as a build reports them: sorted, each once, with the severities that the site wants.
  package func reported(_ findings: [Diagnostic]) -> [Diagnostic] {
    settings.value.config.diagnostics.reported(findings, isStrict: builder.options.isStrict)
  }

  /// What rendering pages finds, by their routes' indices; nil where the task is cancelled before
  /// the end.
  ///
  /// - Parameter routes: nil for all.
  package func renderedFindings(of routes: [Int]? = nil) async -> [Int: [Diagnostic]]? {
    guard let renderer = model?.renderer else { return [:] }
    let routes = routes ?? Array(renderer.site.routes.routes.indices)
    var findings: [Int: [Diagnostic]] = [:]
    for start in stride(from: 0, to: routes.count, by: Self.batch) {
      if Task.isCancelled { return nil }
      let batch = Array(routes[start..<min(start + Self.batch, routes.count)])
      let found = await concurrentMap(
        batch, workers: builder.options.workers, makeState: { [UInt8]() }
      ) { buffer, route in
        buffer.removeAll(keepingCapacity: true)
        return renderer.render(route: route, into: &buffer)
      }
      for (route, diagnostics) in zip(batch, found) where !diagnostics.isEmpty {
        findings[route] = diagnostics
      }
    }
    return findings
  }

  /// A change must not wait for more pages than these.
  private static let batch = 32

  /// How many pages there are.
  package var pageCount: Int { model?.site.routes.routes.count ?? 0 }

  // MARK: What is watched

  /// Folders whose files the site is made of, all that is below them included; relative to the
  /// site's folder.
  package var watchedFolders: Set<String> {
    let config = settings.value.config
    let folders =
      [config.content.path, SiteFiles.templateFolder, "i18n", "data", "src"]
      + config.staticDirectories
    return Set(folders.map { Self.normalized($0) })
  }

  /// Without slashes around it and dots in it; empty for the site's folder.
  private static func normalized(_ folder: String) -> String {
    let path = JoinedPath(folder: "", folder).text
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Folders of which only the files in them matter.
  package var watchedFlatFolders: Set<String> {
    let imported = parsed.all.map { SiteFiles.split($0.file.sourceFile).folder }
    let styles = ThemeAssets.customStylesheets(of: settings.value.config)
      .map { SiteFiles.split($0.source).folder }
    return Set(imported + styles + [""])
  }
}

import DocgenCore

extension LiveSite {
  /// The build after a change, and what the change was.
  package struct Update: Sendable {
    package var site: LiveSite
    package var kind: ChangeKind
    /// The files that are published as they are and have other bytes now.
    package var replaced: [OutputPath] = []
    /// The routes whose links have to be looked at again; nil: all.
    package var affectedRoutes: [Int]?
  }

  /// - Parameter changed: files and folders that are new, gone or different; relative to the site's
  ///   folder. An empty path stands for all of it.
  package func updated(_ changed: Set<String>) async -> Update {
    let changes = ChangedPaths(changed)
    if let update = await reparsed(changed) { return update }
    return await rescanned(changes)
  }

  // MARK: Pages alone

  /// The build where nothing has changed but what stands in pages that are there already; nil where
  /// more has.
  private func reparsed(_ changed: Set<String>) async -> Update? {
    var places: [Int] = []
    for file in changed.sorted() {
      let known = parsed.places(of: file)
      guard !known.isEmpty, builder.folder.holds(file) else { return nil }
      places += known
    }
    return await rereading(places)
  }

  /// The build where some files are read again, to their ends; nil where they reach further than
  /// to `ChangeKind.structure`.
  ///
  /// - Parameter places: indices of parsed files.
  private func rereading(_ places: [Int]) async -> Update? {
    guard let theme = theme.value, let model else { return nil }
    let parser = builder.parser(settings.value, theme)
    var next = self
    var kind = ChangeKind.nothing
    var pages: [Int: Page] = [:]
    for place in places {
      let old = parsed.all[place]
      let new = old.with(parser.parse(old.file), of: old.file)
      next.parsed.replace(place, with: new)
      guard let index = model.index(of: old.file), let before = old.page, let page = new.page
      else { return nil }
      let change = ChangeKind(from: before, to: page)
      if change >= .files { return nil }
      kind = max(kind, change)
      pages[index] = page
    }
    if kind == .structure {
      await next.assemble(changed: pages)
    } else {
      next.model = await model.replacing(pages, kind: kind, builder, files.value, theme)
    }
    return Update(
      site: next, kind: kind,
      affectedRoutes: kind < .assets ? affectedRoutes(by: pages, in: model) : nil)
  }

  /// The routes that show pages of which nothing has changed that others can link to; nil where
  /// more routes are affected.
  private func affectedRoutes(by pages: [Int: Page], in model: LiveModel) -> [Int]? {
    for (index, page) in pages {
      let (old, new) = (model.site.catalog.pages[index].document, page.document)
      guard !page.isPartial, old.headings.map(\.id) == new.headings.map(\.id),
        old.elementIDs == new.elementIDs, old.headings.map(\.level) == new.headings.map(\.level)
      else { return nil }
    }
    let changed = Set(pages.keys)
    return changed.union(model.links.partials.pages(showing: changed))
      .flatMap(model.site.routes(ofPage:)).sorted()
  }

  /// This site with as much read to its end as a page is made of, so that the page can be shown
  /// before the others are read; nil where it has to wait for them.
  package func opened(for route: Int) async -> LiveSite? {
    guard let model, !isWhole else { return self }
    guard case .page(let number) = model.site.routes.routes[route].target else { return self }
    let page = model.site.catalog.pages[number]
    // The page, and for its anchors the one that it translates.
    let source = model.site.catalog.index(
      ofPath: page.contentPath, in: model.site.locales[0].code)
    let files = Set([number, source ?? number].map { model.site.catalog.pages[$0].sourceFile })
    let places = files.sorted().flatMap(parsed.places)
    guard let next = await rereading(places)?.site, let read = next.model,
      read.site.routes.routes.count == model.site.routes.routes.count
    else { return nil }
    let hasPartials = page.document.slots.contains {
      if case .partial = $0 { true } else { false }
    }
    return hasPartials ? nil : next
  }

  // MARK: Files

  private func rescanned(_ changes: ChangedPaths) async -> Update {
    var next = self
    next.settings.take(builder.readSettings())
    let (config, locales) = (next.settings.value.config, next.settings.value.locales)
    next.files = SiteFiles.discover(in: builder.folder, config: config, locales: locales)
    let hasNewTemplates = changes.touch(SiteFiles.templateFolder) || theme.value == nil
    let hasNewData =
      files.value.data != next.files.value.data
      || next.files.value.data.contains(where: changes.include)
    if hasNewTemplates || hasNewData { next.theme.take(SiteTheme.load(next.files.value)) }

    var kind = ChangeKind.files
    if next.settings.value != settings.value { kind = .everything }
    let hasComponents = [theme.value, next.theme.value].contains {
      $0?.components.templates.isEmpty == false
    }
    if hasComponents, hasNewData || hasNewTemplates { kind = .everything }

    await next.reparse(changes, all: kind == .everything)
    await next.assemble()
    let replaced = (next.model?.published.files ?? []).filter { file in
      if case .copy(let source) = file.content { changes.include(source) } else { false }
    }
    return Update(site: next, kind: kind, replaced: replaced.map(\.path))
  }

  /// Parses what has changed, or all, and keeps the rest.
  private mutating func reparse(_ changes: ChangedPaths, all: Bool) async {
    guard let theme = theme.value else { return }
    let known = Dictionary(
      parsed.all.map { (FileIdentity($0.file), $0) }, uniquingKeysWith: { first, _ in first })
    var fresh = await ParsedFiles.parse(
      files.value.content, by: builder.parser(settings.value, theme),
      workers: builder.options.workers
    ) { file in
      all || changes.include(file.sourceFile) ? nil : known[FileIdentity(file)]
    }
    for (place, new) in fresh.all.enumerated() {
      guard all || changes.include(new.file.sourceFile), let old = known[FileIdentity(new.file)]
      else { continue }
      fresh.replace(
        place, with: old.with(Diagnosed(new.page, new.diagnostics), of: new.file))
    }
    parsed = fresh
  }
}

/// What tells one parsed file from another, whatever is in it.
private struct FileIdentity: Hashable {
  let locale: String
  let contentPath: String
  let sourceFile: String
  let isPartial: Bool

  init(_ file: ContentFile) {
    (locale, contentPath) = (file.locale, file.contentPath)
    (sourceFile, isPartial) = (file.sourceFile, file.isPartial)
  }
}

/// Paths that have changed; a folder stands for all that is below it.
private struct ChangedPaths {
  private let paths: Set<String>

  init(_ paths: Set<String>) { self.paths = paths }

  /// Whether a file has changed, or a folder that it stands in.
  func include(_ file: String) -> Bool {
    // So are the files of a site that is its own content folder named.
    let file = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    if paths.contains("") || paths.contains(file) { return true }
    var bytes = file.utf8[...]
    while let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
      bytes = bytes[..<slash]
      if paths.contains(String(Substring(bytes))) { return true }
    }
    return false
  }

  /// Whether something in a folder has changed, or the folder itself.
  func touch(_ folder: String) -> Bool {
    include(folder) || paths.contains { $0.hasPrefix(folder + "/") }
  }
}

import DocgenCore

/// What a site's pages are rendered from: the stages from the catalogue to the plan.
struct LiveModel: Sendable {
  private(set) var site: Site
  private(set) var links: SiteLinks
  private(set) var renderer: PageRenderer
  private(set) var published: PublishedIndex
  /// Of these stages.
  var diagnostics: [Diagnostic] { importFindings + otherFindings }
  private let importFindings: [Diagnostic]
  private let otherFindings: [Diagnostic]

  /// - Parameters:
  ///   - old: what there was before.
  ///   - changed: the only pages that have changed since, by their index in the old catalogue;
  ///     empty where more has.
  static func make(
    _ builder: SiteBuilder, _ settings: SiteSettings, _ files: SiteFiles, _ theme: SiteTheme,
    _ parsed: ParsedFiles, history: FileHistory, after old: LiveModel? = nil,
    changed: [Int: Page] = [:]
  ) async -> LiveModel {
    let pages = parsed.pages
    let catalog = builder.catalogue(pages)
    let outdated = builder.outdatedTranslations(in: catalog.value, settings.locales, history)
    let site = builder.assemble(
      settings, catalog.value, files, drafts: builder.drafts(pages), history: history,
      outdated: outdated.value)
    let kept = await old?.links(of: site.value, changed: changed, builder, files)
    let links =
      if let kept { kept } else {
        await SiteLinks.prepare(
          site.value, files: files, rules: builder.options.rules, workers: builder.options.workers)
      }
    let emitter = SiteEmitter(
      site: site.value, files: files, theme: theme.theme, links: links.value, onlyLocales: nil)
    let renderer = emitter.renderer()
    let planned = emitter.plan(renderer.value)
    return LiveModel(
      site: site.value, links: links.value, renderer: renderer.value,
      published: PublishedIndex(planned.value),
      importFindings: links.diagnostics,
      otherFindings: catalog.diagnostics + outdated.diagnostics + site.diagnostics
        + renderer.diagnostics
        + planned.diagnostics + OutputPlan.check(planned.value.map(\.path)))
  }

  /// The links where pages have changed and still have their addresses, as after a new title; nil
  /// where all of them have to be prepared anew.
  private func links(
    of site: Site, changed: [Int: Page], _ builder: SiteBuilder, _ files: SiteFiles
  ) async -> Diagnosed<SiteLinks>? {
    guard !changed.isEmpty, site.routes.routes == self.site.routes.routes,
      changed.allSatisfy({ index, page in
        let old = self.site.catalog.pages[index]
        return old.id == page.id && old.frontMatter.image == page.frontMatter.image
          && AssetCatalog.fileLinks(of: old) == AssetCatalog.fileLinks(of: page)
          && site.catalog.pages[index].sourceFile == page.sourceFile
      })
    else { return nil }
    let links = await links.updated(
      site, changed: changed.keys.sorted(), readsAssets: false, in: files.folder,
      workers: builder.options.workers)
    return Diagnosed(links, importFindings)
  }

  /// The index of a file's page in the catalogue; nil for one that is not in it.
  func index(of file: ContentFile) -> Int? {
    guard let index = site.catalog.index(ofPath: file.contentPath, in: file.locale),
      site.catalog.pages[index].sourceFile == file.sourceFile
    else { return nil }
    return index
  }

  /// The model after pages have changed as far as `ChangeKind.assets`.
  ///
  /// - Parameter pages: by their index in the catalogue.
  func replacing(
    _ pages: [Int: Page], kind: ChangeKind, _ builder: SiteBuilder, _ files: SiteFiles,
    _ theme: SiteTheme
  ) async -> LiveModel {
    var result = self
    for (index, page) in pages {
      result.site.catalog.replace(index, with: page)
    }
    result.links = await links.updated(
      result.site, changed: pages.keys.sorted(), readsAssets: kind == .assets,
      in: files.folder, workers: builder.options.workers)
    result.renderer.markdown.content.site = result.site
    result.renderer.markdown.content.links = result.links
    if kind == .assets {
      let emitter = SiteEmitter(
        site: result.site, files: files, theme: theme.theme, links: result.links,
        onlyLocales: nil)
      result.published = PublishedIndex(emitter.plan(result.renderer).value)
    }
    return result
  }
}

/// The files of the output by their paths.
struct PublishedIndex: Sendable {
  let files: [PublishedFile]
  private let indexes: [OutputPath: Int]

  init(_ files: [PublishedFile]) {
    self.files = files
    indexes = Dictionary(
      files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(path: OutputPath) -> PublishedFile? { indexes[path].map { files[$0] } }
}

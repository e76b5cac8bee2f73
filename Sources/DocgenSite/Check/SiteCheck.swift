import DocgenCore
import DocgenMarkup

/// The check stage: what would be published, read again as readers get it, and what is wrong with
/// it as far as nobody has said so yet.
struct SiteCheck {
  let site: Site
  let folder: SiteFolder
  let links: SiteLinks
  let planned: [PublishedFile]
  /// What was read of the files that the build has made.
  let files: [PublicationFile]
  let workers: Int
  /// The way to other sites; nil where they are not asked.
  var external: ExternalAccess?

  /// - Parameter known: what the build has found.
  func run(beside known: [Diagnostic]) async -> Diagnosed<ExternalSummary?> {
    let bases = site.locales.map { locale in
      Publication.Base(
        url: locale.baseURL, folder: locale.outputFolder.isEmpty ? "" : locale.outputFolder + "/")
    }
    let publication = Publication(
      files, bases: bases, origin: site.config.url.isEmpty ? nil : site.absolute(""),
      knowledge: knowledge)
    let linked = await LinkedPublication(publication, workers: workers)
    var sources = SiteSources(site: site, links: links, planned: planned)
    let outside = await externalOutcome(linked)
    let placed = await (linked.findings(workers: workers) + (outside?.findings ?? []))
      .sorted {
        ($0.file, $0.position?.line ?? 0, $0.position?.column ?? 0)
          < ($1.file, $1.position?.line ?? 0, $1.position?.column ?? 0)
      }
      .filter { !sources.vouch(for: $0, in: publication) }
      .map { ($0, sources.place(of: $0, in: publication)) }
    let found = FindingReport(publication: publication, repeats: 2).diagnostics(placed)
    return Diagnosed(
      outside?.summary,
      without(known, found) + emptyTexts + withoutURL + (outside?.diagnostics ?? []))
  }

  private func externalOutcome(_ linked: LinkedPublication) async -> ExternalCheck.Outcome? {
    guard let external else { return nil }
    return await ExternalCheck(
      site: linked, config: site.config.external, access: external, folder: folder.path
    ).run()
  }

  /// Said once and not of each page: canonical links and cards are no whole URLs.
  private var withoutURL: [Diagnostic] {
    guard site.config.url.isEmpty else { return [] }
    return [
      Diagnostic(
        .note, "publish/no-url", "The site does not say at which host it is published",
        hint: "set 'url': there is no sitemap, and canonical links and social cards need it")
    ]
  }

  /// To readers, an empty text says that a picture is decoration. In Markdown it is nearly always
  /// forgotten: `![](…)` is the shortest thing to write.
  private var emptyTexts: [Diagnostic] {
    site.catalog.pages.flatMap { page in
      page.document.links.filter(\.isWithoutText).map { link in
        Diagnostic(
          .note, "publish/empty-alt", "The picture '\(link.destination)' has an empty text",
          at: SourceSpan(file: page.sourceFile, start: link.position),
          hint: "say between the brackets what it shows, or write <img alt=\"\"> for decoration",
          locale: page.locale)
      }
    }
  }

  /// The resolver and this check are two witnesses of one fault; the first one's words stay.
  private func without(_ known: [Diagnostic], _ found: [Diagnostic]) -> [Diagnostic] {
    let areas = ["link/", "redirect/"]
    func isLink(_ diagnostic: Diagnostic) -> Bool {
      areas.contains(where: diagnostic.code.hasPrefix) && diagnostic.severity != .note
    }
    var places: Set<SourceSpan> = []
    for diagnostic in known where isLink(diagnostic) {
      if let span = diagnostic.span {
        places.insert(SourceSpan(file: span.file, start: span.start))
      }
    }
    // What menus and redirects lead to is said with the words of the configuration.
    let configured = known.filter { isLink($0) && $0.message.contains("which is no page") }
      .flatMap { quoted(in: $0.message) }
    let hasCircle = known.contains { $0.code == "redirect/circle" }
    let anchors = known.filter { $0.code == "redirect/unknown-anchor" }.compactMap {
      lastQuoted(in: $0.message)?.split(separator: "#").last
    }
    return found.filter { diagnostic in
      guard isLink(diagnostic) else { return true }
      guard let span = diagnostic.span else {
        switch diagnostic.code {
        case "link/redirect-circle": return !hasCircle
        case "link/unknown-anchor":
          return !anchors.contains { diagnostic.message.contains("'#\($0)'") }
        default: return !configured.contains { diagnostic.message.contains("'\($0)'") }
        }
      }
      return !places.contains(SourceSpan(file: span.file, start: span.start))
    }
  }

  /// The addresses that the last quoted word of a message has in the site's locales.
  private func quoted(in message: String) -> [String] {
    guard let word = lastQuoted(in: message) else { return [] }
    return site.locales.map { URLPath.join($0.baseURL, word).text }
  }

  private func lastQuoted(in message: String) -> String? {
    message.split(separator: "'", omittingEmptySubsequences: false).dropLast().last.map(String.init)
  }

  private var knowledge: Publication.Knowledge {
    var knowledge = Publication.Knowledge()
    let ignored = site.config.sitemap.ignorePatterns
    for route in site.routes.routes {
      if ignored.match(route, of: site) { knowledge.outOfSitemaps.insert(route.output.string) }
      guard case .page(let page) = route.target else {
        if case .category = route.target { continue }
        knowledge.generated.insert(route.output.string)
        continue
      }
      if route.isFallback { knowledge.fallbacks.insert(route.output.string) }
      if site.catalog.pages[page].frontMatter.unlisted {
        knowledge.unlisted.insert(route.output.string)
      }
    }
    for file in planned {
      if case .copy = file.content { knowledge.outOfSitemaps.insert(file.path.string) }
    }
    for draft in site.catalog.drafts where !draft.isPartial {
      for locale in site.locales where locale.isDefault || locale.code == draft.locale {
        let path = site.config.path(slug: draft.slug, locale: locale)
        if site.routes.index(at: path) == nil {
          knowledge.drafts.insert(path.withoutTrailingSlash.text)
        }
      }
    }
    return knowledge
  }
}

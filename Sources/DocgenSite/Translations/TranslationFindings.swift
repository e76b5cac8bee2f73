import DocgenCore
import DocgenMarkup

/// What is wrong with a site's translations: page by page beside the source page, and as a whole.
///
/// Findings are warnings and notes of the areas `translation` and `ui`, each with the line in the
/// translation and a note with the source page's. Texts are read once more for it, as building a site
/// keeps less of them.
package func translationFindings(of loaded: LoadedSite, workers: Int) async -> [Diagnostic] {
  let site = loaded.site
  let pairs = TranslationPair.all(in: site.catalog, locales: site.locales)
  let comparison = TranslationComparison(loaded)
  let compared = await concurrentMap(pairs, workers: workers) { comparison.findings(of: $0) }
  return compared.flatMap { $0 } + PagesWithoutSource.findings(of: site, in: loaded.files.folder)
    + UIStringFindings.findings(of: site, in: loaded.files.folder)
}

/// Compares pages with their translations, by all rules.
private struct TranslationComparison: Sendable {
  private let site: Site
  private let folder: SiteFolder
  private let links: LinkComparison
  private let options: MarkdownOptions

  init(_ loaded: LoadedSite) {
    site = loaded.site
    folder = loaded.files.folder
    links = LinkComparison(site: site, links: loaded.links)
    options = MarkdownOptions(site.config, components: SiteComponents(), exampleWords: [])
  }

  func findings(of pair: TranslationPair) -> [Diagnostic] {
    var findings = outdated(pair)
    // A file that can't be read any more has just been deleted: there is nothing to compare.
    guard let source = side(pair.source), let translation = side(pair.translation) else {
      return findings
    }
    let pages = ComparedPages(source: source, translation: translation)
    findings += FrontMatterComparison.findings(pages)
    let found = [
      pages.finding(
        pages.headings, "translation/headings", "The headings",
        hint: "give the translation the source page's headings, of the same levels"),
      pages.finding(
        pages.fences, "translation/fences", "The code blocks",
        hint: "copy the source page's code blocks with their languages"),
      pages.finding(
        AdmonitionComparison.difference(pages), "translation/admonitions", "The admonitions",
        hint: "use the source page's kinds; only titles and texts are translated"),
      pages.finding(
        PlaceholderComparison.difference(pages, blocks: pages.fences.matched),
        "translation/placeholders", "The placeholders", hint: "leave placeholders as they are"),
      pages.finding(
        CodeComparison.lines(pages, blocks: pages.fences.matched), "translation/code",
        "The lines of code blocks",
        hint: "leave code as it is; only comments and texts are translated"),
      pages.finding(
        CodeComparison.spans(pages), "translation/code-spans", "The words marked as code",
        hint: "leave what stands between backticks as it is", severity: .note),
    ]
    return findings + found.compactMap { $0 } + linkFindings(pages)
  }

  private func linkFindings(_ pages: ComparedPages) -> [Diagnostic] {
    let (elsewhere, otherwise) = links.differences(pages)
    var findings: [Diagnostic] = []
    if let found = pages.finding(
      elsewhere, "translation/links", "The links",
      hint: "let the translation link to the pages and anchors that the source page links to")
    {
      findings.append(found)
    }
    if let first = otherwise.map(\.translation).min(by: {
      ($0.line, $0.column) < ($1.line, $1.column)
    }) {
      let count = otherwise.count == 1 ? "A link is" : "\(otherwise.count) links are"
      findings.append(
        pages.finding(
          .note, "translation/link-spelling",
          "\(count) written otherwise than in the source page, with the same target",
          at: pages.span(first.line, column: first.column),
          notes: otherwise.prefix(4).map {
            .init(
              "\($0.source.shown) of the source page",
              span: pages.sourceSpan($0.source.line, column: $0.source.column))
          },
          hint: "the source page's own spelling works in every language"))
    }
    return findings
  }

  private func outdated(_ pair: TranslationPair) -> [Diagnostic] {
    let (source, page) = (site.catalog.pages[pair.source], site.catalog.pages[pair.translation])
    let span = SourceSpan(file: page.sourceFile, line: 1)
    let note = Diagnostic.Note(
      "the source page", span: SourceSpan(file: source.sourceFile, line: 1))
    let record = "'docgen i18n record --page \(page.sourceFile)'"
    if let evidence = site.outdated[pair.translation] {
      let since = evidence == .record ? "recorded" : "committed"
      return [
        Diagnostic(
          .warning, "translation/outdated",
          "The source page has changed since this translation was \(since)", at: span,
          notes: [note], hint: "translate what has changed, and say so with \(record)",
          locale: page.locale)
      ]
    }
    guard site.outdated.staleRecords.contains(pair.translation) else { return [] }
    return [
      Diagnostic(
        .note, "translation/stale-record",
        "The source page and this translation have both changed since they were recorded",
        at: span, notes: [note], hint: "if they agree, say so with \(record)", locale: page.locale)
    ]
  }

  private func side(_ number: Int) -> ComparedPages.Side? {
    let page = site.catalog.pages[number]
    guard let bytes = try? FileSystem.read(folder.absolute(page.sourceFile)) else { return nil }
    let block = FrontMatterBlock(bytes)
    let source = MarkdownSource(
      file: page.sourceFile, body: Array(block.body), firstLine: block.bodyLine,
      format: PageParser.format(
        of: page.contentPath, page.frontMatter, standard: site.config.markdown.format))
    return ComparedPages.Side(
      number: number, page: page, block: block,
      structure: MarkdownParser.structure(of: source, options: options), text: SourceText(bytes))
  }
}

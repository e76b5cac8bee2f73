import DocgenCore

/// The route stage: every URL of the site. A page is shown under one URL in each locale, in the
/// default locale's words where it has no translation (a fallback).
struct RouteBuilder {
  let config: SiteConfig
  let locales: [SiteLocale]
  let catalog: Catalog
  let navigations: [Navigation]
  let tags: [[Tag]]

  private struct Draft {
    var route: Route
    var id: ContentID?
    var span: SourceSpan?
  }

  /// - Returns: routes sorted by locale: its own pages, fallbacks, generated indexes, tags, the
  ///   404 page.
  ///   Findings are errors: `route/duplicate`, `route/outside`.
  func build() -> Diagnosed<RouteTable> {
    var drafts: [Draft] = []
    var diagnostics: [Diagnostic] = []
    for (index, locale) in locales.enumerated() {
      addPages(of: index, to: &drafts, &diagnostics)
      for (number, page) in navigations[index].generatedIndexes.enumerated() {
        add(.category(number), page.slug, locale: index, to: &drafts, &diagnostics)
      }
      if !tags[index].isEmpty {
        add(.tagList, Tag.listSlug, locale: index, to: &drafts, &diagnostics)
      }
      for (number, tag) in tags[index].enumerated() {
        add(.tag(number), tag.slug, locale: index, to: &drafts, &diagnostics)
      }
      addSearch(of: index, to: &drafts)
      if let output = OutputPath(locale.outputPath("404.html")) {
        let route = Route(
          target: .notFound, locale: index, path: URLPath(locale.baseURL + "404.html"),
          output: output, isFallback: false)
        drafts.append(Draft(route: route))
      }
    }
    let kept = withoutDuplicates(drafts, &diagnostics)
    let table = RouteTable(
      kept.map(\.route), identities: kept.map(\.id), localeCount: locales.count)
    return Diagnosed(table, diagnostics)
  }

  /// A site's own page at that address takes its place.
  private func addSearch(of index: Int, to drafts: inout [Draft]) {
    let locale = locales[index]
    guard config.hasSearch, let output = OutputPath(locale.outputPath(SearchIndexFiles.page)),
      !drafts.contains(where: { $0.route.output == output })
    else { return }
    let route = Route(
      target: .search, locale: index, path: URLPath(locale.baseURL + SearchIndexFiles.page),
      output: output, isFallback: false)
    drafts.append(Draft(route: route))
  }

  private func addPages(
    of index: Int, to drafts: inout [Draft], _ diagnostics: inout [Diagnostic]
  ) {
    let (code, source) = (locales[index].code, locales[0].code)
    let own = catalog.ids(in: code)
    let known = Set(own)
    let missing = code == source ? [] : catalog.ids(in: source).filter { !known.contains($0) }
    for (id, shown) in own.map({ ($0, code) }) + missing.map({ ($0, source) }) {
      guard let number = catalog.index(of: id, in: shown) else { continue }
      add(
        .page(number), catalog.pages[number].slug, locale: index, isFallback: shown != code,
        to: &drafts, &diagnostics)
    }
  }

  private func add(
    _ target: Route.Target, _ slug: String, locale index: Int, isFallback: Bool = false,
    to drafts: inout [Draft], _ diagnostics: inout [Diagnostic]
  ) {
    let locale = locales[index]
    let path = config.path(slug: slug, locale: locale)
    let page: Page? = if case .page(let number) = target { catalog.pages[number] } else { nil }
    let span = page.map {
      $0.frontMatter.node?["slug"]?.span ?? SourceSpan(file: $0.sourceFile, line: 1)
    }
    if let output = config.output(of: path, locale: locale) {
      let route = Route(
        target: target, locale: index, path: path, output: output, isFallback: isFallback)
      drafts.append(Draft(route: route, id: page?.id, span: span))
    } else if !isFallback {
      // A fallback's address is as wrong as its source's, which is reported.
      diagnostics.append(
        Diagnostic(
          .error, "route/outside", "The address '\(path.text)' leads out of the site", at: span,
          hint: "write a path without '..' and control characters", locale: locale.code))
    }
  }

  /// The first page at a path stays; the others are reported.
  private func withoutDuplicates(
    _ drafts: [Draft], _ diagnostics: inout [Diagnostic]
  ) -> [Draft] {
    var first: [OutputPath: Int] = [:]
    var kept: [Draft] = []
    for draft in drafts {
      guard let other = first[draft.route.output] else {
        first[draft.route.output] = kept.count
        kept.append(draft)
        continue
      }
      // A fallback's collision is the same as its source's.
      guard !draft.route.isFallback else { continue }
      let note = Diagnostic.Note("The first page at that address", span: kept[other].span)
      diagnostics.append(
        Diagnostic(
          .error, "route/duplicate", "Two pages have the address '\(draft.route.path.text)'",
          at: draft.span ?? kept[other].span, notes: [note],
          hint: "only the first is published; give one of them another 'slug'",
          locale: locales[draft.route.locale].code))
    }
    return kept
  }
}

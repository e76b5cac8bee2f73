import DocgenCore

/// The route stage: every URL of the site. A page is shown under one URL in each locale, in the
/// default locale's words where it has no translation (a fallback).
struct RouteBuilder {
  let config: SiteConfig
  let locales: [SiteLocale]
  let catalog: Catalog
  let navigations: [Navigation]

  private struct Draft {
    var route: Route
    var id: ContentID?
    var span: SourceSpan?
  }

  func build() -> Diagnosed<RouteTable> {
    var drafts: [Draft] = []
    for index in locales.indices {
      drafts += pageDrafts(locale: index)
      drafts += categoryDrafts(locale: index)
      drafts.append(notFoundDraft(locale: index))
    }
    let (kept, diagnostics) = withoutDuplicates(drafts)
    let table = RouteTable(
      kept.map(\.route), identities: kept.map(\.id), localeCount: locales.count)
    return Diagnosed(table, diagnostics)
  }

  private func pageDrafts(locale index: Int) -> [Draft] {
    let locale = locales[index]
    let own = catalog.ids(in: locale.code)
    let source = locales[0].code
    let known = Set(own)
    let missing = locale.isDefault ? [] : catalog.ids(in: source).filter { !known.contains($0) }
    return (own.map { ($0, locale.code) } + missing.map { ($0, source) }).compactMap {
      id, shown in
      guard let number = catalog.index(of: id, in: shown) else { return nil }
      let page = catalog.pages[number]
      let path = path(slug: page.slug, locale: locale)
      guard let output = outputPath(of: path, locale: locale) else { return nil }
      let route = Route(
        target: .page(number), locale: index, path: path, output: output,
        isFallback: shown != locale.code)
      return Draft(route: route, id: id, span: SourceSpan(file: page.sourceFile, line: 1))
    }
  }

  private func categoryDrafts(locale index: Int) -> [Draft] {
    navigations[index].generatedIndexes.enumerated().compactMap { number, page in
      let path = path(slug: page.slug, locale: locales[index])
      guard let output = outputPath(of: path, locale: locales[index]) else { return nil }
      return Draft(
        route: Route(
          target: .category(number), locale: index, path: path, output: output, isFallback: false))
    }
  }

  private func notFoundDraft(locale index: Int) -> Draft {
    let locale = locales[index]
    let output = OutputPath(Self.join(locale.outputFolder, "404.html")) ?? Self.notFound
    return Draft(
      route: Route(
        target: .notFound, locale: index, path: URLPath(locale.baseURL + "404.html"),
        output: output, isFallback: false))
  }

  private static let notFound = OutputPath(valid: "404.html")

  // MARK: Paths

  /// Where a slug lives, with the slash at its end that the site wants.
  func path(slug: String, locale: SiteLocale) -> URLPath {
    let path = URLPath.join(locale.baseURL, config.content.routeBasePath, slug)
    if path.text == locale.baseURL || path.text.hasSuffix(".html") { return path }
    switch config.trailingSlash {
    case .asComputed: return path
    case .always: return path.text.hasSuffix("/") ? path : URLPath(path.text + "/")
    case .never: return path.withoutTrailingSlash
    }
  }

  private func outputPath(of path: URLPath, locale: SiteLocale) -> OutputPath? {
    let local = path.text.dropFirst(locale.baseURL.count).split(separator: "/")
      .joined(separator: "/")
    let file: String
    if local.isEmpty {
      file = "index.html"
    } else if local.hasSuffix(".html") {
      file = local
    } else if config.trailingSlash == .never {
      file = local + ".html"
    } else {
      file = local + "/index.html"
    }
    return OutputPath(Self.join(locale.outputFolder, file))
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }

  // MARK: Collisions

  /// The first page at a path stays; the others are reported.
  private func withoutDuplicates(_ drafts: [Draft]) -> ([Draft], [Diagnostic]) {
    var first: [OutputPath: Int] = [:]
    var kept: [Draft] = []
    var diagnostics: [Diagnostic] = []
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
          .warning, "route/duplicate", "Two pages have the address \(draft.route.path.text)",
          at: draft.span, notes: [note],
          hint: "only the first is published; give one of them another 'slug'",
          locale: locales[draft.route.locale].code))
    }
    return (kept, diagnostics)
  }
}

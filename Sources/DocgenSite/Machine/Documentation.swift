import DocgenCore
import DocgenMarkup

/// A site's pages for programs that ask for them one by one: a list of all, each as Markdown, and the
/// search. What `llms.exclude` keeps from them is not among them.
///
/// A value of one build. The search's index is made in the background as soon as there is this value.
package struct Documentation: Sendable {
  package struct Entry: Sendable, Equatable {
    /// Of the readers that the page is shown to.
    package var locale: String
    /// Percent-encoded, base URL included.
    package var path: String
    /// With scheme and host, where the site says which.
    package var url: String
    package var title: String
    package var description: String
    /// A page's content ID; nil for a generated index.
    package var id: String?
    /// Whether the page is in the default locale's language, for it has no translation.
    package var isFallback: Bool
    /// Whether it is in no list; who knows its address may read it.
    package var isUnlisted: Bool
    /// An index into the site's routes.
    var route: Int
  }

  package let title: String
  package let tagline: String
  /// The default locale first.
  package let locales: [String]
  /// Listed or not, in the order of routes.
  private let entries: [Entry]
  private let byRoute: [Int: Int]
  /// By encoded paths without a slash at their ends, old addresses among them.
  private let byPath: [String: Int]
  /// The paths of pages that the site's search finds and programs don't.
  private let hidden: Set<String>
  private let site: Site
  private let markdown: PageMarkdown
  private let siteSearch: Task<SiteSearch, Never>

  package init(_ loaded: LoadedSite, workers: Int) {
    site = loaded.site
    title = site.config.title
    tagline = site.config.tagline
    locales = site.locales.map(\.code)
    markdown = loaded.markdown
    let entries = site.routes.routes.indices.compactMap { [site] in Self.entry($0, of: site) }
    self.entries = entries
    byRoute = Dictionary(
      entries.enumerated().map { ($1.route, $0) }, uniquingKeysWith: { first, _ in first })
    let excluded = site.config.llms.exclude
    hidden = Set(
      site.routes.routes.filter { [site] in excluded.match($0, of: site) }.map(\.path.encoded))
    let current = entries.enumerated().map { (Self.key($1.path), $0) }
    byPath = Dictionary(
      current + Self.oldPaths(of: site, byRoute), uniquingKeysWith: { first, _ in first })
    siteSearch = Task {
      await SiteSearch.build(loaded.site, partials: loaded.links.partials, workers: workers)
    }
  }

  private static func entry(_ index: Int, of site: Site) -> Entry? {
    let route = site.routes.routes[index]
    if site.config.llms.exclude.match(route, of: site) { return nil }
    var entry = Entry(
      locale: site.locales[route.locale].code, path: route.path.encoded,
      url: site.absolute(route.path.encoded), title: "", description: "", id: nil,
      isFallback: route.isFallback, isUnlisted: false, route: index)
    switch route.target {
    case .page(let number):
      let page = site.catalog.pages[number]
      (entry.title, entry.description, entry.id) = (page.title, page.description, page.id.text)
      entry.isUnlisted = page.frontMatter.unlisted
    case .category(let number):
      let category = site.navigations[route.locale].generatedIndexes[number]
      (entry.title, entry.description) = (category.title, category.description)
    case .tag, .tagList, .search, .notFound: return nil
    }
    return entry
  }

  private static func oldPaths(of site: Site, _ entries: [Int: Int]) -> [(String, Int)] {
    site.locales.indices.flatMap { locale in
      site.redirects(locale: locale).compactMap { redirect in
        let target = RedirectTarget(redirect.to, site: site, locale: locale)
        let from = URLPath.join(site.locales[locale].baseURL, redirect.from).encoded
        return target.route.flatMap { entries[$0] }.map { (key(from), $0) }
      }
    }
  }

  // MARK: Pages

  /// All pages of a locale that are in lists.
  package func list(locale: String) -> [Entry] {
    entries.filter { $0.locale == locale && !$0.isUnlisted }
  }

  /// The page that people or programs call by that name: its URL, its path with or without `.md`, or
  /// its content ID, which is one of the locale's pages.
  ///
  /// - Parameter locale: the default locale where it is nil.
  package func entry(named name: String, locale: String?) -> Entry? {
    let host = site.absolute("")
    var path = name.prefix { $0 != "#" && $0 != "?" }
    if !host.isEmpty, path.hasPrefix(host) { path = path.dropFirst(host.count) }
    if path.hasPrefix("/"), let found = entry(at: String(path)) { return found }
    let id = ContentID(String(path.drop { $0 == "/" }))
    let readers = locale.map { locales.firstIndex(of: $0) } ?? 0
    return readers.flatMap { site.routes.index(of: id, locale: $0) }
      .flatMap { byRoute[$0] }.map { entries[$0] }
  }

  private func entry(at path: String) -> Entry? {
    var candidates = [path]
    if path.hasSuffix(".md") {
      candidates.append(String(path.dropLast(3)))
      if path.hasSuffix("/index.md") { candidates.append(String(path.dropLast(8))) }
    }
    return candidates.lazy.compactMap { byPath[Self.key($0)] }.first.map { entries[$0] }
  }

  private static func key(_ path: String) -> String {
    URLPath(URLPath(path).encoded).withoutTrailingSlash.text
  }

  /// The path that is most like a name that no page has.
  package func suggestion(for name: String, locale: String?) -> String? {
    let index = locale.flatMap { locales.firstIndex(of: $0) } ?? 0
    // What is no path is meant to be a content ID, which a page's slug mostly is.
    let path =
      name.hasPrefix("/")
      ? name : site.config.path(slug: "/" + name, locale: site.locales[index]).text
    return NearestPaths(site.routes.paths(locale: index).map { String($0.drop { $0 == "/" }) })
      .nearest(to: String(path.drop { $0 == "/" })).map { "/" + $0 }
  }

  package func page(_ entry: Entry) -> MarkdownPage? { markdown.page(at: entry.route) }

  /// The categories around a page, outermost first.
  package func breadcrumbs(of entry: Entry) -> [String] {
    let route = site.routes.routes[entry.route]
    let target: NavigationTarget
    switch route.target {
    case .page(let number): target = .page(site.catalog.pages[number].id)
    case .category(let number): target = .generatedIndex(number)
    case .tag, .tagList, .search, .notFound: return []
    }
    return Breadcrumbs.trail(for: target, in: site.navigations[route.locale])
      .dropLast().map(\.label)
  }

  // MARK: Search

  /// Pages as the site's own search ranks them, best first.
  package func search(
    _ query: String, locale: String, limit: Int
  ) async -> [SiteSearch.Result] {
    let found = await siteSearch.value.search(query, locale: locale, limit: limit + hidden.count)
    return Array(found.filter { !hidden.contains($0.path) }.prefix(limit))
  }

  /// With scheme and host, where the site says which.
  package func url(of path: String) -> String { site.absolute(path) }
}

extension LiveSite {
  /// The pages of this build; nil where there have never been any.
  package func documentation() -> Documentation? {
    guard let model, let theme = theme.value else { return nil }
    let loaded = LoadedSite(
      site: model.site, files: files.value, theme: theme.theme, links: model.links,
      parser: builder.parser(settings.value, theme))
    return Documentation(loaded, workers: builder.options.workers)
  }
}

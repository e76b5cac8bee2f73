import DocgenCore
import DocgenMarkup

/// The resolve stage: where each link of a page leads, under the route at which the page is shown.
///
/// How `../install.md#linux` is resolved for readers of zh-CN: `LinkDestination` cuts it up, this
/// file sends it on, `LinkResolver+Pages` finds the file in the locale's `ContentTree` and the URL
/// of its page in that locale, and `AnchorTable` knows whether the page has `linux`, or a heading
/// that translates it.
package struct LinkResolver: Sendable {
  private(set) var catalog: Catalog
  let routes: RouteTable
  private(set) var tree: ContentTree
  let bases: BaseURLs
  private(set) var anchors: AnchorTable
  private(set) var assets: AssetCatalog
  private(set) var places: LinkPlaces
  /// Where old addresses lead; these without slashes around them.
  let redirects: [String: String]
  /// The content paths of drafts, and the paths that their pages would have below a base URL, without
  /// slashes around them.
  let draftFiles: Set<String>
  let draftPaths: Set<String>
  /// Where the output folder is published.
  let siteBaseURL: String
  let rules: LinkRules
  private var suggestions: LinkSuggestions

  package init(
    config: SiteConfig, locales: [SiteLocale], catalog: Catalog, routes: RouteTable,
    anchors: AnchorTable, assets: AssetCatalog, rules: LinkRules = .docgen
  ) {
    self.rules = rules
    self.catalog = catalog
    self.routes = routes
    self.anchors = anchors
    self.assets = assets
    tree = ContentTree(catalog: catalog, locales: locales, config: config)
    bases = BaseURLs(locales, rules: rules)
    places = LinkPlaces(
      catalog: catalog, routes: routes, locales: locales,
      routeBasePath: config.content.routeBasePath)
    var redirects: [String: String] = [:]
    if rules.repairs {
      for redirect in config.redirects {
        for from in redirect.from where redirects[Self.withoutSlashes(from)] == nil {
          redirects[Self.withoutSlashes(from)] = redirect.to
        }
      }
      for page in catalog.pages {
        let path = URLPath.join(config.content.routeBasePath, page.slug).text
        for alias in page.frontMatter.aliases where redirects[Self.withoutSlashes(alias)] == nil {
          redirects[Self.withoutSlashes(alias)] = path
        }
      }
    }
    self.redirects = redirects
    draftFiles = Set(catalog.drafts.map(\.contentPath))
    draftPaths = Set(
      catalog.drafts.map {
        Self.withoutSlashes(URLPath.join(config.content.routeBasePath, $0.slug).text)
      })
    siteBaseURL = config.baseURL
    suggestions = LinkSuggestions(
      routes: routes, locales: locales, catalog: catalog, anchors: anchors, assets: assets.files)
  }

  /// The resolver after pages have changed, but for their identities and addresses.
  func updated(_ catalog: Catalog, anchors: AnchorTable, assets: AssetCatalog) -> LinkResolver {
    var result = self
    result.catalog = catalog
    result.tree.catalog = catalog
    result.places.catalog = catalog
    result.anchors = anchors
    result.assets = assets
    result.suggestions.anchors = anchors
    return result
  }

  static func withoutSlashes(_ path: String) -> String {
    let joined = JoinedPath(folder: "", path).text
    return joined.hasSuffix("/") ? String(joined.dropLast()) : joined
  }

  /// What a link leads to, and what is wrong with it.
  struct Answer {
    var link: ResolvedLink
    var problems: [LinkProblem] = []
  }

  /// All links of a page or a partial, in the order of its document's.
  ///
  /// What is wrong with a page is said once: for readers of its own locale. For those who see it as
  /// a fallback only what is wrong for them alone.
  ///
  /// - Parameters:
  ///   - number: the file with the links, an index into the catalogue.
  ///   - index: where it is shown, an index into the routes.
  package func resolve(page number: Int, route index: Int) -> Diagnosed<[ResolvedLink]> {
    let place = places.place(page: number, route: index)
    var diagnostics: [Diagnostic] = []
    let links = place.page.document.links.map { link in
      let answer = resolve(link, at: place)
      diagnostics += findings(answer.problems, of: link, at: place, page: number)
      return answer.link
    }
    return Diagnosed(links, diagnostics)
  }

  /// The image that a page's front matter names, under a route; nil where it names none.
  package func socialImage(page number: Int, route index: Int) -> Diagnosed<ResolvedLink?> {
    let place = places.place(page: number, route: index)
    guard let image = place.page.frontMatter.image else { return Diagnosed(nil) }
    let span = place.page.frontMatter.node?["image"]?.span
    let link = DocumentLink(
      kind: .image, destination: image,
      position: span?.start ?? SourcePosition(line: 1, column: 1))
    let answer = resolve(link, at: place)
    return Diagnosed(
      answer.link, findings(answer.problems, of: link, at: place, page: number))
  }

  // MARK: Kinds of destinations

  func resolve(_ link: DocumentLink, at place: LinkPlace) -> Answer {
    let destination = LinkDestination(link.destination)
    let isLink = link.kind == .link
    var text: String { isLink ? URLPath.encode(destination.text) : destination.text }
    switch destination.form {
    case .empty:
      return Answer(link: ResolvedLink(.unresolved, ""), problems: [.empty])
    case .external:
      return Answer(link: ResolvedLink(.external, text, opensNewTab: isLink))
    case .contact:
      return Answer(link: ResolvedLink(.contact, text, opensNewTab: isLink))
    case .pathname:
      return Answer(link: trusted(link, destination, at: place))
    case .samePage:
      return samePage(destination, at: place)
    case .site, .absolute, .relative, .bare:
      if link.isMedia { return media(link, destination, at: place) }
      if destination.isMarkdownFile { return file(link, destination, at: place) }
      return page(link, destination, at: place)
    }
  }

  /// `pathname://`: nothing is looked up, and all that is added is the base URL.
  private func trusted(
    _ link: DocumentLink, _ destination: LinkDestination, at place: LinkPlace
  ) -> ResolvedLink {
    var path = destination.path
    let base = place.locale.baseURL
    if !link.isMedia, path.hasPrefix("/"), !path.hasPrefix(base) {
      path = URLPath.join(base, path).text
    }
    return ResolvedLink(
      .external, URLPath.encode(path + destination.suffix), opensNewTab: link.kind == .link)
  }

  private func samePage(_ destination: LinkDestination, at place: LinkPlace) -> Answer {
    let path = destination.query.isEmpty ? "" : place.route.path.encoded
    return Answer(
      link: ResolvedLink(
        .page, path + URLPath.encode(destination.suffix), targetRoute: place.routeIndex),
      problems: anchorProblem(destination, route: place.routeIndex))
  }

  // MARK: Findings

  private func findings(
    _ problems: [LinkProblem], of link: DocumentLink, at place: LinkPlace, page: Int
  ) -> [Diagnostic] {
    if problems.isEmpty { return [] }
    var known: [LinkProblem] = []
    if place.page.locale != place.locale.code,
      let own = places.ownPlace(of: place, page: page)
    {
      known = resolve(link, at: own).problems
    }
    let destination = LinkDestination(link.destination)
    let path = sitePath(of: destination, at: place)
    return problems.filter { problem in !known.contains { $0.code == problem.code } }
      .map { problem in
        var problem = problem
        if case .baseURL(let base, _) = problem, let new = newAddress(of: link, at: place) {
          problem = .baseURL(base, path: new)
        }
        return Diagnostic(
          problem.severity, problem.code, problem.message(destination.text),
          at: SourceSpan(file: place.page.sourceFile, start: link.position),
          hint: suggestions.hint(for: problem, destination, sitePath: path, at: place),
          locale: place.locale.code)
      }
  }
}

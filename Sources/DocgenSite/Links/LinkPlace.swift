/// Where a link stands: in which file, and on which page for which readers that file is shown.
struct LinkPlace: Sendable {
  /// The file with the link; a partial's is not the page that is shown.
  let page: Page
  /// An index into the routes.
  let routeIndex: Int
  let route: Route
  /// The reader's.
  let locale: SiteLocale
  /// The identity of the page that is shown; nil for what is no page.
  let shownID: ContentID?
  /// The route's path as it would be without a policy on slashes at its end.
  let computedPath: URLPath
}

/// Makes places of pages and routes.
struct LinkPlaces: Sendable {
  var catalog: Catalog
  let routes: RouteTable
  let locales: [SiteLocale]
  let routeBasePath: String

  /// - Parameters:
  ///   - page: the file with the links, an index into the catalogue.
  ///   - index: where it is shown, an index into the routes.
  func place(page: Int, route index: Int) -> LinkPlace {
    let route = routes.routes[index]
    let locale = locales[route.locale]
    var shownID: ContentID?
    var computedPath = route.path
    if case .page(let shown) = route.target {
      shownID = catalog.pages[shown].id
      computedPath = .join(locale.baseURL, routeBasePath, catalog.pages[shown].slug)
    }
    return LinkPlace(
      page: catalog.pages[page], routeIndex: index, route: route, locale: locale,
      shownID: shownID, computedPath: computedPath)
  }

  /// The same file shown to readers of its own locale; nil where it is not.
  func ownPlace(of place: LinkPlace, page: Int) -> LinkPlace? {
    guard let id = place.shownID, let locale = index(ofLocale: place.page.locale),
      let route = routes.index(of: id, locale: locale)
    else { return nil }
    return self.place(page: page, route: route)
  }

  func index(ofLocale code: String) -> Int? { locales.firstIndex { $0.code == code } }
}

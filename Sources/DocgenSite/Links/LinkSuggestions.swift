/// What authors may have meant by links that lead nowhere.
struct LinkSuggestions: Sendable {
  var anchors: AnchorTable
  /// Without the base URL.
  private let pages: NearestPaths
  private let contentFiles: NearestPaths
  private let assets: NearestPaths
  private let besideContent: NearestPaths

  init(
    routes: RouteTable, locales: [SiteLocale], catalog: Catalog, anchors: AnchorTable,
    assets: AssetFiles
  ) {
    self.anchors = anchors
    var paths: [String] = []
    for route in routes.routes where route.target.isContent && !route.isFallback {
      let isOwn = route.locale == 0
      // The default locale has nearly all pages; of the others only what it lacks is new.
      guard isOwn || Self.isOnlyThere(route, catalog, locales) else { continue }
      let base = locales[route.locale].baseURL
      paths.append(
        JoinedPath(folder: "", String(route.path.text.utf8.dropFirst(base.utf8.count)) ?? "").text)
    }
    pages = NearestPaths(paths)
    contentFiles = NearestPaths(
      catalog.pages.filter { page in
        !page.isPartial
          && (page.locale == locales.first?.code
            || catalog.index(ofPath: page.contentPath, in: locales.first?.code ?? "") == nil)
      }.map(\.contentPath))
    self.assets = NearestPaths(assets.publishedPaths)
    besideContent = NearestPaths(assets.contentPaths)
  }

  private static func isOnlyThere(
    _ route: Route, _ catalog: Catalog, _ locales: [SiteLocale]
  ) -> Bool {
    guard case .page(let index) = route.target, let source = locales.first?.code else {
      return false
    }
    return catalog.index(of: catalog.pages[index].id, in: source) == nil
  }

  /// - Parameters:
  ///   - sitePath: where the link leads, without a base URL.
  ///   - place: where it stands.
  func hint(
    for problem: LinkProblem, _ destination: LinkDestination, sitePath: String, at place: LinkPlace
  ) -> String {
    switch problem {
    case .empty:
      "write where it leads: a page's path, a file's name or a URL"
    case .baseURL(_, let path):
      "write '\(path)': docgen adds the base URL and the reader's locale"
    case .otherLocale:
      "it stays there; readers are taken to that language"
    case .unknownPage:
      pages.nearest(to: sitePath).map { didYouMean("/" + $0) }
        ?? "write the path of a page below the site's root, or the name of its file"
    case .unknownFile:
      contentFiles.nearest(to: contentPath(destination, at: place)).map { didYouMean("/" + $0) }
        ?? "the path starts at this file's folder, or with a slash at the content folder"
    case .draft:
      "publish the page, or take the link away until then"
    case .unpublishedFile:
      "import it as a component to show what is in it, or take the underscore off its name"
    case .unknownAnchor(let id, let page, _):
      anchors.nearest(to: id, onPage: page).map { didYouMean("#" + $0) }
        ?? "give the heading that you mean an ID: ## Heading {#\(id)}"
    case .unknownImage, .unknownAsset:
      nearestAsset(destination, sitePath: sitePath, at: place).map(didYouMean)
        ?? "put it beside this file, or below a static folder and write its path from there"
    }
  }

  private func didYouMean(_ name: String) -> String { "did you mean '\(name)'?" }

  private func contentPath(_ destination: LinkDestination, at place: LinkPlace) -> String {
    let path = destination.spellings.last ?? ""
    switch destination.form {
    case .relative, .bare:
      return JoinedPath(folder: JoinedPath.folder(of: place.page.contentPath), path).text
    default: return JoinedPath(folder: "", path).text
    }
  }

  private func nearestAsset(
    _ destination: LinkDestination, sitePath: String, at place: LinkPlace
  ) -> String? {
    let published = { assets.nearest(to: sitePath).map { "/" + $0 } }
    guard destination.form == .relative || destination.form == .bare else { return published() }
    let wanted = contentPath(destination, at: place)
    return besideContent.nearest(to: wanted).map {
      RelativePath.from(folder: JoinedPath.folder(of: place.page.contentPath), to: $0)
    } ?? published()
  }
}

enum RelativePath {
  /// How a file in a folder names another file: `./img/x.png`, `../img/x.png`.
  static func from(folder: some StringProtocol, to path: String) -> String {
    let folders = folder.split(separator: "/")
    let parts = path.split(separator: "/")
    var shared = 0
    while shared < folders.count, shared < parts.count - 1,
      folders[shared].elementsEqual(parts[shared])
    {
      shared += 1
    }
    let climbs = folders.count - shared
    let up = climbs == 0 ? "./" : String(repeating: "../", count: climbs)
    return up + parts[shared...].joined(separator: "/")
  }
}

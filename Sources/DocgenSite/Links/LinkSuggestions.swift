import DocgenMarkup
import Synchronization

/// What authors may have meant by links that lead nowhere.
struct LinkSuggestions: Sendable {
  var anchors: AnchorTable
  /// Without the base URL.
  private let pages: NearestPaths
  private let contentFiles: NearestPaths
  private let assets: NearestPaths
  private let besideContent: NearestPaths
  private let titles: PagesByTitle

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
    titles = PagesByTitle(routes, catalog, base: locales.first?.baseURL ?? "/")
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
      (pages.nearest(to: sitePath) ?? titles.page(named: sitePath)?.path)
        .map { didYouMean("/" + $0) }
        ?? "write the path of a page below the site's root, or the name of its file"
    case .unknownFile:
      (contentFiles.nearest(to: contentPath(destination, at: place))
        ?? titles.page(named: destination.path)?.file).map { didYouMean("/" + $0) }
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

/// The default locale's pages by the words of their titles, as an address has them. Put together when
/// it is first asked for: most sites have no link that needs it.
private final class PagesByTitle: Sendable {
  /// Without slashes around them.
  typealias Page = (path: String, file: String)

  private let make: @Sendable () -> [String: Page]
  private let made = Mutex<[String: Page]?>(nil)

  init(_ routes: RouteTable, _ catalog: Catalog, base: String) {
    make = {
      var pages: [String: Page] = [:]
      for route in routes.routes where route.locale == 0 && !route.isFallback {
        guard case .page(let index) = route.target else { continue }
        let page = catalog.pages[index]
        let path = JoinedPath(folder: "", String(route.path.text.dropFirst(base.count))).text
        let slug = Slugger.slug(of: page.title)
        if !slug.isEmpty, pages[slug] == nil { pages[slug] = (path, page.contentPath) }
      }
      return pages
    }
  }

  /// - Parameter path: what an author wrote: its last part may be a page's title.
  func page(named path: String) -> Page? {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    let slug = Slugger.slug(of: NearestPaths.stem(of: String(JoinedPath.name(of: trimmed))))
    return made.withLock { made in
      if made == nil { made = make() }
      return made?[slug]
    }
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

import DocgenCore

/// A URL of the site and what is shown there.
package struct Route: Sendable, Equatable {
  package enum Target: Sendable, Equatable {
    /// A page; an index into the catalogue. The page's locale differs from the route's where the
    /// reader's has no translation: a fallback.
    case page(Int)
    /// A category's generated index; an index into the locale's `GeneratedIndexPage`s.
    case category(Int)
    /// The pages with a tag; an index into the locale's tags.
    case tag(Int)
    case tagList
    /// The page that the search button leads to without a script.
    case search
    case notFound

    /// Whether a site's own links may lead there.
    var isContent: Bool { self != .search && self != .notFound }
  }

  package var target: Target
  /// The reader's locale; an index into the site's locales.
  package var locale: Int
  package var path: URLPath
  package var output: OutputPath
  package var isFallback: Bool
}

/// Every URL of the site.
package struct RouteTable: Sendable {
  package let routes: [Route]
  private let byPath: [URLPath: Int]
  private let byID: [[ContentID: Int]]

  /// - Parameter identities: the content ID of each route that shows a page, in the routes' order.
  package init(_ routes: [Route], identities: [ContentID?], localeCount: Int) {
    self.routes = routes
    var byPath: [URLPath: Int] = [:]
    var byID = [[ContentID: Int]](repeating: [:], count: localeCount)
    for (index, route) in routes.enumerated() {
      if byPath[route.path.withoutTrailingSlash] == nil {
        byPath[route.path.withoutTrailingSlash] = index
      }
      if let id = identities[index], byID[route.locale][id] == nil {
        byID[route.locale][id] = index
      }
    }
    self.byPath = byPath
    self.byID = byID
  }

  /// The route at a path, with or without a slash at its end; an index into `routes`.
  package func index(at path: URLPath) -> Int? { byPath[path.withoutTrailingSlash] }

  /// Where a page is shown to readers of a locale, fallback or not.
  package func index(of id: ContentID, locale: Int) -> Int? { byID[locale][id] }

  /// All paths of a locale, for suggestions.
  package func paths(locale: Int) -> [String] {
    routes.filter { $0.locale == locale && $0.target.isContent }.map(\.path.text)
  }
}

import DocgenCore

/// The addresses and titles of a locale's pages, from which the page for unknown addresses makes its
/// suggestions.
enum PageNames {
  static let path = "assets/pages.json"

  static func json(of site: Site, locale: Int) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for route in site.routes.routes where route.locale == locale {
        switch route.target {
        case .page(let page) where site.catalog.pages[page].frontMatter.unlisted: continue
        case .tag, .tagList, .search, .notFound: continue
        case .page, .category: break
        }
        json.element { json in
          json.array { json in
            json.element { $0.string(route.path.encoded) }
            json.element { $0.string(site.titleAndDescription(of: route).title) }
          }
        }
      }
    }
    return json.bytes
  }
}

import DocgenCore
import DocgenMarkup
struct StableHash { var h: UInt64 = 14695981039346656037; mutating func combine(_ b: [UInt8]) { for x in b { h = (h ^ UInt64(x)) &* 1099511628211 } }; var hex: String { String(h, radix: 16) } }
package struct ResolvedLink: Sendable { var href: String; var opensNewTab = false; var imageSize: ImageSize? }
struct StubResolver: Sendable { let site: Site
  func resolve(page: Int, route: Int) -> Diagnosed<[ResolvedLink]> { Diagnosed(site.catalog.pages[page].document.links.map { ResolvedLink(href: $0.destination) }) } }
struct StubPartials: Sendable { func index(of: String, importedBy: Int) -> Int? { nil } }
struct StubAsset: Sendable { var source: String; var output: OutputPath }
struct SiteLinks: Sendable {
  let resolver: StubResolver
  let partials = StubPartials()
  let assets: [StubAsset] = []
  static func prepare(_ site: Site, files: SiteFiles, workers: Int) async -> Diagnosed<SiteLinks> { Diagnosed(SiteLinks(resolver: StubResolver(site: site))) }
  func aliases(ofPage: Int) -> [[String]] { [] }
  func socialImage(_ s: String, page: Page, locale: Int) -> String { s }
  func defaultImage(locale: Int) -> String { "" }
}

import DocgenCore
import DocgenMarkup

@testable import DocgenSite

/// A publication out of texts, and what checks find in it.
struct PublicationSite {
  var files: [String: String]
  var base = "/docs/"
  var origin: String? = "https://a.example"

  var publication: Publication {
    Publication(
      files.map { PublicationFile(path: $0.key, bytes: Array($0.value.utf8)) },
      bases: [.init(url: base, folder: "")], origin: origin)
  }

  func target(of url: String, from path: String) -> ReferenceTarget? {
    let publication = publication
    return publication.file(named: path).map {
      ReferenceResolver(publication, from: $0).target(of: url)
    }
  }

  /// `path code`, sorted.
  func findings(_ checks: [PublicationCheck] = PublicationCheck.all) async -> [String] {
    let publication = publication
    let site = await LinkedPublication(publication, workers: 1)
    return await site.findings(checks: checks, workers: 1)
      .map { "\(publication.files[$0.file].path) \($0.code)" }.sorted()
  }

  /// A faultless page with something in it.
  static func page(
    _ body: String, head: String = "", title: String = "T", lang: String = "en"
  ) -> String {
    "<!doctype html><html lang=\(lang)><head><title>\(title)</title>"
      + "<meta name=description content='On \(title)'>\(head)</head><body>\(body)</body></html>"
  }
}

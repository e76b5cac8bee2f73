import DocgenCore
import DocgenMarkup

/// What an author may have meant by an address where nothing is: a page of a similar address or of
/// such a title, or a file of such a name.
struct PublicationSuggestions: Sendable {
  private let pages: NearestPaths
  private let files: NearestPaths
  /// By the words of their titles, as an address has them.
  private let titles: [String: String]
  private let publication: Publication

  init(_ publication: Publication) {
    self.publication = publication
    var addresses: [String] = []
    var titles: [String: String] = [:]
    var others: [String] = []
    for (index, file) in publication.files.enumerated() {
      guard let page = file.readersPage else {
        if file.facts == nil { others.append(file.path) }
        continue
      }
      let address = publication.address(of: index)
      addresses.append(JoinedPath(folder: "", address).text)
      if let title = page.title {
        // The site's own name stands behind the page's in most titles.
        for words in [title, String(title.prefix { $0 != "|" && $0 != "·" && $0 != "–" })] {
          let slug = Slugger.slug(of: words.split(separator: " ").joined(separator: " "))
          if !slug.isEmpty, titles[slug] == nil { titles[slug] = address }
        }
      }
    }
    pages = NearestPaths(addresses.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
    files = NearestPaths(others)
    self.titles = titles
  }

  func page(for hostPath: String) -> String? {
    if let near = pages.nearest(to: hostPath) { return "did you mean '/\(near)'?" }
    let trimmed = hostPath.hasSuffix("/") ? String(hostPath.dropLast()) : hostPath
    return titles[Slugger.slug(of: String(JoinedPath.name(of: trimmed)))]
      .map { "did you mean '\($0)'?" }
  }

  func file(for hostPath: String) -> String? {
    guard let path = publication.outputPath(of: hostPath) else { return nil }
    return files.nearest(to: path).map { "did you mean '\(publication.root)\($0)'?" }
  }

  func anchor(for fragment: String, in facts: HTMLFacts) -> String? {
    let wanted = PercentEncoding.decoded(fragment)
    let candidates = facts.headings.compactMap(\.id) + facts.anchors.sorted().prefix(500)
    return NearestName.find(wanted, among: candidates).map { "did you mean '#\($0)'?" }
  }
}

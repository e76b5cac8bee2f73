import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// What a page says of its own address: canonical link, other languages, social cards.
  static let addresses = PublicationCheck(file: { site, index in
    guard let page = site.publication.files[index].facts, page.isDocument else { return [] }
    let check = AddressCheck(site: site, file: index, page: page)
    return check.canonicals() + check.alternates() + check.cards()
  })
}

private struct AddressCheck {
  let site: LinkedPublication
  let file: Int
  let page: HTMLFacts

  private var publication: Publication { site.publication }

  func canonicals() -> [Finding] {
    let links = site.links(of: file).filter { $0.reference.use == .canonical }
    var found: [Finding] = []
    for (other, _) in links.dropFirst() {
      found.append(
        finding("publish/canonical", "The page has two canonical links", other, "keep one of them"))
    }
    guard let (link, target) = links.first else { return found }
    if let problem = relative(link, "canonical link") { found.append(problem) }
    switch target {
    case .elsewhere, .outside: break
    case .missing, .otherCase:
      found.append(
        finding(
          "publish/canonical", "The canonical link '\(link.url)' leads to no page", link,
          "name the address of this page, or of the one that it repeats"))
    case .file(let target, _):
      if target != file, publication.files[target].facts?.refresh != nil {
        found.append(
          finding(
            "publish/canonical", "The canonical link '\(link.url)' leads to an old address", link,
            "name the address that it is redirected to"))
      } else if let scheme = Self.scheme(publication.origin), Self.isWhole(link.url),
        Self.scheme(link.url) != scheme
      {
        found.append(
          finding(
            "publish/canonical",
            "The canonical link '\(link.url)' does not begin with \(scheme)://", link,
            "the site is published with \(scheme), as its url says"))
      } else if target == file, !isExact(link.url) {
        found.append(
          finding(
            "publish/canonical", "The canonical link '\(link.url)' is not the page's exact address",
            link, "hosts serve it at '\(publication.address(of: file))'; no query, no fragment"))
      }
    }
    return found
  }

  private static func scheme(_ url: String?) -> String? {
    url?.firstRange(of: "://").map { url?[..<$0.lowerBound].lowercased() ?? "" }
  }

  /// Whether a URL is the page's address, with or without `.html`, and nothing behind it. Where most
  /// pages say their addresses without a slash at the end, the host serves them so.
  private func isExact(_ url: String) -> Bool {
    let bytes = url.utf8
    if bytes.contains(ASCII.question) || bytes.contains(ASCII.hash) { return false }
    let address = publication.address(of: file)
    if address == "/" || !Self.isWhole(url) { return !url.hasSuffix("/index.html") }
    if address.hasSuffix("/") {
      return url.hasSuffix("/") || (site.omitsSlashes && !url.hasSuffix("/index.html"))
    }
    return !url.hasSuffix("/")
  }

  func alternates() -> [Finding] {
    var found: [Finding] = []
    for (link, target) in site.links(of: file) where link.use == .alternate {
      if let problem = relative(link, "link to the page in '\(link.language ?? "")'") {
        found.append(problem)
      }
      switch target {
      case .elsewhere, .outside: break
      case .missing, .otherCase:
        found.append(
          finding(
            "publish/alternate",
            "The page in '\(link.language ?? "")', '\(link.url)', is not there", link,
            "take the link away, or publish the page"))
      case .file(let target, _):
        // A page that is to be left out, such as a fallback, is named by none.
        guard !page.isHidden, let other = publication.files[target].facts,
          let wanted = link.language,
          wanted.lowercased() != "x-default", target != file, other.refresh == nil
        else { continue }
        if !answers(target) {
          found.append(
            finding(
              "publish/alternate",
              "The page in '\(wanted)', '\(link.url)', does not name this one in return", link,
              "search engines ignore the link unless both pages have it"))
        }
      }
    }
    return found
  }

  private func answers(_ other: Int) -> Bool {
    site.links(of: other).contains {
      $0.reference.use == .alternate && $0.target == .file(file, fragment: nil)
    }
  }

  /// Social cards are read by other hosts: only whole URLs lead anywhere.
  func cards() -> [Finding] {
    if publication.origin == nil { return [] }
    let resolver = ReferenceResolver(publication, from: file)
    var found: [Finding] = []
    for meta in page.metas where Self.cardURLs.contains(meta.name) {
      let isImage = meta.name.hasSuffix("image") || meta.name.hasSuffix("src")
      if !Self.isWhole(meta.content) {
        found.append(
          Finding(
            .warning, "publish/relative-url",
            "'\(meta.name)' is no whole URL: '\(meta.content)'",
            hint: "write it with https:// and the host; 'url' in docgen.yml does that for a site",
            file: file, position: meta.position, subject: .reference(meta.content)))
        continue
      }
      switch resolver.target(of: meta.content) {
      case .missing(let path), .otherCase(_, let path):
        found.append(
          Finding(
            .error, isImage ? "link/unknown-image" : "publish/canonical",
            "There is no \(isImage ? "image" : "page") '\(meta.content)' for '\(meta.name)'",
            hint: "correct the address, or add the file", file: file, position: meta.position,
            subject: .reference(meta.content), key: "\(meta.name) \(path)"))
      case .elsewhere, .outside, .file: break
      }
    }
    return found
  }

  private static let cardURLs: Set<String> = [
    "og:url", "og:image", "og:image:url", "og:image:secure_url", "og:video", "og:audio",
    "twitter:image", "twitter:image:src", "twitter:url", "twitter:player",
  ]

  private static func isWhole(_ url: String) -> Bool {
    let lowercased = url.lowercased()
    return lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://")
  }

  private func relative(_ link: HTMLReference, _ noun: String) -> Finding? {
    if Self.isWhole(link.url) || publication.origin == nil { return nil }
    return Finding(
      .warning, "publish/relative-url", "The \(noun) is no whole URL: '\(link.url)'",
      hint: "write it with https:// and the host", file: file, position: link.position,
      subject: .reference(link.url))
  }

  private func finding(
    _ code: String, _ message: String, _ link: HTMLReference, _ hint: String
  ) -> Finding {
    Finding(
      .warning, code, message, hint: hint, file: file, position: link.position,
      subject: .reference(link.url))
  }
}

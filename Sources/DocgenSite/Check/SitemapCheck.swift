import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// Sitemaps against the pages: each entry an indexed page at its canonical address, each such page
  /// in a sitemap.
  static let sitemaps = PublicationCheck(whole: { site in
    let publication = site.publication
    var found: [Finding] = []
    var listed: Set<Int> = []
    var hasSitemap = false
    for (index, file) in publication.files.enumerated() {
      guard case .sitemap(let entries, let fault) = file.content else { continue }
      hasSitemap = true
      func report(_ message: String, _ hint: String, at position: SourcePosition) {
        found.append(
          Finding(
            .warning, "publish/sitemap", message, hint: hint, file: index, position: position))
      }
      if let fault {
        report(
          "The sitemap is no well-formed XML", "write it anew: search engines read none of it",
          at: fault)
      }
      let resolver = ReferenceResolver(publication, from: index)
      var seen: Set<String> = []
      for entry in entries {
        let target = resolver.target(of: entry.text)
        if case .file(let page, _) = target { listed.insert(page) }
        if !seen.insert(entry.text).inserted {
          report("The sitemap lists '\(entry.text)' twice", "keep one", at: entry.position)
        } else if !["https://", "http://"].contains(where: entry.text.lowercased().hasPrefix) {
          report(
            "The sitemap lists no whole URL: '\(entry.text)'",
            "write it with https:// and the host", at: entry.position)
        } else if let problem = site.problem(of: entry, target) {
          report(problem, "list the exact addresses of pages only", at: entry.position)
        }
      }
    }
    if !hasSitemap { return [] }
    for (index, file) in publication.files.enumerated()
    where file.isIndexed && !listed.contains(index) && site.isCanonical(index)
      && !publication.knowledge.outOfSitemaps.contains(file.path)
    {
      found.append(
        Finding(
          .warning, "publish/not-in-sitemap", "No sitemap lists the page",
          hint: "add it, or mark the page as noindex", file: index))
    }
    return found
  })
}

extension LinkedPublication {
  fileprivate func problem(of entry: HTMLMark, _ target: ReferenceTarget) -> String? {
    switch target {
    case .elsewhere:
      return publication.origin == nil
        ? nil : "The sitemap lists an address of another site: '\(entry.text)'"
    case .outside, .missing, .otherCase:
      return "The sitemap lists an address without a page: '\(entry.text)'"
    case .file(let index, _):
      guard let page = publication.files[index].facts else { return nil }
      if page.refresh != nil { return "The sitemap lists an old address: '\(entry.text)'" }
      if page.isHidden {
        return "The sitemap lists a page that search engines should leave out: '\(entry.text)'"
      }
      if let link = canonical(of: index), link.reference.url != entry.text, link.target == target {
        return "The sitemap says '\(entry.text)' where the page says '\(link.reference.url)'"
      }
      return nil
    }
  }

  /// Whether a page is not declared to repeat another one.
  fileprivate func isCanonical(_ index: Int) -> Bool {
    canonical(of: index).map { $0.target == .file(index, fragment: nil) } ?? true
  }

  private func canonical(
    of index: Int
  ) -> (reference: HTMLReference, target: ReferenceTarget)? {
    links(of: index).first { $0.reference.use == .canonical }
  }
}

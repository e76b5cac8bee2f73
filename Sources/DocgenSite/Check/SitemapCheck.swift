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
      guard case .sitemap(let entries) = file.content else { continue }
      hasSitemap = true
      let resolver = ReferenceResolver(publication, from: index)
      for entry in entries {
        let target = resolver.target(of: entry.text)
        if case .file(let page, _) = target { listed.insert(page) }
        if let problem = site.problem(of: entry, target) {
          found.append(
            Finding(
              .warning, "publish/sitemap", problem, hint: "list the exact addresses of pages only",
              file: index, position: entry.position))
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

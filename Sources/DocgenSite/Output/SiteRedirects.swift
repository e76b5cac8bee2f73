import DocgenCore

/// An old address and where it leads now, both below a locale's base URL.
struct SiteRedirect: Sendable {
  var from: String
  var to: String
  /// Where somebody wrote it.
  var span: SourceSpan?
  /// Whether it follows from a rule for all pages: where something else is, it is not missed.
  var isDerived = false
}

extension PageFrontMatter {
  fileprivate func span(ofAlias alias: String) -> SourceSpan? {
    guard let list = node?["aliases"] else { return nil }
    guard case .array(let aliases) = list.value else { return list.span }
    return aliases.first { $0.scalarText == alias }?.span ?? list.span
  }
}

extension Site {
  /// Every old address of a locale: configured ones, its pages' own, and what follows from the
  /// extensions that addresses had or have.
  func redirects(locale index: Int) -> [SiteRedirect] {
    var found: [SiteRedirect] = []
    for redirect in config.redirects {
      for from in redirect.from where !from.contains("#") {
        found.append(SiteRedirect(from: from, to: redirect.to, span: redirect.span))
      }
    }
    for route in routes.routes where route.locale == index && route.target.isContent {
      let path = "/" + localPath(of: route)
      if case .page(let number) = route.target {
        let page = catalog.pages[number]
        for alias in page.frontMatter.aliases {
          let span = route.isFallback ? nil : page.frontMatter.span(ofAlias: alias)
          found.append(SiteRedirect(from: alias, to: path, span: span))
        }
      }
      for from in derived(from: path) {
        found.append(SiteRedirect(from: from, to: path, isDerived: true))
      }
    }
    return found
  }

  /// What Docusaurus' options of the same names make: the addresses that a path would have with an
  /// extension, or without its own.
  private func derived(from path: String) -> [String] {
    let bare = URLPath(path).withoutTrailingSlash.text
    if bare == "/" { return [] }
    let added = config.redirectExtensions.from.filter { !bare.hasSuffix(".\($0)") }
      .map { "\(bare).\($0)" }
    let removed = config.redirectExtensions.to.filter { bare.hasSuffix(".\($0)") }
      .map { String(bare.dropLast($0.count + 1)) }
    return added + removed
  }
}

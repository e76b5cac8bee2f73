import DocgenMarkup

/// Links to pages: by route, by the file, by an old address.
extension LinkResolver {
  /// A link without `.md`: a route as a rule, but it may be any file.
  func page(_ link: DocumentLink, _ destination: LinkDestination, at place: LinkPlace) -> Answer {
    for isElsewhere in rules.repairs ? [false, true] : [false] {
      for reading in readings(of: destination, at: place) {
        if let route = route(at: reading.path, at: place, isElsewhere: isElsewhere) {
          return answer(to: route, destination, base: reading.base, at: place)
        }
      }
    }
    for reading in readings(of: destination, at: place)
    where redirects[Self.withoutSlashes(reading.path)] != nil {
      let path = bases.url(reading.path, locale: place.route.locale)
      return Answer(
        link: ResolvedLink(.page, path.encoded + URLPath.encode(destination.suffix)),
        problems: baseProblem(reading.base, destination))
    }
    if let found = asset(link, destination, at: place) { return found }
    if readings(of: destination, at: place).contains(where: isDraft) {
      return unresolved(destination, .draft, at: place)
    }
    let problem: LinkProblem =
      destination.form == .site || looksLikeFile(destination)
      ? .unknownAsset : .unknownPage(resolved: resolvedPath(of: destination, at: place))
    return unresolved(destination, problem, at: place)
  }

  /// A link to a file of Markdown.
  func file(_ link: DocumentLink, _ destination: LinkDestination, at place: LinkPlace) -> Answer {
    for isElsewhere in rules.repairs ? [false, true] : [false] {
      for candidate in fileCandidates(destination, at: place) {
        let found =
          isElsewhere
          ? tree.pageElsewhere(at: candidate.path)
          : tree.page(at: candidate.path, locale: place.locale.code)
        guard let found, isReachable(found, by: destination, at: place) else { continue }
        if let route = route(ofPage: found, for: place) {
          return answer(to: route, destination, base: candidate.base, at: place)
        }
        let problem = LinkProblem.unpublishedFile(sourceFile: catalog.pages[found].sourceFile)
        return unresolved(destination, problem, at: place)
      }
    }
    if let found = asset(link, destination, at: place) { return found }
    let isDraft = fileCandidates(destination, at: place).contains { draftFiles.contains($0.path) }
    return unresolved(destination, isDraft ? .draft : .unknownFile, at: place)
  }

  /// What a link to an old address is to be, with its query and fragment, if it has any, and else the
  /// redirect's; nil for any other link, and for one that is led out of the site.
  func redirected(_ link: DocumentLink, at place: LinkPlace) -> String? {
    let destination = LinkDestination(link.destination)
    guard !redirects.isEmpty, !link.isMedia, resolve(link, at: place).link.targetRoute == nil
    else { return nil }
    for reading in readings(of: destination, at: place) {
      guard let to = redirects[Self.withoutSlashes(reading.path)].map(LinkDestination.init),
        to.form != .external
      else { continue }
      let query = destination.query.isEmpty ? to.query : destination.query
      let fragment = (destination.fragment ?? to.fragment).map { "#" + $0 } ?? ""
      return "/" + JoinedPath(folder: "", to.path).text + query + fragment
    }
    return nil
  }

  /// Where an old address leads now, over as many redirects as there are; nil for any other link.
  func newAddress(of link: DocumentLink, at place: LinkPlace) -> String? {
    var link = link
    var seen: Set<String> = []
    while let next = redirected(link, at: place) {
      guard seen.insert(next).inserted else { return nil }
      link.destination = next
    }
    let isPage = resolve(link, at: place).link.targetRoute != nil
    return seen.isEmpty || !isPage ? nil : link.destination
  }

  private func isDraft(_ reading: BaseURLs.SitePath) -> Bool {
    !draftPaths.isEmpty && draftPaths.contains(Self.withoutSlashes(reading.path))
  }

  private func fileCandidates(
    _ destination: LinkDestination, at place: LinkPlace
  ) -> [BaseURLs.SitePath] {
    destination.spellings.flatMap { path in
      tree.candidates(for: path, form: destination.form, from: place.page.contentPath)
        .map { BaseURLs.SitePath(path: $0) }
        + (destination.form == .absolute ? bases.withoutBase(path, locale: place.route.locale) : [])
    }
  }

  /// Docusaurus looks for `./x.md` in the folder of the file itself, among the files that readers of
  /// the locale see: a translation does not reach its neighbour's original.
  private func isReachable(
    _ index: Int, by destination: LinkDestination, at place: LinkPlace
  ) -> Bool {
    rules.repairs || destination.form != .relative
      || catalog.pages[index].locale == place.page.locale
  }

  /// In the reader's locale, or in the page's own. A `Page` is large: it is not copied here.
  private func route(ofPage index: Int, for place: LinkPlace) -> Int? {
    if catalog.pages[index].isPartial { return nil }
    let id = catalog.pages[index].id
    return routes.index(of: id, locale: place.route.locale)
      ?? places.index(ofLocale: catalog.pages[index].locale)
      .flatMap { routes.index(of: id, locale: $0) }
  }

  // MARK: Routes

  /// What a link may name, as paths below a base URL, the likeliest first.
  private func readings(
    of destination: LinkDestination, at place: LinkPlace
  ) -> [BaseURLs.SitePath] {
    destination.spellings.flatMap { path -> [BaseURLs.SitePath] in
      switch destination.form {
      case .absolute: return bases.sitePaths(of: path, locale: place.route.locale)
      case .relative, .bare:
        let urls = [place.route.path, place.computedPath].map { JoinedPath.url(path, from: $0) }
        let paths = urls.compactMap {
          bases.sitePath(ofHostPath: $0.text, locale: place.route.locale)
        }
        return (destination.form == .bare && rules.repairs ? paths + [path] : paths)
          .map { BaseURLs.SitePath(path: $0) }
      case .empty, .external, .contact, .pathname, .samePage, .site: return []
      }
    }
  }

  /// The route at a path below a base URL: the reader's locale's, or the first other one's.
  private func route(at path: String, at place: LinkPlace, isElsewhere: Bool) -> Int? {
    let path = JoinedPath(folder: "", path).text
    if !isElsewhere {
      return routes.index(at: bases.url(path, locale: place.route.locale))
    }
    return bases.all.indices.lazy.filter { $0 != place.route.locale }
      .compactMap { routes.index(at: bases.url(path, locale: $0)) }.first
  }

  private func answer(
    to index: Int, _ destination: LinkDestination, base: String?, at place: LinkPlace
  ) -> Answer {
    let (path, locale) = (routes.routes[index].path, routes.routes[index].locale)
    var problems = baseProblem(base, destination)
    if locale != place.route.locale { problems.append(.otherLocale(places.locales[locale].code)) }
    problems += anchorProblem(destination, route: index)
    let href = path.encoded + URLPath.encode(destination.suffix)
    return Answer(link: ResolvedLink(.page, href, targetRoute: index), problems: problems)
  }

  func baseProblem(_ base: String?, _ destination: LinkDestination) -> [LinkProblem] {
    guard let base else { return [] }
    let path = BaseURLs.path(destination.path, behind: base)
    return [.baseURL(base, path: "/" + path + destination.suffix)]
  }

  /// Whether the page has the anchor. `#`, `#top` and text fragments need none.
  func anchorProblem(_ destination: LinkDestination, route index: Int) -> [LinkProblem] {
    guard let fragment = destination.fragment, case .page(let page) = routes.routes[index].target
    else { return [] }
    let id = fragment.split(separator: ":~:", omittingEmptySubsequences: false).first ?? ""
    if id.isEmpty || id.lowercased() == "top" { return [] }
    let spellings = PercentEncoding.spellings(of: String(id))
    if spellings.contains(where: { anchors.contains($0, onPage: page) }) { return [] }
    return [
      .unknownAnchor(
        spellings.last ?? String(id), page: page, path: routes.routes[index].path.text)
    ]
  }

  // MARK: Nowhere

  func unresolved(
    _ destination: LinkDestination, _ problem: LinkProblem, at place: LinkPlace
  ) -> Answer {
    let href =
      destination.form == .absolute
      ? resolvedPath(of: destination, at: place) + destination.suffix : destination.text
    return Answer(link: ResolvedLink(.unresolved, URLPath.encode(href)), problems: [problem])
  }

  /// The path on the host that a link would lead to.
  private func resolvedPath(of destination: LinkDestination, at place: LinkPlace) -> String {
    destination.form == .absolute
      ? bases.url(sitePath(of: destination, at: place), locale: place.route.locale).text
      : JoinedPath.url(destination.path, from: place.route.path).text
  }

  /// The same without a base URL.
  func sitePath(of destination: LinkDestination, at place: LinkPlace) -> String {
    let path = destination.spellings.last ?? ""
    switch destination.form {
    case .relative, .bare:
      let url = JoinedPath.url(path, from: place.route.path).text
      return bases.sitePath(ofHostPath: url, locale: place.route.locale) ?? url
    default: return bases.sitePaths(of: path, locale: place.route.locale).first?.path ?? path
    }
  }

  /// Whether a path ends like a file's: `.zip`, `.txt`; not `.html`, nor the number of a version.
  private func looksLikeFile(_ destination: LinkDestination) -> Bool {
    let ending = destination.pathExtension.utf8
    guard let first = ending.first, ASCII.isLetter(first), ending.count <= 5 else { return false }
    return !["html", "htm"].contains(destination.pathExtension)
  }
}

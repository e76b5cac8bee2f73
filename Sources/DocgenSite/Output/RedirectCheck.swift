import DocgenCore
import DocgenMarkup

/// What is wrong with the redirects of the configuration: where they lead to, and where those of
/// headings start. What is wrong with old addresses of pages shows when their files are added.
struct RedirectCheck {
  let site: Site
  let resolver: LinkResolver
  /// All files of the output but those of redirects.
  let files: PublishedFiles

  /// - Parameter locales: those that are built; a fault of several is reported once.
  func problems(in locales: [Int]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for redirect in site.config.redirects {
      let starts = redirect.from.filter { $0.contains("#") }
      found += starts.compactMap { start(of: $0, redirect) }
      found += locales.lazy.compactMap { target(of: redirect, locale: $0) }.prefix(1)
    }
    return found
  }

  // MARK: Where they start

  private func start(of from: String, _ redirect: RedirectConfig) -> Diagnostic? {
    let destination = LinkDestination(from)
    let page = URLPath.join(site.locales[0].baseURL, destination.path)
    guard let route = site.routes.index(at: page) else {
      return unknownPage("starts at '\(from)'", path: page, locale: 0, redirect)
    }
    if !resolver.anchorProblem(destination, route: route).isEmpty { return nil }
    return Diagnostic(
      .warning, "redirect/taken", "The redirect starts at '\(from)', where a heading is",
      at: redirect.span, hint: "take the redirect out: it leads readers away from that heading")
  }

  // MARK: Where they lead to

  private func target(of redirect: RedirectConfig, locale: Int) -> Diagnostic? {
    let target = RedirectTarget(redirect.to, site: site, locale: locale)
    if let route = target.route {
      let anchor = LinkDestination(redirect.to)
      guard locale == 0, !resolver.anchorProblem(anchor, route: route).isEmpty else { return nil }
      return Diagnostic(
        .warning, "redirect/unknown-anchor",
        "The redirect leads to '\(redirect.to)', a page without that heading or anchor",
        at: redirect.span, hint: "correct the part behind '#', or take it away")
    }
    guard let path = target.unknownPath else { return nil }
    let others = redirects(in: locale)
    if others[path] != nil { return chain(redirect, from: path, others) }
    if isFile(path, below: site.locales[locale]) { return nil }
    return unknownPage(
      "leads to '\(redirect.to)'", path: URLPath(path), locale: locale, redirect)
  }

  private func chain(
    _ redirect: RedirectConfig, from start: String, _ others: [String: String]
  ) -> Diagnostic {
    var seen: Set<String> = []
    var path = start
    while let next = others[path] {
      guard seen.insert(path).inserted else {
        return Diagnostic(
          .error, "redirect/circle",
          "The redirect leads to '\(redirect.to)', and from there round in a circle",
          at: redirect.span, hint: "let one of the redirects lead to a page")
      }
      path = next
    }
    return Diagnostic(
      .warning, "redirect/chain", "The redirect leads to '\(redirect.to)', an old address itself",
      at: redirect.span, hint: "lead to where that one leads: '\(path)'")
  }

  /// Where each old address leads, as paths on the host without a slash at their end.
  private func redirects(in locale: Int) -> [String: String] {
    let base = site.locales[locale].baseURL
    var found: [String: String] = [:]
    for redirect in site.redirects(locale: locale) {
      let from = URLPath.join(base, redirect.from).withoutTrailingSlash.text
      let target = RedirectTarget(redirect.to, site: site, locale: locale)
      found[from] = target.unknownPath ?? target.url
    }
    return found
  }

  private func isFile(_ path: String, below locale: SiteLocale) -> Bool {
    let local = path.dropFirst(locale.baseURL.count)
    return OutputPath(locale.outputPath(String(local))).map(files.isTaken) ?? false
  }

  private func unknownPage(
    _ fault: String, path: URLPath, locale: Int, _ redirect: RedirectConfig
  ) -> Diagnostic {
    let subject = locale == 0 ? "The" : "In '\(site.locales[locale].code)', the"
    return Diagnostic(
      .error, "redirect/unknown-page", "\(subject) redirect \(fault), which is no page",
      at: redirect.span,
      hint: Suggestions.hint(for: path.text, among: site.routes.paths(locale: locale)))
  }
}

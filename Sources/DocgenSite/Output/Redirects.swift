import DocgenCore
import DocgenMarkup

/// Old addresses: a page for each that leads on to the new one, with its fragment and query.
extension PublishedFiles {
  /// Adds the redirects of a locale, which may lead neither out of the site nor to where no page is.
  ///
  /// - Parameter reports: whether findings are reported, which are the same in every locale.
  /// - Returns: those that were added, for hosts that answer with redirects themselves.
  mutating func addRedirects(
    of site: Site, locale index: Int, reports: Bool
  ) -> [HostRedirects.Rule] {
    var added: [HostRedirects.Rule] = []
    let locale = site.locales[index]
    let strings = site.strings(locale: index)
    for redirect in site.redirects(locale: index) {
      let target = RedirectTarget(redirect.to, site: site, locale: index)
      let isReported = reports && !redirect.isDerived
      if isReported, let path = target.unknownPath, !holds(path, below: locale) {
        report(
          Diagnostic(
            .error, "redirect/unknown-page",
            "The redirect leads to '\(redirect.to)', which is no page",
            at: redirect.span,
            hint: Suggestions.hint(for: path, among: site.routes.paths(locale: index))))
      }
      let html = target.html(locale, strings)
      if var problem = add(redirect.from, html, locale: locale) {
        problem.span = redirect.span
        if isReported { report(problem) }
      } else {
        let from = URLPath.join(locale.baseURL, redirect.from).withoutTrailingSlash
        added.append(HostRedirects.Rule(from: from.encoded, to: target.url))
      }
    }
    return added
  }

  /// - Returns: what is wrong with the old address.
  private mutating func add(
    _ from: String, _ html: [UInt8], locale: SiteLocale
  ) -> Diagnostic? {
    let local = URLPath.join(from).withoutTrailingSlash.text.dropFirst()
    let file =
      local.isEmpty
      ? "index.html" : local.hasSuffix(".html") ? String(local) : "\(local)/index.html"
    guard let path = OutputPath(locale.outputPath(file)), !from.contains("://") else {
      return Diagnostic(
        .error, "redirect/outside", "The redirect starts at '\(from)', which is not in the site",
        hint: "write a path below the site's base URL, such as /old-page")
    }
    if add(path, .bytes(html)) { return nil }
    return Diagnostic(
      .warning, "redirect/taken", "The redirect starts at '\(from)', where something else is",
      hint: "take the redirect out: readers see the page or file that is there")
  }

  private func holds(_ path: String, below locale: SiteLocale) -> Bool {
    let local = URLPath.join(path).withoutTrailingSlash.text.dropFirst(locale.baseURL.count)
    return OutputPath(locale.outputPath(String(local))).map(isTaken) ?? false
  }
}

/// Where a redirect leads to in a locale.
struct RedirectTarget {
  let url: String
  private let canonicalURL: String
  /// The path, where no page is.
  let unknownPath: String?

  init(_ written: String, site: Site, locale: Int) {
    if ["https://", "http://"].contains(where: written.hasPrefix) {
      (url, canonicalURL, unknownPath) = (written, written, nil)
      return
    }
    let end = written.firstIndex { $0 == "#" || $0 == "?" } ?? written.endIndex
    let path = URLPath.join(site.locales[locale].baseURL, String(written[..<end]))
    let found = site.routes.index(at: path).map { site.routes.routes[$0].path }
    url = (found ?? path).encoded + URLPath.encode(String(written[end...]))
    canonicalURL = site.absolute(url)
    unknownPath = found == nil ? path.text : nil
  }

  func html(_ locale: SiteLocale, _ strings: UIStrings) -> [UInt8] {
    let escaped = HTMLEscaping.escaped(url)
    let link = "<a href=\"\(escaped)\">\(escaped)</a>"
    let parts = HTMLEscaping.escaped(strings[.movedMessage])
      .split(separator: "{url}", maxSplits: 1, omittingEmptySubsequences: false)
    return Array(
      """
      <!doctype html>
      <html lang="\(HTMLEscaping.escaped(locale.lang))" dir="\(locale.direction.rawValue)">
      <head>
      <meta charset="utf-8">
      <title>\(HTMLEscaping.escaped(strings[.movedTitle]))</title>
      <meta name="robots" content="noindex">
      <link rel="canonical" href="\(HTMLEscaping.escaped(canonicalURL))" data-to="\(escaped)">
      <script>(function(){var l=location,u=new URL(document.querySelector("link").dataset.to,l);if(!u.search)u.search=l.search;if(!u.hash)u.hash=l.hash;l.replace(u)})()</script>
      <meta http-equiv="refresh" content="0; url=\(escaped)">
      </head>
      <body><p>\(parts.joined(separator: link))</p></body>
      </html>

      """
      .utf8)
  }
}

import DocgenCore
import DocgenMarkup

/// Old addresses: a page for each that leads on to the new one, with its fragment and query.
extension PublishedFiles {
  /// Adds the redirects of a locale. Those of headings are no files: `MovedFragments`.
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
      let html = target.html(locale, strings)
      let from = URLPath.join(locale.baseURL, redirect.from).withoutTrailingSlash
      if var problem = add(redirect.from, html, locale: locale) {
        problem.span = redirect.span
        if reports, !redirect.isDerived { report(problem) }
      } else {
        added.append(HostRedirects.Rule(from: from.encoded, to: target.url))
      }
    }
    return added
  }

  /// - Returns: what is wrong with the old address.
  private mutating func add(
    _ from: String, _ html: [UInt8], locale: SiteLocale
  ) -> Diagnostic? {
    if let mark = from.first(where: { $0 == "#" || $0 == "?" }) {
      return Diagnostic(
        .error, "redirect/outside",
        "The redirect starts at '\(from)', but no file is asked for with what is behind '\(mark)'",
        hint: mark == "#"
          ? "a heading's old address belongs below 'redirects' in docgen.yml"
          : "write the path alone; readers' queries are led on with them")
    }
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
      .warning, "redirect/taken", "The redirect starts at '\(from)', where \(holder(of: path)) is",
      hint: "take the redirect out: readers see what is there")
  }

  private func holder(of path: OutputPath) -> String {
    switch all.first(where: { $0.path == path })?.content {
    case .page: "a page"
    case .copy(let source): "the file '\(source)'"
    case .bytes where path.string.hasSuffix(".html"): "another redirect"
    default: "a file that docgen makes"
    }
  }
}

/// Where a redirect leads to in a locale.
struct RedirectTarget {
  let url: String
  private let canonicalURL: String
  /// The path, where no page is.
  let unknownPath: String?
  /// The page's; nil for another site's, or where no page is.
  let route: Int?

  init(_ written: String, site: Site, locale: Int) {
    if ["https://", "http://"].contains(where: written.hasPrefix) {
      (url, canonicalURL, unknownPath, route) = (written, written, nil, nil)
      return
    }
    let end = written.firstIndex { $0 == "#" || $0 == "?" } ?? written.endIndex
    let path = URLPath.join(site.locales[locale].baseURL, String(written[..<end]))
    route = site.routes.index(at: path)
    let found = route.map { site.routes.routes[$0].path }
    url = (found ?? path).encoded + URLPath.encode(String(written[end...]))
    canonicalURL = site.absolute(url)
    unknownPath = found == nil ? path.withoutTrailingSlash.text : nil
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

import DocgenMarkup

/// Old addresses: a page for each that leads on to the new one, with its fragment and query.
enum Redirects {
  static func pages(of site: Site, locale index: Int) -> [(path: String, html: [UInt8])] {
    let locale = site.locales[index]
    return site.config.redirects.flatMap { redirect -> [(path: String, html: [UInt8])] in
      let target = url(of: redirect.to, site: site, locale: index)
      return redirect.from.map { from in
        let local = URLPath.join(from).withoutTrailingSlash.text.dropFirst()
        let file = local.isEmpty ? "index.html" : local.hasSuffix(".html") ? "\(local)" : "\(local)/index.html"
        let path = locale.outputFolder.isEmpty ? file : "\(locale.outputFolder)/\(file)"
        return (path, html(to: target, site: site))
      }
    }
  }

  private static func url(of written: String, site: Site, locale: Int) -> String {
    if written.contains("://") { return written }
    let end = written.firstIndex { $0 == "#" || $0 == "?" } ?? written.endIndex
    let path = URLPath.join(site.locales[locale].baseURL, String(written[..<end]))
    let found = site.routes.index(at: path).map { site.routes.routes[$0].path } ?? path
    return found.encoded + written[end...]
  }

  private static func html(to target: String, site: Site) -> [UInt8] {
    let escaped = HTMLEscaping.escaped(target)
    let canonical = target.hasPrefix("/") ? HTMLEscaping.escaped(site.absolute(target)) : escaped
    return Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Moved</title>
      <meta name="robots" content="noindex">
      <link rel="canonical" href="\(canonical)" data-to="\(escaped)">
      <script>location.replace(document.querySelector('link').getAttribute('data-to') + location.search + location.hash)</script>
      <meta http-equiv="refresh" content="0; url=\(escaped)">
      </head>
      <body><p>This page has moved to <a href="\(escaped)">\(escaped)</a>.</p></body>
      </html>

      """
      .utf8)
  }
}

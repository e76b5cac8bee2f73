/// Where slugs live: their URLs and their files.
extension SiteConfig {
  /// The URL of a slug in a locale, with the slash at its end that the site wants.
  func path(slug: String, locale: SiteLocale) -> URLPath {
    let path = URLPath.join(locale.baseURL, content.routeBasePath, slug)
    if path.text == locale.baseURL || path.text.hasSuffix(".html") { return path }
    switch trailingSlash {
    case .asComputed: return path
    case .always: return path.text.hasSuffix("/") ? path : URLPath(path.text + "/")
    case .never: return path.withoutTrailingSlash
    }
  }

  /// The file that is served at a URL of a locale; nil where the path leads out of the site or has
  /// control characters.
  func output(of path: URLPath, locale: SiteLocale) -> OutputPath? {
    let local = path.text.utf8.dropFirst(locale.baseURL.utf8.count)
      .split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }.joined(separator: "/")
    let file =
      if local.isEmpty { "index.html" } else if local.hasSuffix(".html") {
        local
      } else if trailingSlash == .never { local + ".html" } else { local + "/index.html" }
    return OutputPath(locale.outputPath(file))
  }
}

extension SiteLocale {
  /// Where a file of the locale goes, relative to the output folder.
  func outputPath(_ file: String) -> String {
    outputFolder.isEmpty ? file : outputFolder + "/" + file
  }
}

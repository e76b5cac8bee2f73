import DocgenCore

/// Where a page's Markdown is published: at the page's URL with `.md` added.
extension Site {
  /// `/docs/install` has `/docs/install.md`, an index page `/docs/` has `/docs/index.md`. Where all
  /// URLs end with a slash, none says that it is an index: `/docs/install/` has `/docs/install.md`.
  ///
  /// - Returns: nil where the route has no Markdown: it is no content, or left out.
  func markdownPath(of route: Route) -> URLPath? {
    guard config.llms.hasPages, hasMarkdown(route) else { return nil }
    let path = route.path
    let base = locales[route.locale].baseURL
    let isIndex = path.text.hasSuffix("/")
    if path.text == base || (isIndex && config.trailingSlash == .asComputed) {
      return URLPath(path.text + "index.md")
    }
    return URLPath(path.withoutTrailingSlash.text + ".md")
  }

  /// The file that is served there.
  func markdownOutput(of route: Route) -> OutputPath? {
    guard let path = markdownPath(of: route) else { return nil }
    let locale = locales[route.locale]
    let local = path.text.utf8.dropFirst(locale.baseURL.utf8.count)
    return OutputPath(locale.outputPath(String(Substring(local))))
  }

  private func hasMarkdown(_ route: Route) -> Bool {
    switch route.target {
    case .page, .category: !config.llms.exclude.match(route, of: self)
    case .tag, .tagList, .search, .notFound: false
    }
  }

  /// A route's path below its locale's base URL.
  func localPath(of route: Route) -> String {
    String(Substring(route.path.text.utf8.dropFirst(locales[route.locale].baseURL.utf8.count)))
  }
}

extension PublishedFiles {
  /// Adds the Markdown of the pages among the files.
  mutating func addMarkdown(of site: Site) {
    for file in all {
      guard case .page(let route) = file.content,
        let path = site.markdownOutput(of: site.routes.routes[route])
      else { continue }
      add(path, .markdown(route: route))
    }
  }
}

import DocgenCore
import DocgenMarkup

/// The plan stage: every file of the output, and what it is made from.
extension SiteEmitter {
  func plan(
    _ renderer: PageRenderer, _ search: [[SearchIndexFiles.File]] = []
  ) -> Diagnosed<[PublishedFile]> {
    var published = PublishedFiles(pages: pages())
    for (path, bytes) in ThemeAssets.files(of: theme, hasSearch: site.config.hasSearch) {
      published.add(path, bytes)
    }
    var redirects: [HostRedirects.Rule] = []
    published.addStylesheets(of: site.config, in: files.folder)
    for index in wantedLocales {
      let locale = site.locales[index]
      for (sidebar, renderer) in zip(site.navigations[index].sidebars, renderer.sidebars[index]) {
        let path = ThemeAssets.sidebarFragment(sidebar.name)
        published.add(locale.outputPath(path), renderer.fragment)
      }
      for file in search.isEmpty ? [] : search[index] {
        published.add(locale.outputPath(file.path), file.bytes)
      }
      published.addStaticFiles(
        files.staticFiles, of: locale, reports: index == wantedLocales.first)
      redirects += published.addRedirects(
        of: site, locale: index, reports: index == wantedLocales.first)
      published.addListings(of: site, locale: index)
    }
    let redirectCheck = RedirectCheck(site: site, resolver: links.resolver, files: published)
    for problem in redirectCheck.problems(in: wantedLocales) { published.report(problem) }
    if site.locales.count > 1, wantedLocales.contains(where: Sitemap(site: site).isWanted) {
      published.add("sitemap.xml", Sitemap(site: site).index(of: wantedLocales))
    }
    if let robots = RobotsFile.text(of: site) { published.add("robots.txt", robots) }
    for (path, bytes) in HostRedirects(rules: redirects).files(for: site.config.redirectFiles) {
      published.add(path, bytes)
    }
    published.addMarkdown(of: site)
    for schema in site.schemas {
      let text = schema.text(publishedAt: site.config.publishedRoot)
      published.add(schema.path, Array(text.utf8))
    }
    for asset in links.copies { published.add(asset.output, .copy(asset.source)) }
    return Diagnosed(published.all, published.diagnostics)
  }

  private var wantedLocales: [Int] {
    site.locales.indices.filter { onlyLocales?.contains(site.locales[$0].code) ?? true }
  }

  /// All pages, the largest first so that no worker ends up with a long one alone.
  private func pages() -> [PublishedFile] {
    let wanted = Set(wantedLocales)
    let routes = site.routes.routes
    func size(_ route: Int) -> Int {
      if case .page(let page) = routes[route].target {
        return site.catalog.pages[page].document.html.count
      }
      return 0
    }
    return routes.indices.filter { wanted.contains(routes[$0].locale) }
      .map { (size: size($0), route: $0) }
      .sorted { ($1.size, $0.route) < ($0.size, $1.route) }
      .map { PublishedFile(path: routes[$0.route].output, content: .page(route: $0.route)) }
  }
}

import DocgenCore
import DocgenMarkup

/// What is published at an address.
package enum LiveContent: Sendable {
  /// An index into the routes.
  case page(route: Int)
  /// A file that the build makes; its path in the output.
  case made([UInt8], OutputPath)
  /// A file of the site that is published as it is; relative to the site's folder.
  case file(String, OutputPath)
  /// The start of the site, from which everything is published.
  case elsewhere(URLPath)
  /// Nothing: readers see the 404 page of a locale; the index of its route.
  case missing(notFound: Int?)
}

/// A page as readers get it, with what was found while it was rendered.
package struct LivePage: Sendable {
  package var html: [UInt8]
  package var findings: [Diagnostic]
  /// The files that its content comes from, its own first; relative to the site's folder.
  package var sources: [String]

  package init(html: [UInt8], findings: [Diagnostic], sources: [String]) {
    self.html = html
    self.findings = findings
    self.sources = sources
  }

  /// A word that differs where the page does.
  package var version: String { LiveSite.version(of: html) }
}

extension LiveSite {
  /// - Parameter path: of a URL, percent-decoded; starts with a slash.
  package func content(at path: String) -> LiveContent {
    guard let model else { return .missing(notFound: nil) }
    for output in outputs(at: path) {
      guard let file = model.published[output] else { continue }
      switch file.content {
      case .page(let route): return .page(route: route)
      case .markdown(let route): return .made(markdown(route: route)?.bytes ?? [], output)
      case .listing(let listing, let locale):
        let made = listing.bytes(of: model.site, locale: locale) { markdown(route: $0)?.bytes }
        return .made(made.value, output)
      case .bytes(let bytes): return .made(bytes, output)
      case .copy(let source): return .file(source, output)
      }
    }
    let base = settings.value.config.baseURL
    if path == "/" || path + "/" == base { return .elsewhere(URLPath(base)) }
    return .missing(notFound: notFoundRoute(for: path, model.site))
  }

  /// What the addresses of the search's files have in them.
  package static let searchFolder = SearchIndexFiles.folder

  /// The files of the search by their paths. They are no part of `content`: to make them takes as
  /// long as a change may, and nobody asks for them at each.
  package func searchFiles() async -> [OutputPath: [UInt8]] {
    guard let model, let theme = theme.value else { return [:] }
    let emitter = SiteEmitter(
      site: model.site, files: files.value, theme: theme.theme, links: model.links,
      onlyLocales: nil)
    let found = await emitter.searchFiles(builder.options.workers).value
    var files: [OutputPath: [UInt8]] = [:]
    for (locale, indexFiles) in zip(model.site.locales, found) {
      for file in indexFiles {
        if let path = OutputPath(locale.outputPath(file.path)) { files[path] = file.bytes }
      }
    }
    return files
  }

  /// The files that a web server would look for, in this order.
  package func outputs(at path: String) -> [OutputPath] {
    var found: [String] = []
    for (base, folder) in folders() where path.utf8.starts(with: base.utf8) {
      let local = String(Substring(path.utf8.dropFirst(base.utf8.count)))
      let prefix = folder.isEmpty ? "" : folder + "/"
      if local.isEmpty {
        found.append(prefix + "index.html")
      } else if local.utf8.last == UInt8(ascii: "/") {
        found += [prefix + local + "index.html", prefix + String(local.dropLast()) + ".html"]
      } else {
        found += ["", "/index.html", ".html"].map { prefix + local + $0 }
      }
    }
    return found.compactMap(OutputPath.init)
  }

  /// The folders of the output by what they are published below, the longest first.
  private func folders() -> [(base: String, folder: String)] {
    let locales = settings.value.locales.map { (base: $0.baseURL, folder: $0.outputFolder) }
    let all = locales + [(base: URLPath.join(settings.value.config.baseURL, "/").text, folder: "")]
    return all.sorted { ($1.base.utf8.count, $0.folder) < ($0.base.utf8.count, $1.folder) }
  }

  private func notFoundRoute(for path: String, _ site: Site) -> Int? {
    let locale = locale(of: path, site)
    return site.routes.routes.firstIndex { $0.target == .notFound && $0.locale == locale }
  }

  private func locale(of path: String, _ site: Site) -> Int {
    let found = site.locales.indices.filter {
      path.utf8.starts(with: site.locales[$0].baseURL.utf8)
    }
    return found.max {
      site.locales[$0].baseURL.utf8.count < site.locales[$1].baseURL.utf8.count
    } ?? 0
  }

  package func render(route: Int) -> LivePage {
    guard let model else { return LivePage(html: [], findings: [], sources: []) }
    var html: [UInt8] = []
    let findings = model.renderer.render(route: route, into: &html)
    var sources: [String] = []
    if case .page(let page) = model.site.routes.routes[route].target {
      sources = ([page] + model.links.partials.all(onPage: page)).map {
        model.site.catalog.pages[$0].sourceFile
      }
    }
    return LivePage(html: html, findings: findings, sources: sources)
  }

  /// A page as plain Markdown; nil where the route shows no content of the site's.
  package func markdown(route: Int) -> MarkdownPage? { model?.renderer.markdown.page(at: route) }

  /// A word that differs where the bytes do.
  package static func version(of bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.hexadecimal
  }

  /// Whether a file is one of those that pages come from.
  package func isContent(_ file: String) -> Bool {
    !parsed.places(of: file).isEmpty
  }

  /// The page whose address is the most like one where nothing is.
  package func suggestion(for path: String) -> URLPath? {
    guard let site = model?.site else { return nil }
    let locale = locale(of: path, site)
    let paths = site.routes.paths(locale: locale)
    let near = NearestPaths(paths.map { String($0.drop { $0 == "/" }) })
    return near.nearest(to: String(path.drop { $0 == "/" }))
      .map { "/" + $0 }.flatMap { site.routes.index(at: URLPath($0)) }
      .map { site.routes.routes[$0].path }
  }

  /// Where the site starts: the default locale's base URL.
  package var home: String { URLPath.encode(settings.value.config.baseURL) }

  /// The absolute path of a file of the site; nil where a symbolic link leads out of the site's
  /// folder and may not.
  package func absolute(_ file: String, followingLinks: Bool) -> String? {
    let path = builder.folder.absolute(file)
    if followingLinks { return path }
    guard let real = try? FileSystem.resolved(path),
      let root = try? FileSystem.resolved(builder.folder.path)
    else { return nil }
    return root == "/" || real.utf8.starts(with: (root + "/").utf8) ? real : nil
  }

  /// The URL path that a file of the output has, percent-encoded.
  package func url(of output: OutputPath) -> String {
    URLPath.join(settings.value.config.baseURL, output.string).encoded
  }
}

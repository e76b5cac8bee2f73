import DocgenCore
import DocgenMarkup

/// What stands around every page of a locale, made once.
struct LocaleFrame: Sendable {
  let locale: SiteLocale
  let strings: UIStrings
  let site: Prepared<PageContext.Site>
  let logo: Prepared<PageContext.Logo>?
  let navbar: PageContext.Navbar
  let footer: Prepared<PageContext.Footer>?
  let readerLocale: Prepared<PageContext.Locale>
  let search: Prepared<PageContext.Search>?

  /// - Returns: the frame; findings are errors: `link/unknown-page`.
  static func make(
    _ site: Site, locale index: Int, files: SiteFiles, searchScript: String?
  ) -> Diagnosed<LocaleFrame> {
    let locale = site.locales[index]
    var links = FrameLinks(site: site, locale: index, files: files)
    let config = site.config
    let texts = site.texts[index]
    let frame = LocaleFrame(
      locale: locale, strings: site.strings(locale: index),
      site: Prepared(
        PageContext.Site(
          title: texts.navbar["site.title"] ?? config.title, tagline: config.tagline,
          homeURL: URLPath.encode(locale.baseURL),
          faviconURL: config.favicon.map(links.asset) ?? "",
          touchIconURL: links.first(of: ["apple-touch-icon.png"], rel: "apple-touch-icon"),
          manifestURL: links.first(
            of: ["site.webmanifest", "manifest.webmanifest", "manifest.json"], rel: "manifest"),
          feedURL: ChangeFeed.isWanted(in: index, of: site) ? links.asset(ChangeFeed.name) : "")),
      logo: config.theme.navbar.logo.map { logo in
        Prepared(links.logo(logo, alt: texts.navbar["logo.alt"] ?? texts.navbar[logo.alt]))
      },
      navbar: links.navbar(config.theme.navbar, texts: texts.navbar),
      footer: config.theme.footer.map { Prepared(links.footer($0, texts: texts.footer)) },
      readerLocale: Prepared(
        PageContext.Locale(
          code: locale.code, lang: locale.lang, direction: locale.direction,
          label: locale.label)),
      search: searchScript.map { script in
        Prepared(
          PageContext.Search(
            script: script,
            index: URLPath.join(locale.baseURL, SearchIndexFiles.manifestPath).encoded,
            page: URLPath.join(locale.baseURL, SearchIndexFiles.page).encoded))
      })
    return Diagnosed(frame, links.diagnostics)
  }
}

/// Turns configured links into the URLs of a locale.
private struct FrameLinks {
  let site: Site
  let locale: Int
  private let folder: SiteFolder
  private let staticFiles: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(site: Site, locale: Int, files: SiteFiles) {
    self.site = site
    self.locale = locale
    folder = files.folder
    staticFiles = Set(files.staticFiles.map(\.path))
  }

  /// A file below a static folder, or a URL as it is.
  func asset(_ path: String) -> String {
    if Self.isURL(path) { return path }
    let (file, suffix) = Self.cut(path)
    return URLPath.join(site.locales[locale].baseURL, file).encoded + suffix
  }

  /// The first of these files that a static folder has, unless a configured tag says already which
  /// it is; empty where there is none.
  func first(of names: [String], rel: String) -> String {
    let isSaid = site.config.theme.headTags.contains { tag in
      tag.attributes.contains { $0.name == "rel" && $0.value == rel }
    }
    return isSaid ? "" : names.first(where: staticFiles.contains).map(asset) ?? ""
  }

  /// A route as it is written in a configuration: with or without a base URL.
  ///
  /// - Parameter place: what has the link, for findings: "the navbar's 'Install'".
  mutating func route(_ written: String, of place: String) -> String {
    if Self.isURL(written) { return written }
    let (written, suffix) = Self.cut(written)
    let path = URLPath.join(site.locales[locale].baseURL, written)
    let found = site.routes.index(at: path) ?? site.routes.index(at: URLPath.join(written))
    if let found { return site.routes.routes[found].path.encoded + suffix }
    if !isFile(written) {
      report(
        written, of: place,
        hint: Suggestions.hint(for: path.text, among: site.routes.paths(locale: locale)))
    }
    return path.encoded + suffix
  }

  /// Whether a static file, an old address or the locale's start is there.
  private func isFile(_ written: String) -> Bool {
    let local = String(URLPath.join(written).withoutTrailingSlash.text.dropFirst())
    let isRedirect = site.config.redirects.contains { redirect in
      redirect.from.contains { URLPath.join($0).withoutTrailingSlash.text == "/" + local }
    }
    return isRedirect || local.isEmpty || staticFiles.contains(local)
      || staticFiles.contains(local + "/index.html")
  }

  private mutating func report(_ target: String, of place: String, hint: String?) {
    diagnostics.append(
      Diagnostic(
        .error, "link/unknown-page", "\(place) leads to '\(target)', which is no page",
        at: ConfiguredText.span(of: target, in: folder), hint: hint))
  }

  private static func isURL(_ text: String) -> Bool {
    text.contains("://") || text.hasPrefix("//") || text.hasPrefix("data:")
      || text.hasPrefix("mailto:")
  }

  /// A path apart from its query and fragment.
  private static func cut(_ text: String) -> (path: String, suffix: String) {
    let end = text.firstIndex { $0 == "#" || $0 == "?" } ?? text.endIndex
    return (String(text[..<end]), URLPath.encode(String(text[end...])))
  }

  mutating func logo(_ logo: Logo, alt: String?) -> PageContext.Logo {
    PageContext.Logo(
      src: asset(logo.src), srcDark: logo.srcDark.map(asset) ?? "", alt: alt ?? logo.alt,
      href: logo.href.map { route($0, of: "The logo") }
        ?? URLPath.encode(site.locales[locale].baseURL),
      width: logo.width, height: logo.height)
  }

  // MARK: Navbar

  mutating func navbar(_ navbar: NavbarConfig, texts: [String: String]) -> PageContext.Navbar {
    var result = PageContext.Navbar()
    let title = navbar.title ?? ""
    result.title = texts["title"] ?? texts[title] ?? title
    result.hidesOnScroll = navbar.hideOnScroll
    for item in navbar.items {
      guard let entry = entry(item, texts: texts) else { continue }
      switch item.position {
      case .left: result.left.append(entry)
      case .right: result.right.append(entry)
      }
    }
    if site.config.hasSearch, !navbar.items.contains(where: { $0.kind == .search }) {
      result.right.append(PageContext.NavbarEntry(kind: .search, link: .init(label: "", href: "")))
    }
    let hasLocaleMenu = navbar.items.contains { $0.kind == .localeDropdown }
    if !hasLocaleMenu, site.locales.count > 1 {
      result.right.append(
        PageContext.NavbarEntry(kind: .localeMenu, link: .init(label: "", href: "")))
    }
    return result
  }

  private mutating func entry(_ item: NavbarItem, texts: [String: String]) -> PageContext
    .NavbarEntry?
  {
    switch item.kind {
    case .html(let html):
      return PageContext.NavbarEntry(
        kind: .html(Array(html.utf8)), link: .init(label: item.label, href: ""))
    case .localeDropdown:
      guard site.locales.count > 1 else { return nil }
      return PageContext.NavbarEntry(kind: .localeMenu, link: .init(label: item.label, href: ""))
    case .search:
      guard site.config.hasSearch else { return nil }
      return PageContext.NavbarEntry(
        kind: .search,
        link: .init(label: item.label, href: "", className: item.className ?? ""))
    case .dropdown(let items):
      var links: [PageContext.Link] = []
      for item in items { if let link = link(item, texts: texts) { links.append(link) } }
      let label = translated(item.label, texts)
      return PageContext.NavbarEntry(
        kind: .dropdown(links), link: .init(label: label, href: "", className: item.className ?? "")
      )
    case .route, .href, .doc, .docSidebar:
      return link(item, texts: texts).map { PageContext.NavbarEntry(kind: .link, link: $0) }
    }
  }

  private mutating func link(
    _ item: NavbarItem, texts: [String: String]
  ) -> PageContext.Link? {
    let place = "The navbar's '\(item.label)'"
    let href: String
    var isExternal = false
    switch item.kind {
    case .route(let path): href = route(path, of: place)
    case .href(let url):
      href = url
      isExternal = true
    case .doc(let id):
      guard let path = site.path(of: .page(ContentID(id)), locale: locale) else {
        report(id, of: place, hint: unknownDoc(id))
        return nil
      }
      href = path.encoded
    case .docSidebar(let name):
      guard let target = site.navigations[locale].firstTarget(ofSidebar: name),
        let path = site.path(of: target, locale: locale)
      else {
        let names = site.navigations[locale].sidebars.map(\.name)
        report(name, of: place, hint: Suggestions.hint(for: name, among: names))
        return nil
      }
      href = path.encoded
    case .dropdown, .localeDropdown, .search, .html: return nil
    }
    return PageContext.Link(
      label: translated(item.label, texts), href: href, isExternal: isExternal,
      className: item.className ?? "")
  }

  private func unknownDoc(_ id: String) -> String? {
    let ids = site.catalog.ids(in: site.locales[locale].code).map(\.text)
    return Suggestions.hint(for: id, among: ids)
  }

  private func translated(_ label: String, _ texts: [String: String]) -> String {
    texts["item.label.\(label)"] ?? texts[label] ?? label
  }

  // MARK: Footer

  mutating func footer(_ footer: FooterConfig, texts: [String: String]) -> PageContext.Footer {
    var result = PageContext.Footer(style: footer.style)
    for column in footer.columns {
      let title = column.title.map { texts["link.title.\($0)"] ?? texts[$0] ?? $0 }
      result.columns.append(
        PageContext.FooterColumn(
          title: title ?? "", items: column.items.map { item($0, texts: texts) }))
    }
    let copyright = footer.copyright.map { texts["copyright"] ?? texts[$0] ?? $0 }
    result.copyrightHTML = Array((copyright ?? "").utf8)
    result.logo = footer.logo.map { logo($0, alt: texts["logo.alt"]) }
    return result
  }

  private mutating func item(
    _ item: FooterConfig.Item, texts: [String: String]
  ) -> PageContext.FooterItem {
    func label(_ text: String) -> String {
      texts["link.item.label.\(text)"] ?? texts[text] ?? text
    }
    switch item {
    case .html(let html): return .html(Array(html.utf8))
    case .route(let path, let text):
      return .link(
        .init(label: label(text), href: route(path, of: "The footer's '\(text)'")))
    case .href(let url, let text):
      return .link(.init(label: label(text), href: url, isExternal: true))
    }
  }
}

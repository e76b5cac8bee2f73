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

  init(_ site: Site, locale index: Int) {
    let locale = site.locales[index]
    let links = FrameLinks(site: site, locale: index)
    let config = site.config
    let texts = site.texts[index]
    self.locale = locale
    strings = site.strings(locale: index)
    self.site = Prepared(
      PageContext.Site(
        title: texts.navbar["site.title"] ?? config.title, tagline: config.tagline,
        homeURL: URLPath.encode(locale.baseURL),
        faviconURL: config.favicon.map(links.asset) ?? ""))
    logo = config.theme.navbar.logo.map { logo in
      Prepared(links.logo(logo, alt: texts.navbar["logo.alt"] ?? texts.navbar[logo.alt]))
    }
    navbar = links.navbar(config.theme.navbar, texts: texts.navbar)
    footer = config.theme.footer.map { Prepared(links.footer($0, texts: texts.footer)) }
    readerLocale = Prepared(
      PageContext.Locale(
        code: locale.code, lang: locale.lang, direction: locale.direction, label: locale.label))
  }
}

/// Turns configured links into the URLs of a locale.
private struct FrameLinks {
  let site: Site
  let locale: Int

  /// A file below a static folder, or a URL as it is.
  func asset(_ path: String) -> String {
    if path.contains("://") || path.hasPrefix("//") || path.hasPrefix("data:") { return path }
    return URLPath.join(site.locales[locale].baseURL, path).encoded
  }

  /// A route as it is written in a configuration: with or without a base URL.
  func route(_ written: String) -> String {
    let end = written.firstIndex { $0 == "#" || $0 == "?" } ?? written.endIndex
    let rest = String(written[end...])
    let path = URLPath.join(site.locales[locale].baseURL, String(written[..<end]))
    let found = site.routes.index(at: path) ?? site.routes.index(at: URLPath.join(written))
    return (found.map { site.routes.routes[$0].path } ?? path).encoded + rest
  }

  func logo(_ logo: Logo, alt: String?) -> PageContext.Logo {
    PageContext.Logo(
      src: asset(logo.src), srcDark: logo.srcDark.map(asset) ?? "", alt: alt ?? logo.alt,
      href: logo.href.map { $0.contains("://") ? $0 : route($0) }
        ?? URLPath.encode(site.locales[locale].baseURL),
      width: logo.width, height: logo.height)
  }

  // MARK: Navbar

  func navbar(_ navbar: NavbarConfig, texts: [String: String]) -> PageContext.Navbar {
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
    let hasLocaleMenu = navbar.items.contains { $0.kind == .localeDropdown }
    if !hasLocaleMenu, site.locales.count > 1 {
      result.right.append(PageContext.NavbarEntry(kind: .localeMenu, link: .init(label: "", href: "")))
    }
    return result
  }

  private func entry(_ item: NavbarItem, texts: [String: String]) -> PageContext.NavbarEntry? {
    switch item.kind {
    case .html(let html):
      return PageContext.NavbarEntry(
        kind: .html(Array(html.utf8)), link: .init(label: item.label, href: ""))
    case .localeDropdown:
      guard site.locales.count > 1 else { return nil }
      return PageContext.NavbarEntry(kind: .localeMenu, link: .init(label: item.label, href: ""))
    case .search:
      return PageContext.NavbarEntry(kind: .search, link: .init(label: item.label, href: ""))
    case .dropdown(let items):
      let links = items.compactMap { link($0, texts: texts) }
      let label = translated(item.label, texts)
      return PageContext.NavbarEntry(
        kind: .dropdown(links), link: .init(label: label, href: "", className: item.className ?? ""))
    case .route, .href, .doc, .docSidebar:
      return link(item, texts: texts).map { PageContext.NavbarEntry(kind: .link, link: $0) }
    }
  }

  private func link(_ item: NavbarItem, texts: [String: String]) -> PageContext.Link? {
    let href: String
    var isExternal = false
    switch item.kind {
    case .route(let path): href = route(path)
    case .href(let url):
      href = url
      isExternal = true
    case .doc(let id):
      guard let path = site.path(of: .page(ContentID(id)), locale: locale) else { return nil }
      href = path.encoded
    case .docSidebar(let name):
      guard let target = site.navigations[locale].firstTarget(ofSidebar: name),
        let path = site.path(of: target, locale: locale)
      else { return nil }
      href = path.encoded
    case .dropdown, .localeDropdown, .search, .html: return nil
    }
    return PageContext.Link(
      label: translated(item.label, texts), href: href, isExternal: isExternal,
      className: item.className ?? "")
  }

  private func translated(_ label: String, _ texts: [String: String]) -> String {
    texts["item.label.\(label)"] ?? texts[label] ?? label
  }

  // MARK: Footer

  func footer(_ footer: FooterConfig, texts: [String: String]) -> PageContext.Footer {
    var result = PageContext.Footer(style: footer.style)
    result.columns = footer.columns.map { column in
      let title = column.title.map { texts["link.title.\($0)"] ?? texts[$0] ?? $0 }
      return PageContext.FooterColumn(
        title: title ?? "", items: column.items.map { item($0, texts: texts) })
    }
    let copyright = footer.copyright.map { texts["copyright"] ?? texts[$0] ?? $0 }
    result.copyrightHTML = Array((copyright ?? "").utf8)
    result.logo = footer.logo.map { logo($0, alt: texts["logo.alt"]) }
    return result
  }

  private func item(
    _ item: FooterConfig.Item, texts: [String: String]
  ) -> PageContext.FooterItem {
    func label(_ text: String) -> String {
      texts["link.item.label.\(text)"] ?? texts[text] ?? text
    }
    switch item {
    case .html(let html): return .html(Array(html.utf8))
    case .route(let path, let text): return .link(.init(label: label(text), href: route(path)))
    case .href(let url, let text):
      return .link(.init(label: label(text), href: url, isExternal: true))
    }
  }
}

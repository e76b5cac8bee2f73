import DocgenCore
import DocgenMarkup

/// The render stage: a route's whole page.
struct PageRenderer: Sendable {
  let theme: Theme
  let frames: [LocaleFrame]
  /// By locale, in the order of its sidebars.
  let sidebars: [[SidebarRenderer]]
  let shared: SharedContext
  /// The same pages as Markdown, of the same content.
  var markdown: PageMarkdown
  /// By route: the scripts that lead from old anchors to new ones.
  let movedFragments: [Int: [UInt8]]

  var site: Site { markdown.content.site }
  private var links: SiteLinks { markdown.content.links }

  /// - Parameters:
  ///   - output: the page is appended.
  ///   - content: told a page's content, as soon as it is there.
  /// - Returns: what was found while resolving its links.
  func render(
    route index: Int, into output: inout [UInt8],
    content: (PageContent.Assembled) -> Void = { _ in }
  ) -> [Diagnostic] {
    let route = site.routes.routes[index]
    switch route.target {
    case .page(let number):
      let assembled = markdown.content.assemble(page: number, route: index)
      content(assembled)
      return renderPage(number, assembled, at: index, into: &output)
    case .category(let number):
      renderCategory(number, route, &output)
      return []
    case .tag(let number):
      renderTag(site.tags[route.locale][number], route, &output)
      return []
    case .tagList:
      renderTagList(route, &output)
      return []
    case .search:
      renderSearch(route, &output)
      return []
    case .notFound:
      renderNotFound(route, &output)
      return []
    }
  }

  // MARK: Kinds of pages

  private func renderPage(
    _ number: Int, _ assembled: PageContent.Assembled, at index: Int, into output: inout [UInt8]
  ) -> [Diagnostic] {
    let page = site.catalog.pages[number]
    let route = site.routes.routes[index]
    let strings = frames[route.locale].strings
    var context = frame(
      for: route, target: .page(page.id), title: page.title, description: page.description)
    context.page.contentID = page.id.text
    context.page.keywords = page.frontMatter.keywords.joined(separator: ", ")
    let image = links.socialImage(page: number, route: index)
    context.page.imageURL = image.value
    context.page.showsTitle =
      !page.document.hasTitleHeading && !page.frontMatter.hideTitle && !page.title.isEmpty
    context.page.noindex =
      site.config.noIndex || route.isFallback || page.frontMatter.unlisted
    let original = site.locales.first { $0.code == page.locale }
    context.article = PageContext.Article(
      lang: original?.lang ?? page.locale,
      direction: original?.direction ?? .leftToRight, isForeign: route.isFallback)
    context.bodyHTML = assembled.html
    context.headHTML += assembled.headHTML
    if let script = movedFragments[index] { context.headHTML += script }
    context.usesMermaid = assembled.usesMermaid
    if !page.frontMatter.hideTableOfContents {
      context.tableOfContentsHTML = TableOfContents.html(
        of: assembled.headings, levels: levels(of: page))
    }
    if route.isFallback, let source = site.routes.index(of: page.id, locale: 0) {
      let path = site.routes.routes[source].path.encoded
      context.notices.state = .fallback
      context.notices.sourceURL = path
      context.page.canonicalURL = site.absolute(path)
    }
    if site.outdated[number] != nil, !route.isFallback,
      let source = site.routes.index(of: page.id, locale: 0)
    {
      context.notices.state = .outdated
      context.notices.sourceURL = site.routes.routes[source].path.encoded
    }
    context.notices.sourceLang = site.locales[0].lang
    context.notices.isDraft = page.frontMatter.draft
    context.notices.isUnlisted = page.frontMatter.unlisted
    context.tags = page.frontMatter.tags.map {
      PageContext.Tag(label: $0.label, href: tagURL(Tag.slug(of: $0), route.locale))
    }
    context.editURL = editURL(of: page)
    let update = lastUpdate(of: page)
    context.lastUpdated = strings.lastUpdated(date: update.date, author: update.author)
    context.lastUpdatedDate = update.date ?? ""
    context.structuredDataHTML = StructuredData(context: context, site: site.config).html
    theme.page.render(context, into: &output)
    return assembled.diagnostics + image.diagnostics
  }

  private func renderCategory(_ number: Int, _ route: Route, _ output: inout [UInt8]) {
    let category = site.navigations[route.locale].generatedIndexes[number]
    var context = frame(
      for: route, target: .generatedIndex(number), title: category.title,
      description: category.description)
    context.page.kind = .category
    context.page.keywords = category.keywords.joined(separator: ", ")
    context.page.showsTitle = true
    context.page.noindex = site.config.noIndex
    context.cards = PageCards(site: site, locale: route.locale).cards(of: category)
    theme.page.render(context, into: &output)
  }

  private func renderTag(_ tag: Tag, _ route: Route, _ output: inout [UInt8]) {
    let cards = PageCards(site: site, locale: route.locale).cards(of: tag)
    renderList(title: tag.label, cards, route, &output)
  }

  private func renderTagList(_ route: Route, _ output: inout [UInt8]) {
    let cards = site.tags[route.locale].map { tag in
      PageContext.Card(
        label: "\(tag.label) (\(tag.pages.count))", href: tagURL(tag.slug, route.locale),
        isCategory: true)
    }
    renderList(title: frames[route.locale].strings[.tagList], cards, route, &output)
  }

  private func renderList(
    title: String, _ cards: [PageContext.Card], _ route: Route, _ output: inout [UInt8]
  ) {
    var context = frame(for: route, target: nil, title: title, description: "")
    context.page.kind = .category
    context.page.showsTitle = true
    context.page.noindex = site.config.noIndex
    context.cards = cards
    theme.page.render(context, into: &output)
  }

  private func tagURL(_ slug: String, _ locale: Int) -> String {
    site.config.path(slug: slug, locale: site.locales[locale]).encoded
  }

  /// The search's own page, which shows every page of the site to those who have no script.
  private func renderSearch(_ route: Route, _ output: inout [UInt8]) {
    let strings = frames[route.locale].strings
    var context = frame(for: route, target: nil, title: strings[.search], description: "")
    context.page.kind = .search
    context.page.showsTitle = true
    context.page.noindex = true
    context.bodyHTML = sidebars[route.locale].flatMap(\.fragment)
    theme.page.render(context, into: &output)
  }

  private func renderNotFound(_ route: Route, _ output: inout [UInt8]) {
    let strings = frames[route.locale].strings
    var context = frame(for: route, target: nil, title: strings[.notFoundTitle], description: "")
    context.page.kind = .notFound
    context.page.showsTitle = true
    context.page.noindex = true
    context.page.pagesURL =
      URLPath.join(site.locales[route.locale].baseURL, PageNames.path).encoded
    theme.page.render(context, into: &output)
  }

  // MARK: Around the content

  /// Everything but what is the page's own.
  private func frame(
    for route: Route, target: NavigationTarget?, title: String, description: String
  ) -> PageContext {
    let frame = frames[route.locale]
    let navigation = site.navigations[route.locale]
    var context = PageContext(
      site: frame.site, assets: shared.assets, colorMode: shared.colorMode,
      locale: frame.readerLocale, ui: frame.strings,
      page: PageContext.Page(
        title: title, documentTitle: documentTitle(title), description: description,
        canonicalURL: site.absolute(route.path.encoded), contentID: ""),
      article: PageContext.Article(lang: frame.locale.lang, direction: frame.locale.direction))
    context.logo = frame.logo
    context.search = frame.search
    context.navbar = navbar(frame.navbar, route: route, target: target)
    context.footer = frame.footer
    context.announcement = shared.announcement
    context.headHTML = shared.headHTML
    context.scriptsHTML = shared.scriptsHTML
    context.ogLocale = Self.ogLocale(frame.locale.lang)
    context.page.imageURL = links.defaultImage(locale: route.locale)
    if let path = site.markdownPath(of: route) {
      context.page.markdownURL = site.absolute(path.encoded)
    }
    addLanguages(to: &context, route: route, target: target)
    guard let target else { return context }
    if let place = navigation.place(of: target) {
      context.sidebarHTML = sidebars[route.locale][place.sidebar].html(for: place.item)
    }
    context.sidebarHideable = site.config.theme.sidebarHideable
    if site.config.content.breadcrumbs {
      context.breadcrumbs = breadcrumbs(to: target, in: navigation, locale: route.locale)
    }
    let neighbours = navigation.neighbours(of: target)
    context.previous = neighbours.previous.flatMap { pageLink($0, route.locale) }
    context.next = neighbours.next.flatMap { pageLink($0, route.locale) }
    return context
  }

  private func documentTitle(_ title: String) -> String {
    let siteTitle = site.config.title
    if title.isEmpty || title == siteTitle { return siteTitle }
    return "\(title) \(site.config.titleDelimiter) \(siteTitle)"
  }

  static func ogLocale(_ lang: String) -> String {
    lang.split(separator: "-").joined(separator: "_")
  }

  private func navbar(
    _ navbar: PageContext.Navbar, route: Route, target: NavigationTarget?
  ) -> PageContext.Navbar {
    let path = route.path.encoded
    var result = navbar
    func mark(_ entries: inout [PageContext.NavbarEntry]) {
      for index in entries.indices where !entries[index].link.href.isEmpty {
        let href = entries[index].link.href
        let isBelow = path.hasPrefix(href.hasSuffix("/") ? href : href + "/")
        entries[index].link.isCurrent = path == href || (isBelow && href != frameHome(route))
      }
    }
    mark(&result.left)
    mark(&result.right)
    return result
  }

  private func frameHome(_ route: Route) -> String {
    URLPath.encode(site.locales[route.locale].baseURL)
  }

  private func breadcrumbs(
    to target: NavigationTarget, in navigation: Navigation, locale: Int
  ) -> [PageContext.Breadcrumb] {
    let trail = Breadcrumbs.trail(for: target, in: navigation)
    return trail.enumerated().map { index, step in
      let isCurrent = index == trail.count - 1
      let path = isCurrent ? nil : step.target.flatMap { site.path(of: $0, locale: locale) }
      return PageContext.Breadcrumb(label: step.label, href: path?.encoded, isCurrent: isCurrent)
    }
  }

  private func pageLink(
    _ neighbour: Neighbours.Neighbour, _ locale: Int
  ) -> PageContext.PageLink? {
    guard let path = site.path(of: neighbour.target, locale: locale) else { return nil }
    return PageContext.PageLink(title: neighbour.label, href: path.encoded)
  }

  // MARK: Languages

  private func addLanguages(
    to context: inout PageContext, route: Route, target: NavigationTarget?
  ) {
    guard site.locales.count > 1 else { return }
    for (index, locale) in site.locales.enumerated() {
      let found = target.flatMap { site.counterpart(of: $0, in: index, for: route.locale) }
      context.localeMenu.append(
        PageContext.LocaleMenuEntry(
          label: locale.label, lang: locale.lang,
          href: (found?.path.encoded) ?? URLPath.encode(locale.baseURL),
          isCurrent: index == route.locale))
      guard let found, !found.isFallback else { continue }
      let href = site.absolute(found.path.encoded)
      context.alternates.append(PageContext.Alternate(lang: locale.lang, href: href))
      if index != route.locale {
        context.ogAlternates.append(PageContext.LocaleCode(code: Self.ogLocale(locale.lang)))
      }
    }
    if let found = target.flatMap({ site.counterpart(of: $0, in: 0, for: route.locale) }) {
      context.alternates.append(
        PageContext.Alternate(lang: "x-default", href: site.absolute(found.path.encoded)))
    }
  }

  // MARK: Small things

  private func levels(of page: Page) -> HeadingLevels {
    let standard = site.config.theme.tableOfContents
    return HeadingLevels(
      minimum: page.frontMatter.tocMinHeadingLevel ?? standard.minimum,
      maximum: page.frontMatter.tocMaxHeadingLevel ?? standard.maximum)
  }

  /// What the page says of itself, and for the rest what Git knows, as far as the site shows it.
  private func lastUpdate(of page: Page) -> LastUpdate {
    let content = site.config.content
    let change = site.history.lastChange(of: page.sourceFile)
    let written = page.frontMatter.lastUpdate
    return LastUpdate(
      author: written?.author ?? (content.showLastUpdateAuthor ? change?.author : nil),
      date: written?.writtenDate?.day.text ?? (content.showLastUpdateTime ? change?.date : nil))
  }

  /// Where the page's source can be edited: the source page's, unless the site wants its
  /// translations edited.
  private func editURL(of page: Page) -> String {
    switch page.frontMatter.customEditURL {
    case .none: return ""
    case .named(let url): return url
    case .unspecified: break
    }
    guard let base = site.config.content.editURL else { return "" }
    let source = site.catalog.page(page.id, in: site.locales[0].code) ?? page
    let file = site.config.content.editLocalizedFiles ? page.sourceFile : source.sourceFile
    return (base.hasSuffix("/") ? base : base + "/") + URLPath.encode(file)
  }
}

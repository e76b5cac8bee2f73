import DocgenMarkup

/// Pages as plain Markdown, under their routes: what programs read in place of HTML.
package struct PageMarkdown: Sendable {
  var content: PageContent

  private var site: Site { content.site }

  /// What is shown at a route; nil where that is no content, but search, tags or the 404 page.
  ///
  /// - Parameter route: an index into the site's routes.
  package func page(at route: Int) -> MarkdownPage? { page(at: route, content: nil) }

  /// - Parameter assembled: a page's content, where it is there already.
  func page(at route: Int, content assembled: PageContent.Assembled?) -> MarkdownPage? {
    switch site.routes.routes[route].target {
    case .page(let number):
      markdown(
        of: assembled ?? content.assemble(page: number, route: route), page: number, at: route)
    case .category(let number): markdown(ofCategory: number, at: route)
    case .tag, .tagList, .search, .notFound: nil
    }
  }

  private func markdown(
    of assembled: PageContent.Assembled, page number: Int, at route: Int
  ) -> MarkdownPage {
    let page = site.catalog.pages[number]
    return MarkdownPage(
      title: page.document.hasTitleHeading ? "" : page.title, html: assembled.html,
      addresses: addresses(of: route))
  }

  private func markdown(ofCategory number: Int, at route: Int) -> MarkdownPage {
    let locale = site.routes.routes[route].locale
    let category = site.navigations[locale].generatedIndexes[number]
    let cards = PageCards(site: site, locale: locale)
    var html: [UInt8] = []
    if !category.description.isEmpty {
      html.append("<p>")
      HTMLEscaping.appendEscaped(category.description, into: &html)
      html.append("</p>\n")
    }
    html += PageCards.html(of: cards.cards(of: category))
    return MarkdownPage(title: category.title, html: html, addresses: addresses(of: route))
  }

  private func addresses(of route: Int) -> MarkdownAddresses {
    MarkdownAddresses(
      site: site.absolute(""), page: site.absolute(site.routes.routes[route].path.encoded))
  }
}

extension LoadedSite {
  package var markdown: PageMarkdown {
    PageMarkdown(content: PageContent(site: site, links: links))
  }
}

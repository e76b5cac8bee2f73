import DocgenMarkup

/// A category's children as cards: on its generated index, and where a page has `<DocCardList />`.
struct PageCards {
  let site: Site
  let locale: Int

  /// The cards of a generated index.
  func cards(of index: GeneratedIndexPage) -> [PageContext.Card] {
    site.navigations[locale].cards(of: index).compactMap { card($0.item, $0.destination) }
  }

  /// The cards of a tag's pages.
  func cards(of tag: Tag) -> [PageContext.Card] {
    tag.pages.compactMap { id in
      guard let page = site.page(id, locale: locale),
        let path = site.path(of: .page(id), locale: locale)
      else { return nil }
      return PageContext.Card(
        label: page.title, href: path.encoded, description: page.description)
    }
  }

  /// The cards of the category that a page belongs to, or whose own page it is, as HTML.
  func html(inCategoryOf target: NavigationTarget) -> [UInt8] {
    let navigation = site.navigations[locale]
    guard let place = navigation.place(of: target), let item = place.item else { return [] }
    let sidebar = navigation.sidebars[place.sidebar]
    let isCategory = sidebar.items[item].category != nil
    let siblings = sidebar.children(of: isCategory ? item : sidebar.items[item].parent)
    let cards = siblings.filter { $0 != item }.compactMap {
      card(sidebar.items[$0], sidebar.destination(of: $0))
    }
    return Self.html(of: cards)
  }

  static func html(of cards: [PageContext.Card]) -> [UInt8] {
    var output: [UInt8] = []
    output.append("<ul class=\"cards\">\n")
    for card in cards {
      output.append("<li><a class=\"card")
      if card.isCategory { output.append(" card--category") }
      output.append("\" href=\"")
      HTMLEscaping.appendEscaped(card.href, into: &output)
      output.append("\"><span class=\"card__title\">")
      HTMLEscaping.appendEscaped(card.label, into: &output)
      output.append("</span>")
      if !card.description.isEmpty {
        output.append("<span class=\"card__description\">")
        HTMLEscaping.appendEscaped(card.description, into: &output)
        output.append("</span>")
      }
      output.append("</a></li>\n")
    }
    output.append("</ul>\n")
    return output
  }

  private func card(
    _ item: Sidebar.Item, _ destination: NavigationTarget?
  ) -> PageContext.Card? {
    switch item.kind {
    case .page(let id, _):
      guard let path = site.path(of: .page(id), locale: locale) else { return nil }
      return PageContext.Card(
        label: item.label, href: path.encoded,
        description: item.description ?? site.page(id, locale: locale)?.description ?? "")
    case .link(let href, let addsBaseURL):
      let isPath = addsBaseURL && href.hasPrefix("/")
      let url = isPath ? URLPath.join(site.locales[locale].baseURL, href).encoded : href
      return PageContext.Card(
        label: item.label, href: url, description: item.description ?? "", isExternal: !isPath)
    case .html: return nil
    case .category:
      guard let path = destination.flatMap({ site.path(of: $0, locale: locale) }) else {
        return nil
      }
      return PageContext.Card(
        label: item.label, href: path.encoded, description: item.description ?? "",
        isCategory: true)
    }
  }
}

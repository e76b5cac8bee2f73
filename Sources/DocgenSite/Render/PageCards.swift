import DocgenMarkup

/// A category's children as cards: on its generated index, and where a page has `<DocCardList />`.
struct PageCards {
  let site: Site
  let locale: Int

  func cards(of items: [Sidebar.Item]) -> [PageContext.Card] { items.compactMap(card) }

  /// The cards of the category whose own page this is, as HTML.
  func html(below target: NavigationTarget) -> [UInt8] {
    let items = site.navigations[locale].children(of: target)
    var output: [UInt8] = []
    output.append("<ul class=\"cards\">\n")
    for card in cards(of: items) {
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

  private func card(_ item: Sidebar.Item) -> PageContext.Card? {
    switch item.kind {
    case .page(let id, _):
      guard let path = site.path(of: .page(id), locale: locale) else { return nil }
      return PageContext.Card(
        label: item.label, href: path.encoded,
        description: site.page(id, locale: locale)?.description ?? "")
    case .link(let href, let description, _):
      return PageContext.Card(
        label: item.label, href: href, description: description ?? "",
        isExternal: href.contains("://"))
    case .html: return nil
    case .category(let category):
      let target =
        category.link.map { link -> NavigationTarget in
          switch link {
          case .page(let id): .page(id)
          case .generatedIndex(let number): .generatedIndex(number)
          }
        } ?? Navigation.firstTarget(of: category.items)
      guard let path = target.flatMap({ site.path(of: $0, locale: locale) }) else { return nil }
      return PageContext.Card(
        label: item.label, href: path.encoded, description: category.description ?? "",
        isCategory: true)
    }
  }
}

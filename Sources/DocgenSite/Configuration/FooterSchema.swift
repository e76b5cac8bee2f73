import ConfigSchema
import DocgenCore

extension FooterConfig {
  static let schema = Schema("footer", defaults: FooterConfig()) {
    Field("style", \.style, .choice, "Its colours.")
    Field(
      "columns", \.columns, .list(of: .object(Column.schema)), "Links under headings."
    ).example([["title": "More", "items": [["label": "GitHub", "href": "https://github.com"]]]])
    Field("copyright", \.copyright, .text, "The last line, in HTML.")
      .example("© Example Ltd")
    Field("logo", \.logo, .object(Logo.schema), "A picture above the last line.")
  }
}

extension FooterConfig.Column {
  static let schema = Schema("column", defaults: FooterConfig.Column(title: nil, items: [])) {
    Field("title", \.title, .text, "The heading; none by default.")
    Field("items", \.items, .list(of: .footerItem), "The links.").required
  }
}

/// A footer link as it is written: `to`, `href` or `html`.
private struct FooterItemForm: Sendable {
  var to: String?
  var href: String?
  var html: String?
  var label: String?

  static let schema = Schema("footer item", defaults: FooterItemForm()) {
    Field("to", \.to, .text, "A page of the site, by its path.")
    Field("href", \.href, .text, "An address.")
    Field("html", \.html, .text, "HTML as it is.")
    Field("label", \.label, .text, "What readers see; the address by default.")
  }

  init() {}

  init(_ item: FooterConfig.Item) {
    switch item {
    case .route(let path, let label): (to, self.label) = (path, label)
    case .href(let address, let label): (href, self.label) = (address, label)
    case .html(let text): html = text
    }
  }

  func item(at node: ConfigNode, _ context: inout DecodingContext) -> FooterConfig.Item? {
    let items: [(key: String, item: FooterConfig.Item)] = [
      to.map { ("to", .route($0, label: label ?? $0)) },
      href.map { ("href", .href($0, label: label ?? $0)) },
      html.map { ("html", .html($0)) },
    ].compactMap { $0 }
    guard items.count == 1 else {
      context.reportChoice(among: items.map(\.key), of: "'to', 'href', 'html'", at: node)
      return nil
    }
    return items[0].item
  }
}

extension ValueType where Value == FooterConfig.Item {
  fileprivate static var footerItem: Self {
    ValueType<FooterItemForm>.object(FooterItemForm.schema)
      .converted(literal: { FooterItemForm.schema.literal(FooterItemForm($0)) }) {
        form, node, context in form.item(at: node, &context)
      }
  }
}

import ConfigSchema
import DocgenCore

extension NavbarConfig {
  static let schema = Schema("navbar", defaults: NavbarConfig()) {
    Field("title", \.title, .text, "The name beside the logo; the site's title by default.")
    Field("logo", \.logo, .object(Logo.schema), "The picture on the left.")
    Field(
      "items", \.items, .list(of: .navbarItem),
      "Links and menus, in order."
    ).example([["label": "Install", "to": "/install"], "localeDropdown"])
    Field(
      "hideOnScroll", \.hideOnScroll, .flag, "Whether the bar hides while a reader scrolls down.")
  }
}

extension Logo {
  static let schema = Schema("logo", defaults: Logo()) {
    Field("alt", \.alt, .text, "What it shows, for those who can't see it.")
    Field("src", \.src, .text, "The picture, as a path below a static folder.").required
    Field("srcDark", \.srcDark, .text, "The picture for the dark mode.")
    Field("href", \.href, .text, "Where it leads; the site's start by default.")
    Field("width", \.width, .integer(atLeast: 1), "Its width.").unit("pixels")
    Field("height", \.height, .integer(atLeast: 1), "Its height.").unit("pixels")
  }
}

/// A navbar item as it is written: which of the first keys is there says what it is.
private struct NavbarItemForm: Sendable {
  var to: String?
  var href: String?
  var doc: String?
  var sidebar: String?
  var html: String?
  var items: [NavbarItem]?
  var localeDropdown = false
  var search = false
  var label: String?
  var position = NavbarItem.Position.right
  var className: String?

  static let schema = Schema("navbar item", defaults: NavbarItemForm()) {
    Field("to", \.to, .text, "A page of the site, by its path.")
    Field("href", \.href, .text, "An address.")
    Field("doc", \.doc, .text, "A page, by its ID.")
    Field("sidebar", \.sidebar, .text, "The first page of a sidebar, by the sidebar's name.")
    Field("html", \.html, .text, "HTML as it is.")
    Field("items", \.items, .list(of: .navbarItem), "A menu with these items.")
    Field("localeDropdown", \.localeDropdown, .flag, "The menu of locales.")
    Field("search", \.search, .flag, "The search box.")
    Field("label", \.label, .text, "What readers see.")
    Field("position", \.position, .choice, "The side that it stands on.")
    Field("className", \.className, .text, "A class for the stylesheet.")
  }

  init() {}

  init(_ item: NavbarItem) {
    switch item.kind {
    case .route(let path): to = path
    case .href(let address): href = address
    case .doc(let id): doc = id
    case .docSidebar(let name): sidebar = name
    case .html(let text): html = text
    case .dropdown(let items): self.items = items
    case .localeDropdown: localeDropdown = true
    case .search: search = true
    }
    label = item.label.isEmpty && !needsLabel ? nil : item.label
    position = item.position
    className = item.className
  }

  private var needsLabel: Bool { html == nil && !localeDropdown && !search }

  /// What the item can be, with the key that says so.
  var kinds: [(key: String, kind: NavbarItem.Kind)] {
    [
      to.map { ("to", .route($0)) }, href.map { ("href", .href($0)) },
      doc.map { ("doc", .doc($0)) }, sidebar.map { ("sidebar", .docSidebar($0)) },
      html.map { ("html", .html($0)) }, items.map { ("items", .dropdown($0)) },
      localeDropdown ? ("localeDropdown", .localeDropdown) : nil,
      search ? ("search", .search) : nil,
    ].compactMap { $0 }
  }

  func item(at node: ConfigNode, _ context: inout DecodingContext) -> NavbarItem? {
    let kinds = kinds
    guard let kind = kinds.first?.kind, kinds.count == 1 else {
      context.reportChoice(among: kinds.map(\.key), of: "'to', 'href', 'doc', 'items'", at: node)
      return nil
    }
    guard label != nil || !needsLabel else {
      context.reportMissing("label", at: node)
      return nil
    }
    return NavbarItem(kind, label: label ?? "", position: position, className: className)
  }
}

extension ValueType where Value == NavbarItem {
  /// An item by its keys, or `search` or `localeDropdown` alone. Menus hold items.
  static var navbarItem: Self {
    named("navbarItem") {
      let byKeys = ValueType<NavbarItemForm>.object(NavbarItemForm.schema)
        .converted { form, node, context in form.item(at: node, &context) }
      let literal: @Sendable (NavbarItem) -> JSONValue? = { item in
        switch item {
        case NavbarItem(.search, label: ""): "search"
        case NavbarItem(.localeDropdown, label: ""): "localeDropdown"
        default: NavbarItemForm.schema.literal(NavbarItemForm(item))
        }
      }
      let shape = ValueShape.oneOf([byKeys.shape, .choice(["search", "localeDropdown"])])
      return Self(shape, literal: literal) { node, _, context in
        switch node.string {
        case "search": return NavbarItem(.search, label: "")
        case "localeDropdown": return NavbarItem(.localeDropdown, label: "")
        default: return byKeys.decode(node, nil, &context)
        }
      }
    }
  }
}

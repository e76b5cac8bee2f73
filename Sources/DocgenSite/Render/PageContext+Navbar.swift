import DocgenMarkup

/// The navigation bar, and the languages that its menu offers.
extension PageContext {
  struct Navbar: Sendable {
    var title = ""
    var hidesOnScroll = false
    var left: [NavbarEntry] = []
    var right: [NavbarEntry] = []
  }

  struct Link: TemplateRecord {
    var label: String
    var href: String
    /// Whether it leads to this page or to one below it.
    var isCurrent = false
    var isExternal = false
    var className = ""

    static let templateFields = TemplateFields<Self>([
      .text("label", "The link's text.") { $0.label },
      .text("href", "The link's URL.") { $0.href },
      .flag("isCurrent", "Whether it leads to this page or one below it.") { $0.isCurrent },
      .flag("isExternal", "Whether it leads to another site.") { $0.isExternal },
      .text("className", "CSS classes from the configuration.") { $0.className },
    ])
  }

  struct NavbarEntry: TemplateRecord {
    enum Kind: Sendable {
      case link
      case html([UInt8])
      case dropdown([Link])
      case localeMenu
      case search
    }

    var kind: Kind
    /// The entry's label, and where it leads if it is a link; a dropdown may lead somewhere too.
    var link: Link

    private var html: [UInt8]? { if case .html(let html) = kind { html } else { nil } }
    private var items: [Link]? { if case .dropdown(let items) = kind { items } else { nil } }
    private var isLink: Bool { if case .link = kind { true } else { false } }
    private var isLocaleMenu: Bool { if case .localeMenu = kind { true } else { false } }
    private var isSearch: Bool { if case .search = kind { true } else { false } }

    static let templateFields = TemplateFields<Self>([
      .text("label", "The entry's text.") { $0.link.label },
      .text("href", "Where it leads.") { $0.link.href },
      .flag("isCurrent", "Whether it leads to this page or one below it.") { $0.link.isCurrent },
      .flag("isExternal", "Whether it leads to another site.") { $0.link.isExternal },
      .text("className", "CSS classes from the configuration.") { $0.link.className },
      .flag("isLink", "Whether it is a link.") { $0.isLink },
      .flag("isHTML", "Whether it is HTML.") { $0.html != nil },
      .html("html", "That HTML.") { $0.html ?? [] },
      .flag("isDropdown", "Whether it is a menu of links.") { $0.items != nil },
      .list("items", "The menu's links.") { $0.items ?? [] },
      .flag("isLocaleMenu", "Whether it is the menu of languages.") { $0.isLocaleMenu },
      .flag("isSearch", "Whether it is the search.") { $0.isSearch },
    ])
  }

  struct Locale: TemplateRecord {
    var code: String
    /// BCP 47.
    var lang: String
    var direction: TextDirection
    var label: String

    static let templateFields = TemplateFields<Self>([
      .text("code", "The locale's name in the configuration: `zh-CN`.") { $0.code },
      .text("lang", "The language for the `lang` attribute: `zh-Hans`.") { $0.lang },
      .text("dir", "`ltr` or `rtl`.") { $0.direction.rawValue },
      .text("label", "The language's name for its readers.") { $0.label },
    ])
  }

  struct LocaleMenuEntry: TemplateRecord {
    var label: String
    var lang: String
    var href: String
    var isCurrent = false

    static let templateFields = TemplateFields<Self>([
      .text("label", "The language's name for its readers.") { $0.label },
      .text("lang", "The language for the `lang` attribute.") { $0.lang },
      .text("href", "This page in that language.") { $0.href },
      .flag("isCurrent", "Whether it is the reader's.") { $0.isCurrent },
    ])
  }
}

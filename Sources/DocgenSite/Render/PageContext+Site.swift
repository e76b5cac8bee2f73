import DocgenMarkup

/// What is the same on all pages of a language.
extension PageContext {
  struct Site: TemplateRecord {
    var title: String
    var tagline = ""
    /// The locale's root: `/docs/zh-CN/`.
    var homeURL: String
    var faviconURL = ""
    var touchIconURL = ""
    var manifestURL = ""
    var feedURL = ""

    static let templateFields = TemplateFields<Self>([
      .text("title", "The site's title.") { $0.title },
      .text("tagline", "What stands below it.") { $0.tagline },
      .text("homeURL", "The home page in the reader's language.") { $0.homeURL },
      .text("faviconURL", "The picture for browser tabs.") { $0.faviconURL },
      .flag("hasFavicon", "Whether there is one.") { !$0.faviconURL.isEmpty },
      .text("touchIconURL", "The picture for home screens: `apple-touch-icon.png`.") {
        $0.touchIconURL
      },
      .flag("hasTouchIcon", "Whether the site has that file.") { !$0.touchIconURL.isEmpty },
      .text("manifestURL", "The site's web manifest.") { $0.manifestURL },
      .flag("hasManifest", "Whether the site has that file.") { !$0.manifestURL.isEmpty },
      .text("feedURL", "The feed of changes.") { $0.feedURL },
      .flag("hasFeed", "Whether there is one.") { !$0.feedURL.isEmpty },
    ])
  }

  struct Logo: TemplateRecord {
    var src: String
    var srcDark = ""
    var alt = ""
    var href: String
    /// In CSS pixels; both are attributes of the picture where they are known.
    var width: Int?
    var height: Int?

    private var sizeHTML: [UInt8] {
      let width = width.map { " width=\"\($0)\"" } ?? ""
      let height = height.map { " height=\"\($0)\"" } ?? ""
      return Array((width + height).utf8)
    }

    static let templateFields = TemplateFields<Self>([
      .text("src", "The picture's URL.") { $0.src },
      .text("srcDark", "That of the picture for dark mode.") { $0.srcDark },
      .flag("hasDark", "Whether there is another for dark mode.") { !$0.srcDark.isEmpty },
      .text("alt", "What the picture shows.") { $0.alt },
      .text("href", "Where a click leads.") { $0.href },
      .html("size", "The picture's `width` and `height` attributes.") { $0.sizeHTML },
    ])
  }

  struct Assets: TemplateRecord {
    var stylesheet: String
    var script: String
    var customStylesheets: [String] = []
    var mermaidScript = ""

    static let templateFields = TemplateFields<Self>([
      .text("stylesheet", "The theme's stylesheet.") { $0.stylesheet },
      .text("script", "The theme's script.") { $0.script },
      .list("customStylesheets", "The site's own stylesheets.") {
        $0.customStylesheets.map(Stylesheet.init)
      },
      .text("mermaidScript", "What draws Mermaid diagrams.") { $0.mermaidScript },
      .flag("hasMermaidScript", "Whether the site names such a script.") {
        !$0.mermaidScript.isEmpty
      },
    ])
  }

  struct Search: TemplateRecord {
    var script: String
    var index: String
    var page: String

    static let templateFields = TemplateFields<Self>([
      .text("script", "What the dialog is run by; loaded when it is opened.") { $0.script },
      .text("index", "The URL of the index's first file.") { $0.index },
      .text("page", "Where readers without a script are led to.") { $0.page },
    ])
  }

  struct Stylesheet: TemplateRecord {
    var href: String

    static let templateFields = TemplateFields<Self>([
      .text("href", "The stylesheet's URL.") { $0.href }
    ])
  }

  struct ColorMode: TemplateRecord {
    var standard: ThemeConfig.ColorMode
    var respectsSystem: Bool
    var hasSwitch: Bool

    static let templateFields = TemplateFields<Self>([
      .text("default", "`light` or `dark`.") { $0.standard.rawValue },
      .flag(
        "respectsSystem", "Whether readers who chose nothing get what their system prefers."
      ) { $0.respectsSystem },
      .flag("hasSwitch", "Whether readers can choose.") { $0.hasSwitch },
    ])
  }

  struct Announcement: TemplateRecord {
    var id: String
    var html: [UInt8]
    var isCloseable: Bool

    static let templateFields = TemplateFields<Self>([
      .text("id", "Tells the announcement a reader closed from a new one.") { $0.id },
      .html("html", "What it says.") { $0.html },
      .flag("isCloseable", "Whether readers can close it.") { $0.isCloseable },
    ])
  }

  struct Footer: TemplateRecord {
    var style: FooterConfig.Style
    var columns: [FooterColumn] = []
    var copyrightHTML: [UInt8] = []
    var logo: Logo?

    static let templateFields = TemplateFields<Self>([
      .text("style", "`light` or `dark`.") { $0.style.rawValue },
      .flag("isDark", "Whether it is dark.") { $0.style == .dark },
      .list("columns", "Its links.") { $0.columns },
      .html("copyrightHTML", "The last line.") { $0.copyrightHTML },
      .optional("logo", "Its picture.") { $0.logo },
    ])
  }

  struct FooterColumn: TemplateRecord {
    var title = ""
    var items: [FooterItem]

    static let templateFields = TemplateFields<Self>([
      .text("title", "The column's heading.") { $0.title },
      .flag("hasTitle", "Whether it has one.") { !$0.title.isEmpty },
      .list("items", "Its links.") { $0.items },
    ])
  }

  enum FooterItem: TemplateRecord {
    case link(Link)
    case html([UInt8])

    private var link: Link? { if case .link(let link) = self { link } else { nil } }
    private var html: [UInt8]? { if case .html(let html) = self { html } else { nil } }

    static let templateFields = TemplateFields<Self>([
      .text("label", "The link's text.") { $0.link?.label ?? "" },
      .text("href", "The link's URL.") { $0.link?.href ?? "" },
      .flag("isExternal", "Whether it leads to another site.") { $0.link?.isExternal ?? false },
      .flag("isHTML", "Whether this is HTML instead of a link.") { $0.html != nil },
      .html("html", "That HTML.") { $0.html ?? [] },
    ])
  }
}

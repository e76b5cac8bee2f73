import DocgenMarkup

/// What a template may use: everything that a page of the site is made of, under the names of
/// `templateFields`. Types of the parts are in the files beside this one.
///
/// Texts that are empty where there is nothing to say have a `has…` flag for sections.
struct PageContext: TemplateRecord {
  // The site
  var site: Prepared<Site>
  var logo: Prepared<Logo>?
  var navbar = Navbar()
  var footer: Prepared<Footer>?
  var announcement: Prepared<Announcement>?
  var assets: Prepared<Assets>
  var search: Prepared<Search>?
  var colorMode: Prepared<ColorMode>
  var headHTML: [UInt8] = []
  var scriptsHTML: [UInt8] = []
  var structuredDataHTML: [UInt8] = []

  // The reader's language
  var locale: Prepared<Locale>
  var localeMenu: [LocaleMenuEntry] = []
  var ui: UIStrings

  // The page
  var page: Page
  var article: Article
  var alternates: [Alternate] = []
  var ogLocale = ""
  var ogAlternates: [LocaleCode] = []
  var notices = Notices()
  var breadcrumbs: [Breadcrumb] = []
  var bodyHTML: [UInt8] = []
  var cards: [Card] = []
  var usesMermaid = false
  var tags: [Tag] = []
  var editURL = ""
  /// A sentence of the reader's language.
  var lastUpdated = ""
  /// `2026-11-22`; empty where only words are known.
  var lastUpdatedDate = ""

  // Around the page
  var sidebarHTML: [UInt8] = []
  var sidebarHideable = false
  var tableOfContentsHTML: [UInt8] = []
  var previous: PageLink?
  var next: PageLink?

  static let templateFields = TemplateFields<Self>(siteFields + pageFields)
}

extension PageContext {
  private static let siteFields: [TemplateFields<Self>.Field] = [
    .object("site", "The site, in the reader's language.") { $0.site },
    .optional("logo", "The navigation bar's picture.") { $0.logo },
    .text("navbarTitle", "The navigation bar's title.") { $0.navbar.title },
    .flag("navbarHideOnScroll", "Whether the bar hides on scrolling.") { $0.navbar.hidesOnScroll },
    .list("navbarLeft", "The navigation bar's entries at its start.") { $0.navbar.left },
    .list("navbarRight", "The navigation bar's entries at its end.") { $0.navbar.right },
    .optional("footer", "What stands below every page.") { $0.footer },
    .optional("announcement", "The bar above every page.") { $0.announcement },
    .object("assets", "Stylesheets and scripts.") { $0.assets },
    .optional("search", "The site's search, where it has one.") { $0.search },
    .object("colorMode", "Light or dark.") { $0.colorMode },
    .html("headHTML", "Configured head tags, and those of the page.") { $0.headHTML },
    .html("structuredDataHTML", "What search engines are told of the page: a script of data.") {
      $0.structuredDataHTML
    },
    .html("scriptsHTML", "Configured scripts.") { $0.scriptsHTML },
    .object("locale", "The reader's language.") { $0.locale },
    .list("localeMenu", "This page in all languages.") { $0.localeMenu },
    .flag("hasLocaleMenu", "Whether there is more than one language.") { $0.localeMenu.count > 1 },
    .object("ui", "The theme's texts in the reader's language.") { $0.ui },
  ]

  private static let pageFields: [TemplateFields<Self>.Field] = [
    .object("page", "The page itself.") { $0.page },
    .object("article", "The language of what the page says.") { $0.article },
    .list("alternates", "Links for search engines to all languages.") { $0.alternates },
    .text("ogLocale", "The language as social cards want it: `zh_CN`.") { $0.ogLocale },
    .list("ogAlternates", "The other languages for social cards.") { $0.ogAlternates },
    .object("notices", "What a reader should know of the page's state.") { $0.notices },
    .list("breadcrumbs", "The way from the home page to this one.") { $0.breadcrumbs },
    .flag("hasBreadcrumbs", "Whether there are any.") { !$0.breadcrumbs.isEmpty },
    .html("bodyHTML", "The page's content.") { $0.bodyHTML },
    .list("cards", "A category's pages, or suggestions for a page not found.") { $0.cards },
    .flag("hasCards", "Whether there are any.") { !$0.cards.isEmpty },
    .flag("usesMermaid", "Whether there is a diagram on the page.") { $0.usesMermaid },
    .list("tags", "The page's tags.") { $0.tags },
    .flag("hasTags", "Whether there are any.") { !$0.tags.isEmpty },
    .text("editURL", "Where the page's source can be edited.") { $0.editURL },
    .flag("hasEditURL", "Whether it can.") { !$0.editURL.isEmpty },
    .text("lastUpdated", "When and by whom the page was changed: a sentence.") { $0.lastUpdated },
    .flag("hasLastUpdated", "Whether that is known.") { !$0.lastUpdated.isEmpty },
    .text("lastUpdatedDate", "When, for programs: `2026-11-22`.") { $0.lastUpdatedDate },
    .flag("hasLastUpdatedDate", "Whether that is known.") { !$0.lastUpdatedDate.isEmpty },
    .html("sidebarHTML", "The sidebar: a `<ul>` of links and branches.") { $0.sidebarHTML },
    .flag("hasSidebar", "Whether the page has one.") { !$0.sidebarHTML.isEmpty },
    .flag("sidebarHideable", "Whether readers can hide it.") { $0.sidebarHideable },
    .html("tableOfContentsHTML", "The headings: nested `<ul>`s.") { $0.tableOfContentsHTML },
    .flag("hasTableOfContents", "Whether it is shown.") { !$0.tableOfContentsHTML.isEmpty },
    .optional("previous", "The page before this one.") { $0.previous },
    .optional("next", "The page after this one.") { $0.next },
  ]
}

import DocgenMarkup

/// What a template may use: everything that a page of the site is made of, under the names of
/// `templateFields`. Types of the parts are in the files beside this one.
///
/// Texts that are empty where there is nothing to say have a `has…` flag for sections.
struct PageContext: TemplateRecord {
  // The site
  var site: Site
  var logo: Logo?
  var navbar = Navbar()
  var footer: Footer?
  var announcement: Announcement?
  var assets: Assets
  var colorMode: ColorMode
  var headHTML: [UInt8] = []
  var scriptsHTML: [UInt8] = []

  // The reader's language
  var locale: Locale
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
    .object("site", "The site, in the reader's language.", \.site),
    .optional("logo", "The navigation bar's picture.", \.logo),
    .text("navbarTitle", "The navigation bar's title.", \.navbar.title),
    .flag("navbarHideOnScroll", "Whether the bar hides on scrolling.", \.navbar.hidesOnScroll),
    .list("navbarLeft", "The navigation bar's entries at its start.", \.navbar.left),
    .list("navbarRight", "The navigation bar's entries at its end.", \.navbar.right),
    .optional("footer", "What stands below every page.", \.footer),
    .optional("announcement", "The bar above every page.", \.announcement),
    .object("assets", "Stylesheets and scripts.", \.assets),
    .object("colorMode", "Light or dark.", \.colorMode),
    .html("headHTML", "Configured head tags, and those of the page.", \.headHTML),
    .html("scriptsHTML", "Configured scripts.", \.scriptsHTML),
    .object("locale", "The reader's language.", \.locale),
    .list("localeMenu", "This page in all languages.", \.localeMenu),
    .flag("hasLocaleMenu", "Whether there is more than one language.") { $0.localeMenu.count > 1 },
    .object("ui", "The theme's texts in the reader's language.", \.ui),
  ]

  private static let pageFields: [TemplateFields<Self>.Field] = [
    .object("page", "The page itself.", \.page),
    .object("article", "The language of what the page says.", \.article),
    .list("alternates", "Links for search engines to all languages.", \.alternates),
    .text("ogLocale", "The language as social cards want it: `zh_CN`.", \.ogLocale),
    .list("ogAlternates", "The other languages for social cards.", \.ogAlternates),
    .object("notices", "What a reader should know of the page's state.", \.notices),
    .list("breadcrumbs", "The way from the home page to this one.", \.breadcrumbs),
    .flag("hasBreadcrumbs", "Whether there are any.") { !$0.breadcrumbs.isEmpty },
    .html("bodyHTML", "The page's content.", \.bodyHTML),
    .list("cards", "A category's pages, or suggestions for a page not found.", \.cards),
    .flag("hasCards", "Whether there are any.") { !$0.cards.isEmpty },
    .flag("usesMermaid", "Whether there is a diagram on the page.", \.usesMermaid),
    .list("tags", "The page's tags.", \.tags),
    .flag("hasTags", "Whether there are any.") { !$0.tags.isEmpty },
    .text("editURL", "Where the page's source can be edited.", \.editURL),
    .flag("hasEditURL", "Whether it can.") { !$0.editURL.isEmpty },
    .text("lastUpdated", "When and by whom the page was changed: a sentence.", \.lastUpdated),
    .flag("hasLastUpdated", "Whether that is known.") { !$0.lastUpdated.isEmpty },
    .html("sidebarHTML", "The sidebar: a `<ul>` of links and branches.", \.sidebarHTML),
    .flag("hasSidebar", "Whether the page has one.") { !$0.sidebarHTML.isEmpty },
    .flag("sidebarHideable", "Whether readers can hide it.", \.sidebarHideable),
    .html("tableOfContentsHTML", "The headings: nested `<ul>`s.", \.tableOfContentsHTML),
    .flag("hasTableOfContents", "Whether it is shown.") { !$0.tableOfContentsHTML.isEmpty },
    .optional("previous", "The page before this one.", \.previous),
    .optional("next", "The page after this one.", \.next),
  ]
}

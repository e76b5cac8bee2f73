import DocgenMarkup

/// What is the page's own.
extension PageContext {
  struct Page: TemplateRecord {
    enum Kind: Sendable { case doc, category, search, notFound }

    var kind = Kind.doc
    /// Plain text.
    var title: String
    /// For `<title>`: with the site's.
    var documentTitle: String
    var description = ""
    /// With commas between.
    var keywords = ""
    var canonicalURL: String
    var imageURL = ""
    var contentID: String
    var markdownURL = ""
    var pagesURL = ""
    var noindex = false
    /// Whether the template has to show the title, because the content has no such heading.
    var showsTitle = false

    static let templateFields = TemplateFields<Self>([
      .text("title", "The page's title.") { $0.title },
      .text("documentTitle", "The title for the browser: with the site's.") { $0.documentTitle },
      .text("description", "One sentence on the page.") { $0.description },
      .flag("hasDescription", "Whether there is one.") { !$0.description.isEmpty },
      .text("keywords", "Its keywords, with commas between.") { $0.keywords },
      .flag("hasKeywords", "Whether there are any.") { !$0.keywords.isEmpty },
      .text("canonicalURL", "The page's full URL.") { $0.canonicalURL },
      .text("imageURL", "The picture for social cards.") { $0.imageURL },
      .flag("hasImage", "Whether there is one.") { !$0.imageURL.isEmpty },
      .text("contentID", "The page's name, the same in all languages.") { $0.contentID },
      .text("markdownURL", "The page as Markdown.") { $0.markdownURL },
      .flag("hasMarkdown", "Whether there is that.") { !$0.markdownURL.isEmpty },
      .text("pagesURL", "The list of all pages; on the page for unknown addresses.") {
        $0.pagesURL
      },
      .flag("isDoc", "Whether it is a page someone wrote.") { $0.kind == .doc },
      .flag("isCategory", "Whether it is a category's index.") { $0.kind == .category },
      .flag("isNotFound", "Whether it is the page for unknown addresses.") {
        $0.kind == .notFound
      },
      .flag("isSearch", "Whether it is the page of the search.") { $0.kind == .search },
      .flag("noindex", "Whether search engines should leave it out.") { $0.noindex },
      .flag("showTitle", "Whether the content does not show the title itself.") { $0.showsTitle },
    ])
  }

  /// The language of the content, which is not the reader's on a fallback page.
  struct Article: TemplateRecord {
    var lang: String
    var direction: TextDirection
    var isForeign = false

    static let templateFields = TemplateFields<Self>([
      .text("lang", "The content's language for the `lang` attribute.") { $0.lang },
      .text("dir", "`ltr` or `rtl`.") { $0.direction.rawValue },
      .flag("isForeign", "Whether that is not the reader's language.") { $0.isForeign },
    ])
  }

  struct Notices: TemplateRecord {
    enum State: Sendable { case upToDate, fallback, outdated }

    /// The translation's.
    var state = State.upToDate
    /// Where the original is, unless this is it or says the same.
    var sourceURL = ""
    /// Its language (BCP 47).
    var sourceLang = ""
    var isDraft = false
    var isUnlisted = false

    static let templateFields = TemplateFields<Self>([
      .flag("isFallback", "Whether the page is shown untranslated.") { $0.state == .fallback },
      .flag("isOutdated", "Whether the original has changed since it was translated.") {
        $0.state == .outdated
      },
      .text("sourceURL", "The original of a page that is untranslated or outdated.") {
        $0.sourceURL
      },
      .text("sourceLang", "The original's language.") { $0.sourceLang },
      .flag("isDraft", "Whether it is a draft.") { $0.isDraft },
      .flag("isUnlisted", "Whether it is unlisted.") { $0.isUnlisted },
    ])
  }

  struct Alternate: TemplateRecord {
    /// A BCP 47 tag or `x-default`.
    var lang: String
    var href: String

    static let templateFields = TemplateFields<Self>([
      .text("lang", "The language, or `x-default`.") { $0.lang },
      .text("href", "The page's full URL in it.") { $0.href },
    ])
  }

  struct LocaleCode: TemplateRecord {
    var code: String

    static let templateFields = TemplateFields<Self>([
      .text("code", "The language: `zh_CN`.") { $0.code }
    ])
  }

  struct Breadcrumb: TemplateRecord {
    var label: String
    /// Nil: a category without a page.
    var href: String?
    var isCurrent = false

    static let templateFields = TemplateFields<Self>([
      .text("label", "What it is called.") { $0.label },
      .text("href", "Where it leads.") { $0.href ?? "" },
      .flag("hasHref", "Whether it leads anywhere.") { $0.href != nil },
      .flag("isCurrent", "Whether it is this page.") { $0.isCurrent },
    ])
  }

  struct Card: TemplateRecord {
    var label: String
    var href: String
    var description = ""
    var isCategory = false
    var isExternal = false

    static let templateFields = TemplateFields<Self>([
      .text("label", "The page's or category's name.") { $0.label },
      .text("href", "Where it leads.") { $0.href },
      .text("description", "One sentence on it.") { $0.description },
      .flag("hasDescription", "Whether there is one.") { !$0.description.isEmpty },
      .flag("isCategory", "Whether it is a category.") { $0.isCategory },
      .flag("isExternal", "Whether it leads to another site.") { $0.isExternal },
    ])
  }

  struct Tag: TemplateRecord {
    var label: String
    var href: String

    static let templateFields = TemplateFields<Self>([
      .text("label", "The tag.") { $0.label },
      .text("href", "The pages that have it.") { $0.href },
    ])
  }

  struct PageLink: TemplateRecord {
    var title: String
    var href: String

    static let templateFields = TemplateFields<Self>([
      .text("title", "The page's title.") { $0.title },
      .text("href", "Its URL.") { $0.href },
    ])
  }
}

import ConfigSchema
import DocgenCore
import DocgenMarkup
import Testing

@testable import DocgenSite

extension PageContext {
  /// A page with only what every page has.
  static let sample = PageContext(
    site: Prepared(Site(title: "Docs", homeURL: "/")),
    assets: Prepared(Assets(stylesheet: "/s.css", script: "/s.js")),
    colorMode: Prepared(ColorMode(standard: .light, respectsSystem: true, hasSwitch: true)),
    locale: Prepared(
      Locale(code: "en", lang: "en", direction: .leftToRight, label: "English")),
    ui: UIStrings(language: "en"),
    page: Page(
      title: "A & B", documentTitle: "A & B | Docs", canonicalURL: "https://x.y/a/b",
      contentID: "a/b"),
    article: Article(lang: "en", direction: .leftToRight))
}

@Suite struct PageContextTests {
  private func render(_ text: String, _ context: PageContext) -> String {
    let library = TemplateLibrary(["t": TemplateSource(text, file: "t.html")])
    let compiled = library.template("t", for: PageContext.self)
    guard let template = compiled.value else {
      return compiled.diagnostics.map(\.message).joined(separator: "\n")
    }
    var output: [UInt8] = []
    template.render(context, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The contract with the authors of templates: a name that goes breaks their sites.
  @Test func theNamesAreThoseOfTheContract() {
    #expect(
      PageContext.templateFields.fields.map(\.name).sorted() == [
        "alternates", "announcement", "article", "assets", "bodyHTML", "breadcrumbs", "cards",
        "colorMode", "editURL", "footer", "hasBreadcrumbs", "hasCards", "hasEditURL",
        "hasLastUpdated", "hasLastUpdatedDate", "hasLocaleMenu", "hasSidebar", "hasTableOfContents",
        "hasTags",
        "headHTML", "lastUpdated", "lastUpdatedDate", "locale", "localeMenu", "logo",
        "navbarHideOnScroll",
        "navbarLeft", "navbarRight", "navbarTitle", "next", "notices", "ogAlternates", "ogLocale",
        "page", "previous", "scriptsHTML", "search", "sidebarHTML", "sidebarHideable", "site",
        "structuredDataHTML",
        "tableOfContentsHTML", "tags", "ui", "usesMermaid",
      ])
  }

  @Test func markdownIsOfferedWhereThereIsSome() {
    var context = PageContext.sample
    #expect(!page(context).contains("text/markdown"))
    context.page.markdownURL = "/a/b.md"
    let html = page(context)
    #expect(html.contains(#"<link rel="alternate" type="text/markdown" href="/a/b.md">"#))
    let view = #"data-view-page href="/a/b.md" type="text/markdown">View as Markdown</a>"#
    #expect(html.contains(view))
    #expect(html.contains("<button type=\"button\" class=\"page-actions__link\" data-copy-page"))
  }

  @Test func theDiagramScriptIsNamedOnPagesWithDiagramsOnly() {
    var context = PageContext.sample
    context.usesMermaid = true
    #expect(!page(context).contains("docgen-mermaid"))
    context.assets = Prepared(
      PageContext.Assets(stylesheet: "/s.css", script: "/s.js", mermaidScript: "/m.mjs"))
    #expect(page(context).contains(#"<div id="docgen-mermaid" data-script="/m.mjs" hidden>"#))
    context.usesMermaid = false
    #expect(!page(context).contains("docgen-mermaid"))
  }

  private func page(_ context: PageContext) -> String {
    var output: [UInt8] = []
    Theme.load().value?.page.render(context, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Names are unique and each says what it is.
  @Test func everyNameIsDocumentedOnce() {
    func check(_ shape: TemplateShape, path: String) {
      switch shape {
      case .list(let inner), .optional(let inner): check(inner, path: path)
      case .record(let fields):
        #expect(Set(fields.map(\.name)).count == fields.count, "\(path)")
        for field in fields {
          #expect(!field.doc.isEmpty, "\(path).\(field.name)")
          check(field.shape, path: "\(path).\(field.name)")
        }
      case .text, .html, .flag, .open: break
      }
    }
    check(PageContext.templateShape, path: "page")
    check(ComponentContext.templateShape, path: "component")
  }

  @Test(arguments: [
    ("{{page.documentTitle}}", "A &amp; B | Docs"),
    ("{{#page.isDoc}}doc{{/page.isDoc}}{{#page.isCategory}}c{{/page.isCategory}}", "doc"),
    ("{{locale.lang}} {{locale.dir}} {{article.lang}}", "en ltr en"),
    ("{{#logo}}logo{{/logo}}{{^logo}}none{{/logo}}", "none"),
    ("{{^hasSidebar}}wide{{/hasSidebar}}{{#hasLocaleMenu}}m{{/hasLocaleMenu}}", "wide"),
    ("{{colorMode.default}} {{ui.editThisPage}}", "light Edit this page"),
    ("{{#notices.isFallback}}x{{/notices.isFallback}}({{notices.sourceURL}})", "()"),
  ])
  func aBarePage(_ template: String, _ expected: String) {
    #expect(render(template, .sample) == expected)
  }

  @Test func theNavigationBar() {
    var context = PageContext.sample
    func entry(_ kind: PageContext.NavbarEntry.Kind, _ label: String) -> PageContext.NavbarEntry {
      PageContext.NavbarEntry(kind: kind, link: PageContext.Link(label: label, href: "/\(label)"))
    }
    context.navbar.left = [
      entry(.link, "a"), entry(.html(Array("<b>".utf8)), ""),
      entry(.dropdown([PageContext.Link(label: "d", href: "/d", isCurrent: true)]), "c"),
      entry(.localeMenu, ""), entry(.search, ""),
    ]
    let template = """
      {{#navbarLeft}}{{#isLink}}{{label}}:{{href}}{{/isLink}}{{#isHTML}}{{{html}}}{{/isHTML}}\
      {{#isDropdown}}{{label}}[{{#items}}{{label}}{{#isCurrent}}!{{/isCurrent}}{{/items}}]\
      {{/isDropdown}}{{#isLocaleMenu}}L{{/isLocaleMenu}}{{#isSearch}}S{{/isSearch}} {{/navbarLeft}}
      """
    #expect(render(template, context) == "a:/a <b> c[d!] L S ")
  }

  @Test func theFooterAndItsLogo() {
    var context = PageContext.sample
    let logo = PageContext.Logo(src: "/l.svg", href: "/", width: 32)
    let footer = PageContext.Footer(
      style: .dark,
      columns: [
        PageContext.FooterColumn(
          title: "More",
          items: [.link(PageContext.Link(label: "A", href: "/a")), .html(Array("<hr>".utf8))])
      ], logo: logo)
    context.footer = Prepared(footer)
    let template = """
      {{#footer}}{{#isDark}}dark{{/isDark}} {{#columns}}{{#hasTitle}}{{title}}{{/hasTitle}}\
      {{#items}}{{^isHTML}}({{label}}){{/isHTML}}{{#isHTML}}{{{html}}}{{/isHTML}}{{/items}}\
      {{/columns}}{{#logo}}<img src="{{src}}"{{{size}}}>{{/logo}}{{/footer}}
      """
    #expect(render(template, context) == "dark More(A)<hr><img src=\"/l.svg\" width=\"32\">")
  }

  @Test func dataFilesBecomeValues() {
    let span = SourceSpan(file: "data.json", line: 1)
    func node(_ value: ConfigNode.Value) -> ConfigNode { ConfigNode(value, span: span) }
    let name = ConfigNode.Member(
      key: "n", keySpan: span, value: node(.array([node(.number(2, source: "2.0"))])))
    #expect(TemplateValue(node(.object([name]))) == .object(["n": .list([.number("2.0")])]))
  }
}

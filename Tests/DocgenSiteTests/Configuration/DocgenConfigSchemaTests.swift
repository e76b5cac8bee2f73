import ConfigSchema
import DocgenCore
import Testing

@testable import DocgenSite

struct DocgenConfigSchemaTests {
  private func decode(
    _ marked: String, over config: SiteConfig = SiteConfig()
  ) -> (config: SiteConfig, diagnostics: [Diagnostic], places: [SourcePosition]) {
    let text = MarkedText(marked)
    let read = YAMLReader.read(text.bytes, file: "docgen.yml")
    #expect(read.diagnostics == [])
    var config = config
    let found = read.value.map { SiteConfig.schema.decode($0, into: &config) } ?? []
    return (config, found, text.places)
  }

  @Test func decodesASite() {
    let decoded = decode(
      """
      title: Docs
      url: https://docs.example.com/
      baseUrl: docs
      trailingSlash: never
      defaultLocale: en
      locales:
        en:
        zh-CN: {label: 简体中文, lang: zh-Hans, baseUrl: /zh}
      docs: {path: pages, routeBasePath: guide, editUrl: https://example.com/edit}
      markdown: {format: md, admonitions: [quote]}
      colorMode: {defaultMode: dark, disableSwitch: true}
      customCss: css/custom.css
      tableOfContents: {maxHeadingLevel: 4}
      sidebar: {hideable: true}
      code:
        defaultLanguage: bash
        magicComments:
          - className: hit
            block: {start: on, end: off}
      announcementBar: {content: New!}
      metadata: [{name: robots, content: all}]
      headTags: [{tagName: link, attributes: {rel: me, hidden: true, gone: false}}]
      scripts: [/a.js, {src: /b.js, async: true}]
      redirects: [{from: /a, to: /b}, {from: [/c, /d], to: /e}]
      diagnostics:
        link: error
        locales: {zh-CN: {link/unknown-anchor: ignored}}
      """)
    let config = decoded.config
    #expect(decoded.diagnostics == [])
    #expect(config.url == "https://docs.example.com")
    #expect(config.baseURL == "/docs/")
    #expect(config.trailingSlash == .never)
    #expect(config.locales.map(\.code) == ["en", "zh-CN"])
    #expect(config.locales[1].lang == "zh-Hans")
    #expect(config.locales[1].baseURL == "/zh/")
    #expect(config.content.path == "pages")
    #expect(config.markdown.admonitions == ["quote"])
    #expect(config.theme.defaultColorMode == .dark)
    #expect(config.theme.disableColorModeSwitch)
    #expect(config.theme.customCSS == ["css/custom.css"])
    #expect(config.theme.tableOfContents == HeadingLevels(minimum: 2, maximum: 4))
    #expect(config.theme.sidebarHideable)
    #expect(config.theme.defaultCodeLanguage == "bash")
    #expect(config.theme.magicComments.map(\.blockStart) == ["on"])
    #expect(config.theme.announcementBar?.contentHTML == "New!")
    #expect(config.theme.metadata == [[Attribute("name", "robots"), Attribute("content", "all")]])
    #expect(
      config.theme.headTags == [
        HeadTag(tagName: "link", attributes: [Attribute("rel", "me"), Attribute("hidden", "")])
      ])
    #expect(
      config.theme.scripts == [
        [Attribute("src", "/a.js")], [Attribute("src", "/b.js"), Attribute("async", "")],
      ])
    #expect(config.redirects.map(\.from) == [["/a"], ["/c", "/d"]])
    #expect(config.redirects.map(\.span?.start.line) == [24, 24])
    #expect(config.diagnostics.severities == ["link": .error])
    #expect(
      config.diagnostics.localeSeverities == ["zh-CN": ["link/unknown-anchor": .ignored]])
  }

  @Test func winsKeyByKeyOverWhatIsThere() {
    var config = SiteConfig()
    config.title = "From Docusaurus"
    config.theme.image = "card.png"
    config.theme.defaultColorMode = .dark
    config.theme.footer = FooterConfig()
    config.theme.footer?.copyright = "©"
    config.content.editURL = "https://example.com"
    config.diagnostics.severities = ["link": .warning]
    config.locales = [LocaleConfig(code: "en"), LocaleConfig(code: "fr")]
    config.locales[1].label = "Français"
    let decoded = decode(
      """
      colorMode: {disableSwitch: true}
      footer: {style: dark}
      docs: {path: pages}
      diagnostics: {front-matter: note}
      locales: [en, fr, de]
      """, over: config)
    #expect(decoded.diagnostics == [])
    #expect(decoded.config.title == "From Docusaurus")
    #expect(decoded.config.theme.image == "card.png")
    #expect(decoded.config.theme.defaultColorMode == .dark)
    #expect(decoded.config.theme.disableColorModeSwitch)
    #expect(decoded.config.theme.footer?.copyright == "©")
    #expect(decoded.config.theme.footer?.style == .dark)
    #expect(decoded.config.content.editURL == "https://example.com")
    #expect(decoded.config.diagnostics.severities == ["link": .warning, "front-matter": .note])
    #expect(decoded.config.locales.map(\.label) == [nil, "Français", nil])
  }

  @Test func aSiteInOneLanguageSaysSoOnce() {
    let decoded = decode("defaultLocale: de")
    #expect(decoded.diagnostics == [])
    #expect(decoded.config.locales == [LocaleConfig(code: "de")])
  }

  @Test(
    arguments: [
      ("▸titel: a", "config/unknown-key", "did you mean 'title'?"),
      ("▸i18n: {}", "config/unknown-key", "write 'locales' and 'defaultLocale'"),
      ("url: ▸docs.example.com", "config/invalid-value", nil),
      ("url: ▸https://example.com/docs", "config/invalid-value", nil),
      ("baseUrl: ▸https://example.com/", "config/invalid-value", nil),
      ("trailingSlash: ▸nevr", "config/unknown-value", "did you mean 'never'?"),
      ("locales: ▸en", "config/wrong-type", nil),
      ("locales: ▸[]", "config/invalid-value", nil),
      ("locales: ▸[en, en]", "config/invalid-value", nil),
      ("locales: {en: {▸lng: en}}", "config/unknown-key", "did you mean 'lang'?"),
      (
        "locales: ▸[de, fr]", "config/unknown-locale", "set 'defaultLocale', or add it to 'locales'"
      ),
      ("locales: [de, en]\ndefaultLocale: ▸en-GB", "config/unknown-locale", nil),
      ("docs: {▸editURL: x}", "config/unknown-key", "did you mean 'editUrl'?"),
      (
        "tableOfContents: ▸{minHeadingLevel: 5}", "config/invalid-value", "the defaults are 2 and 3"
      ),
      ("tableOfContents: {minHeadingLevel: ▸1}", "config/out-of-range", nil),
      ("redirects: [▸{from: /a}]", "config/missing-key", nil),
      ("redirects: ▸{/a: /b}", "config/wrong-type", nil),
      ("diagnostics: {link: ▸warn}", "config/unknown-value", nil),
      ("diagnostics: {▸link/unknown-pge: note}", "config/unknown-value", nil),
      ("diagnostics: {locales: {en: {▸lnik: note}}}", "config/unknown-value", nil),
      ("scripts: [▸3]", "config/wrong-type", nil),
      ("sidebars: ▸true", "config/wrong-type", nil),
      ("announcementBar: ▸{id: a}", "config/missing-key", nil),
    ] as [(String, String, String?)])
  func saysWhatIsWrong(marked: String, code: String, hint: String?) {
    let decoded = decode(marked)
    #expect(decoded.diagnostics.map(\.code) == [code])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
    if let hint { #expect(decoded.diagnostics.map(\.hint) == [hint]) }
  }

  @Test func sampleDecodesToTheDefault() {
    let decoded = decode(SiteConfig.schema.sampleFile)
    #expect(decoded.diagnostics == [])
    #expect(decoded.config == SiteConfig())
  }

  @Test func examplesDecode() {
    // The locale that an example speaks of has to be there.
    var bilingual = SiteConfig()
    bilingual.locales.append(LocaleConfig(code: "zh-CN"))
    func check(_ object: ObjectShape, _ text: (String) -> String) {
      for field in object.fields {
        guard let example = field.example else { continue }
        let decoded = decode(text("{\"\(field.key)\": \(example.text)}"), over: bilingual)
        #expect(decoded.diagnostics == [], "\(field.key)")
        #expect(decoded.config != bilingual, "\(field.key)")
      }
    }
    check(SiteConfig.schema.shape) { $0 }
    check(NavbarConfig.schema.shape) { "{navbar: \($0)}" }
    check(FooterConfig.schema.shape) { "{footer: \($0)}" }
    check(ContentConfig.schema.shape) { "{docs: \($0)}" }
    check(ThemeConfig.codeSchema.shape) { "{code: \($0)}" }
    check(ThemeConfig.mermaidSchema.shape) { "{mermaid: \($0)}" }
  }

  @Test func jsonSchemaIsWellFormed() {
    let schema = SiteConfig.schema.jsonSchema()
    let read = YAMLReader.read(Array(schema.prettyText.utf8), file: "schema.json")
    #expect(read.diagnostics == [])
    let keys = SiteConfig.schema.fields.map(\.description.key)
    #expect(read.value?["properties"]?.members?.map(\.key) == keys)
    #expect(read.value?["$defs"]?.members?.map(\.key) == ["sidebarItems", "navbarItem"])
  }

  @Test func hasAFieldForEveryProperty() {
    let config = paths(SiteConfig.schema)
    let theme = paths(ThemeConfig.colorModeSchema)
      .union(paths(ThemeConfig.sidebarSchema)).union(paths(ThemeConfig.codeSchema))
      .union(paths(ThemeConfig.mermaidSchema))
    for name in properties(of: SiteConfig()) where name != "theme" {
      #expect(config.contains("\\SiteConfig.\(name)"))
    }
    for name in properties(of: ThemeConfig()) {
      let isCovered =
        theme.contains("\\ThemeConfig.\(name)") || config.contains("\\SiteConfig.theme.\(name)")
      #expect(isCovered, "\(name)")
    }
    #expect(paths(ContentConfig.schema) == all(ContentConfig()))
    #expect(paths(MarkdownConfig.schema) == all(MarkdownConfig()))
    #expect(paths(NavbarConfig.schema) == all(NavbarConfig()))
    #expect(paths(FooterConfig.schema) == all(FooterConfig()))
    #expect(paths(Logo.schema) == all(Logo()))
    #expect(paths(AnnouncementBar.schema) == all(AnnouncementBar()))
    #expect(paths(HeadingLevels.schema) == all(HeadingLevels()))
    #expect(paths(GeneratedIndex.schema) == all(GeneratedIndex()))
    #expect(paths(CategoryMetadata.schema) == all(CategoryMetadata()))
    #expect(paths(LocaleFile.schema) == all(LocaleFile()))
    // The code is the key that the settings stand below.
    #expect(
      paths(LocaleConfig.schema) == all(LocaleConfig(code: "")).subtracting(["\\LocaleConfig.code"])
    )
  }

  private func paths<Root>(_ schema: Schema<Root>) -> Set<String> {
    Set(schema.fields.map { "\($0.path)" })
  }

  private func properties<Root>(of root: Root) -> [String] {
    Mirror(reflecting: root).children.compactMap(\.label)
  }

  private func all<Root>(_ root: Root) -> Set<String> {
    Set(properties(of: root).map { "\\\(Root.self).\($0)" })
  }
}

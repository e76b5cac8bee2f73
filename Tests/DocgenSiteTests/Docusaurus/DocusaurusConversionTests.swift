import ConfigSchema
import DocgenCore
import Foundation
import Testing

@testable import DocgenSite

/// What `docgen init --from-docusaurus` writes is what it has read.
@Suite struct DocusaurusConversionTests {
  private func site(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "docgen-conversion-\(UUID().uuidString)")
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return folder
  }

  private func conversion(
    of files: [String: String]
  ) throws -> Diagnosed<DocusaurusConversion> {
    let folder = try site(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try #require(DocusaurusConversion.of(folder.path, year: 2026))
  }

  private func decoded(_ text: String) throws -> SiteConfig {
    let read = YAMLReader.read(Array(text.utf8), file: "docgen.yml")
    var config = SiteConfig()
    let findings = SiteConfig.schema.decode(try #require(read.value), into: &config)
    #expect(read.diagnostics + findings == [], "\(text)")
    return config
  }

  /// A configuration without the places that its parts were written at.
  private func bare(_ config: SiteConfig) -> SiteConfig {
    var config = config
    for index in config.redirects.indices { config.redirects[index].span = nil }
    if case .explicit(let sidebars) = config.sidebars {
      config.sidebars = .explicit(
        sidebars.map { NamedSidebar(name: $0.name, items: $0.items.map(bare)) })
    }
    return config
  }

  private func bare(_ item: SidebarItem) -> SidebarItem {
    var item = item
    item.span = nil
    if case .category(var category) = item.kind {
      category.items = category.items.map(bare)
      item.kind = .category(category)
    }
    return item
  }

  @Test func everyPartOfAConfigurationComesBack() throws {
    let files = ["docusaurus.config.ts": Self.config, "sidebars.ts": Self.sidebars]
    let original = try #require(docusaurusSite(files)).value
    let converted = try conversion(of: files)
    #expect(bare(try decoded(converted.value.text)) == bare(original), "\(converted.value.text)")
    #expect(converted.value.replacedFiles == ["docusaurus.config.ts", "sidebars.ts"])
  }

  @Test func whatHasNoCounterpartIsListedWithItsPlace() throws {
    let converted = try conversion(of: [
      "docusaurus.config.js": """
      module.exports = {
        title: 'T', url: 'https://e.org', baseUrl: '/',
        plugins: ['plugin-ideal-image'],
        themeConfig: {
          footer: {copyright: `© ${new Date().getFullYear()} E`},
        },
      };
      """
    ])
    #expect(
      converted.diagnostics.map { "\($0.span?.file ?? "-"):\($0.span?.start.line ?? 0) \($0.code)" }
        == [
          "docusaurus.config.js:3 config/unsupported", "docusaurus.config.js:5 config/fixed-year",
        ])
    #expect(converted.value.text.contains("2026 E"))
  }

  @Test func aFolderThatWouldBecomeALocaleIsAWarning() throws {
    let converted = try conversion(of: [
      "docusaurus.config.js":
        "module.exports = {title: 'T', url: 'https://e.org', baseUrl: '/'};",
      "docs/locales/overview/index.md": "# Locales\n",
    ])
    #expect(converted.diagnostics.map(\.severity) == [.warning])
    #expect(converted.diagnostics.first?.message.contains("'docs/locales/overview'") == true)
  }

  @Test func withoutAConfigurationThereIsNothingToConvert() throws {
    let folder = try site(["docs/index.md": "# A\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(DocusaurusConversion.of(folder.path, year: 2026) == nil)
  }

  private static let config = #"""
    export default {
      title: 'Plants: all of them', tagline: '', titleDelimiter: '·', favicon: 'img/f.ico',
      url: 'https://example.com', baseUrl: '/plants/', trailingSlash: false, noIndex: true,
      onBrokenLinks: 'warn', onBrokenAnchors: 'ignore', onDuplicateRoutes: 'throw',
      i18n: {
        defaultLocale: 'de', locales: ['de', 'zh-CN', 'ar'],
        localeConfigs: {
          de: {label: 'Deutsch'},
          'zh-CN': {label: '简体中文', htmlLang: 'zh-Hans', path: 'zh'},
          ar: {direction: 'rtl', baseUrl: '/other/'},
        },
      },
      markdown: {format: 'detect', mermaid: true, hooks: {onBrokenMarkdownLinks: 'log'}},
      staticDirectories: ['static', 'more'],
      scripts: ['/a.js', {src: '/b.js', async: true, defer: false}],
      stylesheets: [{href: '/c.css', media: 'print'}],
      headTags: [{tagName: 'script', attributes: {type: 'application/ld+json'}, innerHTML: '{"a": 1}'}],
      presets: [['classic', {
        docs: {
          path: 'content', routeBasePath: '/', sidebarPath: './sidebars.ts',
          editUrl: 'https://example.com/edit/', showLastUpdateTime: true, breadcrumbs: false,
          exclude: ['**/drafts/**'], admonitions: {keywords: ['spoiler']},
        },
        theme: {customCss: './src/css/custom.css'},
      }]],
      plugins: [['@docusaurus/plugin-client-redirects', {
        redirects: [{from: ['/old', '/older'], to: '/new'}, {from: '/x', to: '/y'}],
      }]],
      themeConfig: {
        image: 'img/card.png',
        metadata: [{name: 'keywords', content: 'a, "b": c'}],
        colorMode: {defaultMode: 'dark', disableSwitch: true},
        docs: {sidebar: {hideable: true, autoCollapseCategories: true}},
        announcementBar: {id: 'n', content: '<b>New</b>\nlines', isCloseable: false},
        tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 4},
        prism: {
          defaultLanguage: 'bash',
          magicComments: [
            {className: 'hl', line: 'next', block: {start: 'from', end: 'to'}}, {className: 'x', line: 'y'},
          ],
        },
        navbar: {
          title: 'Plants', hideOnScroll: true,
          logo: {src: 'img/l.svg', srcDark: 'img/d.svg', alt: 'A leaf', href: '/', width: 20},
          items: [
            {to: '/a', label: 'A', position: 'left', className: 'first'},
            {href: 'https://example.org', label: 'B'},
            {type: 'doc', docId: 'intro'},
            {type: 'docSidebar', sidebarId: 'docs', label: 'Docs', position: 'left'},
            {type: 'dropdown', label: 'More', items: [{to: '/c', label: 'C'}, {type: 'html', value: '<hr>'}]},
            {type: 'search', position: 'right'},
            {type: 'localeDropdown', position: 'left'},
            {type: 'html', value: '<i>{x}</i>'},
          ],
        },
        footer: {
          style: 'dark', copyright: '© "Plants" & co.',
          logo: {src: 'img/l.svg'},
          links: [
            {title: 'More', items: [{to: '/a', label: 'A'}, {href: 'https://e.org', label: 'E'}, {html: '<p>x</p>'}]},
            {items: [{label: '/same', to: '/same'}]},
          ],
        },
      },
    };
    """#

  private static let sidebars = """
    export default {
      docs: [
        'intro',
        {type: 'doc', id: 'other', label: 'Other', className: 'c', key: 'k'},
        {type: 'ref', id: 'intro'},
        {type: 'category', label: 'Simple', items: ['a', 'b']},
        {type: 'category', label: 'link', items: ['a']},
        {
          type: 'category', label: 'Deep', collapsed: false, collapsible: true, description: 'd',
          link: {type: 'generated-index', title: 'T', slug: '/t', keywords: ['x', 'y']},
          items: [
            {type: 'category', label: 'Inner', link: {type: 'doc', id: 'a'}, items: []},
            {type: 'autogenerated', dirName: 'guides'},
          ],
        },
        {type: 'category', label: 'Index', link: {type: 'generated-index'}, items: ['b']},
        {type: 'link', label: 'Out', href: 'https://e.org', autoAddBaseUrl: false},
        {type: 'html', value: '<hr>', defaultStyle: true},
        {type: 'html', value: '<hr>'},
      ],
      'second one': [{type: 'autogenerated', dirName: '.'}],
    };
    """
}

import DocgenCore
import DocgenSite
import Foundation
import Testing

/// The site that docgen was first made for. It is not a part of this project: where the shared
/// folder beside the package is missing, these tests are reported as skipped.
private let corpus = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
  .appending(path: "../shared/corpora/hermes-docs").standardizedFileURL

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: corpus.path),
    "needs ../shared/corpora/hermes-docs beside the package"))
struct DocusaurusCorpusTests {
  private func read() throws -> Diagnosed<SiteConfig> {
    try #require(
      DocusaurusSite.configuration(year: 2026) { path in
        (try? Data(contentsOf: corpus.appending(path: path))).map { [UInt8]($0) }
      })
  }

  @Test func configuration() throws {
    let result = try read()
    let site = result.value
    #expect(site.title == "Hermes Agent")
    #expect(site.baseURL == "/docs/")
    #expect(site.content.routeBasePath == "/")
    #expect(site.locales.map(\.code) == ["en", "zh-CN"])
    #expect(site.locales.last?.lang == "zh-Hans")
    #expect(site.redirects.count == 3)
    #expect(site.redirects.flatMap(\.from).count == 4)
    #expect(site.diagnostics.severities["link/unknown-page"] == .warning)
    #expect(site.markdown.mermaid)
    #expect(site.theme.defaultColorMode == .dark)
    #expect(site.theme.customCSS == ["src/css/custom.css"])
    #expect(site.theme.navbar.items.count == 5)
    #expect(site.theme.footer?.columns.count == 2)
    #expect(site.theme.footer?.copyright?.hasSuffix("MIT License · 2026") == true)
    // The colours of code are imported, so they would have to be run; nothing else is left out.
    #expect(
      result.diagnostics.map(\.text) == [
        "note config/needs-running 113:14 'themeConfig.prism.theme' is left out: "
          + "'prismThemes.github' would have to be run",
        "note config/needs-running 114:18 'themeConfig.prism.darkTheme' is left out: "
          + "'prismThemes.dracula' would have to be run",
      ])
  }

  @Test func sidebars() throws {
    guard case .explicit(let sidebars) = try read().value.sidebars else {
      Issue.record("no explicit sidebars")
      return
    }
    #expect(sidebars.map(\.name) == ["docs"])
    var (docs, categories, keys) = (0, 0, 0)
    var rest = sidebars.flatMap(\.items)
    while let item = rest.popLast() {
      if item.key != nil { keys += 1 }
      switch item.kind {
      case .doc: docs += 1
      case .category(let category):
        categories += 1
        rest += category.items
      default: Issue.record("an unexpected item \(item)")
      }
    }
    #expect(docs == 343)
    #expect(categories == 61)
    #expect(keys == 35)
  }
}

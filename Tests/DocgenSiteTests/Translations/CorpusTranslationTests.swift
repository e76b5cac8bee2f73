import DocgenCore
import Foundation
import Testing

@testable import DocgenSite

/// The damage of a real translation, as it was counted before docgen was there. Where the shared
/// folder beside the package is missing, these tests are reported as skipped.
private let corpus = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
  .appending(path: "../shared/corpora/hermes-docs").standardizedFileURL.path

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: corpus),
    "needs ../shared/corpora/hermes-docs beside the package"))
struct CorpusTranslationTests {
  /// Pages, counted with Docusaurus' own parser before: 20 without front matter, 35 whose fences
  /// differ, 39 whose links do, 81 whose headings do.
  ///
  /// - Fences: 37. In 33 of them the number differs, in 4 only a language.
  /// - Links: 42, bare addresses and attributes among them. 30 have links that lead elsewhere; in 12
  ///   all that differs is the spelling, mostly an anchor in the translation's words.
  /// - Headings: 62, and the 18 others of those without front matter, whose last key Docusaurus takes
  ///   for a heading because a line of hyphens follows it: 80.
  ///
  /// markdown-it-py (with GFM's tables and autolinks) finds the same 37, 33, 42 and 80 pages, page
  /// for page; what the earlier count had beside them is not known.
  @Test func everyDamagedPageIsFound() async throws {
    var options = BuildOptions(site: corpus, year: 2026)
    options.workers = 2
    let (site, report) = await SiteBuilder(options).load()
    let loaded = try #require(site)
    let unfenced = report.diagnostics.filter { $0.code == "front-matter/unfenced" }
    let lost = Set(unfenced.compactMap { $0.span?.file })
    let findings = await translationFindings(of: loaded, workers: 2)
    var pages: [String: Set<String>] = [:]
    for finding in findings { pages[finding.code, default: []].insert(finding.span?.file ?? "") }
    func found(_ codes: String...) -> Set<String> {
      codes.reduce(into: []) { $0.formUnion(pages["translation/\($1)"] ?? []) }
    }
    #expect(lost.count == 20)
    #expect(found("lost-front-matter").isEmpty)
    #expect(found("fences").count == 37)
    #expect(found("links").count == 30)
    #expect(found("links", "link-spelling").count == 42)
    #expect(found("headings").count == 62)
    #expect(found("headings").union(lost).count == 80)
    #expect(found("outdated", "no-source").isEmpty)

    let inNumber = findings.filter { $0.code == "translation/fences" }.count { finding in
      let counts = finding.message.matches(of: /([0-9]+) (missing|added)/)
      return counts.count == 1 || counts.first?.1 != counts.last?.1
    }
    #expect(inNumber == 33)
  }

  /// A place in the translation, and one in the source page.
  @Test func everyFindingNamesBothFiles() async throws {
    let loaded = try #require(
      await SiteBuilder(BuildOptions(site: corpus, year: 2026)).load().site)
    let findings = await translationFindings(of: loaded, workers: 2)
    #expect(findings.count > 200)
    let wrong = findings.filter { finding in
      let file = finding.span?.file ?? ""
      let prefix = "i18n/zh-CN/docusaurus-plugin-content-docs/current/"
      let source = "docs/" + file.dropFirst(prefix.count)
      return !file.hasPrefix(prefix) || finding.locale != "zh-CN"
        || !finding.notes.contains { $0.span?.file == source }
    }
    #expect(wrong.map(\.brief) == [])
  }
}

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
  @Test func everyDamagedPageIsFound() async throws {
    var options = BuildOptions(site: corpus, year: 2026)
    options.workers = 2
    let loaded = try #require(await SiteBuilder(options).load().site)
    let clock = ContinuousClock()
    let start = clock.now
    let findings = await translationFindings(of: loaded, workers: 2)
    print(clock.now - start)
    var pages: [String: Set<String>] = [:]
    for finding in findings { pages[finding.code, default: []].insert(finding.span?.file ?? "") }
    for (code, files) in pages.sorted(by: { $0.key < $1.key }) { print(code, files.count) }
    if ProcessInfo.processInfo.environment["DUMP"] != nil {
      let bytes = DiagnosticFormat.json.report(findings, colors: false) { _ in nil }
      try Data(bytes).write(to: URL(filePath: "/tmp/i18n-findings.json"))
    }
  }
}

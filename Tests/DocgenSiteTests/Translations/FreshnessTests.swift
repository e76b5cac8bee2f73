import DocgenCore
import Testing

@testable import DocgenSite

/// Outdated translations: by Git's history, and by records.
@Suite struct FreshnessTests {
  private let translation = "docs/locales/zh-Hans/index.md"

  private func repository() throws -> (GitRepository, TranslationSite) {
    let repository = try GitRepository()
    let site = try TranslationSite(in: repository.folder)
    try repository.commit()
    return (repository, site)
  }

  private func record(
    _ site: TranslationSite, _ pages: [String] = [], all: Bool = false
  ) async throws -> TranslationRecords.Outcome {
    let outcome = TranslationRecords.updated(
      for: try await site.load(), locales: [], pages: pages, includesOutdated: all)
    #expect(outcome.diagnostics == [])
    try FileSystem.write(outcome.value.records.json, to: site.folder(TranslationRecords.file))
    return outcome.value
  }

  private func state(_ site: TranslationSite) async throws -> [String] {
    try await site.findings().filter { $0.span?.file == translation }.map(\.code)
  }

  @Test func theLaterChangeDecides() async throws {
    let (repository, site) = try repository()
    #expect(try await state(site) == [])
    try repository.commit(["docs/index.md": "# The start\n"])
    #expect(try await state(site) == ["translation/outdated"])
    #expect(try await site.load(readsHistory: false).site.outdated.isEmpty)
    try repository.commit([translation: "# 开始了\n"])
    #expect(try await state(site) == [])
    // Both in one commit are in step.
    try repository.commit(["docs/index.md": "# A start\n", translation: "# 开始吧\n"])
    #expect(try await state(site) == [])
  }

  @Test func aRecordDecidesWithoutGit() async throws {
    let site = try TranslationSite()
    #expect(try await record(site).recorded == [translation])
    #expect(try await record(site).recorded == [])
    try site.folder.write("# Start\r\n", to: "docs/index.md")
    #expect(try await state(site) == [], "line ends don't count")
    try site.folder.write("# The start\n", to: "docs/index.md")
    #expect(try await state(site) == ["translation/outdated"])
    try site.folder.write("# 开始了\n", to: translation)
    #expect(try await state(site) == ["translation/stale-record"])
    #expect(try await record(site).recorded == [translation])
    #expect(try await state(site) == [])
  }

  /// A translator has looked: what Git calls a later change needs no other words.
  @Test func aRecordWinsOverTheHistory() async throws {
    let (repository, site) = try repository()
    try repository.commit(["docs/index.md": "# Start\n\n"])
    #expect(try await state(site) == ["translation/outdated"])
    let skipped = try await record(site)
    #expect(skipped.recorded == [])
    #expect(skipped.leftOutdated == [translation])
    #expect(try await record(site, ["index"]).recorded == [translation])
    #expect(try await state(site) == [])
    try repository.commit(["docs/index.md": "# Another start\n"])
    #expect(try await state(site) == ["translation/outdated"])
    // The translation follows, and nobody records it: Git decides.
    try repository.commit([translation: "# 另一个开始\n"])
    #expect(try await state(site) == ["translation/stale-record"])
    #expect(try await record(site, all: true).recorded == [translation])
  }

  @Test func recordsAreSortedAndPruned() async throws {
    let site = try TranslationSite([
      "docs/b.md": "# B\n", "docs/locales/zh-Hans/b.md": "# 乙\n",
      "docs/a \"b\".md": "# A\n", "docs/locales/zh-Hans/a \"b\".md": "# 甲\n",
    ])
    _ = try await record(site)
    let text = try site.folder.read(TranslationRecords.file)
    let pages = text.split(separator: "\n").filter { $0.contains("\"source\"") }
    #expect(
      pages.map { $0.split(separator: ":")[0] } == [
        #"      "a \"b\".md""#, #"      "b.md""#, #"      "index.md""#,
      ])
    #expect(
      TranslationRecords.read(in: SiteFolder(path: site.folder.path)).value.json == Array(text.utf8)
    )
    try FileSystem.removeFile(site.folder("docs/b.md"))
    let outcome = try await record(site)
    #expect(outcome.records["zh-Hans", "b.md"] == nil)
    #expect(outcome.records["zh-Hans", "index.md"] != nil)
    #expect(try await record(site, ["nothing"]).unknown == ["nothing"])
  }

  @Test(arguments: [
    ("{", "config/syntax"),
    (#"{"translations": {"de": {"a.md": {"source": "1"}}}}"#, "translation/damaged-records"),
  ])
  func damagedRecordsAreReported(_ text: String, _ code: String) throws {
    let site = try TranslationSite([TranslationRecords.file: text])
    let read = TranslationRecords.read(in: SiteFolder(path: site.folder.path))
    #expect(read.diagnostics.map(\.code) == [code])
    #expect(read.value.isEmpty)
  }

  @Test(arguments: ["[]", "{}", #"{"translations": 1}"#, #"{"translations": {"de": []}}"#])
  func recordsOfAnotherShapeAreNone(_ text: String) throws {
    let site = try TranslationSite([TranslationRecords.file: text])
    #expect(TranslationRecords.read(in: SiteFolder(path: site.folder.path)).value.isEmpty)
  }
}

@Suite struct TranslationStatusTests {
  @Test func countsBySection() async throws {
    let site = try TranslationSite([
      "docs/guides/a.md": "# A\n", "docs/guides/b.md": "# B\n", "docs/guides/deep/c.md": "# C\n",
      "docs/locales/zh-Hans/guides/b.md": "# 乙\n", "docs/locales/zh-Hans/own.md": "# 自己\n",
      TranslationRecords.file: #"{"translations": {"zh-Hans": {"guides/b.md": "#
        + #"{"source": "0", "translation": "\#(TranslationRecords.fingerprint(Array("# 乙\n".utf8)))"}}}}"#,
    ])
    let status = TranslationStatus.all(of: try await site.load().site)
    let report = TranslationStatusReport(status, sourceLocale: "en")
    #expect(
      report.text == """
        zh-Hans: 2 of 4 pages translated (50 %), 1 of them outdated

          Section      Pages  Translated  Outdated  Fallback  Coverage
          (no folder)      1           1         0         0     100 %
          guides           3           1         1         2      33 %
          All              4           2         1         2      50 %

          1 page has no source page:
            docs/locales/zh-Hans/own.md

          Outdated:
            docs/locales/zh-Hans/guides/b.md

        """)
    let node = try #require(JSONReader.value(report.json, file: "status.json").value)
    let locale = try #require(node["locales"]?.elements?.first)
    #expect(locale["fallback"]?.number == 2)
    #expect(locale["sections"]?.elements?.count == 2)
    #expect(
      locale["fallbackPages"]?.elements?.compactMap(\.string) == [
        "docs/guides/a.md", "docs/guides/deep/c.md",
      ])
    #expect(locale["outdatedPages"]?.elements?.count == 1)
    #expect(locale["pagesWithoutSource"]?.elements?.count == 1)
  }

  @Test func aSiteInOneLanguage() {
    let report = TranslationStatusReport([], sourceLocale: "de")
    #expect(report.text == "The site has no locale but 'de', so there is nothing to translate.\n")
  }
}

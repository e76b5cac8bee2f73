import Foundation
import Testing

/// Translations by the program: notices, dates, `docgen i18n`.
@Suite struct TranslationTests {
  private func git(_ arguments: String..., in folder: TemporaryFolder, day: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder("site"), "-c", "user.name=Ann", "-c", "user.email=a@example.com"]
      + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path,
      "GIT_AUTHOR_DATE": "\(day)T12:00:00Z", "GIT_COMMITTER_DATE": "\(day)T12:00:00Z",
    ]
    try process.run()
    process.waitUntilExit()
  }

  private func site() throws -> TemporaryFolder {
    let folder = try makeSite([
      "site/docgen.yml": """
      locales: [en, zh-Hans]
      docs: { showLastUpdateTime: true, showLastUpdateAuthor: true }
      """,
      "site/docs/second.md": "---\nlast_update: { date: 2020-02-02 }\n---\n# Second\n",
      "site/docs/locales/zh-Hans/index.md": "# 开始\n",
    ])
    try git("init", "--quiet", in: folder, day: "2026-01-01")
    try git("add", "--all", in: folder, day: "2026-01-01")
    try git("commit", "--quiet", "--message", "One", in: folder, day: "2026-01-01")
    try folder.write("# The start\n", to: "site/docs/index.md")
    try git("commit", "--quiet", "--all", "--message", "Two", in: folder, day: "2026-03-04")
    return folder
  }

  @Test func pagesSayWhenTheyChanged() throws {
    let folder = try site()
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    let page = try folder.text("out/index.html")
    #expect(
      page.contains("<time datetime=\"2026-03-04\">Last updated on 2026-03-04 by Ann</time>"))
    let second = try folder.text("out/second/index.html")
    #expect(
      second.contains("<time datetime=\"2020-02-02\">Last updated on 2020-02-02 by Ann</time>"))
    // The same commit gives the same bytes.
    try Program.run("build", "site", "-o", "again", in: folder.path)
    #expect(try folder.text("again/index.html") == page)
    try Program.run("build", "site", "-o", "plain", "--no-git", in: folder.path)
    #expect(try !folder.text("plain/index.html").contains("theme-last-updated"))
    #expect(try folder.text("plain/second/index.html").contains("Last updated on 2020-02-02<"))
  }

  @Test func anOutdatedTranslationSaysSo() throws {
    let folder = try site()
    try Program.run("build", "site", "-o", "out", in: folder.path)
    let page = try folder.text("out/zh-Hans/index.html")
    #expect(
      page.contains(
        "<p>本页翻译之后，原文已有改动。 <a href=\"/\" hreflang=\"en\">阅读原文</a></p>"))
    #expect(!page.contains("本页尚未翻译。"))
    #expect(try folder.text("out/zh-Hans/second/index.html").contains("本页尚未翻译。"))
    let status = try Program.run("i18n", "status", "site", in: folder.path)
    #expect(status.status == 0)
    #expect(status.output.contains("zh-Hans: 1 of 2 pages translated (50 %), 1 of them outdated"))

    let record = try Program.run("i18n", "record", "site", in: folder.path)
    #expect(record.output == "0 translations recorded, 1 outdated left out (--all records them).\n")
    #expect(!folder.exists("site/i18n.lock.json"))
    let all = try Program.run("i18n", "record", "site", "--all", in: folder.path)
    #expect(all.output == "1 translation recorded.\n")
    try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(try !folder.text("out/zh-Hans/index.html").contains("原文已有改动"))
  }

  @Test func statusForPrograms() throws {
    let run = try Program.run("i18n", "status", Fixture.path("garden"), "--json", "--locale", "de")
    #expect(run.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["sourceLocale"] as? String == "en")
    let locales = document?["locales"] as? [[String: Any]]
    #expect(locales?.map { $0["locale"] as? String } == ["de"])
  }

  @Test(arguments: [
    ["i18n", "status", "none"], ["i18n", "status", "--locale", "xx"],
    ["i18n", "record", "--page", "nothing"], ["i18n", "nonsense"],
  ])
  func aWrongCallEndsWith2(arguments: [String]) throws {
    let folder = try makeSite()
    let run = try Program.run(arguments, in: folder("site"))
    #expect(run.status == 2, "\(run.text)")
    #expect(!run.errors.isEmpty)
  }
}

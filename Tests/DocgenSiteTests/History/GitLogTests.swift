import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct GitLogTests {
  private func text(_ change: FileHistory.Change?) -> String {
    "\(change?.date ?? "-") \(change?.author ?? "-")"
  }

  @Test func theNewestCommitOfEachFileCounts() throws {
    let repository = try GitRepository()
    try repository.commit(["docs/a.md": "a", "docs/b c.md": "b", "other/x.md": "x"])
    try repository.commit(["docs/a.md": "aa", "docs/日本.md": "n"], by: "Zoë")
    try repository.folder.write("new", to: "docs/untracked.md")
    let history = repository.history()
    #expect(history.diagnostics == [])
    #expect(text(history.value.lastChange(of: "docs/a.md")) == "2026-01-02 Zoë")
    #expect(text(history.value.lastChange(of: "docs/日本.md")) == "2026-01-02 Zoë")
    #expect(text(history.value.lastChange(of: "docs/b c.md")) == "2026-01-01 Ann")
    #expect(history.value.lastChange(of: "other/x.md") == nil)
    #expect(history.value.lastChange(of: "docs/untracked.md") == nil)
    #expect(history.value.isNewer("docs/a.md", than: "docs/b c.md") == true)
    #expect(history.value.isNewer("docs/b c.md", than: "docs/a.md") == false)
    #expect(history.value.isNewer("docs/日本.md", than: "docs/a.md") == false)
    #expect(history.value.isNewer("docs/a.md", than: "docs/untracked.md") == nil)
  }

  @Test func aMoveIsNoChange() throws {
    let repository = try GitRepository()
    let long = String(repeating: "A line of the page.\n", count: 20)
    try repository.commit(["docs/a.md": long, "docs/b.md": "b\n" + long], by: "Ann")
    repository.run("mv", "docs/a.md", "docs/c.md")
    try repository.commit(by: "Bob")
    // What takes the old place has a history of its own.
    try repository.commit(["docs/a.md": "another\n"], by: "Cid")
    repository.run("mv", "docs/c.md", "docs/d.md")
    // A move with an edit is a change.
    repository.run("mv", "docs/b.md", "docs/e.md")
    try repository.commit(["docs/e.md": "bb\n" + long], by: "Dee")
    let history = repository.history().value
    #expect(text(history.lastChange(of: "docs/d.md")) == "2026-01-01 Ann")
    #expect(text(history.lastChange(of: "docs/a.md")) == "2026-01-03 Cid")
    #expect(text(history.lastChange(of: "docs/e.md")) == "2026-01-04 Dee")
  }

  @Test func aSiteInAFolderOfTheRepository() throws {
    let repository = try GitRepository()
    try repository.commit(["site/docs/a.md": "a", "docs/a.md": "a"])
    try repository.commit(["docs/a.md": "aa"])
    let history = repository.history(of: repository.folder("site")).value
    #expect(history.lastChange(of: "docs/a.md")?.date == "2026-01-01")
  }

  @Test func aShallowCloneKnowsOnlyTheNewest() throws {
    let repository = try GitRepository()
    try repository.commit(["docs/old.md": "o", "docs/new.md": "n"])
    try repository.commit(["docs/other.md": "x"])
    try repository.commit(["docs/new.md": "nn"])
    // A branch of that name is no sign of a shallow clone.
    repository.run("branch", "grafted")
    #expect(repository.history().diagnostics == [])
    repository.run(
      "clone", "--quiet", "--depth", "2", "file://\(repository.folder.path)",
      repository.folder("clone"))
    let history = repository.history(of: repository.folder("clone"))
    #expect(history.diagnostics.map(\.code) == ["history/cut-off"])
    #expect(history.value.isCutOff)
    #expect(history.value.lastChange(of: "docs/new.md")?.date == "2026-01-03")
    #expect(history.value.lastChange(of: "docs/old.md")?.date == nil)
    #expect(history.value.isNewer("docs/new.md", than: "docs/old.md") == true)
    #expect(history.value.isNewer("docs/old.md", than: "docs/new.md") == false)
    #expect(history.value.isNewer("docs/old.md", than: "docs/other.md") == nil)
  }

  @Test func aFolderWithoutGitIsFine() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "docs/a.md")
    var log = GitLog(of: SiteFolder(path: folder.path), paths: ["docs"])
    let history = log.history()
    #expect(history.value == FileHistory())
    #expect(history.diagnostics == [])
  }

  @Test func aRepositoryWithoutCommitsIsFine() throws {
    let repository = try GitRepository()
    try repository.folder.write("a", to: "docs/a.md")
    #expect(repository.history().value == FileHistory())
  }

  @Test func aMissingProgramIsNone() {
    var program = SpawnedProgram(["docgen-has-no-such-program"], variables: ["PATH"])
    let printed = program?.printed()
    #expect(printed == nil)
  }

  @Test func aFailedProgramHasPrintedNothing() {
    var program = SpawnedProgram(["sh", "-c", "echo x; exit 3"], variables: ["PATH"])
    let printed = program?.printed()
    #expect(printed == nil)
  }

  /// More than a pipe would hold, asked late and once.
  @Test func whatItPrintsWaitsForTheReader() {
    var program = SpawnedProgram(
      ["sh", "-c", "head -c 300000 /dev/zero"], variables: ["PATH"])
    let printed = program?.printed()
    let again = program?.printed()
    #expect(printed?.count == 300_000)
    #expect(again == nil)
  }

  @Test(arguments: [
    "", "\0", "\u{1}", "\u{1}1\0", "\u{1}1\0a\0\0", "M", "M\0", "\nM\0docs/a.md", "R100\0a",
    "\u{1}x\0Ann\0\0\nM\0docs/a.md\0", "\u{1}1\0Ann\0grafted\0\nR100\0a\0b\0",
  ])
  func brokenLogsAreRead(_ log: String) {
    let history = GitLogReader.history(Array(log.utf8))
    #expect(history.lastChange(of: "docs/a.md")?.date == nil)
  }
}

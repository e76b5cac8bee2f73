import Foundation
import Testing

@Suite struct OutputFolderTests {
  @Test func theNumberOfWorkersDoesNotShow() throws {
    let output = try TemporaryFolder()
    for jobs in ["1", "4"] {
      let run = try Program.run(
        "build", Fixture.path("garden"), "-o", output(jobs), "--jobs", jobs)
      #expect(run.status == 0)
    }
    let one = try output.contents(below: "1")
    #expect(one.count > 40)
    #expect(one == (try output.contents(below: "4")))
  }

  @Test func aSecondBuildTouchesNothing() throws {
    let output = try TemporaryFolder()
    try Program.run("build", Fixture.path("garden"), "-o", output("out"))
    let before = try output.modificationDates(below: "out")
    let run = try Program.run("build", Fixture.path("garden"), "-o", output("out"))
    #expect(run.output.contains("0 files written, 110 unchanged, 0 removed"), "\(run.output)")
    #expect(before == (try output.modificationDates(below: "out")))
  }

  @Test func aChangeOfOnePageTouchesOnlyItAndTheSearch() throws {
    let folder = try makeSite()
    try Program.run("build", "site", "-o", "out", in: folder.path)
    let before = try folder.modificationDates(below: "out")
    try folder.write("# Second\n\nNew words.\n", to: "site/docs/second.md")
    try Program.run("build", "site", "-o", "out", in: folder.path)
    let after = try folder.modificationDates(below: "out")
    let changed = after.keys.filter { after[$0] != before[$0] }
    let search = changed.filter { $0.hasPrefix("assets/search/") }
    let lists = ["llms.txt", "llms-full.txt"]
    #expect(
      Set(changed).subtracting(search + lists)
        == ["second/index.html", "second.md", ".docgen-manifest"])
    #expect(search.contains("assets/search/index.json"))
  }

  @Test func staleFilesGoAndForeignOnesStay() throws {
    let folder = try makeSite()
    try Program.run("build", "site", "-o", "out", in: folder.path)
    try folder.write("mine", to: "out/second/notes.txt")
    try folder.remove("site/docs/second.md")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 0)
    #expect(!folder.exists("out/second/index.html"))
    #expect(try folder.text("out/second/notes.txt") == "mine")
  }

  @Test func aFolderOfSomebodyElseIsRefused() throws {
    let folder = try makeSite(["out/letter.txt": "dear", "out/index.html": "mine"])
    let refused = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("files of somebody else"))
    #expect(refused.errors.contains("--force"))
    #expect(folder.files(below: "out") == ["index.html", "letter.txt"])
    let forced = try Program.run("build", "site", "-o", "out", "--force", in: folder.path)
    #expect(forced.status == 0, "\(forced.text)")
    #expect(try folder.text("out/letter.txt") == "dear")
    #expect(try folder.text("out/index.html").contains("<h1"))
  }

  @Test(arguments: ["site", ".", "site/docs", "site/docs/out", "site/static"])
  func sourcesAreNeverWrittenInto(output: String) throws {
    let folder = try makeSite(["site/static/a.txt": "a"])
    let before = folder.files(below: "")
    let run = try Program.run("build", "site", "-o", output, "--force", in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("the output folder '\(output)'"), "\(run.errors)")
    #expect(folder.files(below: "") == before)
  }

  @Test func aFileInTheOutputsPlaceIsRefused() throws {
    let folder = try makeSite(["out": "a file"])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("the output folder 'out'"), "\(run.errors)")
    #expect(try folder.text("out") == "a file")
  }

  @Test func aFolderThatCantBeMadeIsRefused() throws {
    let folder = try makeSite()
    let run = try Program.run("build", "site", "-o", "/proc/docgen/out", in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("the output folder '/proc/docgen/out'"), "\(run.errors)")
  }

  /// Of two builds into one folder one wins; the other says so, or comes so late that it finds the
  /// folder free.
  @Test func twoBuildsAtOnce() throws {
    let folder = try makeLargeSite(pages: 300)
    try Program.run("build", "site", "-o", "out", in: folder.path)
    var sawBusy = false
    for round in 1...5 where !sawBusy {
      try folder.write("title: Round \(round)\n", to: "site/docgen.yml")
      let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
      var processes = try [first, second].map {
        try RunningProgram(
          ["build", "site", "-o", "out", "--jobs", "1"], in: folder.path, printingInto: $0)
      }
      let statuses = processes.indices.map { processes[$0].wait().status }
      #expect(statuses.contains(0))
      for (status, printed) in zip(statuses, [first, second]) where status != 0 {
        #expect(status == 2)
        #expect(try printed.text("errors").contains("another build is writing into 'out'"))
        sawBusy = true
      }
      #expect(try folder.text("out/page-7/index.html").contains("Round \(round)"))
    }
    #expect(sawBusy)
  }

  /// Killed in the middle, a build leaves the old or the new version of each page, never a part.
  @Test func aKilledBuildLeavesWholePages() throws {
    let folder = try makeLargeSite(pages: 300)
    try Program.run("build", "site", "-o", "out", in: folder.path)
    for (round, delay) in [0.05, 0.1, 0.15, 0.2, 0.3].enumerated() {
      try folder.write("title: Round \(round)\n", to: "site/docgen.yml")
      let printed = try TemporaryFolder()
      var process = try RunningProgram(
        ["build", "site", "-o", "out"], in: folder.path, printingInto: printed)
      Thread.sleep(forTimeInterval: delay)
      process.kill()
      for path in folder.files(below: "out") where path.hasSuffix("index.html") {
        #expect(try folder.text("out/" + path).hasSuffix("</html>\n"), "\(path)")
      }
    }
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    try Program.run("build", "site", "-o", "fresh", in: folder.path)
    #expect(try folder.contents(below: "out") == folder.contents(below: "fresh"))
  }

  @Test func aKilledFirstBuildLeavesNoOutput() throws {
    let folder = try makeLargeSite(pages: 300)
    let printed = try TemporaryFolder()
    var process = try RunningProgram(
      ["build", "site", "-o", "out", "--jobs", "1"], in: folder.path, printingInto: printed)
    while process.isRunning(), !folder.exists(".out.docgen-new") {
      Thread.sleep(forTimeInterval: 0.001)
    }
    process.kill()
    #expect(!folder.exists("out") || folder.exists("out/page-7/index.html"))
    #expect(try Program.run("build", "site", "-o", "out", in: folder.path).status == 0)
    #expect(!folder.exists(".out.docgen-new"))
  }

  @Test func aWrongContentPathDoesNotEmptyTheOutput() throws {
    let folder = try makeSite()
    try Program.run("build", "site", "-o", "out", in: folder.path)
    try folder.write("docs: { path: pages }\n", to: "site/docgen.yml")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("There are no pages in 'pages'"))
    #expect(run.output == "Nothing was built.\n")
    #expect(folder.exists("out/second/index.html"))
  }

  private func makeLargeSite(pages: Int) throws -> TemporaryFolder {
    let folder = try makeSite(["site/docgen.yml": "title: Large\n"])
    let text = String(repeating: "Some *words* of the page, and `code`.\n\n", count: 50)
    for number in 1...pages {
      try folder.write("# Page \(number)\n\n\(text)", to: "site/docs/page-\(number).md")
    }
    return folder
  }
}

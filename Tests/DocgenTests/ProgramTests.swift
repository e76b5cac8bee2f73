import Foundation
import Testing

/// A small site for one test, with what differs in it.
func makeSite(_ files: [String: String] = [:]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let standard = [
    "site/docgen.yml": "title: Small\n", "site/docs/index.md": "# Start\n",
    "site/docs/second.md": "# Second\n\n[Start](index.md)\n",
  ]
  for (name, text) in standard.merging(files, uniquingKeysWith: { $1 }) {
    try folder.write(text, to: name)
  }
  return folder
}

let brokenLink = "# Second\n\n[Gone](./gone.md) and [away](/away)\n"
let onlyWarning = "# Second\n\n[Gone](#gone)\n"

@Suite struct ProgramTests {
  @Test func helpNamesTheFlags() throws {
    let run = try Program.run("build", "--help")
    #expect(run.status == 0)
    for flag in [
      "--output", "--base-url", "--locale", "--drafts", "--strict", "--force", "--quiet",
      "--timings", "--jobs", "--diagnostics",
    ] {
      #expect(run.output.contains(flag), "\(flag)")
    }
  }

  @Test func itSaysItsVersion() throws {
    let run = try Program.run("--version")
    #expect(run.status == 0)
    let versions = /docgen \d+\.\d+\.\d+\ncmark-gfm \d\S+\nlibxml2 2\.\d+\.\d+\n/
    #expect(run.output.wholeMatch(of: versions) != nil, "\(run.output)")
  }

  @Test(arguments: [
    ["build", "--nonsense"], ["nonsense"], ["build", "--jobs", "0"], ["build", "--jobs", "many"],
    ["build", "--diagnostics", "xml"], ["build", "--base-url", "https://a.example/docs/"],
    ["build", "one", "two"], ["build", ""], ["build", "--output", ""],
  ])
  func aWrongCallEndsWith2(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: "), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func aMissingFolderOrAFileIsNoSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file.md")
    try folder.write("", to: "empty/notes.txt")
    for (path, words) in [
      ("none", "There is no folder"), ("file.md", "is a file, not a site's folder"),
      ("empty", "There is no site in"),
    ] {
      let run = try Program.run("build", folder(path))
      #expect(run.status == 2)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.output == "Nothing was built.\n")
    }
    #expect(folder.files(below: "") == ["empty/notes.txt", "file.md"])
  }

  @Test func theOutputIsTheSitesBuildFolderByDefault() throws {
    let folder = try makeSite()
    let run = try Program.run("build", in: folder("site"))
    #expect(run.status == 0, "\(run.text)")
    #expect(folder.exists("site/build/index.html"))
    #expect(run.output.contains("4 pages in"))
  }

  @Test func findingsEndWith1() throws {
    let folder = try makeSite(["site/docs/second.md": brokenLink])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docs/second.md:3:8: error: There is no file './gone.md'"))
    #expect(run.errors.contains("docs/second.md:3:30: error: There is no page '/away'"))
    #expect(folder.exists("out/second/index.html"))
  }

  @Test func strictMakesWarningsErrors() throws {
    let folder = try makeSite(["site/docs/second.md": onlyWarning])
    #expect(try Program.run("build", "site", "-o", "a", in: folder.path).status == 0)
    let run = try Program.run("build", "site", "-o", "a", "--strict", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: The page has no heading or anchor '#gone'"))
  }

  @Test func findingsForPrograms() throws {
    let folder = try makeSite(["site/docs/second.md": brokenLink])
    let json = try Program.run(
      "build", "site", "-o", "out", "--diagnostics", "json", in: folder.path)
    #expect(json.status == 1)
    #expect(json.errors.isEmpty)
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let summary = document?["summary"] as? [String: Any]
    #expect(
      summary?.compactMapValues { $0 as? Int } == [
        "errors": 2, "warnings": 0, "notes": 0, "files": 1,
      ])
    #expect(
      summary?["codes"] as? [String: Int] == ["link/unknown-file": 1, "link/unknown-page": 1])
    let github = try Program.run(
      "build", "site", "-o", "out", "--diagnostics", "github", in: folder.path)
    #expect(github.status == 1)
    #expect(
      github.output.split(separator: "\n").map { $0.prefix(36) }
        == ["::error file=site/docs/second.md,lin", "::error file=site/docs/second.md,lin"])
  }

  @Test func withoutFindingsProgramsGetAnEmptyDocument() throws {
    let folder = try makeSite()
    let run = try Program.run(
      "build", "site", "-o", "out", "--diagnostics", "json", in: folder.path)
    #expect(run.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((document?["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test func anUnknownLanguageIsToldOnce() throws {
    let block = "```nosuch\ncode\n```\n\n```othersuch\ncode\n```\n"
    let folder = try makeSite([
      "site/docs/a.md": "# A\n\n" + block + block, "site/docs/b.md": "# B\n\n" + block,
    ])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 0)
    for language in ["nosuch", "othersuch"] {
      #expect(run.text.ranges(of: "There is no highlighting for '\(language)'").count == 1)
    }
  }

  @Test func quietPrintsNothingWhereNothingIsWrong() throws {
    let folder = try makeSite()
    let run = try Program.run("build", "site", "-o", "out", "--quiet", in: folder.path)
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
  }

  @Test func inAPipeThereAreNeitherColorsNorProgress() throws {
    let folder = try makeSite(["site/docs/second.md": brokenLink])
    for environment in [[:], ["NO_COLOR": "1"]] {
      let run = try Program.run(
        ["build", "site", "-o", "out"], in: folder.path, environment: environment)
      #expect(!run.text.contains("\u{1B}"))
      #expect(!run.text.contains("\r"))
    }
  }

  @Test func timingsHaveARowForEachStage() throws {
    let folder = try makeSite()
    let run = try Program.run("build", "site", "-o", "out", "--timings", in: folder.path)
    let rows = run.output.split(separator: "\n").dropLast()
    #expect(rows.count > 8)
    for row in rows { #expect(row.firstMatch(of: /^[a-z ]+ +[0-9]+\.[0-9]$/) != nil, "\(row)") }
    for stage in ["read", "discover", "parse", "render and write", "finish"] {
      #expect(rows.contains { $0.hasPrefix(stage) }, "\(stage)")
    }
  }

  @Test func theBaseURLCanBeSet() throws {
    let folder = try makeSite()
    for written in ["/docs/", "docs"] {
      let run = try Program.run(
        "build", "site", "-o", "out", "--base-url", written, in: folder.path)
      #expect(run.status == 0)
      let page = BuiltPage(try folder.text("out/second/index.html"))
      #expect(page.tag("a") { $0.text == "Start" && $0["href"] == "/docs/" } != nil)
      #expect(page.html.contains("href=\"/docs/assets/docgen.css"))
    }
  }

  @Test func draftsOnRequest() throws {
    let folder = try makeSite(["site/docs/later.md": "---\ndraft: true\n---\n# Later\n"])
    try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(!folder.exists("out/later/index.html"))
    try Program.run("build", "site", "-o", "out", "--drafts", in: folder.path)
    let page = BuiltPage(try folder.text("out/later/index.html"))
    #expect(page.holds("Draft page"))
  }

  @Test func oneLocaleOnRequest() throws {
    let output = try TemporaryFolder()
    let site = Fixture.path("garden")
    let run = try Program.run("build", site, "-o", output("out"), "--locale", "de")
    #expect(run.status == 0)
    let pages = output.files(below: "out").filter { $0.hasSuffix("index.html") }
    #expect(pages.contains("de/index.html"))
    #expect(pages.allSatisfy { $0.hasPrefix("de/") }, "\(pages)")
    #expect(output.exists("out/assets/docgen.css"))
  }

  @Test func anUnknownLocaleStopsTheBuild() throws {
    let output = try TemporaryFolder()
    let run = try Program.run(
      "build", Fixture.path("garden"), "-o", output("out"), "--locale", "dr")
    #expect(run.status == 2)
    #expect(run.errors.contains("The site has no locale 'dr'"))
    #expect(run.errors.contains("did you mean 'ar'?") || run.errors.contains("did you mean 'de'?"))
    #expect(!output.exists("out"))
  }
}

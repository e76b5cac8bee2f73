import Foundation
import Testing

@Suite struct InitTests {
  @Test(arguments: [["init"], ["init", "."], ["init", "plants"]])
  func theNewSiteBuildsWithoutAFinding(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(arguments, in: folder.path)
    #expect(made.status == 0, "\(made.text)")
    #expect(made.errors.isEmpty)
    let name = arguments.count > 1 && arguments[1] != "." ? arguments[1] : "."
    #expect(made.output.contains(name == "." ? "docgen serve\n" : "docgen serve plants\n"))
    for command in [["build", name, "--strict", "--check"], ["check", name, "--strict"]] {
      let run = try Program.run(command, in: folder.path)
      #expect(run.status == 0, "\(run.text)")
      // Where it will be published nobody can know yet, which a note says.
      #expect(!run.errors.contains("warning:") && !run.errors.contains("error:"), "\(run.errors)")
    }
    #expect(folder.exists(name + "/build/guides/links/index.html"))
  }

  @Test(arguments: ["docgen.yml", "docusaurus.config.ts", "docs/index.md"])
  func aSiteIsNotTouched(sign: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("# Mine\n", to: "site/" + sign)
    let run = try Program.run("init", "site", in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: There is a site in 'site' already"), "\(run.errors)")
    #expect(folder.files(below: "") == ["site/" + sign])
  }

  @Test func otherFilesStay() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: ".gitignore")
    #expect(try Program.run("init", in: folder.path).status == 0)
    #expect(try folder.text(".gitignore") == "mine\n")
  }

  @Test(arguments: [["init", "a", "--from-docusaurus", "b"], ["init", ""], ["init", "a", "b"]])
  func wrongCalls(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(folder.files(below: "").isEmpty)
  }

  /// Tests/Setup/compare_converted.py does the same with real sites.
  @Test func aConvertedSiteIsTheSameSite() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Fixture.path("bakery"), toPath: folder("site"))
    try Program.run("build", "site", "-o", "before", in: folder.path)
    let run = try Program.run("init", "--from-docusaurus", "site", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    #expect(run.output.contains("site/docgen.yml is written."))
    try folder.remove("site/docusaurus.config.ts")
    try folder.remove("site/sidebars.ts")
    try Program.run("build", "site", "-o", "after", in: folder.path)
    let (before, after) = (
      try folder.contents(below: "before"), try folder.contents(below: "after")
    )
    #expect(before.count > 5)
    #expect(before == after)
    let again = try Program.run("init", "--from-docusaurus", "site", in: folder.path)
    #expect(again.status == 2)
    #expect(again.errors == "Error: There is no Docusaurus configuration in 'site'.\n")
  }

  @Test func anOwnConfigurationIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Fixture.path("bakery"), toPath: folder("site"))
    try folder.write("title: Mine\n", to: "site/docgen.yml")
    let run = try Program.run("init", "--from-docusaurus", "site", in: folder.path)
    #expect(run.status == 2)
    #expect(try folder.text("site/docgen.yml") == "title: Mine\n")
  }
}

private let watches = "/proc/sys/fs/inotify/max_user_watches"

@Suite struct DoctorTests {
  @Test func aMachineAndASiteInOrder() throws {
    let folder = try makeSite()
    let run = try Program.run("doctor", "site", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    #expect(run.errors.isEmpty)
    for words in [
      "ok       docgen         ", "ok       cmark-gfm ", "ok       libxml2 ",
      "ok       external       docgen-external is here",
      "ok       configuration  docgen.yml\n", "ok       pages          2 in en\n",
      "missing  history        the site is in no Git repository",
    ] {
      #expect(run.output.contains(words), "\(run.output)")
    }
  }

  @Test func whereThereIsNoSiteItSaysHowToMakeOne() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run("doctor", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("'docgen init' starts one"))
  }

  @Test func aFolderThatIsNotThereIsWrong() throws {
    let folder = try TemporaryFolder()
    let missing = try Program.run("doctor", "plants", in: folder.path)
    #expect(missing.status == 1)
    #expect(missing.output.contains("wrong    site       there is no folder 'plants'\n"))
    try folder.write("", to: "plants")
    let file = try Program.run("doctor", "plants", in: folder.path)
    #expect(file.status == 1)
    #expect(file.output.contains("'plants' is no folder\n"), "\(file.output)")
  }

  /// docgen looks for it beside itself.
  @Test func withoutTheProgramForLinksItSaysWhatIsLost() throws {
    let folder = try makeSite(["bin/docgen-external": "#!/bin/sh\nexit 3\n"])
    let (docgen, external) = (folder("bin/docgen"), folder("bin/docgen-external"))
    // Another process writes the copy: what this one has open for writing, children of other tests
    // inherit, and Linux starts no such file.
    #expect(try Program.run(["-p", Program.path, docgen], of: "/bin/cp").status == 0)
    let missing = try Program.run(["doctor", "site"], of: docgen, in: folder.path)
    #expect(missing.status == 0)
    #expect(
      missing.output.contains("missing  external       no docgen-external;"), "\(missing.output)")
    #expect(missing.output.contains("'make install' installs it"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: external)
    let broken = try Program.run(["doctor", "site"], of: docgen, in: folder.path)
    #expect(broken.status == 0)
    #expect(
      broken.output.contains("missing  external       docgen-external fails;"), "\(broken.output)")
    #expect(broken.output.contains("'\(external) </dev/null' shows why"), "\(broken.output)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: watches)))
  func theNumberOfWatchesIsTheSystems() throws {
    let text = try String(contentsOfFile: watches, encoding: .utf8)
    let limit = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    let folder = try makeSite()
    let run = try Program.run("doctor", "site", in: folder.path)
    #expect(run.output.contains(" \(limit) folders can be watched"), "\(run.output)")
  }

  @Test func withoutGitItSaysWhatIsLost() throws {
    let folder = try makeSite()
    let run = try Program.run(
      ["doctor", "site"], in: folder.path, environment: ["PATH": folder("none")])
    #expect(run.status == 0)
    #expect(run.output.contains("missing  git "), "\(run.output)")
    #expect(run.output.contains("apt install git"))
  }

  @Test(arguments: [
    ("docgen.yml", "titel: A\n", "wrong    configuration  docgen.yml: 1 error"),
    ("docgen.yml", "staticDirectories: [files]\n", "there is no folder 'files'"),
    ("docs/index.md", "# A\n", "ok       configuration  docgen.yml"),
  ])
  func whatIsWrongWithASite(file: String, text: String, words: String) throws {
    let folder = try makeSite(["site/" + file: text])
    let run = try Program.run("doctor", in: folder("site"))
    #expect(run.output.contains(words), "\(run.output)")
    #expect(run.status == (words.hasPrefix("ok") ? 0 : 1))
  }
}

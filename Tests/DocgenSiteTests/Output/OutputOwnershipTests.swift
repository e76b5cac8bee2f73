import DocgenCore
import DocgenSite
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is not docgen's stays as it is.
@Suite struct OutputOwnershipTests {
  let fixture: OutputFixture
  var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try OutputFixture() }

  @Test func aForeignFolderIsRefused() throws {
    try folder.write("mine", to: "out/letter.txt")
    let refused = fixture.build(["index.html": "x"])
    #expect(refused.diagnostics.map(\.code) == ["output/not-own"])
    #expect(fixture.output == ["letter.txt"])
    #expect(fixture.build(["index.html": "x"], force: true).diagnostics.isEmpty)
    #expect(fixture.output == ["index.html", "letter.txt"])
    // From then on it is docgen's, and the letter still is not.
    fixture.build(["other.html": "x"])
    #expect(fixture.output == ["letter.txt", "other.html"])
  }

  @Test func anEmptyFolderIsTaken() throws {
    try FileSystem.makeFolders(folder("out"))
    #expect(fixture.build(["index.html": "x"]).diagnostics.isEmpty)
    #expect(fixture.output == ["index.html"])
  }

  @Test func foreignFilesInTheWayAreNotOverwritten() throws {
    fixture.build(["index.html": "x"])
    try folder.write("mine", to: "out/CNAME")
    let refused = fixture.build(["index.html": "y", "CNAME": "theirs"])
    #expect(refused.diagnostics.map(\.code) == ["output/foreign-file"])
    #expect(try folder.read("out/CNAME") == "mine")
    #expect(try folder.read("out/index.html") == "x")
    fixture.build(["index.html": "y", "CNAME": "theirs"], force: true)
    #expect(try folder.read("out/CNAME") == "theirs")
  }

  @Test func foreignFoldersInTheWayStay() throws {
    fixture.build(["index.html": "x"])
    try folder.write("mine", to: "out/guide/letter.txt")
    for force in [false, true] {
      let refused = fixture.build(["guide": "x"], force: force)
      #expect(refused.diagnostics.map(\.code) == ["output/in-the-way"])
      #expect(try folder.read("out/guide/letter.txt") == "mine")
    }
  }

  @Test func aForeignFileWhereAFolderIsNeededStays() throws {
    fixture.build(["index.html": "x"])
    try folder.write("mine", to: "out/guide")
    let refused = fixture.build(["guide/index.html": "x"])
    #expect(refused.diagnostics.map(\.code) == ["output/in-the-way"])
    #expect(try folder.read("out/guide") == "mine")
  }

  @Test func aDamagedManifestDeletesNothing() throws {
    fixture.build(["index.html": "x", "stale.html": "x"])
    let manifest = try folder.read("out/.docgen-manifest")
    try folder.write(String(manifest.dropLast(3)), to: "out/.docgen-manifest")
    let built = fixture.build(["index.html": "y"])
    #expect(built.diagnostics.map(\.code) == ["output/damaged-manifest"])
    #expect(built.diagnostics.map(\.severity) == [.warning])
    #expect(fixture.output == ["index.html", "stale.html"])
    #expect(fixture.build(["index.html": "y"]).diagnostics.isEmpty)
  }

  /// A list that names files outside is not believed.
  @Test func aManifestCannotLeadOutside() throws {
    try folder.write("mine", to: "letter.txt")
    fixture.build(["index.html": "x"])
    try folder.write("docgen-manifest 1 1\n../letter.txt\n", to: "out/.docgen-manifest")
    fixture.build(["index.html": "x"])
    #expect(try folder.read("letter.txt") == "mine")
  }

  @Test func aLinkAsOutputFolderIsRefused() throws {
    try FileSystem.makeFolders(folder("elsewhere"))
    folder.link("out", to: "elsewhere")
    for path in ["out", "out/"] {
      let refused = OutputWriter.open(fixture.destination(path), planned: [])
      #expect(refused.diagnostics.map(\.code) == ["output/symlink"])
    }
    #expect(folder.names(in: "elsewhere") == [])
  }

  @Test func linksInTheOutputLeadNowhere() throws {
    try folder.write("precious", to: "elsewhere/a.html")
    try folder.write("precious", to: "elsewhere/stale.html")
    fixture.build(["sub/a.html": "x", "sub/stale.html": "x", "b.html": "x"])
    try FileSystem.removeFolder(folder("out/sub"))
    try FileSystem.removeFile(folder("out/b.html"))
    folder.link("out/sub", to: "../elsewhere")
    folder.link("out/b.html", to: "../elsewhere/a.html")

    let written = fixture.build(["sub/a.html": "new", "b.html": "new"])
    #expect(Set(written.diagnostics.map(\.code)) == ["output/symlink"])
    #expect(written.diagnostics.count == 2)
    let removed = fixture.build(["c.html": "new"])
    #expect(removed.diagnostics.isEmpty)
    for name in ["a.html", "stale.html"] {
      #expect(try folder.read("elsewhere/" + name) == "precious")
    }
    #expect(try FileSystem.statusOfLink(at: folder("out/b.html"))?.kind == .link)
  }

  @Test func theTemporaryFolderMayBeSomebodyElses() throws {
    try folder.write("mine", to: ".out.docgen-new/letter.txt")
    #expect(fixture.build(["a": "x"]).diagnostics.map(\.code) == ["output/not-own"])
    #expect(try folder.read(".out.docgen-new/letter.txt") == "mine")
  }

  @Test(arguments: [
    "", ".", "docs", "docs/", "docs/out", "docs/../docs/new/out", "..", "alias/out", "docs/./",
  ])
  func unsafeFoldersAreRefused(path: String) throws {
    folder.link("alias", to: "docs")
    let names = folder.names()
    let refused = OutputWriter.open(fixture.destination(path), planned: [])
    #expect(refused.value == nil)
    #expect(refused.diagnostics.map(\.code) == ["output/unsafe-folder"])
    #expect(folder.names() == names)
  }

  @Test func theRootIsRefused() {
    for path in ["/", "//", "/tmp/.."] {
      let destination = OutputDestination(
        path: path, siteFolder: folder.path, sourceFolders: [], force: true)
      let refused = OutputWriter.open(destination, planned: [])
      #expect(refused.diagnostics.map(\.code) == ["output/unsafe-folder"])
    }
  }

  @Test func aFolderHoldingSourcesElsewhereIsRefused() throws {
    try FileSystem.makeFolders(folder("big/sources"))
    let destination = OutputDestination(
      path: folder("big"), siteFolder: folder("site"), sourceFolders: [folder("big/sources")])
    #expect(
      OutputWriter.open(destination, planned: []).diagnostics.map(\.code)
        == ["output/unsafe-folder"])
  }

  @Test func aFileAsOutputFolder() throws {
    try folder.write("mine", to: "out")
    let refused = fixture.build(["a": "x"])
    #expect(refused.diagnostics.map(\.code) == ["output/in-the-way"])
    #expect(try folder.read("out") == "mine")
  }

  @Test func parentsAreMade() throws {
    let path = try #require(OutputPath("a"))
    let writer = try #require(
      OutputWriter.open(fixture.destination("x/y/out"), planned: [path]).value)
    _ = writer.finish([writer.write([1], to: path)])
    #expect(FileSystem.exists(folder("x/y/out/a")))
  }

  @Test func impossiblePlansAreRefusedBeforeAnythingHappens() {
    let refused = fixture.build(["a": "x", "a/b": "y"])
    #expect(refused.diagnostics.map(\.code) == ["output/file-and-folder"])
    #expect(fixture.beside == [])
  }
}

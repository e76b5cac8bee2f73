import DocgenCore
import DocgenSite
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A site's folder with an output folder `out` in it, and builds into it.
struct OutputFixture {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileSystem.makeFolders(folder("docs"))
  }

  func destination(_ path: String = "out", force: Bool = false) -> OutputDestination {
    OutputDestination(
      path: folder(path), siteFolder: folder.path, sourceFolders: [folder("docs")], force: force)
  }

  func open(_ paths: [String], force: Bool = false) -> Diagnosed<OutputWriter?> {
    OutputWriter.open(destination(force: force), planned: paths.compactMap(OutputPath.init))
  }

  /// One whole build of files with their texts.
  @discardableResult
  func build(_ files: [String: String], force: Bool = false) -> Diagnosed<OutputSummary?> {
    let opened = open(Array(files.keys), force: force)
    guard let writer = opened.value else { return Diagnosed(nil, opened.diagnostics) }
    let results = files.compactMap { path, text in
      OutputPath(path).map { writer.write(Array(text.utf8), to: $0) }
    }
    let finished = writer.finish(results)
    return Diagnosed(finished.value, opened.diagnostics + finished.diagnostics)
  }

  func modified(_ name: String) throws -> Int {
    try #require(try FileSystem.statusOfLink(at: folder(name))).modified
  }

  /// All of the output but for the manifest.
  var output: [String] { folder.names(in: "out").filter { $0 != ".docgen-manifest" } }
  /// All beside it.
  var beside: [String] {
    folder.names().filter { !$0.hasPrefix("out/") && $0 != "docs/" }
  }
}

@Suite struct OutputWriterTests {
  let fixture: OutputFixture
  var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try OutputFixture() }

  // MARK: - Whole builds

  @Test func aNewFolderAppearsAtTheEnd() throws {
    let opened = fixture.open(["index.html", "a/b/index.html"])
    let writer = try #require(opened.value)
    let results = try ["index.html", "a/b/index.html"].map {
      writer.write(Array($0.utf8), to: try #require(OutputPath($0)))
    }
    #expect(!FileSystem.exists(folder("out")))
    let finished = writer.finish(results)
    #expect(finished.value == summary(created: 2))
    #expect(finished.diagnostics.isEmpty)
    #expect(fixture.output == ["a/", "a/b/", "a/b/index.html", "index.html"])
    #expect(try folder.read("out/a/b/index.html") == "a/b/index.html")
    #expect(fixture.beside == [])
  }

  @Test func anUnchangedBuildTouchesNothing() throws {
    let files = ["index.html": "one", "a/b.html": "two", "empty": ""]
    fixture.build(files)
    let names = ["out", "out/index.html", "out/a", "out/a/b.html", "out/empty"]
    let watched = names + ["out/.docgen-manifest"]
    let before = try watched.map(fixture.modified)
    let again = fixture.build(files)
    #expect(again.value == summary(unchanged: 3))
    #expect(try watched.map(fixture.modified) == before)
  }

  @Test func onlyChangedFilesAreReplaced() throws {
    fixture.build(["a.html": "same", "b.html": "old", "c.html": "12345"])
    let before = try fixture.modified("out/a.html")
    let again = fixture.build(["a.html": "same", "b.html": "new", "c.html": "123", "d/e": "x"])
    #expect(again.value == summary(created: 1, replaced: 2, unchanged: 1))
    #expect(try fixture.modified("out/a.html") == before)
    #expect(try folder.read("out/b.html") == "new")
    #expect(try folder.read("out/c.html") == "123")
    #expect(fixture.output == ["a.html", "b.html", "c.html", "d/", "d/e"])
  }

  @Test func staleFilesAndTheirFoldersGo() throws {
    fixture.build(["index.html": "x", "a/b/c.html": "x", "a/b/d.html": "x", "a/e.html": "x"])
    try folder.write("mine", to: "out/a/b/notes.txt")
    let again = fixture.build(["index.html": "x"])
    #expect(again.value == summary(unchanged: 1, removed: 3))
    #expect(fixture.output == ["a/", "a/b/", "a/b/notes.txt", "index.html"])
    try FileSystem.removeFile(folder("out/a/b/notes.txt"))
    fixture.build(["index.html": "x", "a/b/c.html": "x"])
    fixture.build(["index.html": "x"])
    #expect(fixture.output == ["index.html"])
  }

  @Test func aPageMayBecomeAFolderAndBack() throws {
    let flat = ["guide": "flat", "index.html": "x"]
    let nested = ["guide/index.html": "nested", "guide/deep/a.html": "y", "index.html": "x"]
    fixture.build(flat)
    #expect(fixture.build(nested).diagnostics.isEmpty)
    #expect(try folder.read("out/guide/index.html") == "nested")
    #expect(fixture.build(flat).diagnostics.isEmpty)
    #expect(fixture.output == ["guide", "index.html"])
  }

  @Test func manyWorkersWriteOneSite() async throws {
    let paths = (0..<500).compactMap { OutputPath("d\($0 % 7)/e\($0 % 31)/f\($0).html") }
    for round in 0..<3 {
      let opened = OutputWriter.open(fixture.destination(), planned: paths)
      let writer = try #require(opened.value)
      let results = await concurrentMap(paths, workers: 4) { path in
        writer.write(Array("\(path.string) \(round / 2)".utf8), to: path)
      }
      let finished = writer.finish(results)
      #expect(finished.diagnostics.isEmpty)
      let expected = [
        summary(created: 500), summary(unchanged: 500), summary(replaced: 500),
      ]
      #expect(finished.value == expected[round])
    }
    #expect(fixture.output.count { $0.hasSuffix(".html") } == 500)
    #expect(try folder.read("out/d0/e0/f0.html") == "d0/e0/f0.html 1")
  }

  @Test func copies() throws {
    let big = String(repeating: "0123456789abcdef", count: 40_000)
    try folder.write(big, to: "static/big.bin")
    let path = try #require(OutputPath("img/big.bin"))
    func copy() throws -> OutputSummary {
      let writer = try #require(fixture.open(["img/big.bin"]).value)
      let result = writer.copy(from: folder("static/big.bin"), named: "static/big.bin", to: path)
      return writer.finish([result]).value
    }
    #expect(try copy() == summary(created: 1))
    #expect(try copy() == summary(unchanged: 1))
    #expect(try folder.read("out/img/big.bin") == big)
    try folder.write(big.dropLast() + "x", to: "static/big.bin")
    #expect(try copy() == summary(replaced: 1))
    #expect(try folder.read("out/img/big.bin").last == "x")
  }

  @Test func anUnreadableSourceIsReported() throws {
    let writer = try #require(fixture.open(["a.png"]).value)
    let path = try #require(OutputPath("a.png"))
    let result = writer.copy(from: folder("static/a.png"), named: "static/a.png", to: path)
    let finished = writer.finish([result])
    #expect(finished.diagnostics.map(\.code) == ["file/unreadable"])
    #expect(finished.diagnostics.first?.span?.file == "static/a.png")
    #expect(!FileSystem.exists(folder("out")))
  }

  // MARK: - Builds that end early

  @Test func anAbandonedFirstBuildLeavesNoOutput() throws {
    do {
      let writer = try #require(fixture.open(["a.html", "b.html"]).value)
      _ = writer.write([1], to: try #require(OutputPath("a.html")))
    }
    #expect(!FileSystem.exists(folder("out")))
    // As after a kill: the folder is there, and the next build takes it for what it is.
    #expect(fixture.beside.contains(".out.docgen-new/"))
    #expect(fixture.build(["b.html": "x"]).value == summary(created: 1))
    #expect(fixture.output == ["b.html"])
    #expect(fixture.beside == [])
  }

  @Test func anAbandonedLaterBuildLeavesWholePages() throws {
    fixture.build(["a.html": "old", "b.html": "old", "stale.html": "old"])
    do {
      let writer = try #require(fixture.open(["a.html", "b.html", "new.html"]).value)
      for name in ["a.html", "new.html"] {
        _ = writer.write(Array("new".utf8), to: try #require(OutputPath(name)))
      }
    }
    try folder.write("half", to: "out/.docgen-new-7")
    #expect(try folder.read("out/a.html") == "new")
    #expect(try folder.read("out/b.html") == "old")
    #expect(try folder.read("out/stale.html") == "old")
    // The next build knows what the killed one wrote: it may replace and remove it.
    let next = fixture.build(["a.html": "newer"])
    #expect(next.diagnostics.isEmpty)
    #expect(next.value == summary(replaced: 1, removed: 3))
    #expect(fixture.output == ["a.html"])
  }

  @Test func aFailedFirstBuildLeavesNothing() throws {
    let long = String(repeating: "x", count: 300)
    let built = fixture.build(["a.html": "x", "\(long).html": "x"])
    #expect(built.diagnostics.map(\.code) == ["output/name-too-long"])
    #expect(!FileSystem.exists(folder("out")))
    #expect(fixture.beside == [])
  }

  @Test func aFailedLaterBuildKeepsStaleFiles() throws {
    fixture.build(["a.html": "x", "stale.html": "x"])
    let long = String(repeating: "x", count: 300)
    #expect(!fixture.build(["a.html": "y", "\(long)/b.html": "x"]).diagnostics.isEmpty)
    #expect(try folder.read("out/a.html") == "y")
    #expect(FileSystem.exists(folder("out/stale.html")))
    fixture.build(["a.html": "y"])
    #expect(fixture.output == ["a.html"])
  }

  /// A limit on the size of files stands for a full disk: the write fails in the middle of a file.
  @Test func aFullDiskLeavesNoHalfWrittenFile() throws {
    fixture.build(["big.bin": "old"])
    let limit = 1 << 24
    #expect(truncate(createdFile("static.bin"), off_t(limit + 1)) == 0)
    signal(SIGXFSZ, SIG_IGN)
    var before = rlimit()
    getrlimit(fileSizeLimit, &before)
    var small = rlimit(rlim_cur: rlim_t(limit), rlim_max: before.rlim_max)
    setrlimit(fileSizeLimit, &small)
    defer { setrlimit(fileSizeLimit, &before) }

    let writer = try #require(fixture.open(["big.bin"]).value)
    let path = try #require(OutputPath("big.bin"))
    let result = writer.copy(from: folder("static.bin"), named: "static.bin", to: path)
    let finished = writer.finish([result])
    #expect(finished.diagnostics.map(\.code) == ["output/disk-full"])
    #expect(try folder.read("out/big.bin") == "old")
    #expect(fixture.output == ["big.bin"])
  }

  private func createdFile(_ name: String) -> String {
    try? folder.write("", to: name)
    return folder(name)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func permissionDenied() throws {
    fixture.build(["a/b.html": "old"])
    _ = chmod(folder("out/a"), 0o500)
    defer { _ = chmod(folder("out/a"), 0o700) }
    let built = fixture.build(["a/b.html": "new"])
    #expect(built.diagnostics.map(\.code) == ["output/permission-denied"])
    #expect(try folder.read("out/a/b.html") == "old")
  }

  @Test func twoBuildsAtOnce() throws {
    let first = try #require(fixture.open(["a.html"]).value)
    #expect(fixture.open(["a.html"]).diagnostics.map(\.code) == ["output/busy"])
    let result = first.write([1], to: try #require(OutputPath("a.html")))
    #expect(first.finish([result]).diagnostics.isEmpty)

    let second = try #require(fixture.open(["a.html"]).value)
    #expect(fixture.open(["a.html"]).diagnostics.map(\.code) == ["output/busy"])
    second.discard()
    #expect(fixture.open(["a.html"]).value != nil)
  }

  private func summary(
    created: Int = 0, replaced: Int = 0, unchanged: Int = 0, removed: Int = 0
  ) -> OutputSummary {
    var summary = OutputSummary()
    summary.created = created
    summary.replaced = replaced
    summary.unchanged = unchanged
    summary.removed = removed
    return summary
  }
}

#if canImport(Glibc)
  private let fileSizeLimit = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#else
  private let fileSizeLimit = RLIMIT_FSIZE
#endif

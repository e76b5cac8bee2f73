import DocgenCore
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FileSystemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 4095, 1 << 18, (1 << 18) + 1, 1_000_003])
  func readsWhatWasWritten(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    try FileSystem.write(bytes, to: folder("a"))
    #expect(try FileSystem.read(folder("a")) == bytes)
    #expect(try FileSystem.read(folder("a"), limit: 100) == Array(bytes.prefix(100)))
    #expect(try OpenFile(reading: folder("a")).holds(bytes))
    #expect(try !OpenFile(reading: folder("a")).holds(bytes + [0]))
    if var last = bytes.last {
      last &+= 1
      #expect(try !OpenFile(reading: folder("a")).holds(bytes.dropLast() + [last]))
    }
  }

  /// The size that the disk says is a hint: files in /proc have none.
  @Test(.enabled(if: FileSystem.exists("/proc/self/status")))
  func readsFilesWithoutSize() throws {
    #expect(try FileSystem.status(of: "/proc/self/status")?.size == 0)
    #expect(try FileSystem.read("/proc/self/status").count > 100)
  }

  /// Numbers and names in /proc/sys are there for the first read only.
  @Test(.enabled(if: FileSystem.exists("/proc/sys/kernel/ostype")))
  func readsFilesThatAnswerOnce() throws {
    #expect(try FileSystem.read("/proc/sys/kernel/ostype") == Array("Linux\n".utf8))
    #expect(try FileSystem.read("/proc/sys/kernel/ostype", limit: 3) == Array("Lin".utf8))
  }

  @Test func writingReplaces() throws {
    try folder.write("a longer text", to: "a")
    try folder.write("short", to: "a")
    #expect(try folder.read("a") == "short")
  }

  @Test func errorsSayWhatAndWhy() throws {
    let missing = #expect(throws: FileError.self) { try FileSystem.read(folder("none")) }
    #expect(missing?.isMissing == true)
    #expect(
      missing?.message == "cannot open '\(folder.path)/none': there is no such file or folder")
    let isFolder = #expect(throws: FileError.self) { try FileSystem.read(folder.path) }
    #expect(isFolder?.reason == "it is a folder")
  }

  @Test(.enabled(if: FileSystem.exists("/dev/full")))
  func fullDiskIsAnError() {
    let error = #expect(throws: FileError.self) {
      try FileSystem.write([1, 2, 3], to: "/dev/full")
    }
    #expect(error?.isDiskFull == true)
    #expect(error?.message == "cannot write '/dev/full': the disk is full")
  }

  /// Reading a pipe would wait for somebody to write into it.
  @Test func pipesAreNotRead() {
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(throws: FileError.self) { try FileSystem.read(folder("pipe")) }
  }

  @Test func foldersAreMadeMovedAndRemoved() throws {
    try FileSystem.makeFolders(folder("a/b/c"))
    try FileSystem.makeFolders(folder("a/b/c"))
    try folder.write("x", to: "a/b/c/file")
    #expect(FileSystem.exists(folder("a/b/c/file")))
    try FileSystem.move(folder("a"), to: folder("z"))
    #expect(folder.names() == ["z/", "z/b/", "z/b/c/", "z/b/c/file"])
    let error = #expect(throws: FileError.self) {
      try FileSystem.makeFolders(folder("z/b/c/file/d"))
    }
    #expect(error?.isConflict == true)
    try FileSystem.removeFolder(folder("z"))
    #expect(folder.names().isEmpty)
  }

  @Test func removingAFolderLeavesWhatLinksLeadTo() throws {
    try folder.write("precious", to: "kept/file")
    try FileSystem.makeFolders(folder("gone"))
    folder.link("gone/link", to: folder("kept"))
    try FileSystem.removeFolder(folder("gone"))
    #expect(folder.names() == ["kept/", "kept/file"])
  }

  @Test func statusTellsKindsApart() throws {
    try folder.write("12345", to: "file")
    folder.link("link", to: "file")
    folder.link("broken", to: "nowhere")
    #expect(try FileSystem.status(of: folder("file"))?.kind == .file)
    #expect(try FileSystem.status(of: folder("link"))?.size == 5)
    #expect(try FileSystem.statusOfLink(at: folder("link"))?.kind == .link)
    #expect(try FileSystem.status(of: folder.path)?.kind == .folder)
    #expect(try FileSystem.status(of: folder("broken")) == nil)
    #expect(try FileSystem.status(of: folder("file/below")) == nil)
  }

  @Test func resolvesWhatIsNotThereYet() throws {
    try FileSystem.makeFolders(folder("real/inner"))
    folder.link("link", to: "real")
    #expect(try FileSystem.resolved(folder("link/inner/../new/deep")) == folder("real/new/deep"))
    #expect(try FileSystem.resolved("/not-there") == "/not-there")
    #expect(throws: FileError.self) { try FileSystem.resolved(folder("none/../x")) }
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("b", ".", "b"), ("/b", "/", "b"), ("a//b//", "a", "b"), ("/", "/", ""),
    ("a/b/", "a", "b"),
  ])
  func splits(path: String, parent: String, name: String) {
    #expect(FileSystem.split(path) == (parent, name))
  }

  @Test func onlyOneHasTheLock() throws {
    let first = try OpenFolder(folder.path)
    let second = try OpenFolder(folder.path)
    #expect(try first.lock())
    #expect(try !second.lock())
    first.unlock()
    #expect(try second.lock())
  }

  @Test func openFoldersDoNotFollowLinks() throws {
    try folder.write("secret", to: "outside/file")
    try FileSystem.makeFolders(folder("inside"))
    folder.link("inside/folder", to: folder("outside"))
    folder.link("inside/file", to: folder("outside/file"))
    let inside = try OpenFolder(folder("inside"))
    let error = #expect(throws: FileError.self) { try inside.folder(named: "folder") }
    #expect(error?.isLink == true)
    #expect(throws: FileError.self) { _ = try inside.file(named: "file").contents() }
    #expect(throws: FileError.self) { try inside.createFile(named: "file") { _ in } }
    #expect(try folder.read("outside/file") == "secret")
  }
}

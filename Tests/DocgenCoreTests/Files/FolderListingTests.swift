import DocgenCore
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FolderListingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func list(_ name: String = "docs") -> Diagnosed<[FileEntry]> {
    FileSystem.list(folder(name), named: name)
  }

  @Test func sortsByTheBytesOfPaths() throws {
    for name in ["b.md", "a/c.md", "a-b.md", "a/b/deep.md", "é.md", "Z.md"] {
      try folder.write(name, to: "docs/" + name)
    }
    let listed = list()
    #expect(
      listed.value.map(\.path) == [
        "Z.md", "a", "a-b.md", "a/b", "a/b/deep.md", "a/c.md", "b.md", "é.md",
      ])
    #expect(listed.diagnostics.isEmpty)
    #expect(listed.value.first { $0.path == "a/b/deep.md" }?.size == 11)
    #expect(listed.value.filter { $0.kind == .folder }.map(\.path) == ["a", "a/b"])
  }

  @Test func aMissingFolderIsReported() {
    let listed = list("none")
    #expect(listed.value.isEmpty)
    #expect(
      listed.diagnostics.map(\.message) == [
        "the folder can't be read: there is no such file or folder"
      ])
    #expect(listed.diagnostics.first?.span?.file == "none")
  }

  @Test func linksInsideAreFollowed() throws {
    try folder.write("text", to: "docs/real/page.md")
    folder.link("docs/alias", to: "real")
    folder.link("docs/page.md", to: "real/page.md")
    let listed = list()
    #expect(listed.diagnostics.isEmpty)
    #expect(
      listed.value.map(\.path) == ["alias", "alias/page.md", "page.md", "real", "real/page.md"])
    #expect(listed.value.filter { $0.kind == .file }.allSatisfy { $0.size == 4 })
  }

  @Test(arguments: [
    ("../secret", "file/symlink-outside"), ("../docs-of-others/a.md", "file/symlink-outside"),
    ("/etc/passwd", "file/symlink-outside"), ("/", "file/symlink-outside"),
    (".", "file/symlink-loop"), ("..", "file/symlink-loop"), ("link", "file/symlink-loop"),
    ("nowhere", "file/unreadable"),
  ])
  func otherLinksAreReported(target: String, code: String) throws {
    try folder.write("secret", to: "docs/secret")
    try folder.write("secret", to: "secret")
    try folder.write("secret", to: "docs-of-others/a.md")
    try FileSystem.makeFolders(folder("docs/sub"))
    let isInSub = target == ".." || target == "."
    let link = isInSub ? "sub/link" : "link"
    folder.link("docs/" + link, to: target)
    let listed = list()
    #expect(listed.diagnostics.map(\.code) == [code])
    #expect(listed.diagnostics.first?.span?.file == "docs/" + link)
    #expect(listed.value.map(\.path) == ["secret", "sub"])
  }

  /// Each of n folders links to all others: no circle until n deep, n! paths.
  @Test func manyLinksEnd() throws {
    for a in 0..<12 {
      try FileSystem.makeFolders(folder("docs/\(a)"))
      for b in 0..<12 where a != b { folder.link("docs/\(a)/to\(b)", to: "../\(b)") }
    }
    let listed = list()
    #expect(listed.value.count == 12 + 256)
    #expect(listed.diagnostics.contains { $0.message.hasPrefix("there are too many") })
  }

  @Test func strangeThingsAreReported() throws {
    try FileSystem.makeFolders(folder("docs"))
    #expect(mkfifo(folder("docs/pipe"), 0o600) == 0)
    let name = Array(folder("docs/").utf8CString).dropLast() + [-1, 0x61, 0]
    #expect(mkdir(Array(name), 0o700) == 0)
    let listed = list()
    #expect(listed.value.isEmpty)
    #expect(listed.diagnostics.map(\.code) == ["file/not-a-file", "file/name-not-utf8"])
    _ = rmdir(Array(name))
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func unreadableFoldersAreReported() throws {
    try folder.write("text", to: "docs/closed/a.md")
    try folder.write("text", to: "docs/open/a.md")
    _ = chmod(folder("docs/closed"), 0)
    defer { _ = chmod(folder("docs/closed"), 0o700) }
    let listed = list()
    #expect(listed.value.map(\.path) == ["closed", "open", "open/a.md"])
    #expect(
      listed.diagnostics.map(\.message) == ["the folder can't be read: permission denied"])
  }

  @Test func deepFoldersDoNotOverflow() throws {
    let path = "docs" + String(repeating: "/d", count: 1500)
    try FileSystem.makeFolders(folder(path))
    #expect(list().value.count == 1500)
  }
}

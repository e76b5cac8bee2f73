import DocgenSite
import Testing

@Suite struct OutputPathTests {
  @Test(arguments: ["index.html", "a/b/c.html", "..a/b..", "a b/é.html", ".nojekyll", "..."])
  func valid(text: String) {
    #expect(OutputPath(text)?.string == text)
  }

  @Test(arguments: [
    "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a/..", "a\nb", "a\u{0}",
    "a\u{7f}",
  ])
  func invalid(text: String) {
    #expect(OutputPath(text) == nil)
  }

  @Test func partsAndFolders() {
    #expect(OutputPath("a/b/c.html")?.parts == ["a", "b", "c.html"])
    #expect(OutputPath("a/b/c.html")?.folders.map(\.string) == ["a", "a/b"])
    #expect(OutputPath("c.html")?.folders == [])
  }

  /// Composed and decomposed letters are two files on most disks.
  @Test func pathsAreBytes() {
    let composed = OutputPath("\u{e9}.html")
    let decomposed = OutputPath("e\u{301}.html")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }
}

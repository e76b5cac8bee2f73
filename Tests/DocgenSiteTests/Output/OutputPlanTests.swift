import Testing

@testable import DocgenSite

@Suite struct OutputPlanTests {
  private func codes(_ paths: [String]) -> [String] {
    OutputPlan.check(paths.compactMap(OutputPath.init)).map(\.code)
  }

  @Test(arguments: [
    (["a.html", "b/a.html", "b.html"], []),
    (["a.html", "b", "a.html"], ["output/duplicate-path"]),
    (["a", "a/b"], ["output/file-and-folder"]),
    (["a", "a-b", "a/b/c"], ["output/file-and-folder"]),
    (["a/b/c", "a/b"], ["output/file-and-folder"]),
    (["Guide/a.html", "guide/a.html"], ["output/case-collision"]),
    (["Guide/a.html", "guide/b.html"], []),
    (["É.html", "é.html"], ["output/case-collision"]),
    ([".docgen-manifest"], ["output/reserved-name"]),
    ([".docgen-new-1"], ["output/reserved-name"]),
  ])
  func finds(paths: [String], expected: [String]) {
    #expect(codes(paths) == expected)
    #expect(codes(paths.reversed()) == expected)
  }

  @Test func manifestsAreReadAsTheyAreWritten() throws {
    let paths = ["b.html", "a/é.html", "a b.html", "a-b", "b.html"].compactMap(OutputPath.init)
    let manifest = OutputManifest(paths)
    #expect(manifest.paths.map(\.string) == ["a b.html", "a-b", "a/é.html", "b.html"])
    #expect(OutputManifest(bytes: manifest.bytes) == manifest)
    #expect(OutputManifest(bytes: OutputManifest([]).bytes)?.paths == [])
  }

  @Test(arguments: [
    "", "\n", "docgen-manifest 1 2\na\n", "docgen-manifest 1 1\na", "docgen-manifest 1 1\n../a\n",
    "docgen-manifest 1 2\nb\na\n", "docgen-manifest 1 2\na\na\n", "docgen-manifest 2 1\na\n",
    "docgen-manifest 1 1\n/etc/passwd\n", "docgen-manifest 1 2\na\n\n", "docgen-manifest 1 01\na\n",
  ])
  func damagedManifestsAreNone(text: String) {
    #expect(OutputManifest(bytes: Array(text.utf8)) == nil)
  }

  /// However a list is cut off, it does not pass.
  @Test func cutManifestsAreNone() {
    let whole = OutputManifest(["a.html", "b/c.html"].compactMap(OutputPath.init)).bytes
    for count in 0..<whole.count {
      #expect(OutputManifest(bytes: Array(whole.prefix(count))) == nil)
    }
  }
}

import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct DeterminismTests {
  /// cmark-gfm has tables that are global to the process: what a page becomes must not depend on
  /// what other threads parse.
  @Test func manyThreadsMakeTheSameBytes() async {
    let pages = [FuzzTests.page, "a ~~b~~ https://x.y c@d.e", ":::note\n*a*\n:::\n"].map {
      Array($0.utf8)
    }
    let expected = pages.map { parsed($0).value }
    let work = (0..<100).flatMap { _ in pages.indices }
    let found = await concurrentMap(work, workers: 8) { parsed(pages[$0]) }
    for (index, result) in zip(work, found) {
      #expect(result.value.html == expected[index].html)
      #expect(result.value.slots == expected[index].slots)
      #expect(result.value.links == expected[index].links)
    }
  }
}

import Testing

@testable import DocgenServer

@Suite("A burst of changes")
struct ChangeBurstTests {
  private let start = ContinuousClock.now

  private func end(_ changes: [(String, ChangeSign, Int)]) -> Duration {
    var burst = ChangeBurst(start: start)
    for (path, sign, at) in changes { burst.add(path, sign, at: start + .milliseconds(at)) }
    return burst.end - start
  }

  @Test func waitsHardlyForOneFileThatIsClosed() {
    #expect(end([("a", .written, 0)]) < .milliseconds(10))
    #expect(end([("a", .writing, 0), ("a", .written, 3)]) < .milliseconds(15))
  }

  @Test func waitsForFilesThatAreWrittenOrGone() {
    #expect(end([("a", .gone, 0)]) > .milliseconds(50))
    #expect(end([("a", .writing, 0)]) > .milliseconds(50))
    #expect(end([("a", .gone, 0), ("a", .written, 30)]) < .milliseconds(45))
  }

  @Test func forgetsWhatIsRenamedOverAFile() {
    let changes: [(String, ChangeSign, Int)] = [
      ("sedX", .created, 0), ("sedX", .written, 1), ("sedX", .gone, 2), ("a", .written, 2),
    ]
    #expect(end(changes) < .milliseconds(10))
  }

  @Test func waitsLongerForManyFiles() {
    let many = (0..<100).map { ("\($0)", ChangeSign.written, $0) }
    #expect(end(many) >= .milliseconds(130))
  }

  @Test func endsThoughFilesAreWrittenForEver() {
    let log = (0..<1_000).map { ("log", ChangeSign.writing, $0 * 10) }
    #expect(end(log) <= .seconds(2))
  }

  @Test(arguments: ["a/.b.md.swp", "a/4913", "a/b.md~", ".git", "docs/#b.md#", "x___jb_tmp___"])
  func isNotOfTemporaryFiles(path: String) {
    #expect(ChangeCollector.isTemporary(path))
    #expect(!ChangeCollector.isTemporary("docs/a.md"))
    #expect(!ChangeCollector.isTemporary(""))
  }
}

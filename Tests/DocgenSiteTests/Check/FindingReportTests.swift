import DocgenCore
import Foundation
import Testing

@testable import DocgenSite

@Suite struct FindingReportTests {
  private let publication = Publication(
    (0..<6).map { PublicationFile(path: "p\($0).html", size: 0) },
    bases: [.init(url: "/", folder: "")], origin: nil)

  private func broken(_ file: Int, _ subject: Finding.Subject = .reference("/x")) -> Finding {
    Finding(.error, "link/unknown-page", "no x", file: file, subject: subject, key: "/x")
  }

  private func report(
    repeats: Int, _ placed: [(finding: Finding, place: FindingPlace)]
  ) -> [Diagnostic] {
    FindingReport(publication: publication, repeats: repeats).diagnostics(placed)
  }

  @Test func whatRepeatsIsSaidOnce() {
    let placed = (0..<5).map { number in
      (
        finding: broken(number),
        place: FindingPlace(span: SourceSpan(file: "p\(number).html", line: 3))
      )
    }
    #expect(report(repeats: 6, placed).count == 5)
    let once = report(repeats: 5, placed)
    #expect(once.count == 1)
    #expect(once[0].span?.file == "p0.html")
    #expect(once[0].notes.map(\.message) == ["on 5 pages, the first of them /p0.html"])
  }

  @Test func whatIsWrongWithPagesIsSaidOfEach() {
    let placed = (0..<5).map { (finding: broken($0, .file), place: FindingPlace()) }
    let found = report(repeats: 2, placed)
    #expect(found.count == 5)
    let notes = found.flatMap { $0.notes.map(\.message) }
    #expect(notes.contains("on the page /p4.html"))
  }

  @Test func aFallbackRepeatsItsSource() {
    let span = SourceSpan(file: "docs/a.md", line: 2)
    let own = FindingPlace(span: span, isAuthors: true, locale: "en")
    let fallback = FindingPlace(span: span, isAuthors: true, isFallback: true, locale: "de")
    let found = report(repeats: 2, [(broken(0), fallback), (broken(1), own), (broken(2), own)])
    #expect(found.map(\.locale) == ["en"])
  }

  @Test func onlyWhatAuthorsWrote() {
    var finding = broken(0)
    finding.isOnlyAuthors = true
    #expect(report(repeats: 2, [(finding, FindingPlace())]).isEmpty)
    let place = FindingPlace(span: SourceSpan(file: "docs/a.md", line: 2), isAuthors: true)
    #expect(report(repeats: 2, [(finding, place)]).count == 1)
  }
}

@Suite struct BaselineTests {
  private func finding(_ code: String, _ file: String?, line: Int, _ message: String) -> Diagnostic
  {
    Diagnostic(
      .error, code, message, at: file.map { SourceSpan(file: $0, line: line) })
  }

  @Test func linesMayMove() throws {
    let old = [
      finding("a/b", "x.md", line: 3, "one"), finding("a/b", "x.md", line: 9, "one"),
      finding("c/d", nil, line: 1, "\"two\"\n中"),
    ]
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("docgen-baseline-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileSystem.write(Baseline(old).bytes, to: path)
    let read = Baseline.read(path)
    let baseline = try #require(read.value)
    #expect(baseline == Baseline(old.reversed()) && baseline.count == 3)
    #expect(baseline.bytes == Baseline(old).bytes)
    let now = [
      finding("a/b", "x.md", line: 40, "one"), finding("a/b", "y.md", line: 3, "one"),
      finding("a/b", "x.md", line: 41, "one"), finding("a/b", "x.md", line: 42, "one"),
    ]
    let compared = baseline.compared(with: now)
    #expect(compared.new == [now[1], now[3]])
    #expect(compared.known == 2 && compared.gone == 1)
  }

  @Test(arguments: [
    ("", "config/syntax"), ("{", "config/syntax"), ("{}", "baseline/malformed"),
    ("[1]", "baseline/malformed"),
    (#"{"version": 2, "findings": []}"#, "baseline/malformed"),
    (#"{"version": 1, "findings": [{"code": "a/b"}]}"#, "baseline/malformed"),
    (
      #"{"version": 1, "findings": [{"code": "a", "file": "b", "message": "c", "count": 0.5}]}"#,
      "baseline/malformed"
    ),
  ])
  func whatIsNoBaseline(text: String, code: String) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("docgen-baseline-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileSystem.write(Array(text.utf8), to: path)
    let read = Baseline.read(path)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.code) == [code])
  }

  @Test func aMissingBaseline() {
    #expect(Baseline.read("/nowhere/x.json").diagnostics.map(\.code) == ["baseline/unreadable"])
  }
}

@Suite struct FindingSelectionTests {
  private static let selections: [(only: [String], ignored: [String], isIncluded: Bool)] = [
    ([], [], true), (["link"], [], true), (["link/unknown-page"], [], true),
    (["link/empty"], [], false), (["publish"], [], false), (["link"], ["link/unknown-page"], false),
    ([], ["link"], false), (["lin"], [], false),
  ]

  @Test(arguments: selections)
  func byCodeAndArea(only: [String], ignored: [String], isIncluded: Bool) {
    let finding = Diagnostic(.error, "link/unknown-page", "x")
    #expect(
      FindingSelection(only: only, ignored: ignored).includes(finding.code) == isIncluded)
  }
}

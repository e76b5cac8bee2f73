import Testing

@testable import DocgenCore

@Suite struct DiagnosticCatalogTests {
  @Test(arguments: [
    "link", "link/unknown-page", "front-matter/wrong-type", "example/unknown-key", "mcp/no-servers",
  ])
  func codesAndAreasAreKnown(name: String) {
    #expect(DiagnosticCatalog.problem(of: name) == nil)
  }

  @Test(arguments: [
    ("lnik", "No code starts with 'lnik'; did you mean 'link'?"),
    ("link/unknown-pagee", "There is no code 'link/unknown-pagee'; did you mean 'link/unknown-p"),
    ("history/x", "There is no code 'history/x'; there are history/cut-off"),
    ("link/", "There is no code 'link/'"), ("", "No code starts with ''"),
  ])
  func aMisspeltNameIsNone(name: String, words: String) throws {
    let problem = try #require(DiagnosticCatalog.problem(of: name))
    #expect(problem.hasPrefix(words), "\(problem)")
  }

  @Test func eachCodeIsListedOnce() {
    let codes = DiagnosticCatalog.codes.map(\.code)
    #expect(codes.count > 200 && Set(codes).count == codes.count)
    let rows = DiagnosticCatalog.markdown.split(separator: "\n").filter { $0.hasPrefix("| <a id=") }
    #expect(rows.count == codes.count)
    #expect(!DiagnosticCatalog.markdown.contains(" => "))
  }
}

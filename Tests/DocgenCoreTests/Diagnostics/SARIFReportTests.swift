import DocgenCore
import Foundation
import Testing

@Suite struct SARIFReportTests {
  private func report(_ diagnostics: [Diagnostic], source: String? = nil) throws -> [String: Any] {
    let bytes = DiagnosticFormat.sarif.report(diagnostics) { _ in source.map { Array($0.utf8) } }
    return try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private var findings: [Diagnostic] {
    [
      Diagnostic(
        .error, "link/unknown-page", "no page 'x'",
        at: SourceSpan(
          file: "docs/中 a.md", start: SourcePosition(line: 2, column: 4),
          end: SourcePosition(line: 2, column: 7)),
        notes: [.init("the first", span: SourceSpan(file: "docs/b.md", line: 1)), .init("a word")],
        hint: "did you mean 'y'?"),
      Diagnostic(.warning, "publish/no-alt", "no text"),
      Diagnostic(.note, "link/unknown-page", "again", at: SourceSpan(file: "docs/b.md", line: 90)),
      Diagnostic(.ignored, "a/b", "never"),
    ]
  }

  /// What the schema requires (SARIF 2.1.0, 3.13 and on): names, types, allowed words, 1-based
  /// numbers, indexes that point to what they name, relative references that are URIs.
  @Test func theRequiredPartsAreThere() throws {
    let log = try report(findings, source: "x\n中é)(yy\n")
    #expect(log["version"] as? String == "2.1.0")
    let schema = try #require(log["$schema"] as? String)
    #expect(URL(string: schema)?.scheme == "https")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect((driver["name"] as? String)?.isEmpty == false)
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(rules == ["link/unknown-page", "publish/no-alt"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for result in results {
      let text = try #require((result["message"] as? [String: Any])?["text"] as? String)
      #expect(!text.isEmpty)
      #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      let locations = try #require(result["locations"] as? [[String: Any]])
      #expect(locations.count == 1, "GitHub refuses a report with a finding without a place")
      for location in locations
        + (result["relatedLocations"] as? [[String: Any]] ?? [])
      {
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let file = try #require(place["artifactLocation"] as? [String: Any])
        let uri = try #require(file["uri"] as? String)
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && URL(string: uri) != nil)
        let region = try #require(place["region"] as? [String: Any])
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
          if let number = region[key] { #expect(number as? Int ?? 0 >= 1, "\(key)") }
        }
        #expect(region["startLine"] != nil)
      }
    }
  }

  @Test func columnsCountCharacters() throws {
    let log = try report([findings[0]], source: "x\n中é)(yy\n")
    let text = String(
      decoding: try JSONSerialization.data(withJSONObject: log, options: [.sortedKeys]),
      as: UTF8.self)
    #expect(text.contains(#""region":{"endColumn":4,"endLine":2,"startColumn":2,"startLine":2}"#))
    #expect(text.contains(#"docs\/%E4%B8%AD%20a.md"#))
    #expect(text.contains(#"no page 'x'\na word\ndid you mean 'y'?"#))
    #expect(text.contains(#""message":{"text":"the first"}"#))
  }

  @Test func nothingFound() throws {
    let run = try #require((try report([])["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  @Test func countsOfCodes() {
    let many = (1...30).map {
      Diagnostic(.warning, "a/b", "x", at: SourceSpan(file: "f", line: $0))
    }
    let text = String(
      decoding: DiagnosticFormat.human.report(
        many + [Diagnostic(.error, "c/d", "y")], most: 3, countsCodes: true
      ) { _ in nil },
      as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.contains("[a/b]") } == 2)
    #expect(
      text.hasSuffix(
        "… and 28 more that are not shown\n30  a/b (warning)\n 1  c/d (error)\n"
          + "1 error, 30 warnings in 1 file\n"))
  }
}

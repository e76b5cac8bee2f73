/// How findings are shown: `--diagnostics human`, `json` or `github`.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people, with the source line.
  case human
  /// One document for programs, complete.
  case json
  /// Workflow commands, which GitHub shows at the lines of a pull request.
  case github

  /// The findings as text that ends with a line end, sorted by place, without those that are
  /// ignored. Without any, JSON is a document that says so and the others are empty.
  ///
  /// - Parameters:
  ///   - colors: whether the human form has terminal colours.
  ///   - source: the bytes of a file named by a span, or nil where they can't be had.
  package func report(
    _ diagnostics: [Diagnostic], colors: Bool = false, source: (String) -> [UInt8]?
  ) -> [UInt8] {
    let shown = diagnostics.filter { $0.severity != .ignored }.sorted(by: Diagnostic.precedes)
    let counts = DiagnosticCounts(shown)
    switch self {
    case .human: return HumanReport(colors: colors).report(shown, counts, source: source)
    case .json: return JSONReport.report(shown, counts)
    case .github: return GitHubAnnotations.report(shown)
    }
  }
}

/// How many findings there are of each severity, and in how many files.
package struct DiagnosticCounts: Sendable, Equatable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0
  package private(set) var files = 0

  package init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      case .ignored: break
      }
    }
    files =
      Set(diagnostics.lazy.filter { $0.severity != .ignored }.compactMap { $0.span?.file })
      .count
  }

  /// "3 errors, 12 warnings in 5 files"; empty where there is nothing.
  package var summary: String {
    func count(_ number: Int, _ noun: String) -> String? {
      number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let parts = [count(errors, "error"), count(warnings, "warning"), count(notes, "note")]
    let found = parts.compactMap { $0 }.joined(separator: ", ")
    return count(files, "file").map { "\(found) in \($0)" } ?? found
  }
}

/// How findings are shown: `human`, `json`, `github` or `sarif`.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people, with the source line.
  case human
  /// One document for programs, complete.
  case json
  /// Workflow commands, which GitHub shows at the lines of a pull request.
  case github
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif

  /// The findings as text that ends with a line end, sorted by place, without those that are
  /// ignored. Without any, JSON is a document that says so and the others are empty.
  ///
  /// - Parameters:
  ///   - colors: whether the human form has terminal colours.
  ///   - most: how many findings are shown; nil: of each kind the first in the human form, and all
  ///     in the others. All are counted.
  ///   - countsCodes: whether the human form ends with the number of findings of each code.
  ///   - home: the file that SARIF shows findings without a place at.
  ///   - source: the bytes of a file named by a span, or nil where they can't be had.
  ///     Nothing is shown of those that are no text.
  package func report(
    _ diagnostics: [Diagnostic], colors: Bool = false, most: Int? = nil, countsCodes: Bool = false,
    home: String = "docgen.yml", source: (String) -> [UInt8]?
  ) -> [UInt8] {
    let all = diagnostics.filter { $0.severity != .ignored }.sorted(by: Diagnostic.precedes)
    let counts = DiagnosticCounts(all)
    let shown = Array(all.prefix(most ?? all.count))
    func text(_ path: String) -> [UInt8]? {
      source(path).flatMap { $0.prefix(8_000).contains(0) ? nil : URLPasswords.masked(in: $0) }
    }
    let columns = ShownColumns(shown, source: text)
    switch self {
    case .human:
      let report = HumanReport(
        colors: colors, limit: most ?? HumanReport.usualLimit, countsCodes: countsCodes)
      return report.report(shown, counts, columns, source: text)
    case .json: return JSONReport.report(columns.shown(shown), counts)
    case .github: return GitHubAnnotations.report(columns.shown(shown))
    case .sarif: return SARIFReport(shown, home: home, columns).report()
    }
  }
}

/// How many findings there are of each severity, and in how many files.
package struct DiagnosticCounts: Sendable, Equatable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0
  package private(set) var files = 0
  /// Of each code, the most frequent first.
  package private(set) var codes: [CodeCount] = []

  package struct CodeCount: Sendable, Equatable {
    package var code: String
    package var severity: Severity
    package var count: Int
  }

  package init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      case .ignored: break
      }
    }
    var codes: [String: CodeCount] = [:]
    for diagnostic in diagnostics where diagnostic.severity != .ignored {
      let kind = CodeCount(code: diagnostic.code, severity: diagnostic.severity, count: 0)
      codes[diagnostic.code + " " + diagnostic.severity.rawValue, default: kind].count += 1
    }
    self.codes = codes.values.sorted {
      ($1.count, $0.code, $0.severity.rawValue) < ($0.count, $1.code, $1.severity.rawValue)
    }
    files =
      Set(diagnostics.lazy.filter { $0.severity != .ignored }.compactMap { $0.span?.file })
      .count
  }

  /// By code alone, sorted.
  var byCode: [(code: String, count: Int)] {
    Dictionary(codes.map { ($0.code, $0.count) }, uniquingKeysWith: +)
      .map { (code: $0.key, count: $0.value) }.sorted { $0.code < $1.code }
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

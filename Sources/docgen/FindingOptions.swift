import ArgumentParser
import DocgenCore
import DocgenSite

/// Which findings are reported, and how.
struct FindingOptions: ParsableArguments {
  @Option(help: "How findings are printed: human, json, github or sarif.")
  var format = DiagnosticFormat.human

  @Option(help: "Report only this code or area; may be given several times.")
  var only: [String] = []

  @Option(help: "Leave out this code or area; may be given several times.")
  var ignore: [String] = []

  @Option(help: "Print at most so many findings; all are counted.")
  var maxFindings: Int?

  @Option(help: "A file with the findings to leave out; by default, there is none.")
  var baseline: String?

  @Flag(help: "Write what is found now into the baseline, and end well.")
  var writeBaseline = false

  func validate() throws {
    for name in only + ignore {
      if let problem = DiagnosticCatalog.problem(of: name) { throw ValidationError(problem + ".") }
    }
    if let maxFindings, maxFindings < 0 {
      throw ValidationError("--max-findings can't be \(maxFindings).")
    }
    if baseline?.isEmpty == true { throw ValidationError("--baseline has no name.") }
  }

  /// Prints what the user wants to see of a report, and throws the exit code if it is not 0.
  ///
  /// - Parameter folder: what the paths of findings are relative to.
  func finish(_ report: BuildReport, folder: String, isQuiet: Bool) throws {
    var report = report
    let selection = FindingSelection(only: only, ignored: ignore)
    if report.outcome != .impossible {
      report.diagnostics = report.diagnostics.filter { selection.includes($0.code) }
    }
    var remark: String?
    if writeBaseline, report.outcome != .impossible {
      let asksOutside = report.external != nil
      return try write(Baseline(report.diagnostics), isQuiet: isQuiet) { code in
        !selection.includes(code) || (!asksOutside && code.hasPrefix("external/"))
      }
    }
    if let baseline {
      let read = Baseline.read(baseline)
      if let known = read.value {
        let (new, count, gone) = known.compared(with: report.diagnostics)
        report.diagnostics = new
        remark = "\(count) known from the baseline" + (gone > 0 ? ", \(gone) of it gone" : "")
      } else {
        report.diagnostics += read.diagnostics
        report.outcome = .impossible
      }
    }
    var printer = Printer(format: format, isQuiet: isQuiet, showsTimings: false, site: folder)
    printer.mostFindings = maxFindings
    printer.countsCodes = true
    printer.print(findingsOf: report)
    if !isQuiet, format == .human {
      let isClean = report.diagnostics.isEmpty
      let words = [isClean ? "Nothing is wrong" : nil, remark].compactMap { $0 }
      if !words.isEmpty { Swift.print(words.joined(separator: "; ")) }
    }
    if report.outcome == .impossible { throw ExitCode(2) }
    if report.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// What nobody has looked for this time stays in the file.
  private func write(
    _ found: Baseline, isQuiet: Bool, keeping isUnseen: (_ code: String) -> Bool
  ) throws {
    let path = baseline ?? Baseline.usualName
    var found = found
    if FileSystem.exists(path) {
      if let older = Baseline.read(path).value {
        found.keep(older, where: isUnseen)
      } else if !only.isEmpty || !ignore.isEmpty {
        throw ValidationError(
          "'\(path)' can't be kept in part, for it is no baseline; delete it, or leave --only and "
            + "--ignore out.")
      }
    }
    do {
      try FileSystem.write(found.bytes, to: path)
    } catch {
      throw ValidationError("The baseline '\(path)' can't be written: \(error.reason).")
    }
    if !isQuiet, format == .human { Swift.print("\(found.count) findings written to \(path)") }
  }
}

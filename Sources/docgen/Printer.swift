import DocgenCore
import DocgenSite
import Foundation

/// Prints what a build found and did.
struct Printer {
  let format: DiagnosticFormat
  let isQuiet: Bool
  let showsTimings: Bool
  let site: String
  var mostFindings: Int?
  var countsCodes = false

  /// Findings for people go to standard error, those for programs to standard output.
  func print(findingsOf report: BuildReport) {
    let shown = isQuiet ? report.diagnostics.filter { $0.severity != .note } : report.diagnostics
    let target = format == .human ? FileHandle.standardError : FileHandle.standardOutput
    let isColored = isTerminal(target.fileDescriptor) && !Self.refusesColors
    let bytes = format.report(
      shown, colors: isColored, most: mostFindings, countsCodes: countsCodes
    ) { path in
      try? FileSystem.read(site + "/" + path)
    }
    try? target.write(contentsOf: Data(bytes))
  }

  /// The findings and what was done.
  func print(_ report: BuildReport) {
    print(findingsOf: report)
    guard !isQuiet, format == .human else { return }
    if showsTimings { Swift.print(report.timingTable) }
    Swift.print(report.summary)
  }

  /// https://no-color.org: set, and not to nothing.
  private static var refusesColors: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false
  }
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) != 0 }

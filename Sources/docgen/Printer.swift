import DocgenCore
import DocgenSite
import Foundation

/// Prints what a build found and did.
struct Printer {
  let format: DiagnosticFormat
  let isQuiet: Bool
  let showsTimings: Bool
  let site: String

  /// Findings for people go to standard error, those for programs to standard output.
  func print(_ report: BuildReport) {
    let shown = isQuiet ? report.diagnostics.filter { $0.severity != .note } : report.diagnostics
    let target = format == .human ? FileHandle.standardError : FileHandle.standardOutput
    let isColored = isTerminal(target.fileDescriptor) && getenv("NO_COLOR") == nil
    let bytes = format.report(shown, colors: isColored) { path in
      try? FileSystem.read(site + "/" + path)
    }
    try? target.write(contentsOf: Data(bytes))
    guard !isQuiet, format == .human else { return }
    if showsTimings { Swift.print(report.timingTable) }
    Swift.print(report.summary)
  }
}

/// One line on a terminal that says what is going on, once a build takes longer than a second.
struct ProgressLine: Sendable {
  let isShown: Bool
  private let start = ContinuousClock.now

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ stage: String) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(stage) …".utf8))
  }

  func clear() {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) != 0 }

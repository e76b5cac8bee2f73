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
    var shown = isQuiet ? report.diagnostics.filter { $0.severity != .note } : report.diagnostics
    var folder = site + "/"
    let configuration = BuildOptions.signsOfSites.first { name in
      (try? FileSystem.status(of: "\(site)/\(name)"))?.kind == .file
    }
    var home = configuration ?? "index.html"
    if format == .github || format == .sarif, !site.hasPrefix("/"), !site.hasPrefix("..") {
      // Code hosts know paths from the root of the repository, where docgen is called in CI.
      shown = shown.map { $0.moved(below: site) }
      home = Diagnostic.path(home, below: site)
      folder = ""
    }
    let target = format == .human ? FileHandle.standardError : FileHandle.standardOutput
    let isColored = isTerminal(target.fileDescriptor) && !Self.refusesColors
    let bytes = format.report(
      shown, colors: isColored, most: mostFindings, countsCodes: countsCodes, home: home
    ) { path in
      try? FileSystem.read(folder + path)
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

extension Diagnostic {
  /// The same with paths that start at the folder above the one that they start at now.
  fileprivate func moved(below folder: String) -> Diagnostic {
    var moved = self
    if let file = span?.file { moved.span?.file = Self.path(file, below: folder) }
    moved.notes = notes.map { note in
      var note = note
      if let file = note.span?.file { note.span?.file = Self.path(file, below: folder) }
      return note
    }
    return moved
  }

  fileprivate static func path(_ file: String, below folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." } + [Substring(file)]
    return parts.joined(separator: "/")
  }
}

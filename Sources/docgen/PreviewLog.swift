import DocgenCore
import DocgenServer
import DocgenSite
import Foundation

/// Prints what happens in a preview: on the terminal stands only what has changed.
struct PreviewLog: Sendable {
  let site: String
  let opensBrowser: Bool

  func print(_ event: PreviewEvent) {
    switch event {
    case .listening(let url, let isOpenToOthers):
      write("\(url)  (Control-C ends it)")
      if isOpenToOthers {
        write("warning: other machines on the network can read this site, drafts as well")
      }
      if opensBrowser { Self.open(url) }
    case .ready(let pages, let duration):
      write("\(pages) pages in \(Self.milliseconds(duration)) ms")
    case .rebuilt(let paths, _, let duration):
      let shown = paths.prefix(3).map { $0.isEmpty ? "everything" : $0 }.joined(separator: ", ")
      let rest = paths.count > 3 ? " and \(paths.count - 3) more" : ""
      write("\(shown)\(rest): \(Self.milliseconds(duration)) ms")
    case .findings(let new, let mended, let all):
      for finding in mended {
        let place = finding.span.map { "\($0.file):\($0.start.line): " } ?? ""
        write("mended: \(place)\(finding.message) [\(finding.code)]")
      }
      printFindings(new)
      if all == 0 { write("No findings are left.") }
    case .polling(let reason):
      write("note: folders are looked through for changes, which is slower: \(reason)")
    }
  }

  func printFindings(_ findings: [Diagnostic]) {
    let target = FileHandle.standardError
    let noColor = ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false
    let bytes = DiagnosticFormat.human.report(
      findings, colors: isTerminal(target.fileDescriptor) && !noColor
    ) { path in
      try? FileSystem.read(site + "/" + path)
    }
    try? target.write(contentsOf: Data(bytes))
  }

  private func write(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  private static func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }

  private static func open(_ url: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    #if canImport(Darwin)
      process.arguments = ["open", url]
    #else
      process.arguments = ["xdg-open", url]
    #endif
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}

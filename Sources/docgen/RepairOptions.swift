import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation

/// Whether links are written anew, and how.
struct RepairOptions: ParsableArguments {
  @Flag(help: "Write links anew where it is certain how: base URLs, old addresses, anchors, style.")
  var fix = false

  @Flag(help: "With --fix, show what would be changed, and change nothing.")
  var dryRun = false

  @Option(help: "How links to pages should be written: by the file, or by the page's route.")
  var style: LinkStyle?

  /// Whether sources are looked at that finished HTML does not have.
  var isWanted: Bool { fix || style != nil }

  enum Outcome { case shown, written }

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run is for --fix.") }
  }

  /// Repairs a site, or shows on standard output what would be repaired.
  func repair(_ builder: SiteBuilder, isQuiet: Bool) async throws -> Outcome {
    let (files, report) = await builder.repairs()
    if report.outcome == .impossible { return .written }
    if dryRun {
      for file in files {
        try FileHandle.standardOutput.write(contentsOf: Data(UnifiedDiff(file).bytes))
      }
      return .shown
    }
    do throws(FileError) {
      try builder.write(files)
    } catch {
      throw ValidationError("Links can't be written anew: docgen \(error.message).")
    }
    if !isQuiet {
      let links = files.reduce(0) { $0 + $1.count }
      tell(
        "\(links) link\(links == 1 ? "" : "s") in \(files.count) "
          + "file\(files.count == 1 ? "" : "s") repaired\n")
    }
    return .written
  }

  private func tell(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

extension LinkStyle: ExpressibleByArgument {}

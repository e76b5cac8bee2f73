import DocgenCore

@testable import DocgenSite

/// A small site, built for one test.
struct BuiltSite {
  let output: TemporaryFolder
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - config: `docgen.yml`.
  ///   - files: by path.
  init(_ config: String, _ files: [String: String]) async throws {
    let site = try TemporaryFolder()
    output = try TemporaryFolder()
    try site.write(config, to: "docgen.yml")
    for (path, content) in files { try site.write(content, to: path) }
    var options = BuildOptions(site: site.path, year: 2026)
    options.output = output("site")
    options.checks = true
    let report = await SiteBuilder(options).build()
    diagnostics = report.diagnostics
  }

  func read(_ path: String) throws -> String { try output.read("site/" + path) }

  func holds(_ path: String) -> Bool { FileSystem.exists(output("site/" + path)) }

  /// Codes of what is worse than a note.
  var problems: [String] { diagnostics.filter { $0.severity != .note }.map(\.code) }
}

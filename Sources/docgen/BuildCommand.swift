import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation
import MCPConfiguration

/// `docgen build`: a site to static HTML.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build a site into static HTML.",
    discussion: """
      The site is a folder with docgen.yml, with a Docusaurus configuration, or with both. \
      The exit code is 0 when all is well, 1 when there are errors in the content, and 2 when \
      docgen was called wrongly or can't work here.
      """)

  @Argument(help: "The site's folder.")
  var site = "."

  @Option(name: .shortAndLong, help: "Where to write to; by default, SITE/build.")
  var output: String?

  @Option(help: "The path that the site is published below, in place of the configured one.")
  var baseURL: String?

  @Option(
    name: .customLong("locale"), help: "Build this locale and no other; may be given several times."
  )
  var locales: [String] = []

  @Flag(help: "Publish drafts as well.")
  var drafts = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Check what was built as well, as docgen check does.")
  var check = false

  @Flag(help: "Write into a folder that an earlier build did not make.")
  var force = false

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  @Flag(help: "Print how long each stage took.")
  var timings = false

  @Option(help: "How many threads work; by default, one for each core.")
  var jobs: Int?

  @Option(help: "How findings are printed: human, json, github or sarif.")
  var diagnostics = DiagnosticFormat.human

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    if let baseURL, baseURL.contains("://") {
      throw ValidationError(
        "--base-url is a path, such as /docs/; the host is 'url' in docgen.yml.")
    }
    if site.isEmpty { throw ValidationError("The site's folder has no name.") }
    if check, !locales.isEmpty {
      throw ValidationError("--check looks at the whole site; leave --locale out.")
    }
    if output?.isEmpty == true { throw ValidationError("--output has no name.") }
  }

  func run() async throws {
    let progress = await ProgressLine(isShown: !quiet && isTerminal(STDERR_FILENO))
    let report = await SiteBuilder(options, schemas: [MCPServers.reference]).build { stage in
      Task { @MainActor in progress.stage = stage }
    }
    await progress.end()
    Printer(format: diagnostics, isQuiet: quiet, showsTimings: timings, site: site).print(report)
    // The site in the report goes with the process. To free it page by page takes longer than to
    // find its files.
    withExtendedLifetime(report) { Foundation.exit(report.outcome.exitCode) }
  }

  private var options: BuildOptions {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    var options = BuildOptions(site: site, year: year)
    options.output = output
    options.baseURL = baseURL
    options.onlyLocales = locales
    options.includesDrafts = drafts
    options.isStrict = strict
    options.force = force
    options.checks = check
    options.workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return options
  }
}

extension BuildReport.Outcome {
  /// 0: all is well; 1: errors in the content; 2: docgen can't work here.
  var exitCode: CInt {
    switch self {
    case .built: 0
    case .contentErrors: 1
    case .impossible: 2
    }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}

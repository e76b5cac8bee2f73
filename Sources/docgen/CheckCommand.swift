import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation
import MCPConfiguration

/// `docgen check`: what is wrong with a site as readers would get it.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong with a site before its readers do.",
    discussion: """
      Looks at every link, anchor, picture and address of a site as it would be published, and \
      writes nothing. A folder of finished HTML is checked as well, whoever made it. \
      The exit code is 0 when all is well, 1 when there are errors, and 2 when docgen was called \
      wrongly or can't work here.
      """)

  @Argument(help: "The site's folder, or one of finished HTML.")
  var site = "."

  @Option(help: "The path that it is published below, such as /docs/.")
  var baseURL: String?

  @Option(help: "The scheme and host of finished HTML; by default, its canonical link's.")
  var url: String?

  @Option(help: "By whose rules links are resolved: docgen or docusaurus, which repairs none.")
  var compat = LinkRules.docgen

  @OptionGroup(title: "Repairs") var repairs: RepairOptions

  @OptionGroup(title: "Other sites") var external: ExternalOptions

  @Flag(help: "Check drafts as well.")
  var drafts = false

  @Flag(help: "Don't ask Git which translations are outdated.")
  var noGit = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @OptionGroup(title: "Findings") var findings: FindingOptions

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  @Option(help: "How many threads work; by default, one for each core.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    if site.isEmpty { throw ValidationError("The folder has no name.") }
    if let baseURL, baseURL.contains("://") {
      throw ValidationError("--base-url is a path, such as /docs/; the host is --url.")
    }
    if repairs.isWanted, BuiltFolder.isBuilt(site) {
      throw ValidationError("'\(site)' is finished HTML: --fix and --style are for its sources.")
    }
    if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      throw ValidationError("--url is a scheme and a host, such as https://example.com.")
    }
  }

  func run() async throws {
    if repairs.fix {
      let builder = SiteBuilder(siteOptions, schemas: [MCPServers.reference])
      if try await repairs.repair(builder, isQuiet: quiet) == .shown { return }
    }
    let progress = await ProgressLine(isShown: !quiet && isTerminal(STDERR_FILENO))
    let report = await report { stage in
      Task { @MainActor in progress.stage = stage }
    }
    await progress.end()
    if let summary = report.external, !quiet, findings.format == .human {
      print(summary.text, terminator: "")
    }
    try findings.finish(report, folder: site, isQuiet: quiet)
  }

  private func report(
    _ progress: @escaping @Sendable (String) -> Void
  ) async -> BuildReport {
    let workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    if BuiltFolder.isBuilt(site) {
      var folder = BuiltFolder(path: site, baseURL: baseURL, origin: url, workers: workers)
      folder.external = external.access
      return BuildReport(checked: await folder.check(), isStrict: strict)
    }
    return await SiteBuilder(siteOptions, schemas: [MCPServers.reference]).build(progress: progress)
  }

  private var siteOptions: BuildOptions {
    var options = BuildOptions(site: site)
    options.readsHistory = !noGit
    options.baseURL = baseURL
    options.includesDrafts = drafts
    options.isStrict = strict
    options.writes = false
    options.checks = true
    options.rules = compat
    options.linkStyle = repairs.style
    options.external = external.access
    if let jobs { options.workers = jobs }
    return options
  }
}

extension LinkRules: ExpressibleByArgument {}

import DocgenCore

/// How a build is to be done.
package struct BuildOptions: Sendable {
  /// The site's folder.
  package var site: String
  /// What `new Date().getFullYear()` is in a configuration.
  package var year: Int
  /// Nil: `build` in the site's folder.
  package var output: String?
  package var baseURL: String?
  /// Empty: all.
  package var onlyLocales: [String] = []
  package var includesDrafts = false
  /// Warnings fail the build.
  package var isStrict = false
  /// Write into a folder that docgen did not make.
  package var force = false
  /// Whether anything is written; without, the site is only looked at.
  package var writes = true
  /// Whether what is published is read again and checked.
  package var checks = false
  package var rules = LinkRules.docgen
  /// How links to pages should be written; nil: in any style.
  package var linkStyle: LinkStyle?
  /// The way to other sites; nil: links to them are not asked for.
  package var external: ExternalAccess?
  package var workers = 1
  /// Ask Git when files were changed, where a page shows it.
  package var readsHistory = true

  /// Files and folders that make a folder a site; one of them is enough.
  package static let signsOfSites =
    DocusaurusSite.configFiles + [SiteConfigReader.ownFile, ContentConfig().path]

  package init(site: String, year: Int) {
    self.site = site
    self.year = year
  }
}

/// What a build found, did, and how long it took.
package struct BuildReport: Sendable {
  package enum Outcome: Sendable {
    case built
    /// There are errors in what the author wrote.
    case contentErrors
    /// The build could not be done here: no such folder, no place to write to.
    case impossible
  }

  package init() {}

  /// The report of a folder that was only looked at.
  package init(checked: Diagnosed<ExternalSummary?>, isStrict: Bool) {
    var run = BuildRun { _ in }
    let diagnostics = checked.diagnostics
    run.report.diagnostics = diagnostics
    run.report.external = checked.value
    if diagnostics.contains(where: { $0.code == "check/no-pages" }) {
      run.report.outcome = .impossible
    }
    self = run.finish(DiagnosticPolicy(), isStrict: isStrict)
  }

  package var diagnostics: [Diagnostic] = []
  /// What became of links to other sites, where they were asked for.
  package var external: ExternalSummary?
  package var outcome = Outcome.built
  /// What was built; nil where there was nothing to build.
  package var site: Site?
  /// The output folder as it was given; nil where nothing was written.
  package var output: String?
  package var pages = 0
  package var files = OutputSummary()
  package var timings: [(stage: String, duration: Duration)] = []

  /// A line on what was done.
  package var summary: String {
    guard outcome != .impossible, let output else { return "Nothing was built." }
    let total = timings.reduce(Duration.zero) { $0 + $1.duration }
    let changed = files.created + files.replaced
    return "\(Self.count(pages, "page")) in \(Self.milliseconds(total)) ms: "
      + "\(Self.count(changed, "file")) written, "
      + "\(files.unchanged) unchanged, \(files.removed) removed in \(output)"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A row for each stage, in milliseconds of wall time.
  package var timingTable: String {
    let width = timings.map(\.stage.count).max() ?? 0
    return timings.map { stage, duration in
      let padding = String(repeating: " ", count: width - stage.count)
      let number = Self.milliseconds(duration)
      return
        "\(stage)\(padding)  \(String(repeating: " ", count: max(0, 7 - number.count)))\(number)"
    }.joined(separator: "\n")
  }

  /// With one decimal place.
  private static func milliseconds(_ duration: Duration) -> String {
    let tenths = Int(duration / .microseconds(100))
    return "\(tenths / 10).\(tenths % 10)"
  }
}

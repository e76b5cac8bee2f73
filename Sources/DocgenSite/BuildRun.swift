import DocgenCore

/// What a build has found so far, and how long its stages took.
struct BuildRun {
  var report = BuildReport()
  private let progress: @Sendable (String) -> Void
  private let clock = ContinuousClock()

  init(progress: @escaping @Sendable (String) -> Void) {
    self.progress = progress
  }

  mutating func stage<Value>(
    _ name: String, _ work: () async -> Diagnosed<Value>
  ) async -> Diagnosed<Value> {
    progress(name)
    let start = clock.now
    let result = await work()
    report.timings.append((name, clock.now - start))
    report.diagnostics += result.diagnostics
    return result
  }

  mutating func stage<Value>(_ name: String, _ work: () -> Diagnosed<Value>) -> Diagnosed<Value> {
    progress(name)
    let start = clock.now
    let result = work()
    report.timings.append((name, clock.now - start))
    report.diagnostics += result.diagnostics
    return result
  }

  /// The report of a build that can't be done here.
  mutating func impossible(_ obstacle: Diagnostic) -> BuildReport {
    report.diagnostics.append(obstacle)
    report.outcome = .impossible
    return report
  }

  /// The report of a build that stopped before it wrote anything, for errors in the content.
  mutating func withoutOutput(_ policy: DiagnosticPolicy, isStrict: Bool) -> BuildReport {
    report.output = nil
    _ = finish(policy, isStrict: isStrict)
    report.outcome = .contentErrors
    return report
  }

  /// The report, with the severities that the site wants.
  mutating func finish(_ policy: DiagnosticPolicy, isStrict: Bool) -> BuildReport {
    report.diagnostics = policy.reported(report.diagnostics, isStrict: isStrict)
    if report.outcome == .built, report.diagnostics.contains(where: { $0.severity == .error }) {
      report.outcome = .contentErrors
    }
    return report
  }
}

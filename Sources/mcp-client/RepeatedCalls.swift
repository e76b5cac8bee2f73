import DocgenCore
import MCPClient
import MCPProtocol

/// The same call many times over one session, to see what a server and the way to it can do.
struct RepeatedCalls: Sendable {
  let tool: String
  let arguments: JSONValue
  let times: Int
  /// How many run at the same time.
  let parallel: Int

  struct Report: Sendable {
    /// How long each call took that gave a result, the quickest first.
    var durations: [Duration] = []
    var failures: [MCPError] = []
    /// How many results say that the tool failed.
    var refusals = 0
    var total = Duration.zero
  }

  func run(over session: MCPSession) async throws(MCPError) -> Report {
    try await session.connect()
    let clock = ContinuousClock()
    let start = clock.now
    var report = await withTaskGroup(of: (Duration, Result<CallToolResult, MCPError>).self) {
      group in
      var report = Report()
      var begun = 0
      func begin() {
        begun += 1
        group.addTask { await timed(session, clock) }
      }
      while begun < min(parallel, times) { begin() }
      for await (duration, result) in group {
        switch result {
        case .success(let result):
          report.durations.append(duration)
          if result.isError { report.refusals += 1 }
        case .failure(let error): report.failures.append(error)
        }
        if begun < times, !Task.isCancelled { begin() }
      }
      return report
    }
    report.total = clock.now - start
    report.durations.sort()
    return report
  }

  private func timed(
    _ session: MCPSession, _ clock: ContinuousClock
  ) async -> (Duration, Result<CallToolResult, MCPError>) {
    let start = clock.now
    do throws(MCPError) {
      let result = try await session.callTool(tool, arguments: arguments)
      return (clock.now - start, .success(result))
    } catch {
      return (clock.now - start, .failure(error))
    }
  }
}

extension RepeatedCalls.Report {
  var isWell: Bool { failures.isEmpty && refusals == 0 }

  var text: String {
    var lines = [
      "calls: \(durations.count + failures.count) in \(Self.rounded(total / .seconds(1))) s"
    ]
    lines.append("failed: \(failures.count + refusals)")
    if !durations.isEmpty {
      let times = [0.5, 0.95, 1].map { "\(Self.rounded(milliseconds($0))) ms" }
      lines.append(
        "a call: \(times[0]) median, \(times[1]) at the 95th percentile, \(times[2]) at most")
    }
    if let first = failures.first { lines.append(first.lines) }
    return lines.joined(separator: "\n")
  }

  var json: JSONValue {
    [
      "calls": .integer(durations.count + failures.count),
      "failed": .integer(failures.count + refusals),
      "seconds": .number(total / .seconds(1)),
      "medianMilliseconds": durations.isEmpty ? .null : .number(milliseconds(0.5)),
      "p95Milliseconds": durations.isEmpty ? .null : .number(milliseconds(0.95)),
      "firstError": failures.first?.report ?? .null,
    ]
  }

  /// The time within which this part of the calls was done.
  private func milliseconds(_ part: Double) -> Double {
    let index = Int((Double(durations.count - 1) * part).rounded())
    return durations[index] / .milliseconds(1)
  }

  /// With two digits behind the point.
  private static func rounded(_ number: Double) -> String {
    "\((number * 100).rounded() / 100)"
  }
}

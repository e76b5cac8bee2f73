import Synchronization

/// When an operation has to be done. It can be moved while the operation runs.
final class Deadline: Sendable {
  let timeout: Duration
  private let start = ContinuousClock.now
  /// Nanoseconds since `start`.
  private let end: Atomic<Int64>

  init(after timeout: Duration) {
    self.timeout = timeout
    end = Atomic(Self.nanoseconds(timeout))
  }

  /// Gives the whole time once more, from now on.
  func extend() {
    let now = Self.nanoseconds(ContinuousClock.now - start)
    let (sum, overflows) = now.addingReportingOverflow(Self.nanoseconds(timeout))
    end.store(overflows ? .max : sum, ordering: .relaxed)
  }

  /// Gives all the time there is.
  func lift() { end.store(.max, ordering: .relaxed) }

  /// Returns when the time is over. While it isn't, looks again as often as the time is long, since
  /// the end may have been moved.
  fileprivate func pass() async throws {
    while true {
      let end = end.load(ordering: .relaxed)
      let left = end == .max ? .seconds(3600) : start + .nanoseconds(end) - .now
      if left <= .zero { return }
      try await Task.sleep(for: left)
    }
  }

  private static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    // Longer than a century is for ever.
    guard seconds < 4_000_000_000 else { return .max }
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}

/// The deadline came first.
struct DeadlinePassed: Error {}

/// Runs an operation and cancels it at the deadline.
/// - Throws: `DeadlinePassed`, or what the operation throws.
func before<Result: Sendable>(
  _ deadline: Deadline, _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await deadline.pass()
      return nil
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() ?? nil else { throw DeadlinePassed() }
    return result
  }
}

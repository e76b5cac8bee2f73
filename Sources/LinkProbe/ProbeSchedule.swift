/// In which order links are asked for: so many at once, so many of them of one host, and none before
/// its time. It knows no network and no clock.
package struct ProbeSchedule<Job: Sendable>: Sendable {
  package typealias Instant = ContinuousClock.Instant

  private struct Entry: Sendable {
    var job: Job
    var host: String
    var notBefore: Instant
  }

  private let atOnce: Int
  private let perHost: Int
  /// In the order in which they came.
  private var waiting: [Entry] = []
  private var running: [String: Int] = [:]
  /// Hosts that want to be left alone for a while.
  private var held: [String: Instant] = [:]

  package private(set) var runningCount = 0

  package init(atOnce: Int, perHost: Int) {
    (self.atOnce, self.perHost) = (max(1, atOnce), max(1, perHost))
  }

  package mutating func add(_ job: Job, host: String, notBefore: Instant) {
    waiting.append(Entry(job: job, host: host, notBefore: notBefore))
  }

  /// Starts nothing at a host before a time.
  package mutating func hold(_ host: String, until time: Instant) {
    held[host] = max(held[host] ?? time, time)
  }

  /// The next job that may begin now.
  package mutating func next(at now: Instant) -> (job: Job, host: String)? {
    guard runningCount < atOnce,
      let index = waiting.firstIndex(where: {
        running[$0.host, default: 0] < perHost && time(of: $0) <= now
      })
    else { return nil }
    let entry = waiting.remove(at: index)
    running[entry.host, default: 0] += 1
    runningCount += 1
    return (entry.job, entry.host)
  }

  package mutating func finished(_ host: String) {
    running[host, default: 1] -= 1
    runningCount -= 1
  }

  /// When the next job may begin, as far as time is what it waits for.
  package var nextTime: Instant? { waiting.map(time).min() }

  private func time(of entry: Entry) -> Instant {
    max(entry.notBefore, held[entry.host] ?? entry.notBefore)
  }
}

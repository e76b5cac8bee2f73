import Foundation
import LinkProbe

/// Asks for links until each has an answer.
struct LinkProbing {
  let request: ProbeRequest

  private enum Event: Sendable {
    case step(LinkJob.Step, host: String)
    /// It is time to look what may begin.
    case time
  }

  /// In the order in which answers come.
  func answers(_ tell: @Sendable (ProbeAnswer) -> Void) async {
    let clock = ContinuousClock()
    var schedule = ProbeSchedule<LinkJob>(
      atOnce: request.limits.atOnce, perHost: request.limits.perHost)
    for link in request.links {
      if let job = LinkJob(link) {
        schedule.add(job, host: job.host, notBefore: clock.now)
      } else {
        tell(ProbeAnswer(url: link.url, .malformed))
      }
    }
    let limits = request.limits
    let asker = HTTPAsker(
      timeout: limits.timeout, environment: ProcessInfo.processInfo.environment)
    await withTaskGroup(of: Event.self) { group in
      var wakesAt: ContinuousClock.Instant?
      while true {
        while let (job, host) = schedule.next(at: clock.now) {
          group.addTask { .step(await job.step(limits, asker), host: host) }
        }
        if schedule.runningCount == 0, schedule.nextTime == nil { break }
        if let time = schedule.nextTime, time > clock.now, wakesAt.map({ time < $0 }) ?? true {
          wakesAt = time
          group.addTask {
            try? await Task.sleep(until: time, clock: .continuous)
            return .time
          }
        }
        guard let event = await group.next() else { break }
        switch event {
        case .time: wakesAt = nil
        case .step(.answer(let answer), let host):
          schedule.finished(host)
          tell(answer)
        case .step(.again(let job, let seconds, let holdsHost), let host):
          schedule.finished(host)
          let time = clock.now.advanced(by: .seconds(seconds))
          if holdsHost { schedule.hold(host, until: time) }
          schedule.add(job, host: job.host, notBefore: time)
        }
      }
      group.cancelAll()
    }
    await asker.shutDown()
  }
}

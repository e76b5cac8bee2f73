import Dispatch

/// Where builds run: threads of their own, so that the few that Swift has for all tasks go on
/// answering browsers while every core parses.
final class WorkExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "docgen.build", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

import DocgenCore

/// Collects what watchers see into bursts, each of which is built once.
actor ChangeCollector {
  /// Paths relative to the site's folder.
  nonisolated let bursts: AsyncStream<Set<String>>
  private let output: AsyncStream<Set<String>>.Continuation
  private var burst: ChangeBurst?
  private var timer: Task<Void, Never>?
  private let clock = ContinuousClock()
  private let gitLock: String?

  /// - Parameter site: the site's folder.
  init(site: String) {
    (bursts, output) = AsyncStream.makeStream()
    gitLock = Self.gitLock(above: site)
  }

  func add(_ changes: [(path: String, sign: ChangeSign)]) {
    let wanted = changes.filter { !Self.isTemporary($0.path) }
    if wanted.isEmpty { return }
    var current = burst ?? ChangeBurst(start: clock.now)
    for change in wanted { current.add(change.path, change.sign, at: clock.now) }
    burst = current
    wait(until: current.end)
  }

  private func wait(until end: ContinuousClock.Instant) {
    timer?.cancel()
    timer = Task {
      // The default leaves the kernel a tenth of a second for coalescing timers.
      try? await Task.sleep(until: end, tolerance: .zero, clock: clock)
      if !Task.isCancelled { finish() }
    }
  }

  private func finish() {
    guard let current = burst else { return }
    // While git changes the files of a branch it holds this lock.
    if let gitLock, FileSystem.exists(gitLock), lockWaits < Self.mostLockWaits {
      lockWaits += 1
      return wait(until: clock.now + .milliseconds(20))
    }
    lockWaits = 0
    burst = nil
    if !current.paths.isEmpty { output.yield(current.paths) }
  }

  private var lockWaits = 0
  /// Five seconds: a lock that was left behind must not stop the preview.
  private static let mostLockWaits = 250

  private static func gitLock(above site: String) -> String? {
    guard var folder = try? FileSystem.resolved(site) else { return nil }
    while true {
      if FileSystem.exists(folder + "/.git") { return folder + "/.git/index.lock" }
      let parent = FileSystem.split(folder).folder
      if parent == folder { return nil }
      folder = parent
    }
  }

  /// What editors put beside a file while they save it, and other hidden things.
  static func isTemporary(_ path: String) -> Bool {
    let name = FileSystem.split(path).name
    if path.isEmpty { return false }
    return name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~") || name == "4913"
      || name.hasSuffix(".swp") || name.hasSuffix(".tmp") || name.contains("___jb_")
  }
}

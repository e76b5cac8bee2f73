/// What a watcher has seen of a file.
enum ChangeSign: Sendable, Equatable {
  /// It is as its writer wants it: closed after writing, or moved here.
  case written
  /// Somebody has just made it.
  case created
  /// Somebody has it open and writes.
  case writing
  /// It is not there; many editors delete a file and make it anew.
  case gone
}

/// Changes that belong together: those that come one upon another, until each file is as its writer
/// wants it.
struct ChangeBurst: Sendable {
  private var settled: [String: ContinuousClock.Instant] = [:]
  /// Files that were not there before.
  private var created: Set<String> = []
  private let start: ContinuousClock.Instant

  init(start: ContinuousClock.Instant) { self.start = start }

  var paths: Set<String> { Set(settled.keys) }

  mutating func add(_ path: String, _ sign: ChangeSign, at now: ContinuousClock.Instant) {
    if sign == .created, settled[path] == nil { created.insert(path) }
    if sign == .gone, created.remove(path) != nil {
      // What is written beside a file, to be renamed over it, is nobody's concern.
      settled[path] = nil
      return
    }
    let wait: Duration =
      switch sign {
      // One file is saved by an editor; more than one are a formatter's or a branch's, and others
      // may follow.
      case .written: settled.isEmpty || settled[path] != nil ? Self.short : Self.medium
      case .created, .writing, .gone: Self.long
      }
    settled[path] = now + wait
  }

  /// When all is quiet, or has been noisy for too long.
  var end: ContinuousClock.Instant {
    min(settled.values.max() ?? start, start + Self.most)
  }

  private static let short = Duration.milliseconds(4)
  private static let medium = Duration.milliseconds(40)
  private static let long = Duration.milliseconds(80)
  private static let most = Duration.seconds(2)
}

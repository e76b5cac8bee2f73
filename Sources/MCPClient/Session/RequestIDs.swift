import Synchronization

/// Numbers that no two requests of a session share, from 1 on.
final class RequestIDs: Sendable {
  private let last = Atomic(0)

  func next() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }
}

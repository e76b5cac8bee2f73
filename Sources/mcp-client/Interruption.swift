import Dispatch
import Foundation

/// Runs work that Control-C and TERM cancel. Servers' programs are in process groups of their own, so
/// that they have to be ended before this program ends.
func interruptibly<Result: Sendable>(
  _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  let task = Task { try await work() }
  let sources = [SIGINT, SIGTERM].map { number in
    #if canImport(Darwin)
      // Only a signal that would otherwise be ignored reaches its source.
      signal(number, SIG_IGN)
    #endif
    let source = DispatchSource.makeSignalSource(signal: number)
    source.setEventHandler { task.cancel() }
    source.resume()
    return source
  }
  defer { for source in sources { source.cancel() } }
  return try await task.value
}

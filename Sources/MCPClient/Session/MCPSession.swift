import DocgenCore
import Logging
import MCPConfiguration
import MCPProtocol

/// Makes the way to a server, not yet opened. The server may be another than the session's in one
/// thing: a very old one is reached by `RemoteSettings.Transport.sse`.
package typealias TransportMaker = @Sendable (MCPServer) throws(MCPError) -> any Transport

/// A conversation with one server, for as long as the program needs it.
///
///     let session = MCPSession(server, program: program)
///     let result = try await session.callTool("search", arguments: ["text": "TLS"])
///     await session.close()
///
/// It connects when it is first used, finds out which revision the server speaks, and connects again
/// where the connection is lost or a program has been ended to save memory. Calls run side by side.
/// Cancelling a task cancels its request at the server.
///
/// Every method throws `MCPError`; a tool that failed is no error but a result.
public actor MCPSession {
  public nonisolated let server: MCPServer
  nonisolated let program: ClientProgram
  nonisolated let logger: Logger
  nonisolated let features: ClientFeatures
  nonisolated let ids = RequestIDs()
  private let makeTransport: TransportMaker

  private var state = State.idle
  /// What earlier connections have shown: it holds for the next one.
  private var settled: (server: MCPServer, era: Negotiation.Era)?
  private var waiting: [Int: CheckedContinuation<Connection, any Error>] = [:]
  /// All that are not closed, also those that only finish what they have begun; by their number.
  var lines: [Int: Line] = [:]
  /// By the request's id.
  var pending: [Int: Pending] = [:]
  var subscriptions: [Int: Subscription] = [:]
  /// The headers that tools ask for, by the tools' names; nil until the tools have been listed.
  var parameterHeaders: [String: [ParameterHeader]]?

  /// Connections that are on their way out.
  private var closing: [Int: Task<Void, Never>] = [:]

  private enum State {
    case idle
    case connecting(Task<Void, Never>)
    case open(Connection)
    case closed
  }

  package init(
    _ server: MCPServer, program: ClientProgram, logger: Logger,
    makeTransport: @escaping TransportMaker
  ) {
    self.server = server
    self.program = program
    self.logger = logger
    self.makeTransport = makeTransport
    features = ClientFeatures(server: server, program: program, logger: logger)
  }

  deinit {
    for subscription in subscriptions.values { subscription.continuation.finish() }
    for line in lines.values {
      line.cancelTasks()
      Task { [transport = line.transport] in await transport.close() }
    }
  }

  // MARK: - Opening

  /// Connects, unless there is a connection, and says who the server is.
  @discardableResult
  public func connect() async throws(MCPError) -> ServerDetails {
    try await connection().details
  }

  /// The connection that there is, or a new one. Several callers share one attempt; it ends when
  /// none of them waits any longer.
  func connection() async throws(MCPError) -> Connection {
    switch state {
    case .open(let connection): return connection
    case .closed: throw problem(.closed, "the session is closed")
    case .idle: state = .connecting(Task { await self.settle(self.establish()) })
    case .connecting: break
    }
    let ticket = ids.next()
    do {
      return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { waiting[ticket] = $0 }
      } onCancel: {
        Task { await self.stopWaiting(ticket) }
      }
    } catch let error as MCPError {
      throw error
    } catch {
      throw problem(.cancelled, "connecting was cancelled")
    }
  }

  private func stopWaiting(_ ticket: Int) {
    guard let continuation = waiting.removeValue(forKey: ticket) else { return }
    continuation.resume(throwing: CancellationError())
    if waiting.isEmpty, case .connecting(let task) = state {
      task.cancel()
      state = .idle
      // It may still be ending what it has opened; whoever closes the session waits for that.
      closing[ticket] = Task {
        await task.value
        closing[ticket] = nil
      }
    }
  }

  /// Tells all that wait.
  private func settle(_ result: Result<Connection, MCPError>) {
    // Cancelled because nobody waited; who waits now waits for another attempt.
    guard !Task.isCancelled else {
      if case .success(let connection) = result { retire(connection.number) }
      return
    }
    switch result {
    case .success(let connection):
      state = .open(connection)
      startUpkeep(of: connection)
    case .failure: state = .idle
    }
    let continuations = waiting.values
    waiting = [:]
    for continuation in continuations { continuation.resume(with: result.mapError { $0 }) }
  }

  /// One attempt, within `connect_timeout`.
  private func establish() async -> Result<Connection, MCPError> {
    let deadline = Deadline(after: server.session.connectTimeout)
    do {
      return .success(try await before(deadline) { try await self.negotiate() })
    } catch let error as MCPError {
      return .failure(error)
    } catch is DeadlinePassed {
      let seconds = deadline.timeout / .seconds(1)
      return .failure(problem(.timeout, "the server did not open a session within \(seconds) s"))
    } catch {
      return .failure(problem(.cancelled, "connecting was cancelled"))
    }
  }

  private func negotiate() async throws(MCPError) -> Connection {
    let isLegacy = server.session.protocolEra == .legacy
    let first = settled ?? (server, isLegacy ? .handshake : .stateless)
    do throws(Negotiation.Failure) {
      return try await open(first.server, first: first.era)
    } catch {
      guard let other = detour(after: error, at: first.server) else { throw error.error }
      logger.debug("\(server.name): \(error.error.message); \(other.note)")
      do throws(Negotiation.Failure) {
        return try await open(other.server, first: .handshake)
      } catch let second {
        throw other.combined(error.error, second.error)
      }
    }
  }

  /// Opens one transport and negotiates on it; closes it where that fails.
  private func open(
    _ server: MCPServer, first era: Negotiation.Era
  ) async throws(Negotiation.Failure) -> Connection {
    let number = ids.next()
    let transport: any Transport
    do throws(MCPError) {
      transport = try makeTransport(server)
      startLine(number, transport)
      try await transport.open()
    } catch {
      await closeLine(number)
      throw Negotiation.Failure(stage: .opening, error: error)
    }
    let negotiation = Negotiation(
      server: server, program: program, features: features, transport: transport, ids: ids,
      receive: { [weak self] in await self?.receive($0, on: number, asPartOf: nil) })
    do throws(Negotiation.Failure) {
      let outcome = try await negotiation.run(first: era)
      settled = (server, outcome.dialect.isStateless ? .stateless : .handshake)
      lines[number]?.dialect = outcome.dialect
      if !outcome.dialect.isStateless {
        runInBackground(on: number) { _ in await transport.listen() }
      }
      return Connection(
        number: number, transport: transport, dialect: outcome.dialect, details: outcome.details)
    } catch {
      await closeLine(number)
      throw error
    }
  }

  // MARK: - Closing

  /// No new call takes this connection; it is closed when the calls that run on it are done.
  func retire(_ number: Int) {
    if case .open(let connection) = state, connection.number == number { state = .idle }
    guard let line = lines[number], !line.isRetired else { return }
    lines[number]?.isRetired = true
    loseSubscriptions(on: number)
    closeIfDone(number)
  }

  /// Closes a connection that is no longer wanted when its last call has ended. Not awaited, since
  /// what ends it may run on that connection.
  func closeIfDone(_ number: Int) {
    guard let line = lines[number], line.isRetired, line.running == 0 else { return }
    closing[number] = Task {
      await closeLine(number)
      closing[number] = nil
    }
  }

  private func closeLine(_ number: Int) async {
    guard let line = lines.removeValue(forKey: number) else { return }
    loseSubscriptions(on: number)
    line.cancelTasks()
    await line.transport.close()
    for task in line.tasks.values { await task.value }
  }

  /// Ends all calls and the connection. A session that is closed stays closed.
  public func close() async {
    let task: Task<Void, Never>? = if case .connecting(let task) = state { task } else { nil }
    state = .closed
    task?.cancel()
    let continuations = waiting.values
    waiting = [:]
    for continuation in continuations {
      continuation.resume(throwing: problem(.closed, "the session was closed"))
    }
    // An attempt that was cancelled may have opened one more.
    for _ in 0..<2 {
      for number in lines.keys.sorted() { await closeLine(number) }
      await task?.value
    }
    // What ends may leave something more to close.
    while let task = closing.values.first { await task.value }
  }

  nonisolated func problem(
    _ kind: MCPError.Kind, _ message: String, hint: String? = nil
  ) -> MCPError {
    MCPError(server: server.name, kind, message, hint: hint)
  }
}

/// A negotiated way to the server.
struct Connection: Sendable {
  /// No two of a session have the same.
  let number: Int
  let transport: any Transport
  let dialect: Dialect
  let details: ServerDetails
}

import DocgenCore
import Logging
import MCPConfiguration
import MCPProtocol

/// What has to be done about a connection without being asked, and when.
struct Upkeep: Equatable {
  enum Action: Equatable {
    /// Finds out whether the server is still there.
    case ping
    /// Ends the program; the next call starts it again.
    case recycle
  }

  var action: Action
  /// From now; not above zero where it is due.
  var wait: Duration

  /// The next that has to be done; nil is nothing, ever.
  static func next(
    _ line: Line, of server: MCPServer, isSubscribed: Bool, now: ContinuousClock.Instant
  ) -> Upkeep? {
    var all: [Upkeep] = []
    if line.transport.isStream || !line.dialect.isStateless {
      // Nothing is kept alive between requests that stand for themselves.
      // A server that is busy with a call need not answer anything else.
      let heard = line.running == 0 ? max(line.lastHeard, line.lastUsed) : now
      all.append(Upkeep(action: .ping, wait: heard + server.session.keepaliveInterval - now))
    }
    if case .stdio(_, let settings) = server.connection {
      if settings.maximumLifetime > .zero {
        all.append(
          Upkeep(action: .recycle, wait: line.opened + settings.maximumLifetime - now))
      }
      if settings.idleTimeout > .zero {
        let isIdle = line.running == 0 && !isSubscribed
        let since = isIdle ? line.lastUsed : now
        all.append(Upkeep(action: .recycle, wait: since + settings.idleTimeout - now))
      }
    }
    return all.min { $0.wait < $1.wait }
  }
}

extension MCPSession {
  func startUpkeep(of connection: Connection) {
    runInBackground(on: connection.number) { session in
      while let wait = await session()?.keepUp(connection) {
        do { try await Task.sleep(for: wait) } catch { return }
      }
    }
  }

  /// Does what is due; how long to wait for the next, or nil.
  private func keepUp(_ connection: Connection) async -> Duration? {
    let number = connection.number
    while let line = lines[number], !line.isRetired {
      let isSubscribed = subscriptions.values.contains { $0.line == number }
      guard
        let next = Upkeep.next(line, of: server, isSubscribed: isSubscribed, now: .now)
      else { return nil }
      if next.wait > .zero { return next.wait }
      switch next.action {
      case .recycle: retire(number)
      case .ping:
        do throws(MCPError) {
          try await ping(on: connection)
        } catch {
          guard !Task.isCancelled else { return nil }
          logger.warning("\(server.name): is no longer there: \(error.message)")
          retire(number)
        }
      }
    }
    return nil
  }

  /// Finds out whether the server answers.
  public func ping() async throws(MCPError) {
    try await ping(on: try await connection())
  }

  /// A refusal is a sign of life too: not all servers know the request.
  private func ping(on connection: Connection) async throws(MCPError) {
    let isStateless = connection.dialect.isStateless
    let call = Call(
      method: isStateless ? MCPMethod.discover : MCPMethod.ping,
      timeout: server.session.connectTimeout)
    let number = connection.number
    let exchange = Exchange(
      server: server.name, transport: connection.transport, id: ids.next(), call: call,
      dialect: connection.dialect, deadline: Deadline(after: call.timeout),
      receive: { [weak self] in await self?.receive($0, on: number, asPartOf: nil) })
    do throws(MCPError) {
      _ = try await exchange.run()
    } catch {
      if case .timeout = error.kind { tellCancelled(exchange, on: number) }
      guard case .protocolError = error.kind else { throw error }
    }
    lines[number]?.lastHeard = .now
  }
}

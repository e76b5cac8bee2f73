import Logging
import MCPConfiguration
import NIOHTTP1

/// Streamable HTTP, since revision 2025-03-26: every message is a POST, answered in the clear or by
/// an event stream.
actor StreamableHTTPTransport: Transport {
  nonisolated let isStream = false
  nonisolated let unsolicited: AsyncStream<IncomingMessage>
  nonisolated let limits: TransportLimits
  nonisolated private let others: AsyncStream<IncomingMessage>.Continuation
  nonisolated let serverName: String
  private let server: MCPServer
  private let environment: [String: String]
  private let logger: Logger
  private var connection: HTTPConnection?
  private var isClosed = false
  /// What the server called the session, from its first answer on; revision 2026-07-28 has none.
  private(set) var sessionID: String?
  /// As the last message had it: for requests without a message.
  private var protocolVersion: String?
  private var listening: Task<Void, Never>?

  init(
    _ server: MCPServer, environment: [String: String], logger: Logger, limits: TransportLimits
  ) {
    self.server = server
    serverName = server.name
    self.environment = environment
    self.logger = logger
    self.limits = limits
    (unsolicited, others) = AsyncStream.makeStream()
  }

  deinit {
    listening?.cancel()
    others.finish()
  }

  func open() async throws(MCPError) {
    if connection != nil { return }
    connection = try HTTPConnection(server, environment: environment, logger: logger)
  }

  nonisolated func request(
    _ message: OutgoingMessage, id: Int
  ) -> AsyncThrowingStream<IncomingMessage, any Error> {
    let exchange = StreamableHTTPExchange(message, id: id, over: self)
    // Pulled, so that a server is never read faster than its messages are taken.
    return AsyncThrowingStream { try await exchange.next() }
  }

  func send(_ message: OutgoingMessage) async throws(MCPError) {
    let answer = try await post(message)
    await answer.discard()
  }

  var route: Route {
    get async { Route(transport: .http, encryption: await connection?.encryption) }
  }

  func listen() async {
    guard let connection, listening == nil, !isClosed else { return }
    let headers = sessionHeaders + [("accept", "text/event-stream")]
    listening = Task { [others, limits, logger] in
      var stream = ListeningStream(connection, headers, limits: limits, logger: logger)
      while let message = await stream.next() { others.yield(message) }
    }
  }

  func close() async {
    if isClosed { return }
    isClosed = true
    listening?.cancel()
    if let connection {
      if sessionID != nil { await end(sessionHeaders, on: connection) }
      await connection.close()
    }
    connection = nil
    others.finish()
  }

  /// Sends a message and gives an answer that is a success.
  func post(_ message: OutgoingMessage) async throws(MCPError) -> HTTPAnswer {
    let connection = try openConnection()
    if let version = message.headers.first(where: { $0.name.lowercased() == Self.versionHeader }) {
      protocolVersion = version.value
    }
    let session = sessionID
    let own = [
      ("content-type", "application/json"), ("accept", "application/json, text/event-stream"),
    ]
    let answer = try await connection.send(
      .POST, headers: own + (session.map { [(Self.sessionHeader, $0)] } ?? []), message: message)
    guard answer.isSuccess else { throw await refusal(answer, session: session) }
    // A refused request's is of no session.
    if sessionID == nil { sessionID = answer.header(Self.sessionHeader) }
    return answer
  }

  /// Goes on with an answer whose stream broke off.
  func resume(after eventID: String) async throws(MCPError) -> HTTPAnswer {
    let connection = try openConnection()
    let session = sessionID
    let answer = try await connection.send(
      .GET,
      headers: sessionHeaders + [("accept", "text/event-stream"), ("last-event-id", eventID)])
    guard answer.isSuccess else { throw await refusal(answer, session: session) }
    return answer
  }

  private static let sessionHeader = "mcp-session-id"
  private static let versionHeader = "mcp-protocol-version"

  private var sessionHeaders: [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    if let sessionID { headers.append((Self.sessionHeader, sessionID)) }
    if let protocolVersion { headers.append((Self.versionHeader, protocolVersion)) }
    return headers
  }

  private func openConnection() throws(MCPError) -> HTTPConnection {
    if let connection { return connection }
    throw MCPError(server: serverName, .closed, "the connection is closed")
  }

  private func refusal(_ answer: HTTPAnswer, session: String?) async -> MCPError {
    guard answer.status == 404, let session else {
      return await answer.refusal(limit: limits.body)
    }
    await answer.discard()
    // Another request may have lost it, and a new one may have been opened, in the meantime.
    if sessionID == session { sessionID = nil }
    return MCPError(
      server: serverName, .sessionLost, "the server doesn't know the session any longer")
  }

  /// Says that the session is over. Servers may refuse, or be gone.
  private func end(
    _ headers: [(name: String, value: String)], on connection: HTTPConnection
  ) async {
    let deletion = Task {
      guard let answer = try? await connection.send(.DELETE, headers: headers) else { return }
      await answer.discard()
    }
    let timer = Task {
      try await Task.sleep(for: .seconds(2))
      deletion.cancel()
    }
    await deletion.value
    timer.cancel()
  }
}

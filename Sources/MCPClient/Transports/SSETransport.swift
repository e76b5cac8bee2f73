import Logging
import MCPConfiguration
import NIOHTTP1

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// HTTP with server-sent events, of revision 2024-11-05: one GET stream brings all that the server
/// says; its first event names where messages are POSTed to.
actor SSETransport: Transport {
  nonisolated let isStream = true
  nonisolated var unsolicited: AsyncStream<IncomingMessage> { router.unsolicited }
  nonisolated private let router = MessageRouter()
  private let server: MCPServer
  private let environment: [String: String]
  private let logger: Logger
  private let limits: TransportLimits
  private var connection: HTTPConnection?
  private var endpoint: URL?
  private var reading: Task<Void, Never>?

  init(
    _ server: MCPServer, environment: [String: String], logger: Logger, limits: TransportLimits
  ) {
    self.server = server
    self.environment = environment
    self.logger = logger
    self.limits = limits
  }

  deinit { reading?.cancel() }

  func open() async throws(MCPError) {
    if connection != nil { return }
    let connection = try HTTPConnection(server, environment: environment, logger: logger)
    self.connection = connection
    let (endpoints, found) = AsyncThrowingStream<URL, any Error>.makeStream()
    let reader = SSEReader(connection, router: router, limits: limits, server: server.name)
    reading = Task { await reader.run(found) }
    // The reader may wait for ever, so its time is measured here.
    let timer = Task { [timeout = server.session.connectTimeout, name = server.name] in
      try await Task.sleep(for: timeout)
      found.finish(
        throwing: MCPError(
          server: name, .timeout, "the server didn't name its endpoint in time",
          hint: "is it a server of the SSE transport?"))
    }
    defer { timer.cancel() }
    do {
      for try await endpoint in endpoints {
        self.endpoint = endpoint
        return
      }
      throw MCPError(server: server.name, .cancelled, "the request was cancelled")
    } catch {
      await close()
      throw error as? MCPError
        ?? MCPError(server: server.name, .cancelled, "the request was cancelled")
    }
  }

  nonisolated func request(
    _ message: OutgoingMessage, id: Int
  ) -> AsyncThrowingStream<IncomingMessage, any Error> {
    router.exchange(id) { () async throws(MCPError) in try await self.send(message) }
  }

  func send(_ message: OutgoingMessage) async throws(MCPError) {
    try await router.checkIsOpen()
    guard let connection, let endpoint else {
      throw MCPError(server: server.name, .closed, "the connection is closed")
    }
    // This revision has no headers of its own.
    let answer = try await connection.send(
      .POST, to: endpoint, headers: [("content-type", "application/json")],
      message: OutgoingMessage(body: message.body))
    guard answer.isSuccess else { throw await answer.refusal(limit: limits.body) }
    await answer.discard()
  }

  var route: Route {
    get async { Route(transport: .sse, encryption: await connection?.encryption) }
  }

  func listen() async {}

  func close() async {
    reading?.cancel()
    await router.end(MCPError(server: server.name, .closed, "the connection is closed"))
    await connection?.close()
    endpoint = nil
  }
}

/// Reads the stream of the SSE transport to its end.
private struct SSEReader {
  private let connection: HTTPConnection
  private let router: MessageRouter
  private let limits: TransportLimits
  private let server: String

  init(
    _ connection: HTTPConnection, router: MessageRouter, limits: TransportLimits, server: String
  ) {
    self.connection = connection
    self.router = router
    self.limits = limits
    self.server = server
  }

  /// - Parameter endpoint: gets the address for messages, or why there is none.
  func run(_ endpoint: AsyncThrowingStream<URL, any Error>.Continuation) async {
    do throws(MCPError) {
      let answer = try await connection.send(
        .GET, headers: [("accept", "text/event-stream"), ("cache-control", "no-store")])
      guard answer.isSuccess else { throw await answer.refusal(limit: limits.body) }
      guard answer.mediaType == "text/event-stream" else {
        throw answer.failures.error(
          .badMessage, "the server answered with no event stream",
          hint: "does url lead to a server of the SSE transport?")
      }
      var events = answer.events(limit: limits.event)
      while let event = try await events.next() {
        try await take(event, of: answer, endpoint)
      }
      throw answer.failures.error(.closed, "the server ended its event stream")
    } catch {
      endpoint.finish(throwing: error)
      await router.end(error)
    }
  }

  private func take(
    _ event: ServerSentEvent, of answer: HTTPAnswer,
    _ endpoint: AsyncThrowingStream<URL, any Error>.Continuation
  ) async throws(MCPError) {
    switch event.name {
    case "endpoint":
      let text = String(decoding: event.data, as: UTF8.self)
      guard let url = URL(string: text, relativeTo: answer.url)?.absoluteURL,
        let origin = Origin(url)
      else {
        throw MCPError(server: server, .badMessage, "the server names no valid endpoint")
      }
      guard origin == Origin(answer.url) else {
        let words = Redirect.words(url)
        throw MCPError(
          server: server, .redirect(location: words),
          "the server names the endpoint \(words), which is of another origin: nothing is sent there"
        )
      }
      endpoint.yield(url)
    case "message":
      if await router.deliver(event.data) { return }
      throw MCPError(server: server, .badMessage, "the server sent what is no JSON-RPC message")
    default: break
    }
  }
}

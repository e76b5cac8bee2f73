/// One request over Streamable HTTP and all that comes in answer to it.
actor StreamableHTTPExchange {
  private enum State {
    case unsent
    case streaming(EventStream)
    case over
  }

  private let message: OutgoingMessage
  private let id: Int
  private let transport: StreamableHTTPTransport
  private var state = State.unsent
  private var ready: ArraySlice<[UInt8]> = []
  /// How often a stream that broke off was gone on with, without an event since.
  private var fruitlessResumptions = 0

  private static let resumptionLimit = 3
  /// A server that asks to wait longer doesn't expect the client back.
  private static let longestWait = Duration.seconds(60)

  init(_ message: OutgoingMessage, id: Int, over transport: StreamableHTTPTransport) {
    self.message = message
    self.id = id
    self.transport = transport
  }

  /// The next message; nil after the response.
  func next() async throws(MCPError) -> IncomingMessage? {
    while true {
      if let body = ready.popFirst() { return try take(body) }
      switch state {
      case .unsent: try await begin()
      case .streaming(let events): try await read(events)
      case .over: return nil
      }
    }
  }

  private func begin() async throws(MCPError) {
    let answer = try await transport.post(message)
    switch answer.mediaType {
    case "text/event-stream":
      state = .streaming(answer.events(limit: transport.limits.event))
    case "application/json":
      let body = try await answer.body(limit: transport.limits.body)
      state = .over
      guard let messages = MessageEnvelope.batch(body), !messages.isEmpty else {
        throw answer.failures.error(.badMessage, "the server's answer is no JSON")
      }
      ready = messages[...]
    case let type:
      state = .over
      await answer.discard()
      let what = type.map { "with '\($0.prefix(80))'" } ?? "without saying with what"
      throw answer.failures.error(
        .badMessage, "the server answered \(what) instead of a message of the protocol",
        hint: "does url lead to an MCP server?")
    }
  }

  private func read(_ stream: EventStream) async throws(MCPError) {
    var stream = stream
    do {
      if let event = try await stream.next() {
        state = .streaming(stream)
        fruitlessResumptions = 0
        if event.name == "message" { ready = [event.data] }
        return
      }
    } catch {
      guard error.kind == .closed, stream.reader.lastEventID != nil else { throw error }
    }
    try await resume(stream)
  }

  /// A stream that ended before the response, by intention or not, is asked for again where its
  /// events have ids (revision 2025-11-25, "resumability").
  private func resume(_ stream: EventStream) async throws(MCPError) {
    guard let eventID = stream.reader.lastEventID, !eventID.isEmpty,
      fruitlessResumptions < Self.resumptionLimit
    else {
      throw stream.failures.error(
        .closed, "the connection ended in the middle of the server's answer")
    }
    fruitlessResumptions += 1
    do {
      try await Task.sleep(for: min(stream.reader.retry ?? .seconds(1), Self.longestWait))
    } catch {
      throw stream.failures.cancelled
    }
    let answer = try await transport.resume(after: eventID)
    state = .streaming(answer.events(limit: transport.limits.event))
  }

  private func take(_ body: [UInt8]) throws(MCPError) -> IncomingMessage {
    let server = transport.serverName
    guard let envelope = MessageEnvelope(body) else {
      throw MCPError(server: server, .badMessage, "the server sent what is no JSON-RPC message")
    }
    if !envelope.hasMethod {
      // An error without an id answers what the server couldn't read.
      guard envelope.id == .number(id) || envelope.id == .null || envelope.id == .none else {
        throw MCPError(
          server: server, .badMessage, "the server answered another request than the one it got")
      }
      // Nothing counts behind the response; dropping the stream closes the connection.
      state = .over
      ready = []
    }
    return IncomingMessage(body: body)
  }
}

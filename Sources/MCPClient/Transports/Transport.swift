/// A way to reach one server. It carries JSON-RPC messages; what they mean is the session's business.
package protocol Transport: Sendable {
  /// Starts it: spawns the child, or opens the event stream and learns its endpoint. Streamable HTTP
  /// checks credentials only.
  func open() async throws(MCPError)

  /// Sends a request; gives every message that arrives as a part of its answer, the response with
  /// its id last, then ends. Throws `MCPError` in the stream. Ending the iteration early (a cancelled
  /// task) ends the exchange on the wire: Streamable HTTP closes the response; on stdio and SSE the
  /// session sends `notifications/cancelled` itself.
  func request(_ message: OutgoingMessage, id: Int)
    -> AsyncThrowingStream<IncomingMessage, any Error>

  /// Sends what has no answer: a notification, or the response to a request of the server's.
  func send(_ message: OutgoingMessage) async throws(MCPError)

  /// Messages that belong to no request of ours. One consumer. Ends when the connection is lost or
  /// closed.
  var unsolicited: AsyncStream<IncomingMessage> { get }

  /// Streamable HTTP at the handshake revisions: opens the GET stream whose messages go to
  /// `unsolicited` (405 is fine). Nothing elsewhere.
  func listen() async

  /// Ends everything: DELETE of the session, close of the stream, end of the child (stdin closed,
  /// then TERM, then KILL after a grace time).
  func close() async

  /// Which way messages take, once it is open.
  var route: Route { get async }

  /// Whether one stream carries all messages (stdio, SSE).
  var isStream: Bool { get }
}

/// A message to the server.
package struct OutgoingMessage: Sendable {
  /// One JSON-RPC message.
  package var body: [UInt8]
  /// Routing headers, already encoded; only HTTP sends them.
  package var headers: [(name: String, value: String)]

  package init(body: [UInt8], headers: [(name: String, value: String)] = []) {
    self.body = body
    self.headers = headers
  }
}

/// A message from the server.
package struct IncomingMessage: Sendable {
  /// One JSON-RPC message.
  package var body: [UInt8]

  package init(body: [UInt8]) { self.body = body }
}

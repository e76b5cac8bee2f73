/// How messages get to a server and back.
package protocol Transport: Sendable {
  /// Spawns the child or opens the event stream; Streamable HTTP checks credentials only.
  func open() async throws(MCPError)
  /// Sends a request; gives every message that arrives as a part of its answer, the response with
  /// its id last, then ends. Ending the iteration early ends the exchange on the wire (Streamable
  /// HTTP closes the response; on stdio and SSE the session sends `notifications/cancelled`).
  func request(_ message: OutgoingMessage, id: Int) -> AsyncThrowingStream<
    IncomingMessage, any Error
  >
  /// Sends a notification, or the response to a request of the server's.
  func send(_ message: OutgoingMessage) async throws(MCPError)
  /// Messages that belong to no request of ours; one consumer; ends when lost or closed.
  var unsolicited: AsyncStream<IncomingMessage> { get }
  /// Handshake revisions over Streamable HTTP: the GET stream; nothing elsewhere.
  func listen() async
  func close() async
  /// stdio, SSE: one stream for all.
  var isStream: Bool { get }
}

package struct OutgoingMessage: Sendable {
  package var body: [UInt8]
  /// Routing headers, already encoded; only HTTP sends them.
  package var headers: [(name: String, value: String)]

  package init(body: [UInt8], headers: [(name: String, value: String)]) {
    self.body = body
    self.headers = headers
  }
}

/// One JSON-RPC message as bytes.
package struct IncomingMessage: Sendable {
  package var body: [UInt8]

  package init(body: [UInt8]) { self.body = body }
}

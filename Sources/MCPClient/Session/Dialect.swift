import DocgenCore
import MCPProtocol

/// A request as the session means it, before a revision gives it a form.
struct Call: Sendable {
  var method: String
  var params: [JSONValue.Member] = []
  /// `Mcp-Param-…`, already encoded.
  var parameterHeaders: [(name: String, value: String)] = []
  /// Until the answer, or between two reports of progress.
  var timeout: Duration
  /// Whether the server is asked to report progress.
  var wantsProgress = false
  var onProgress: (@Sendable (Progress) -> Void)?

  subscript(parameter: String) -> JSONValue? { params.last { $0.key == parameter }?.value }
}

/// How messages are written in a revision.
struct Dialect: Sendable {
  /// Nil until a handshake has told it.
  let revision: ProtocolRevision?
  /// The members of every request's `_meta`; empty up to revision 2025-11-25.
  private let envelope: [JSONValue.Member]
  /// False where the configuration sets the header itself.
  private let writesVersion: Bool

  /// Before and in a handshake: nothing says the revision.
  static let opening = Dialect(revision: nil, envelope: [], writesVersion: false)

  static func handshake(_ revision: ProtocolRevision, writesVersion: Bool) -> Dialect {
    Dialect(
      revision: revision, envelope: [], writesVersion: writesVersion && revision.hasVersionHeader)
  }

  static func stateless(
    _ revision: ProtocolRevision, _ capabilities: ClientCapabilities, _ program: ClientProgram,
    writesVersion: Bool
  ) -> Dialect {
    let envelope = RequestEnvelope(
      revision: revision.rawValue, capabilities: capabilities, client: program.implementation,
      logLevel: program.logLevel)
    return Dialect(revision: revision, envelope: envelope.members, writesVersion: writesVersion)
  }

  /// Whether requests stand for themselves: revision 2026-07-28 and later.
  var isStateless: Bool { !(revision?.hasHandshake ?? true) }

  func request(_ call: Call, id: Int) -> OutgoingMessage {
    var params = call.params
    var meta = envelope
    if call.wantsProgress {
      meta.append(.init(RequestEnvelope.Key.progressToken, .integer(id)))
    }
    if !meta.isEmpty { params.append(.init("_meta", .object(meta))) }
    let message = JSONRPCMessage.request(
      id: .number(id), method: call.method, params: params.isEmpty ? nil : .object(params))
    var headers = headers(method: call.method)
    if isStateless {
      if let parameter = MCPMethod.routingParameter(of: call.method),
        let name = call[parameter]?.string
      {
        headers.append(("Mcp-Name", HeaderValue.encode(name)))
      }
      headers += call.parameterHeaders
    }
    return OutgoingMessage(body: message.bytes, headers: headers)
  }

  func notification(_ method: String, _ params: JSONValue? = nil) -> OutgoingMessage {
    let message = JSONRPCMessage.notification(method: method, params: params)
    return OutgoingMessage(body: message.bytes, headers: headers(method: method))
  }

  /// To a request of the server's.
  func response(_ result: Result<JSONValue, JSONRPCError>, to id: RequestID) -> OutgoingMessage {
    let message: JSONRPCMessage =
      switch result {
      case .success(let result): .result(id: id, result)
      case .failure(let error): .error(id: id, error)
      }
    return OutgoingMessage(body: message.bytes, headers: headers(method: nil))
  }

  private func headers(method: String?) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    if writesVersion, let revision {
      headers.append(("MCP-Protocol-Version", revision.rawValue))
    }
    if isStateless, let method { headers.append(("Mcp-Method", method)) }
    return headers
  }
}

import DocgenCore
import DocgenMCP
import MCPProtocol

/// The headers by which what stands between client and server routes a request of MCP, since revision
/// 2026-07-28: they say what the body says, once each.
enum RoutingHeaders {
  static func isStateless(_ message: JSONRPCMessage) -> Bool {
    guard case .request(_, let method, let params) = message else { return false }
    return DocumentationServer.isStateless(method: method, params: params)
  }

  /// What of them is missing or contradicts the message; nil where they are right, or not needed.
  static func problem(in request: HTTPRequest, for message: JSONRPCMessage) -> JSONRPCError? {
    guard isStateless(message), case .request(_, let method, let params) = message else {
      return unknownRevision(in: request, for: message)
    }
    var wanted = [("mcp-method", method)]
    if let revision = params?["_meta"]?[RequestEnvelope.Key.revision]?.string {
      wanted.append(("mcp-protocol-version", revision))
    }
    if let key = MCPMethod.routingParameter(of: method), let name = params?[key]?.string {
      wanted.append(("mcp-name", name))
    }
    for (header, value) in wanted {
      let found = request.headers.filter { $0.name == header }.map(\.value)
      if found.count == 1, HeaderValue.decode(found[0]) == value { continue }
      let problem =
        found.isEmpty ? "is missing" : found.count > 1 ? "is there twice" : "contradicts the body"
      return JSONRPCError(
        code: JSONRPCError.Code.headerMismatch, message: "The header '\(header)' \(problem).")
    }
    return nil
  }

  /// The older generation settles the revision in `initialize`, and says it in a header from then on.
  private static func unknownRevision(
    in request: HTTPRequest, for message: JSONRPCMessage
  ) -> JSONRPCError? {
    if case .request(_, MCPMethod.initialize, _) = message { return nil }
    guard let revision = request["mcp-protocol-version"],
      ProtocolRevision(rawValue: revision) == nil
    else { return nil }
    let known = ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", ")
    return JSONRPCError(
      code: JSONRPCError.Code.invalidRequest,
      message: "There is no revision '\(revision)' of the protocol; this server speaks \(known).")
  }
}

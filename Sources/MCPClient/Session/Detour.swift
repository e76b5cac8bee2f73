import MCPConfiguration

/// Another way to a server that didn't understand the first one.
struct Detour: Sendable {
  let server: MCPServer
  /// For the log.
  let note: String
  /// What is said where this way fails too.
  let combined: @Sendable (MCPError, MCPError) -> MCPError
}

/// The other way that a failure suggests, or nil.
func detour(after failure: Negotiation.Failure, at server: MCPServer) -> Detour? {
  switch (failure.stage, failure.error.kind, server.connection) {
  case (.asking, .closed, .stdio), (.asking, .process, .stdio):
    // Some programs end at the first request that they don't know.
    guard server.session.protocolEra == .auto else { return nil }
    return Detour(server: server, note: "starts it again for a handshake", combined: { $1 })
  case (.handshake, .http(let status, _, _), .remote(let url, var settings)):
    // Revision 2024-11-05 has no requests by POST to the address itself.
    guard settings.transport == .http, server.session.protocolEra != .stateless,
      [400, 404, 405, 406, 411].contains(status)
    else { return nil }
    settings.transport = .sse
    var other = server
    other.connection = .remote(url, settings)
    return Detour(server: other, note: "tries server-sent events") { first, second in
      var error = first
      error.message += "; with 'transport: sse': \(second.message)"
      return error
    }
  default: return nil
  }
}

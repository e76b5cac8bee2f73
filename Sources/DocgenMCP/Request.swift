import DocgenCore
import MCPProtocol

/// A request whose revision is known.
struct Request {
  let method: String
  let params: JSONValue
  let revision: ProtocolRevision

  /// Whether it says of itself all that it needs, as since revision 2026-07-28.
  var isStateless: Bool { !revision.hasHandshake }

  /// - Throws: where it is of a revision that is not spoken, or says too little of itself.
  init(method: String, params: JSONValue?) throws(JSONRPCError) {
    self.method = method
    self.params = params ?? [:]
    if method == MCPMethod.initialize {
      revision = try Self.handshake(self.params)
    } else if DocumentationServer.isStateless(method: method, params: self.params) {
      revision = try Self.envelope(self.params)
    } else {
      // What the handshake agreed on makes no difference to any answer.
      revision = .newestWithHandshake
    }
  }

  /// The revision that a client opens a session with, where it is one that opens sessions; else the
  /// newest that does, which the client may refuse.
  private static func handshake(_ params: JSONValue) throws(JSONRPCError) -> ProtocolRevision {
    do throws(MalformedValue) {
      let request = try InitializeRequest(json: params)
      let wanted = ProtocolRevision(rawValue: request.revision)
      return wanted.flatMap { $0.hasHandshake ? $0 : nil } ?? .newestWithHandshake
    } catch {
      throw JSONRPCError(code: JSONRPCError.Code.invalidParams, message: "\(error).")
    }
  }

  private static func envelope(_ params: JSONValue) throws(JSONRPCError) -> ProtocolRevision {
    let envelope: RequestEnvelope
    do throws(MalformedValue) {
      envelope = try RequestEnvelope(params: params)
    } catch {
      throw JSONRPCError(code: JSONRPCError.Code.invalidParams, message: "\(error).")
    }
    guard let revision = ProtocolRevision(rawValue: envelope.revision), !revision.hasHandshake
    else {
      throw JSONRPCError(
        code: JSONRPCError.Code.unsupportedVersion, message: "Unsupported protocol version",
        data: [
          "supported": [.string(ProtocolRevision.july2026.rawValue)],
          "requested": .string(envelope.revision),
        ])
    }
    return revision
  }
}

import DocgenCore
import MCPConfiguration
import MCPProtocol

/// Finds out which revision a server speaks, on a transport that has just been opened.
///
/// A server of revision 2026-07-28 is asked what it speaks; any answer that such a server wouldn't
/// give means that it wants a handshake. What is no answer (no route, no permission, a time that is
/// over) is no verdict, with one exception: on a stream, old servers are known to stay silent.
struct Negotiation: Sendable {
  /// What is tried first.
  enum Era: Sendable { case stateless, handshake }

  /// How far it got.
  enum Stage: Sendable { case opening, asking, handshake }

  struct Failure: Error {
    let stage: Stage
    let error: MCPError
  }

  struct Outcome: Sendable {
    var dialect: Dialect
    var details: ServerDetails
  }

  let server: MCPServer
  let program: ClientProgram
  let features: ClientFeatures
  let transport: any Transport
  let ids: RequestIDs
  let receive: @Sendable (JSONRPCMessage) async -> Void

  func run(first era: Era) async throws(Failure) -> Outcome {
    if era == .stateless, let outcome = try await ask(isFirst: true) { return outcome }
    do throws(MCPError) {
      return try await handshake()
    } catch {
      // It wants no handshake after all: it was slow before, or has been replaced.
      if server.session.protocolEra != .legacy, error.refusal?.isOfStatelessServers == true,
        let outcome = try await ask(isFirst: false)
      {
        return outcome
      }
      throw Failure(stage: .handshake, error: error)
    }
  }

  // MARK: - server/discover

  /// Nil where the server wants a handshake.
  private func ask(isFirst: Bool) async throws(Failure) -> Outcome? {
    var revision = ProtocolRevision.newest
    var mayCorrect = true
    while true {
      do throws(MCPError) {
        return await outcome(of: try await discover(in: revision, isFirst: isFirst))
      } catch {
        switch Verdict(on: error, isStream: transport.isStream, mayBeSilent: mayBeSilent(isFirst)) {
        case .handshake: return nil
        case .sameAgain where mayCorrect: break
        case .other(let other) where mayCorrect && other != revision: revision = other
        default: throw Failure(stage: .asking, error: Self.explained(error))
        }
        mayCorrect = false
      }
    }
  }

  private func mayBeSilent(_ isFirst: Bool) -> Bool {
    isFirst && transport.isStream && server.session.protocolEra == .auto
  }

  private func discover(in revision: ProtocolRevision, isFirst: Bool) async throws(MCPError)
    -> (JSONValue, Dialect)
  {
    let dialect = Dialect.stateless(
      revision, features.capabilities(isStateless: true), program, writesVersion: writesVersion)
    // A server that has to be installed first may need longer; then it is asked again later on.
    let timeout = server.session.connectTimeout
    let call = Call(
      method: MCPMethod.discover,
      timeout: mayBeSilent(isFirst) ? min(timeout / 2, .seconds(10)) : timeout)
    return (try await exchange(call, in: dialect), dialect)
  }

  private func outcome(of answer: (result: JSONValue, dialect: Dialect)) async -> Outcome? {
    guard let discovered = try? DiscoverResult(json: answer.result),
      let revision = answer.dialect.revision,
      discovered.supportedVersions.contains(revision.rawValue)
    else { return nil }
    let details = ServerDetails(
      route: await transport.route, revision: revision, implementation: discovered.server,
      capabilities: discovered.capabilities, instructions: discovered.instructions)
    return Outcome(dialect: answer.dialect, details: details)
  }

  private static func explained(_ error: MCPError) -> MCPError {
    guard let refusal = error.refusal, refusal.code == JSONRPCError.Code.unsupportedVersion else {
      return error
    }
    return unsupported(refusal.supportedVersions.joined(separator: ", "), at: error.server)
  }

  private static func unsupported(_ versions: String, at server: String) -> MCPError {
    let known = ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", ")
    return MCPError(
      server: server, .unsupported,
      "the server speaks MCP in revision \(versions.isEmpty ? "unknown" : versions) only",
      hint: "this client speaks \(known)")
  }

  // MARK: - initialize

  private func handshake() async throws(MCPError) -> Outcome {
    let request = InitializeRequest(
      revision: ProtocolRevision.newestWithHandshake.rawValue,
      capabilities: features.capabilities(isStateless: false), client: program.implementation)
    let call = Call(
      method: MCPMethod.initialize, params: request.json.members ?? [],
      timeout: server.session.connectTimeout)
    let answer = try await exchange(call, in: .opening)
    let result: InitializeResult
    do throws(MalformedValue) {
      result = try InitializeResult(json: answer)
    } catch {
      throw MCPError(server: server.name, .badMessage, "\(error)")
    }
    guard let revision = ProtocolRevision(rawValue: result.revision), revision.hasHandshake else {
      throw Self.unsupported(result.revision, at: server.name)
    }
    let dialect = Dialect.handshake(revision, writesVersion: writesVersion)
    try await transport.send(dialect.notification(MCPMethod.initialized))
    let details = ServerDetails(
      route: await transport.route, revision: revision, implementation: result.server,
      capabilities: result.capabilities, instructions: result.instructions)
    return Outcome(dialect: dialect, details: details)
  }

  // MARK: - The wire

  private func exchange(_ call: Call, in dialect: Dialect) async throws(MCPError) -> JSONValue {
    let exchange = Exchange(
      server: server.name, transport: transport, id: ids.next(), call: call, dialect: dialect,
      deadline: Deadline(after: call.timeout), receive: receive)
    return try await exchange.run()
  }

  /// Who sets the header in the configuration means it.
  private var writesVersion: Bool {
    guard case .remote(_, let settings) = server.connection else { return true }
    return !settings.headers.keys.contains { $0.lowercased() == "mcp-protocol-version" }
  }
}

/// What an answer to `server/discover` other than a result means.
private enum Verdict {
  case handshake
  /// It is a stateless server; the request is sent once more as it is.
  case sameAgain
  /// The same in another revision.
  case other(ProtocolRevision)
  /// No verdict, or nothing that could be tried.
  case none

  init(on error: MCPError, isStream: Bool, mayBeSilent: Bool) {
    switch error.kind {
    case .protocolError(let code, let message, let data):
      self.init(JSONRPCError(code: code, message: message, data: data))
    // Who asks for a password or for patience asks for it whatever the protocol.
    case .http(let status, _, _): self = [401, 403, 407, 429].contains(status) ? .none : .handshake
    case .sessionLost, .badMessage: self = .handshake
    case .timeout: self = mayBeSilent ? .handshake : .none
    default: self = .none
    }
  }

  private init(_ refusal: JSONRPCError) {
    guard refusal.isOfStatelessServers else {
      self = .handshake
      return
    }
    let spoken = refusal.supportedVersions.compactMap(ProtocolRevision.init(rawValue:))
    switch refusal.code {
    case JSONRPCError.Code.headerMismatch: self = .sameAgain
    case JSONRPCError.Code.unsupportedVersion:
      if let newest = spoken.filter({ !$0.hasHandshake }).max() {
        self = .other(newest)
      } else {
        self = spoken.isEmpty ? .none : .handshake
      }
    default: self = .none
    }
  }
}

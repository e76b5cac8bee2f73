import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol

/// What is told of a server that could be connected to.
struct CheckedServer: Sendable {
  var details: ServerDetails
  /// The names of the tools that the configuration offers.
  var tools: [String]

  /// For people.
  func text(_ server: MCPServer) -> String {
    var lines = ["\(server.name): connected"]
    if let program = details.implementation {
      lines.append("  server: \(program.title ?? program.name) \(program.version)")
    }
    lines.append("  protocol: \(details.revision.rawValue)")
    lines.append("  transport: \(Self.words(details.route.transport)) \(Self.place(server))")
    if let encryption = details.route.encryption {
      let version = encryption.version ?? "TLS"
      lines.append("  encryption: \(version), \(Self.words(encryption.verification))")
      lines.append("  client certificate: \(Self.certificate(encryption))")
    } else if case .remote = server.connection {
      lines.append("  encryption: none")
    }
    lines.append(
      tools.isEmpty ? "  tools: none" : "  tools: \(tools.count) (\(tools.joined(separator: ", ")))"
    )
    return lines.map(\.printable).joined(separator: "\n")
  }

  private static func words(_ transport: Route.Transport) -> String {
    switch transport {
    case .stdio: "standard input and output of"
    case .http: "Streamable HTTP to"
    case .sse: "server-sent events from"
    }
  }

  /// Arguments, and the query of an address, may be secrets.
  private static func place(_ server: MCPServer) -> String {
    switch server.connection {
    case .stdio(let command, _): command
    case .remote(let url, _): "\(url)"
    }
  }

  private static func words(_ verification: ServerVerification) -> String {
    switch verification {
    case .system: "the server's certificate comes from an authority that this machine trusts"
    case .disabled: "the server's certificate was not checked"
    case .authorities(let path):
      "the server's certificate comes from an authority in '\(path)'"
    }
  }

  private static func certificate(_ encryption: Route.Encryption) -> String {
    switch (encryption.certificatePath, encryption.wantsCertificate) {
    case (let path?, true): "'\(path)' was shown to the server"
    case (let path?, false): "the server didn't ask for '\(path)'"
    case (nil, true): "none, though the server asked for one"
    case (nil, false): "none"
    }
  }

  /// For programs. All members are there for each server.
  static func json(_ name: String, _ result: Result<CheckedServer, MCPError>) -> JSONValue {
    let checked = try? result.get()
    let details = checked?.details
    let encryption = details?.route.encryption
    var error = JSONValue.null
    if case .failure(let failure) = result { error = failure.report }
    return [
      "name": .string(name),
      "connected": .bool(checked != nil),
      "server": details?.implementation?.json ?? .null,
      "protocol": details.map { .string($0.revision.rawValue) } ?? .null,
      "transport": details.map { .string($0.route.transport.rawValue) } ?? .null,
      "tls": encryption.map { json($0) } ?? .null,
      "tools": .array((checked?.tools ?? []).map { .string($0) }),
      "error": error,
    ]
  }

  private static func json(_ encryption: Route.Encryption) -> JSONValue {
    let verification: (String, JSONValue) =
      switch encryption.verification {
      case .system: ("system", .null)
      case .disabled: ("disabled", .null)
      case .authorities(let path): ("authorities", .string(path))
      }
    return [
      "version": encryption.version.map { .string($0) } ?? .null,
      "verification": .string(verification.0), "authorities": verification.1,
      "clientCertificate": [
        "path": encryption.certificatePath.map { .string($0) } ?? .null,
        "requested": .bool(encryption.wantsCertificate),
        "used": .bool(encryption.certificatePath != nil && encryption.wantsCertificate),
      ],
    ]
  }
}

import DocgenCore

/// What every request says of itself in revision 2026-07-28, in place of a handshake: `_meta`.
public struct RequestEnvelope: Sendable, Hashable {
  public var revision: String
  public var capabilities: ClientCapabilities
  public var client: Implementation?
  /// From which severity on the server may send log messages; nil is none.
  public var logLevel: LogLevel?

  public init(
    revision: String, capabilities: ClientCapabilities, client: Implementation?,
    logLevel: LogLevel? = nil
  ) {
    self.revision = revision
    self.capabilities = capabilities
    self.client = client
    self.logLevel = logLevel
  }

  /// The names that `_meta` knows.
  public enum Key {
    public static let revision = "io.modelcontextprotocol/protocolVersion"
    public static let capabilities = "io.modelcontextprotocol/clientCapabilities"
    public static let client = "io.modelcontextprotocol/clientInfo"
    public static let logLevel = "io.modelcontextprotocol/logLevel"
    public static let server = "io.modelcontextprotocol/serverInfo"
    public static let subscription = "io.modelcontextprotocol/subscriptionId"
    public static let progressToken = "progressToken"
  }

  /// The members of `_meta`.
  public var members: [JSONValue.Member] {
    var members = [
      JSONValue.Member(Key.revision, .string(revision)),
      JSONValue.Member(Key.capabilities, capabilities.json),
    ]
    if let client { members.append(.init(Key.client, client.json)) }
    if let logLevel { members.append(.init(Key.logLevel, .string(logLevel.rawValue))) }
    return members
  }

  /// What a server reads of a request's parameters.
  public init(params: JSONValue?) throws(MalformedValue) {
    let meta = try Fields(params?["_meta"] ?? .null, of: "a request's '_meta'")
    revision = try meta.requiredText(Key.revision)
    capabilities = try ClientCapabilities(json: meta.required(Key.capabilities))
    client = try meta.value(Key.client)
    logLevel = meta.text(Key.logLevel).flatMap(LogLevel.init(rawValue:))
  }
}

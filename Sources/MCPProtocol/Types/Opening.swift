import DocgenCore

/// What a client opens a session with, up to revision 2025-11-25.
public struct InitializeRequest: ProtocolValue {
  public var revision: String
  public var capabilities: ClientCapabilities
  public var client: Implementation

  public init(revision: String, capabilities: ClientCapabilities, client: Implementation) {
    self.revision = revision
    self.capabilities = capabilities
    self.client = client
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an 'initialize' request")
    revision = try fields.requiredText("protocolVersion")
    capabilities = try fields.value("capabilities") ?? ClientCapabilities()
    client = try Implementation(json: fields.required("clientInfo"))
  }

  public var json: JSONValue {
    [
      "protocolVersion": .string(revision), "capabilities": capabilities.json,
      "clientInfo": client.json,
    ]
  }
}

/// A server's answer to it: the revision that the session speaks.
public struct InitializeResult: ProtocolValue {
  public var revision: String
  public var capabilities: ServerCapabilities
  public var server: Implementation?
  /// For the model: how to use the server.
  public var instructions: String?

  public init(
    revision: String, capabilities: ServerCapabilities, server: Implementation,
    instructions: String? = nil
  ) {
    self.revision = revision
    self.capabilities = capabilities
    self.server = server
    self.instructions = instructions
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "the answer to 'initialize'")
    revision = try fields.requiredText("protocolVersion")
    capabilities = try fields.value("capabilities") ?? ServerCapabilities()
    server = try fields.value("serverInfo")
    instructions = fields.text("instructions")
  }

  public var json: JSONValue {
    .fields(
      ("protocolVersion", .string(revision)), ("capabilities", capabilities.json),
      ("serverInfo", server?.json), ("instructions", .text(instructions)))
  }
}

/// What a server says of itself since revision 2026-07-28.
public struct DiscoverResult: ProtocolValue {
  /// The revisions it speaks.
  public var supportedVersions: [String]
  public var capabilities: ServerCapabilities
  public var server: Implementation?
  public var instructions: String?

  public init(
    supportedVersions: [String], capabilities: ServerCapabilities, server: Implementation?,
    instructions: String? = nil
  ) {
    self.supportedVersions = supportedVersions
    self.capabilities = capabilities
    self.server = server
    self.instructions = instructions
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "the answer to 'server/discover'")
    guard let versions = fields.texts("supportedVersions") else {
      throw MalformedValue(fields.subject, "has no 'supportedVersions'")
    }
    supportedVersions = versions
    capabilities = try fields.value("capabilities") ?? ServerCapabilities()
    // For show only, so not worth an error.
    server = json["_meta"]?[RequestEnvelope.Key.server].flatMap { try? Implementation(json: $0) }
    instructions = fields.text("instructions")
  }

  public var json: JSONValue {
    .fields(
      ("resultType", "complete"),
      ("supportedVersions", .array(supportedVersions.map(JSONValue.string))),
      ("capabilities", capabilities.json), ("instructions", .text(instructions)),
      ("_meta", server.map { [RequestEnvelope.Key.server: $0.json] }))
  }
}

import DocgenCore

/// Why a request was refused, as it goes over the wire.
public struct JSONRPCError: Error, ProtocolValue {
  public var code: Int
  public var message: String
  public var data: JSONValue?

  public init(code: Int, message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// Some servers leave the message out, or write the code as text.
  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an error")
    guard let code = fields["code"]?.integer ?? fields.text("code").flatMap({ Int($0) }) else {
      throw MalformedValue("an error", "has no 'code'")
    }
    self.init(code: code, message: fields.text("message") ?? "", data: fields["data"])
  }

  public var json: JSONValue {
    .fields(("code", .integer(code)), ("message", .string(message)), ("data", data))
  }
}

extension JSONRPCError {
  /// The codes of JSON-RPC 2.0 and of revision 2026-07-28.
  public enum Code {
    public static let parseError = -32700
    public static let invalidRequest = -32600
    public static let methodNotFound = -32601
    public static let invalidParams = -32602
    public static let internalError = -32603
    /// A routing header is missing, stands twice or says something else than the body.
    public static let headerMismatch = -32020
    /// `data.requiredCapabilities` says which ones.
    public static let missingClientCapability = -32021
    /// `data.supported` and `data.requested` say which ones.
    public static let unsupportedVersion = -32022
    /// Revision 2025-11-25: the user has to visit addresses first, which `data` names.
    public static let urlElicitationRequired = -32042
    /// The user refused, as sampling says it.
    public static let refusedByUser = -1
  }

  /// Whether only servers of revision 2026-07-28 and later answer so. Such a server is never spoken
  /// to with `initialize` because of it.
  public var isOfStatelessServers: Bool {
    switch code {
    case Code.headerMismatch, Code.missingClientCapability, Code.unsupportedVersion: true
    default: false
    }
  }

  /// The revisions that the server says it speaks, after `unsupportedVersion`.
  public var supportedVersions: [String] {
    data?["supported"]?.elements?.compactMap(\.string) ?? []
  }
}

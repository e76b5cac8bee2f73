import MCPConfiguration

/// The way that a session's messages take, as it turned out when the session was opened.
public struct Route: Sendable, Hashable {
  public enum Transport: String, Sendable, Hashable {
    case stdio, http, sse
  }

  /// How what is sent is protected.
  public struct Encryption: Sendable, Hashable {
    /// `TLS 1.3`; nil where no connection was made.
    public var version: String?
    /// What the server's certificate was checked with.
    public var verification: ServerVerification
    /// Whether the server asked for a certificate of the client's. The one that is configured was
    /// shown to it then.
    public var wantsCertificate: Bool
    /// The expanded path of the configured one.
    public var certificatePath: String?

    public init(
      version: String?, verification: ServerVerification, wantsCertificate: Bool,
      certificatePath: String?
    ) {
      self.version = version
      self.verification = verification
      self.wantsCertificate = wantsCertificate
      self.certificatePath = certificatePath
    }
  }

  /// Not what is configured where the server speaks only the older of both over HTTP.
  public var transport: Transport
  /// Nil for programs, and for addresses with `http`.
  public var encryption: Encryption?

  public init(transport: Transport, encryption: Encryption? = nil) {
    self.transport = transport
    self.encryption = encryption
  }
}

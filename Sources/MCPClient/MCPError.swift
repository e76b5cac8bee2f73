import DocgenCore

/// What went wrong between this client and one server.
///
/// No passphrase, key or header value is in its texts. Only the body of `Kind.http`, and the data of
/// `Kind.protocolError`, are the server's own words.
public struct MCPError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A file that the configuration names isn't there.
    case fileNotFound
    /// A certificate, key or passphrase can't be used; found before anything was sent.
    case credentials
    /// No trusted authority vouches for the server's certificate.
    case serverUntrusted
    /// The server's certificate is for other names.
    case wrongHostName
    /// The server's certificate is past its last day, or before its first.
    case serverCertificateExpired
    /// The server refused the client's certificate, or that there is none.
    case clientCertificateRejected
    /// Any other failure to agree on an encrypted connection.
    case tls
    /// The server can't be reached.
    case connection
    /// Nothing came in the time there was.
    case timeout
    /// The connection ended before the answer did.
    case closed
    /// The server sent the client somewhere that it doesn't go by itself.
    case redirect(location: String)
    /// An HTTP status that is no success, with what the server said to it.
    case http(status: Int, body: [UInt8], contentType: String?)
    /// The server doesn't know the session any longer.
    case sessionLost
    /// What came is no message of the protocol, or none that answers what was asked.
    case badMessage
    /// What came is larger than the limits allow.
    case tooLarge
    /// The server answered with a JSON-RPC error.
    case protocolError(code: Int, message: String, data: JSONValue?)
    /// The server can't do what was asked.
    case unsupported
    case cancelled
    /// The server's program can't be started.
    case process
  }

  /// The name that the server has in the configuration.
  public var server: String
  public var kind: Kind
  /// One sentence without a full stop and without the server's name.
  public var message: String
  /// What to do about it.
  public var hint: String?

  public init(server: String, _ kind: Kind, _ message: String, hint: String? = nil) {
    self.server = server
    self.kind = kind
    self.message = message
    self.hint = hint
  }
}

extension MCPError.Kind {
  /// Its name for other programs: `client-certificate-rejected`.
  public var code: String {
    switch self {
    case .fileNotFound: "file-not-found"
    case .credentials: "credentials"
    case .serverUntrusted: "server-untrusted"
    case .wrongHostName: "wrong-host-name"
    case .serverCertificateExpired: "server-certificate-expired"
    case .clientCertificateRejected: "client-certificate-rejected"
    case .tls: "tls"
    case .connection: "connection"
    case .timeout: "timeout"
    case .closed: "closed"
    case .redirect: "redirect"
    case .http: "http"
    case .sessionLost: "session-lost"
    case .badMessage: "bad-message"
    case .tooLarge: "too-large"
    case .protocolError: "protocol-error"
    case .unsupported: "unsupported"
    case .cancelled: "cancelled"
    case .process: "process"
    }
  }
}

extension MCPError: CustomStringConvertible {
  /// "files: the server can't be reached (start it)".
  public var description: String {
    "\(server): \(message)" + (hint.map { " (\($0))" } ?? "")
  }
}

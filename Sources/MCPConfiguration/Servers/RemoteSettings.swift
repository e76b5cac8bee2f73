/// How a server is spoken to over HTTP.
public struct RemoteSettings: Sendable, Hashable {
  /// The transports of the Model Context Protocol that run over HTTP.
  public enum Transport: String, Sendable, CaseIterable {
    /// Streamable HTTP, since revision 2025-03-26.
    case http
    /// HTTP with server-sent events, of revision 2024-11-05.
    case sse
  }

  /// How the client gets its access token.
  public enum Authentication: String, Sendable, CaseIterable {
    case none, oauth
  }

  public var transport = Transport.http
  /// Sent with every request. No two names differ only in their letters' case.
  public var headers: [String: Secret] = [:]
  public var verification = ServerVerification.system
  public var clientCertificate: ClientCertificate?
  public var authentication = Authentication.none
  public var oauth: OAuthSettings?
  /// One more header, for the program around the client to fill in.
  public var identityHeader: IdentityHeader?
  /// Whether redirects to another origin carry none of `headers`, rather than all but
  /// `Authorization`.
  public var strictRedirectHeaders = false
  /// Whether the first request is sent without looking first whether an MCP server answers.
  public var skipsPreflight = false

  public init() {}
}

/// A header that says for whom the client asks.
public struct IdentityHeader: Sendable, Hashable {
  public enum Source: String, Sendable, CaseIterable {
    /// `value` as it is written.
    case `static`
    /// The name of the profile that the program runs with.
    case profile
  }

  public var name: String
  public var source = Source.static
  /// Nil for a source that is not `static`.
  public var value: Secret?

  public init(name: String) { self.name = name }
}

/// What the OAuth 2.1 flow is told instead of finding it out.
public struct OAuthSettings: Sendable, Hashable {
  public enum TokenEndpointMethod: String, Sendable, CaseIterable {
    case none
    case clientSecretPost = "client_secret_post"
    case clientSecretBasic = "client_secret_basic"
  }

  public enum ApplicationType: String, Sendable, CaseIterable {
    case native, web
  }

  public enum Flow: String, Sendable, CaseIterable {
    case browser, device
  }

  /// Nil registers a client with the authorization server.
  public var clientID: String?
  public var clientSecret: Secret?
  /// Separated by spaces; nil is what the server asks for.
  public var scope: String?
  /// 0 picks a free one.
  public var redirectPort = 0
  public var redirectHost = "127.0.0.1"
  /// In place of one made from host and port.
  public var redirectURI: String?
  /// Nil is the program's own name.
  public var clientName: String?
  /// Nil is `client_secret_post` with a secret and `none` without.
  public var tokenEndpointMethod: TokenEndpointMethod?
  public var applicationType = ApplicationType.native
  public var clientMetadataURL: String?
  /// Whether a client metadata document may stand for a registration.
  public var usesClientMetadata = true
  /// For the token endpoint only.
  public var userAgent: String?
  /// How long the user may take.
  public var timeout: Duration = .seconds(300)
  public var flow = Flow.browser

  public init() {}
}

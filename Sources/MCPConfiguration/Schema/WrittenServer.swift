import ConfigSchema
import DocgenCore

/// A server's entry as it is written: the keys of every transport side by side.
package struct WrittenServer: Sendable {
  var command: String?
  var stdio = StdioSettings()
  var url: ServerURL?
  var remote = RemoteSettings()
  var certificate: WrittenCertificate?
  var key: String?
  var passphrase: Secret?
  var isEnabled = true
  var session = SessionSettings()
  var tools = ToolFilter()
}

extension WrittenServer {
  /// What may stand in an entry: what references and JSON Schema are written from, and files are
  /// checked with.
  package static let schema = schema(TextTypes(environment: nil))

  /// - Parameter text: with the environment, where the server is to be connected to.
  static func schema(_ text: TextTypes) -> Schema<WrittenServer> {
    let fields = Schema(
      "the server", defaults: WrittenServer(), doc: "How one MCP server is reached and used."
    ) {
      stdioFields(text)
      remoteFields(text)
      certificateFields(text)
      sessionFields(text)
    }
    return
      fields
      .reporting(as: "mcp")
      .concealing
      .advising(
        ForeignEntry.advice.merging(["lifecycle": "write its keys beside 'command'"]) { $1 }
      )
      .checking { server, node, context in
        let rules = ServerRules(
          server: server, node: node, fields: fields.fields.map(\.description),
          isConnecting: text.isConnecting)
        rules.check(&context)
      }
  }

  /// The server that is described; nil where an error was found that left out what it needs.
  func server(named name: String) -> MCPServer? {
    let connection: MCPServer.Connection
    if let command {
      connection = .stdio(command: command, stdio)
    } else if let url {
      var remote = remote
      remote.clientCertificate = clientCertificate
      connection = .remote(url, remote)
    } else {
      return nil
    }
    return MCPServer(name: name, connection: connection, session: session, tools: tools)
  }

  private var clientCertificate: ClientCertificate? {
    switch certificate {
    case .file(let path):
      ClientCertificate(certificatePath: path, keyPath: key, passphrase: passphrase)
    case .list(let certificate, let key, let passphrase):
      ClientCertificate(certificatePath: certificate, keyPath: key, passphrase: passphrase)
    case nil: nil
    }
  }
}

// MARK: - How the server is reached

extension WrittenServer {
  private static func stdioFields(_ text: TextTypes) -> [Field<WrittenServer>] {
    [
      Field(
        "command", \.command, text.path(to: .anything),
        "The program to run, by its name on `PATH` or its path."
      ).applies(to: "stdio").example("npx"),
      Field("args", \.stdio.arguments, .list(of: text.any), "The program's arguments.")
        .applies(to: "stdio").example(["-y", "@modelcontextprotocol/server-filesystem", "."]),
      Field(
        "env", \.stdio.environment, .map(keys: "variable", of: text.secret),
        "Environment variables for the program, beside the few that it gets anyway."
      ).applies(to: "stdio").secret.example(["API_KEY": "${API_KEY}"]),
      Field(
        "cwd", \.stdio.workingDirectory, text.path(to: .anything),
        "The folder that the program runs in; the client's own by default."
      ).applies(to: "stdio").example("~/projects"),
      Field(
        "idle_timeout_seconds", \.stdio.idleTimeout, .seconds(in: 0...31_536_000),
        """
        How long the program may have nothing to do before it is ended; the next call starts it \
        again. `0` never ends it.
        """
      ).applies(to: "stdio").unit("seconds"),
      Field(
        "max_lifetime_seconds", \.stdio.maximumLifetime, .seconds(in: 0...31_536_000),
        "How long the program may run before it is started anew. `0` is for ever."
      ).applies(to: "stdio").unit("seconds"),
    ]
  }

  private static func remoteFields(_ text: TextTypes) -> [Field<WrittenServer>] {
    [
      Field("url", \.url, text.url, "Where the server is, by `https` or `http`.")
        .applies(to: "HTTP", "SSE").example("https://mcp.example.com/mcp"),
      Field(
        "transport", \.remote.transport,
        .choice(also: [
          "streamable-http": .http, "streamable_http": .http, "streamableHttp": .http,
        ]),
        """
        `http` for Streamable HTTP, which has the other names too; `sse` for the server-sent events \
        of older servers.
        """
      ).applies(to: "HTTP", "SSE"),
      Field(
        "headers", \.remote.headers, .map(keys: "header", of: text.headerValue),
        "HTTP headers for every request."
      ).applies(to: "HTTP", "SSE").secret.example(["Authorization": "Bearer ${TOKEN}"]),
      Field(
        "strict_redirect_headers", \.remote.strictRedirectHeaders, .flag,
        """
        Whether a redirect to another origin takes none of the headers along, rather than all but \
        `Authorization`.
        """
      ).applies(to: "HTTP"),
      Field(
        "skip_preflight", \.remote.skipsPreflight, .flag,
        "Whether the session is opened without asking first whether an MCP server answers."
      ).applies(to: "HTTP"),
      Field(
        "auth", \.remote.authentication, .choice(also: [:]),
        "`oauth` gets an access token by OAuth 2.1."
      ).applies(to: "HTTP", "SSE"),
      Field(
        "oauth", \.remote.oauth, .object(OAuthSettings.schema(text)),
        "What the OAuth flow is told instead of finding it out. Needs `auth: oauth`."
      ).applies(to: "HTTP", "SSE"),
      Field(
        "identity_header", \.remote.identityHeader, .object(IdentityHeader.schema(text)),
        "One more header, that says for whom the client asks. `headers` wins over it."
      ).applies(to: "HTTP", "SSE"),
    ]
  }

  private static func certificateFields(_ text: TextTypes) -> [Field<WrittenServer>] {
    [
      Field(
        "ssl_verify", \.remote.verification, text.verification,
        """
        Who vouches for the server: `true` for the authorities that the system trusts, the path of \
        a PEM file or of a folder for those in it alone, `false` for nobody, which is unsafe.
        """
      ).applies(to: "HTTP", "SSE").example("~/certificates/ca.pem"),
      Field(
        "client_cert", \.certificate, text.certificate,
        """
        The certificate that the client shows: the path of a PEM file, with the key in it or in \
        `client_key`; or `[certificate, key]` or `[certificate, key, passphrase]`.
        """
      ).applies(to: "HTTP", "SSE").example("~/certificates/client.pem"),
      Field(
        "client_key", \.key, text.path(to: .file),
        "The path of the certificate's key, where `client_cert` is the path of another file."
      ).applies(to: "HTTP", "SSE").example("~/certificates/client.key"),
      Field(
        "client_key_passphrase", \.passphrase, text.passphrase,
        "What the key is encrypted with, where `client_cert` is a path."
      ).applies(to: "HTTP", "SSE").secret.example("${KEY_PASSPHRASE}"),
    ]
  }
}

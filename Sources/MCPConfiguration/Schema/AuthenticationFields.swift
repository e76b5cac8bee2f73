import ConfigSchema

extension OAuthSettings {
  static func schema(_ text: TextTypes) -> Schema<OAuthSettings> {
    Schema(
      "oauth", defaults: OAuthSettings(),
      doc: "What the OAuth flow is told instead of finding it out."
    ) {
      Field(
        "client_id", \.clientID, text.nonBlank,
        "The client's ID, where one was registered by hand."
      ).example("my-client")
      Field("client_secret", \.clientSecret, text.secret, "The secret that belongs to it.")
        .secret.example("${CLIENT_SECRET}")
      Field(
        "scope", \.scope, text.nonBlank,
        "What the token may be used for, separated by spaces; what the server asks for by default."
      ).example("read write")
      Field(
        "redirect_port", \.redirectPort, .integer(in: 0...65_535),
        "The port that the browser comes back to; `0` takes a free one.")
      Field(
        "redirect_host", \.redirectHost, text.nonBlank, "The host that the browser comes back to.")
      Field(
        "redirect_uri", \.redirectURI, text.nonBlank,
        "The whole address that the browser comes back to, in place of host and port."
      ).example("http://127.0.0.1:8400/callback")
      Field(
        "client_name", \.clientName, text.nonBlank,
        "What the client is called when it registers; the program's name by default.")
      Field(
        "token_endpoint_auth_method", \.tokenEndpointMethod, .choice,
        "How the client shows its secret; `client_secret_post` by default where there is one.")
      Field("application_type", \.applicationType, .choice, "What the client registers as.")
      Field(
        "client_metadata_url", \.clientMetadataURL, text.clientMetadataURL,
        "Where the client's metadata document is published, by `https` and with a path."
      ).example("https://example.com/oauth/client.json")
      Field(
        "cimd", \.usesClientMetadata, .flag,
        "Whether a client metadata document may stand for a registration.")
      Field(
        "user_agent", \.userAgent, text.headerText,
        "The `User-Agent` header for requests to the token endpoint.")
      Field("timeout", \.timeout, .timeout, "How long the user may take.").unit("seconds")
      Field(
        "flow", \.flow, .choice,
        "`browser` opens one; `device` shows a code to enter on another device.")
    }
  }
}

extension IdentityHeader {
  static func schema(_ text: TextTypes) -> Schema<IdentityHeader> {
    Schema(
      "identity_header", defaults: IdentityHeader(name: ""),
      doc: "One more header, that says for whom the client asks."
    ) {
      Field(
        "name", \.name,
        text.nonBlank.refusing { isHeaderName($0) ? nil : "is no name of an HTTP header" },
        "The header's name."
      ).required.example("X-Profile")
      Field(
        "value_from", \.source, .choice,
        "`static` for the text in `value`, `profile` for the name of the program's profile.")
      Field("value", \.value, text.headerValue, "The header's value.").secret.example("alice")
    }
    .checking { header, node, context in
      let isWritten = node["value"].map { $0.value != .null } ?? false
      if header.source == .static, !isWritten {
        context.report(
          "missing-key", "\(context.subject) needs the key 'value'", at: node.span,
          hint: "or write 'value_from: profile'")
      }
    }
  }
}

extension TextTypes {
  fileprivate var clientMetadataURL: ValueType<String> {
    nonBlank.refusing { text in
      if !isConnecting, References(in: text).hasVariables { return nil }
      guard let url = ServerURL(text), url.isEncrypted else {
        return "must be an address that starts with 'https://'"
      }
      return url.path.count > 1 ? nil : "has no path"
    }
  }
}

/// By RFC 9110, section 5.6.2: a token.
func isHeaderName(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}

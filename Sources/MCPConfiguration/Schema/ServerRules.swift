import ConfigSchema
import DocgenCore

/// What the keys of an entry have to do with each other.
struct ServerRules {
  let server: WrittenServer
  let node: ConfigNode
  /// The keys with where they apply.
  let fields: [FieldDescription]
  /// Whether the entry is read to connect, so that what is unsafe is said each time.
  let isConnecting: Bool

  func check(_ context: inout DecodingContext) {
    checkTransport(&context)
    checkCertificate(&context)
    checkNames(&context)
    checkAuthentication(&context)
  }

  /// A key that is there and not empty.
  private func written(_ key: String) -> ConfigNode.Member? {
    node.members?.last { $0.key == key && $0.value.value != .null }
  }

  // MARK: Transport

  /// As fields name it; nil where the entry doesn't say.
  private var transport: String? {
    switch (written("command") != nil, written("url") != nil) {
    case (true, false): "stdio"
    case (false, true): server.remote.transport == .sse ? "SSE" : "HTTP"
    default: nil
    }
  }

  private func checkTransport(_ context: inout DecodingContext) {
    guard let transport else {
      if let url = written("url") {
        context.report(
          "conflicting-keys", "\(context.subject) can't have both 'command' and 'url'",
          at: url.keySpan, hint: "keep 'command' for a program, or 'url' for a remote server")
      } else {
        context.report(
          "missing-key", "\(context.subject) needs the key 'command' or 'url'", at: node.span)
      }
      return
    }
    for field in fields where !field.appliesTo.isEmpty && !field.appliesTo.contains(transport) {
      guard let member = written(field.key) else { continue }
      let places = field.appliesTo.joined(separator: " and ")
      let subject = context.inside(key: field.key) { $0.subject }
      context.report(
        "misplaced-key", "\(subject) means nothing for \(Self.kind(of: transport))",
        at: member.keySpan, hint: "it is for \(places)")
    }
  }

  private static func kind(of transport: String) -> String {
    switch transport {
    case "stdio": "a server that is a program"
    case "SSE": "a server with 'transport: sse'"
    default: "a server over Streamable HTTP"
    }
  }

  // MARK: Certificates

  private func checkCertificate(_ context: inout DecodingContext) {
    if isConnecting, transport != "stdio", server.remote.verification == .disabled {
      context.report(
        "unverified-server",
        "\(context.subject) is not verified: whoever answers is taken for it",
        severity: .warning, at: written("ssl_verify")?.keySpan ?? node.span,
        hint: "name its authority's certificate in 'ssl_verify'")
    }
    guard let certificate = written("client_cert") else {
      for key in ["client_key", "client_key_passphrase"] {
        guard let member = written(key) else { continue }
        let subject = context.inside(key: key) { $0.subject }
        context.report(
          "missing-key", "\(subject) belongs to a certificate, but there is no 'client_cert'",
          at: member.keySpan)
      }
      return
    }
    if let url = server.url, !url.isEncrypted {
      let subject = context.inside(key: "client_cert") { $0.subject }
      context.report(
        "misplaced-key", "\(subject) is never shown to a server at 'http://'",
        at: certificate.keySpan, hint: "write 'https://' in 'url'")
    }
    guard certificate.value.elements != nil else { return }
    for (key, part) in [("client_key", "key"), ("client_key_passphrase", "passphrase")] {
      guard let member = written(key) else { continue }
      context.report(
        "conflicting-keys",
        "\(context.subject) can have either a list as 'client_cert' or '\(key)', not both",
        at: member.keySpan, hint: "the list has the \(part) in it")
    }
  }

  // MARK: Names

  private func checkNames(_ context: inout DecodingContext) {
    context.inside(key: "headers") { context in
      var seen: [String: ConfigNode.Member] = [:]
      for member in written("headers")?.value.members ?? [] {
        guard isHeaderName(member.key) else {
          context.report(
            "invalid-name", "\(context.subject) has a name that is no name of an HTTP header",
            at: member.keySpan)
          continue
        }
        // Where they are equal, the file's reader has said it.
        if let first = seen[member.key.lowercased()], first.key != member.key {
          context.report(
            "duplicate-header", "\(context.subject) has the header '\(member.key)' twice",
            at: member.keySpan, notes: [Diagnostic.Note("first written here", span: first.keySpan)],
            hint: "upper and lower case don't matter in headers")
        }
        seen[member.key.lowercased()] = member
      }
    }
    context.inside(key: "env") { context in
      for member in written("env")?.value.members ?? []
      where member.key.isEmpty || member.key.utf8.contains(where: { $0 == 0 || $0 == 0x3D }) {
        context.report(
          "invalid-name", "\(context.subject) has a name that no variable can have",
          at: member.keySpan)
      }
    }
  }

  private func checkAuthentication(_ context: inout DecodingContext) {
    guard let oauth = written("oauth"), server.remote.authentication != .oauth else { return }
    let subject = context.inside(key: "oauth") { $0.subject }
    context.report(
      "idle-key", "\(subject) does nothing without 'auth: oauth'", severity: .warning,
      at: oauth.keySpan)
  }
}

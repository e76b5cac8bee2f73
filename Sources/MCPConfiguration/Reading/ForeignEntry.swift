import ConfigSchema
import DocgenCore

/// A server's entry as another client's program writes it, put into our own keys. Each key that
/// changes is a note.
struct ForeignEntry {
  private let server: String
  private(set) var members: [ConfigNode.Member] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter node: a group of keys.
  init(_ node: ConfigNode, server: String) {
    self.server = server
    let written = node.members ?? []
    // Our own keys first, so that what is translated finds them.
    for member in written where !Self.isTranslated(member) { members.append(member) }
    for member in written where Self.isTranslated(member) { translate(member) }
    for member in written where member.key == "timeout" {
      note(member, "is read as seconds", hint: "some clients mean milliseconds by it")
    }
  }

  // MARK: What there is

  /// Keys that only have another name.
  private static let names = [
    "http_headers": "headers", "enabled_tools": "tools.include", "disabled_tools": "tools.exclude",
    "tool_timeout_sec": "timeout", "startup_timeout_sec": "connect_timeout",
    "sslVerify": "ssl_verify", "clientCert": "client_cert", "clientKey": "client_key",
    "supportsParallelToolCalls": "supports_parallel_tool_calls",
  ]
  /// Keys whose numbers are milliseconds.
  private static let milliseconds = [
    "startup_timeout_ms": "connect_timeout", "connectionTimeoutMs": "connect_timeout",
    "requestTimeoutMs": "timeout",
  ]
  /// What other keys become.
  private static let forms = [
    "type": "transport", "env_http_headers": "headers", "bearer_token_env_var": "headers",
    "env_vars": "env", "disabled": "enabled", "scopes": "oauth.scope",
  ]
  private static let oauthNames = [
    "clientId": "client_id", "CLIENT_ID": "client_id", "clientSecret": "client_secret",
    "CLIENT_SECRET": "client_secret", "callbackPort": "redirect_port", "scopes": "scope",
  ]

  /// Keys that only say something to the program that the file is for. What changes how a server is
  /// run (`envFile`, sandboxes) is not among them: leaving it out in silence would be unsafe.
  static let idle = Dictionary(
    uniqueKeysWithValues: [
      "alwaysAllow", "autoApprove", "description", "gallery", "required", "version",
    ].map { ($0, "it is for the program that the file was written for") })

  /// Hints for those who write other clients' keys into our form.
  static let advice = names.merging(milliseconds) { $1 }.merging(forms) { $1 }
    .mapValues { "write '\($0)'" }

  private static func isTranslated(_ member: ConfigNode.Member) -> Bool {
    switch member.key {
    case "transport", "oauth": true
    case "auth": member.value.members != nil
    default: advice[member.key] != nil
    }
  }

  // MARK: One key

  private mutating func translate(_ member: ConfigNode.Member) {
    let value = member.value
    switch member.key {
    case "type", "transport": translateTransport(member)
    case "env_http_headers":
      put(.object(value.members?.map(Self.referring) ?? []), at: "headers", member) {
        $0.members != nil
      }
    case "bearer_token_env_var":
      let header = ConfigNode(.string("Bearer ${\(value.string ?? "")}"), span: value.span)
      put(
        .object([.init(key: "Authorization", keySpan: member.keySpan, value: header)]),
        at: "headers", member
      ) {
        $0.string != nil
      }
    case "env_vars":
      let variables = value.elements?.map { name in
        Self.referring(.init(key: name.string ?? "", keySpan: name.span, value: name))
      }
      put(.object(variables ?? []), at: "env", member) { node in
        node.elements?.allSatisfy { $0.string != nil } ?? false
      }
    case "disabled":
      put(.bool(!(value.bool ?? false)), at: "enabled", member) { $0.bool != nil }
    case "scopes": put(Self.scope(value).value, at: "oauth.scope", member)
    case "auth", "oauth": translateOAuth(member)
    case let key:
      if let name = Self.names[key] {
        put(value.value, at: name, member)
      } else if let name = Self.milliseconds[key] {
        let seconds = (value.number ?? 0) / 1000
        put(.number(seconds, source: "\(seconds)"), at: name, member) { $0.number != nil }
      }
    }
  }

  private mutating func translateTransport(_ member: ConfigNode.Member) {
    let name = member.value.string?.lowercased() ?? ""
    switch name {
    case "stdio", "local":
      // `command` says so already; `url` would say something else.
      if let url = members.last(where: { $0.key == "url" }) {
        report(
          .error, "conflicting-keys",
          "'\(server)' can't have 'url' with '\(member.key): \(name)'", at: url.keySpan)
      } else {
        note(member, "is left out: 'command' says so")
      }
    case "ws", "websocket":
      report(
        .error, "unsupported-transport",
        "'\(server)' is reached by WebSocket, which is not supported",
        at: member.value.span, hint: "use the server's Streamable HTTP address")
    case "http", "remote", "streamable-http", "streamablehttp", "streamable_http":
      put(.string("http"), at: "transport", member)
    default:
      put(member.value.value, at: "transport", member)
    }
  }

  private mutating func translateOAuth(_ member: ConfigNode.Member) {
    guard let keys = member.value.members else {
      members.append(member)
      return
    }
    var didRename = member.key != "oauth"
    let renamed = keys.map { key in
      guard let name = Self.oauthNames[key.key] else { return key }
      didRename = true
      let value = name == "scope" ? Self.scope(key.value) : key.value
      return ConfigNode.Member(key: name, keySpan: key.keySpan, value: value)
    }
    set(ConfigNode(.object(renamed), span: member.value.span), at: "oauth", member)
    if !members.contains(where: { $0.key == "auth" }) {
      set(ConfigNode(.string("oauth"), span: member.value.span), at: "auth", member)
      didRename = true
    }
    if didRename { note(member, "is read as 'auth: oauth' and 'oauth'") }
  }

  /// `X: NAME` as `X: ${NAME}`.
  private static func referring(_ member: ConfigNode.Member) -> ConfigNode.Member {
    guard let name = member.value.string else { return member }
    let value = ConfigNode(.string("${\(name)}"), span: member.value.span)
    return .init(key: member.key, keySpan: member.keySpan, value: value)
  }

  /// A list of scopes as one text.
  private static func scope(_ node: ConfigNode) -> ConfigNode {
    guard let texts = node.elements?.map(\.string), !texts.contains(nil) else { return node }
    return ConfigNode(.string(texts.compactMap { $0 }.joined(separator: " ")), span: node.span)
  }

  // MARK: Putting it together

  /// - Parameter isExpected: false for what can't be translated: the key stays, and its value is
  ///   reported by whoever decodes it.
  private mutating func put(
    _ value: ConfigNode.Value, at path: String, _ member: ConfigNode.Member,
    where isExpected: (ConfigNode) -> Bool = { _ in true }
  ) {
    let isExpected = isExpected(member.value)
    set(
      ConfigNode(isExpected ? value : member.value.value, span: member.value.span), at: path, member
    )
    if path != member.key || value != member.value.value { note(member, "is read as '\(path)'") }
  }

  /// - Parameter path: a key, or a group's and one of its keys.
  private mutating func set(_ value: ConfigNode, at path: String, _ source: ConfigNode.Member) {
    let parts = path.split(separator: ".").map(String.init)
    var value = value
    for key in parts.dropFirst().reversed() {
      value = ConfigNode(
        .object([.init(key: key, keySpan: source.keySpan, value: value)]), span: value.span)
    }
    guard let index = members.firstIndex(where: { $0.key == parts[0] }) else {
      members.append(.init(key: parts[0], keySpan: source.keySpan, value: value))
      return
    }
    guard let present = members[index].value.members, let added = value.members else {
      report(
        .error, "conflicting-keys",
        "'\(server)' has '\(members[index].key)' and '\(source.key)', which mean the same",
        at: source.keySpan, hint: "keep one of them")
      return
    }
    for member in added where present.contains(where: { $0.key == member.key }) {
      report(
        .error, "conflicting-keys",
        "'\(server)' has '\(parts[0]).\(member.key)' once more by '\(source.key)'",
        at: source.keySpan, hint: "keep one of them")
    }
    members[index].value.value = .object(present + added)
  }

  private mutating func note(_ member: ConfigNode.Member, _ words: String, hint: String? = nil) {
    report(
      .note, "translated-key", "'\(server).\(member.key)' \(words)", at: member.keySpan, hint: hint)
  }

  private mutating func report(
    _ severity: Severity, _ name: String, _ message: String, at span: SourceSpan,
    hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(severity, "mcp/\(name)", message, at: span, hint: hint))
  }
}

import DocgenCore
import MCPConfiguration
import Testing

/// Rules over one or several keys, with the place and the words of what breaks them.
struct ServerRulesTests {
  @Test(arguments: [
    ("▸headers: {X: a}", "headers"), ("▸transport: sse", "transport"),
    ("▸ssl_verify: true", "ssl_verify"),
    ("▸client_cert: /c.pem", "client_cert"), ("▸auth: oauth", "auth"),
    ("▸oauth: {client_id: a}\nauth: none", "oauth"),
    ("▸identity_header: {name: X, value: a}", "identity_header"),
    ("▸strict_redirect_headers: false", "strict_redirect_headers"),
    ("▸skip_preflight: true", "skip_preflight"),
  ])
  func programHasNoKeysOfRemoteServers(key: String, name: String) throws {
    let entry = Entry("command: a\n\(key)")
    let found = try #require(entry.validate().first { $0.message.contains("'web.\(name)'") })
    #expect(found.code == "mcp/misplaced-key")
    #expect(found.message == "'web.\(name)' means nothing for a server that is a program")
    #expect(found.span?.start == entry.places.first)
  }

  @Test(arguments: [
    ("▸args: []", "args"), ("▸env: {A: b}", "env"), ("▸cwd: /", "cwd"),
    ("▸idle_timeout_seconds: 1", "idle_timeout_seconds"),
    ("▸max_lifetime_seconds: 0", "max_lifetime_seconds"),
  ])
  func remoteServerHasNoKeysOfPrograms(key: String, name: String) {
    let entry = Entry("url: https://a.b\n\(key)")
    let found = entry.validate()
    #expect(
      found.map(\.message)
        == ["'web.\(name)' means nothing for a server over Streamable HTTP"])
    #expect(found.map(\.span?.start) == entry.places)
    #expect(found.map(\.hint) == ["it is for stdio"])
  }

  @Test(arguments: ["strict_redirect_headers", "skip_preflight"])
  func olderTransportHasFewerKeys(key: String) {
    let entry = Entry("url: https://a.b\ntransport: sse\n▸\(key): true")
    let found = entry.validate()
    #expect(
      found.map(\.message) == ["'web.\(key)' means nothing for a server with 'transport: sse'"])
    #expect(found.map(\.span?.start) == entry.places)
  }

  @Test(arguments: [
    (
      "command: a\n▸url: https://a.b", "mcp/conflicting-keys",
      "'web' can't have both 'command' and 'url'"
    ),
    ("▸timeout: 5", "mcp/missing-key", "'web' needs the key 'command' or 'url'"),
    (
      "url: http://a.b\n▸client_cert: /c.pem", "mcp/misplaced-key",
      "'web.client_cert' is never shown to a server at 'http://'"
    ),
    (
      "url: ▸ftp://a.b", "mcp/invalid-url",
      "'web.url' must start with 'https://' or 'http://'"
    ),
    ("url: ▸https://", "mcp/invalid-url", "'web.url' has no host"),
    ("url: ▸http://:8080", "mcp/invalid-url", "'web.url' has no host"),
    ("url: ▸https://a:port", "mcp/invalid-url", "'web.url' has no valid port"),
    ("url: ▸5", "mcp/invalid-url", "'web.url' must start with 'https://' or 'http://'"),
    ("url: ▸\" \"", "mcp/invalid-value", "'web.url' is blank"),
    ("command: ▸\"\"", "mcp/invalid-value", "'web.command' is blank"),
    ("command: ▸[a]", "mcp/wrong-type", "'web.command' must be a path, not a list"),
    ("command: ▸\"a\\0b\"", "mcp/invalid-value", "'web.command' has a NUL character in it"),
    ("command: a\ncwd: ▸\" \"", "mcp/invalid-value", "'web.cwd' is blank"),
    (
      "command: a\nargs: ▸--flag", "mcp/wrong-type",
      "'web.args' must be a list of text, not text"
    ),
    (
      "command: a\nargs: [▸{b: c}]", "mcp/wrong-type",
      "'web.args[0]' must be text, not a group of keys"
    ),
    (
      "command: a\nenv: {▸\"A=B\": c}", "mcp/invalid-name",
      "'web.env' has a name that no variable can have"
    ),
    (
      "url: https://a.b\nheaders: {X: ▸\"a\\rb\"}", "mcp/invalid-value",
      "'web.headers.X' has a line end in it"
    ),
    (
      "url: https://a.b\nheaders: {X: ▸\"a\\nb\"}", "mcp/invalid-value",
      "'web.headers.X' has a line end in it"
    ),
    (
      "url: https://a.b\nheaders: {X: ▸\"a\\0b\"}", "mcp/invalid-value",
      "'web.headers.X' has a NUL character in it"
    ),
    (
      "url: https://a.b\nheaders: {▸\"X\\nY\": a}", "mcp/invalid-name",
      "'web.headers' has a name that is no name of an HTTP header"
    ),
    (
      "url: https://a.b\nheaders: {x-a: b, ▸X-A: c}", "mcp/duplicate-header",
      "'web.headers' has the header 'X-A' twice"
    ),
    (
      "url: https://a.b\nidentity_header: ▸{name: X}", "mcp/missing-key",
      "'web.identity_header' needs the key 'value'"
    ),
    (
      "url: https://a.b\nauth: oauth\noauth: {client_metadata_url: ▸http://a.b/c}",
      "mcp/invalid-value",
      "'web.oauth.client_metadata_url' must be an address that starts with 'https://'"
    ),
    ("command: a\n▸timout: 5", "mcp/unknown-key", "'web' has no key 'timout'"),
    (
      "command: a\ntools: {▸includes: []}", "mcp/unknown-key",
      "'web.tools' has no key 'includes'"
    ),
    (
      "url: https://a.b\ntransport: ▸ws", "mcp/unknown-value",
      "'web.transport' must be 'http' or 'sse'"
    ),
    (
      "command: a\ntrust: ▸half", "mcp/unknown-value",
      "'web.trust' must be 'full' or 'untrusted'"
    ),
  ])
  func refuses(keys: String, code: String, message: String) {
    let entry = Entry(keys)
    let found = entry.validate()
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.span?.start) == entry.places)
  }

  @Test(arguments: [
    "enabled", "lazy", "supports_parallel_tool_calls", "tools.resources", "tools.prompts",
    "sampling.enabled", "elicitation.enabled",
  ])
  func quotedTruthIsNoTruth(path: String) {
    let parts = path.split(separator: ".")
    let value = parts.count == 1 ? "\(path): ▸\"false\"" : "\(parts[0]): {\(parts[1]): ▸\"false\"}"
    let entry = Entry("command: a\n\(value)")
    let found = entry.validate()
    #expect(
      found.map(\.message) == ["'web.\(path)' must be true or false, not text"])
    #expect(found.map(\.hint) == ["write false"])
    #expect(found.map(\.span?.start) == entry.places)
  }

  @Test(arguments: ["\"false\"", "\"True\"", "no"])
  func quotedTruthIsNoPath(value: String) {
    let found = Entry("url: https://a.b\nssl_verify: \(value)").validate()
    #expect(found.map(\.code) == ["mcp/wrong-type"])
    #expect(found.map(\.hint) == ["write true or false without quotes"])
  }

  @Test(
    arguments: [
      "timeout", "connect_timeout", "keepalive_interval", "idle_timeout_seconds",
      "max_lifetime_seconds",
    ], [".nan", "-1", ".inf", "-.inf", "1e300", "\"120\"", "soon", "[1]"])
  func timesAreNumbersOfSeconds(key: String, value: String) {
    let entry = Entry("command: a\n\(key): ▸\(value)")
    let found = entry.validate()
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("'web.\(key)' must be a number from") == true)
    #expect(found.map(\.span?.start) == entry.places)
  }

  @Test func zeroIsNoTimeToWait() {
    #expect(Entry("command: a\ntimeout: 0").validate().count == 1)
    #expect(Entry("command: a\nkeepalive_interval: 4").validate().count == 1)
    #expect(Entry("command: a\nidle_timeout_seconds: 0").validate() == [])
  }

  @Test func idleOAuthIsAWarning() {
    let found = Entry("url: https://a.b\n▸oauth: {client_id: a}").validate()
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.message) == ["'web.oauth' does nothing without 'auth: oauth'"])
  }

  @Test func unverifiedServerIsAWarningEachTime() {
    let entry = Entry("url: https://a.b\n▸ssl_verify: false")
    let servers = entry.load()
    #expect(servers.diagnostics.map(\.severity) == [.warning])
    #expect(servers.diagnostics.map(\.code) == ["mcp/unverified-server"])
    #expect(servers.diagnostics.map(\.span?.start) == entry.places)
    #expect(servers.remote?.settings.verification == .disabled)
    #expect(entry.validate() == [])
  }

  @Test func allErrorsAreToldAtOnce() {
    let found = Entry("url: ftp://a\ntimeout: -1\nenabled: \"no\"\ncommandd: x").validate()
    #expect(found.count == 4)
  }

  @Test(arguments: [
    ("transport: streamable-http", RemoteSettings.Transport.http), ("transport: SSE", .sse),
    ("transport: streamableHttp", .http), ("transport: http", .http), ("", .http),
  ])
  func transportsHaveOtherNames(key: String, transport: RemoteSettings.Transport) {
    let servers = Entry("url: https://a.b\n\(key)").load()
    #expect(servers.diagnostics == [])
    #expect(servers.remote?.settings.transport == transport)
  }

  @Test(arguments: [
    ("auto", SessionSettings.ProtocolEra.auto), ("stateless", .stateless), ("modern", .stateless),
    ("2026-07-28", .stateless), ("legacy", .legacy), ("handshake", .legacy), ("Legacy", .legacy),
  ])
  func protocolsHaveOtherNames(name: String, era: SessionSettings.ProtocolEra) {
    let servers = Entry("command: a\nprotocol: \(name)").load()
    #expect(servers.diagnostics == [])
    #expect(servers["web"]?.session.protocolEra == era)
  }
}

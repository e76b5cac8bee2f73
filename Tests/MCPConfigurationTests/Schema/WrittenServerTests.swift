import ConfigSchema
import DocgenCore
import Testing

@testable import MCPConfiguration

struct WrittenServerTests {
  private let text = TextTypes(environment: nil)

  // MARK: The schema

  @Test func hasAFieldForEveryProperty() {
    var paths = Set(WrittenServer.schema.fields.map { "\($0.path)" })
    // It is put together from the keys of the three forms.
    paths.insert("\\WrittenServer.remote.clientCertificate")
    let groups: [String: Any] = [
      "stdio": StdioSettings(), "remote": RemoteSettings(), "session": SessionSettings(),
    ]
    var expected: Set<String> = []
    for name in properties(of: WrittenServer()) {
      guard let group = groups[name] else {
        expected.insert("\\WrittenServer.\(name)")
        continue
      }
      for inner in properties(of: group) { expected.insert("\\WrittenServer.\(name).\(inner)") }
    }
    #expect(paths == expected)
  }

  @Test func groupsHaveAFieldForEveryProperty() {
    expectAll(ToolFilter.schema(text), ToolFilter())
    expectAll(SamplingSettings.schema(text), SamplingSettings())
    expectAll(ElicitationSettings.schema, ElicitationSettings())
    expectAll(OAuthSettings.schema(text), OAuthSettings())
    expectAll(IdentityHeader.schema(text), IdentityHeader(name: ""))
  }

  private func expectAll<Root>(_ schema: Schema<Root>, _ root: Root) {
    #expect(
      Set(schema.fields.map { "\($0.path)" })
        == Set(properties(of: root).map { "\\\(Root.self).\($0)" }))
  }

  private func properties(of value: Any) -> [String] {
    Mirror(reflecting: value).children.compactMap(\.label)
  }

  @Test func everyKeySaysWhatItIsFor() {
    for field in WrittenServer.schema.shape.fields {
      #expect(field.doc.hasSuffix(".") && field.doc.first?.isWhitespace == false, "\(field.key)")
    }
    let secrets = WrittenServer.schema.shape.fields.filter(\.isSecret).map(\.key)
    #expect(secrets == ["env", "headers", "client_key_passphrase"])
  }

  // MARK: Values

  @Test func defaultsAreWhatTheReferenceSays() throws {
    let program = try #require(Entry("command: a").load()["web"])
    #expect(program.session == SessionSettings())
    #expect(program.session.timeout == .seconds(300))
    #expect(program.session.connectTimeout == .seconds(60))
    #expect(program.session.keepaliveInterval == .seconds(180))
    #expect(program.session.protocolEra == .auto)
    #expect(program.session.sampling.maximumTokens == 4096)
    #expect(program.session.sampling.timeout == .seconds(30))
    #expect(program.session.sampling.maximumRequestsPerMinute == 10)
    #expect(program.session.sampling.maximumToolRounds == 5)
    #expect(program.session.elicitation.timeout == .seconds(300))
    #expect(program.session.trust == .full)
    #expect(program.tools == ToolFilter())
    #expect(program.connection == .stdio(command: "a", StdioSettings()))
    let remote = try #require(Entry("url: https://a.b").load().remote)
    #expect(remote.settings == RemoteSettings())
    #expect(remote.settings.verification == .system)
    #expect(remote.settings.transport == .http)
  }

  @Test func readsEveryKeyOfAProgram() throws {
    let servers = Entry(
      """
      command: server
      args: [-p, 8080, ""]
      env: {KEY: value, PORT: 1}
      cwd: /work
      idle_timeout_seconds: 90.5
      max_lifetime_seconds: 3600
      enabled: true
      timeout: 120
      connect_timeout: 0.5
      keepalive_interval: 30
      protocol: stateless
      supports_parallel_tool_calls: true
      lazy: true
      trust: untrusted
      tools: {include: get_*, exclude: [a, b], resources: false, prompts: false}
      sampling:
        {enabled: false, model: m, max_tokens_cap: 1, timeout: 2, max_rpm: 3, allowed_models: [m],
        max_tool_rounds: 0, log_level: debug, expose_client_tools: true}
      elicitation: {enabled: false, timeout: 9}
      """
    ).load()
    #expect(servers.diagnostics == [])
    let program = try #require(servers.program)
    #expect(program.command == "server")
    #expect(program.settings.arguments == ["-p", "8080", ""])
    #expect(program.settings.environment == ["KEY": Secret("value"), "PORT": Secret("1")])
    #expect(program.settings.workingDirectory == "/work")
    #expect(program.settings.idleTimeout == .seconds(90.5))
    #expect(program.settings.maximumLifetime == .seconds(3600))
    let server = try #require(servers["web"])
    #expect(server.session.timeout == .seconds(120))
    #expect(server.session.connectTimeout == .milliseconds(500))
    #expect(server.session.keepaliveInterval == .seconds(30))
    #expect(server.session.protocolEra == .stateless)
    #expect(server.session.supportsParallelToolCalls)
    #expect(server.session.isLazy)
    #expect(server.session.trust == .untrusted)
    #expect(server.tools.include == ["get_*"])
    #expect(server.tools.exclude == ["a", "b"])
    #expect(!server.tools.offersResources && !server.tools.offersPrompts)
    let sampling = server.session.sampling
    #expect(!sampling.isEnabled && sampling.exposesClientTools)
    #expect(sampling.model == "m" && sampling.allowedModels == ["m"])
    #expect([sampling.maximumTokens, sampling.maximumRequestsPerMinute] == [1, 3])
    #expect(sampling.maximumToolRounds == 0)
    #expect(sampling.timeout == .seconds(2) && sampling.logLevel == .debug)
    #expect(!server.session.elicitation.isEnabled)
    #expect(server.session.elicitation.timeout == .seconds(9))
  }

  @Test func readsEveryKeyOfARemoteServer() throws {
    let servers = Entry(
      """
      url: https://example.com/mcp
      headers: {Authorization: Bearer a, X-Empty: ""}
      auth: OAuth
      oauth:
        {client_id: i, client_secret: s, scope: a b, redirect_port: 8400, redirect_host: localhost,
        redirect_uri: "http://localhost/", client_name: n, client_metadata_url: "https://a.b/c",
        token_endpoint_auth_method: client_secret_post, application_type: web, cimd: false,
        user_agent: u, timeout: 60, flow: device}
      identity_header: {name: X-Who, value_from: profile}
      strict_redirect_headers: true
      skip_preflight: true
      """
    ).load()
    #expect(servers.diagnostics == [])
    let settings = try #require(servers.remote).settings
    #expect(settings.headers == ["Authorization": Secret("Bearer a"), "X-Empty": Secret("")])
    #expect(settings.authentication == .oauth)
    #expect(settings.strictRedirectHeaders && settings.skipsPreflight)
    #expect(settings.identityHeader?.name == "X-Who")
    #expect(settings.identityHeader?.source == .profile)
    let oauth = try #require(settings.oauth)
    #expect(oauth.clientID == "i" && oauth.clientSecret == Secret("s") && oauth.scope == "a b")
    #expect(oauth.redirectPort == 8400 && oauth.redirectHost == "localhost")
    #expect(oauth.redirectURI == "http://localhost/" && oauth.clientName == "n")
    #expect(oauth.clientMetadataURL == "https://a.b/c" && !oauth.usesClientMetadata)
    #expect(oauth.tokenEndpointMethod == .clientSecretPost && oauth.applicationType == .web)
    #expect(oauth.userAgent == "u" && oauth.timeout == .seconds(60) && oauth.flow == .device)
  }

  // MARK: What is written from the schema

  @Test func sampleDecodesWithoutDiagnostics() throws {
    let sample = Array(MCPServers.sampleFile.utf8)
    #expect(MCPServers.validate(sample, file: "mcp.yml") == [])
    let servers = MCPServers.read(sample, file: "mcp.yml", environment: [:])
    #expect(servers.diagnostics == [])
    #expect(servers.servers.map(\.name) == ["files", "remote"])
    let remote = try #require(servers["remote"])
    #expect(remote.session == SessionSettings())
    #expect(remote.tools == ToolFilter())
  }

  @Test func sampleShowsEveryKey() {
    let sample = MCPServers.sampleFile
    for field in WrittenServer.schema.shape.fields {
      #expect(sample.contains("    \(field.key):") || sample.contains("# \(field.key):"))
    }
    #expect(sample.split(separator: "\n").allSatisfy { $0.count <= 104 })
  }

  @Test func tableHasARowForEveryKey() {
    let rows = MCPServers.referenceTable.split(separator: "\n")
    for field in WrittenServer.schema.shape.fields {
      #expect(rows.contains { $0.hasPrefix("| `\(field.key)` |") }, "\(field.key)")
    }
    for row in [
      "| `timeout` | a number from 0.001 to 86400 | `300` |  | How long one tool call may take."
        + " In seconds. |",
      "| `ssl_verify` | `true` or `false` or text | `true` | HTTP, SSE |",
      "| `tools.include` | text or list: text |  |  |", "| `oauth.redirect_host` | text |",
    ] {
      #expect(rows.contains { $0.hasPrefix(row) }, "\(row)")
    }
  }

  @Test func jsonSchemaDescribesEveryKey() throws {
    let text = MCPServers.jsonSchema(id: "https://example.com/mcp.json")
    let read = JSONReader.value(Array(text.utf8), file: "mcp.json")
    #expect(read.diagnostics == [])
    let schema = try #require(read.value)
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"]?.string == "https://example.com/mcp.json")
    #expect(schema["additionalProperties"] == nil)
    let servers = schema["properties"]?["mcp_servers"]
    #expect(servers?["additionalProperties"]?["$ref"]?.string == "#/$defs/server")
    let server = try #require(schema["$defs"]?["server"])
    #expect(server["additionalProperties"]?.bool == false)
    #expect(
      server["properties"]?.members?.map(\.key) == WrittenServer.schema.shape.fields.map(\.key))
    #expect(server["properties"]?["timeout"]?["default"]?.number == 300)
    #expect(server["properties"]?["headers"]?["writeOnly"]?.bool == true)
    #expect(server["properties"]?["headers"]?["default"] == nil)
  }
}

import DocgenCore
import MCPConfiguration
import Testing

/// The files of this and of other clients.
struct ServerFilesTests {
  // MARK: Where servers are found

  @Test(arguments: [
    ("mcp.yml", "model: x\nmcp_servers:\n  web:\n    command: a\n"),
    ("mcp.json", #"{"mcp_servers": {"web": {"command": "a"}}}"#),
    (".mcp.json", #"{"mcpServers": {"web": {"command": "a"}}}"#),
    ("mcp.yaml", "mcpServers: {web: {command: a}}"),
    ("mcp.json", "// inputs\n{\"inputs\": [], \"servers\": {\"web\": {\"command\": \"a\",},},}"),
    ("openclaw.json", #"{"mcp": {"servers": {"web": {"command": "a"}}}}"#),
    ("mcp.yml", "servers: [1]\nmcp_servers: {web: {command: a}}"),
  ])
  func findsServers(file: String, text: String) {
    let servers = Entry(file: text).load(file: file)
    #expect(servers.diagnostics == [])
    #expect(servers.program?.command == "a")
  }

  @Test(arguments: [
    ("▸mcp_server: {}", "mcp/no-servers", "the file has no key 'mcp_servers'"),
    ("▸model: x", "mcp/no-servers", "the file has no key 'mcp_servers'"),
    ("▸", "mcp/no-servers", "the file is empty"),
    ("▸[1]", "mcp/wrong-type", "the file must be a group of keys, not a list"),
    (
      "mcp_servers: ▸[1]", "mcp/wrong-type",
      "'mcp_servers' must be a group of servers by name, not a list"
    ),
    (
      "mcp_servers: {}\n▸mcpServers: {}", "mcp/conflicting-keys",
      "the file can't have both 'mcp_servers' and 'mcpServers'"
    ),
    ("mcp_servers: {▸\"\": {command: a}}", "mcp/invalid-name", "a server must have a name"),
    ("mcp_servers: {web: ▸5}", "mcp/wrong-type", "'web' must be a group of keys, not a number"),
    ("mcp_servers: {web: ▸}", "mcp/missing-key", "'web' needs the key 'command' or 'url'"),
  ])
  func saysWhatIsNoListOfServers(text: String, code: String, message: String) {
    let entry = Entry(file: text)
    let found = entry.validate().filter { $0.message == message }
    #expect(found.map(\.code) == [code], "\(entry.validate())")
    #expect(found.map(\.span?.start) == entry.places)
  }

  @Test func noServersAreFine() {
    #expect(Entry(file: "mcp_servers:").load().diagnostics == [])
    #expect(Entry(file: "mcp_servers: {}").load().servers == [])
  }

  @Test func oneServersErrorIsNotAnothers() {
    let servers = Entry(
      file: """
        mcp_servers:
          b: {command: b}
          wrong: {command: ""}
          off: {command: c, enabled: false}
          a: {url: "https://a"}
        """
    ).load()
    #expect(servers.servers.map(\.name) == ["b", "a"])
    #expect(servers.refused == ["wrong"])
    #expect(servers.disabled == ["off"])
    #expect(servers.diagnostics.map(\.message) == ["'wrong.command' is blank"])
  }

  @Test func readsFilesFromTheDisk() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/mcp.yml"
    #expect(
      MCPServers.load(path, environment: [:]).diagnostics.map(\.code) == ["mcp/unreadable-file"])
    try FileSystem.write(Array("mcp_servers: {web: {command: '${C}'}}".utf8), to: path)
    #expect(MCPServers.load(path, environment: ["C": "c"]).program?.command == "c")
  }

  @Test func brokenFilesAreErrors() {
    #expect(Entry(file: "{").validate(file: "mcp.json").map(\.severity) == [.error])
    #expect(Entry(file: "a: [").validate().map(\.severity) == [.error])
    let deep = String(repeating: "[", count: 100_000)
    #expect(Entry(file: deep).validate(file: "mcp.json").map(\.severity) == [.error])
  }

  /// Whatever a file looks like, it is read to its end, and what can't be used is said.
  @Test func damagedFilesAreReported() {
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces = [
      "{", "}", "[", "]", "${", "\"", ":", "- ", "\n", "~", "null", "\0", "*a", "é", "-1",
    ]
    for round in 0..<400 {
      var bytes = Array(MCPServers.sampleFile.replacing("    # ", with: "    ").utf8)
      for _ in 0...next(4) {
        let start = next(bytes.count)
        let end = min(bytes.count, start + next(12))
        bytes.replaceSubrange(start..<end, with: Array(pieces[next(pieces.count)].utf8))
      }
      let file = round % 4 == 0 ? "mcp.json" : "mcp.yml"
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing("mcp_servers:", with: round % 2 == 0 ? "mcpServers:" : "mcp_servers:")
      let servers = Entry(file: text).load(file: file)
      let hasErrors = servers.diagnostics.contains { $0.severity == .error }
      #expect(hasErrors || servers.servers.count + servers.disabled.count == 2)
      #expect(servers.refused.isEmpty || hasErrors)
    }
  }

  // MARK: Other clients' keys

  /// - Returns: what the entry became, with the notes' messages.
  private func foreign(
    _ entry: String, environment: [String: String] = ["T": "t"]
  ) -> (servers: MCPServers, notes: [String]) {
    let servers = Entry(file: "{\"mcpServers\": {\"web\": \(entry)}}")
      .load(environment, file: ".mcp.json")
    #expect(
      servers.diagnostics.allSatisfy { $0.severity == .note && $0.code == "mcp/translated-key" })
    return (servers, servers.diagnostics.map(\.message))
  }

  @Test(arguments: [
    (#"{"type": "http", "url": "https://a.b"}"#, RemoteSettings.Transport.http),
    (#"{"type": "streamable-http", "url": "https://a.b"}"#, .http),
    (#"{"type": "streamableHttp", "url": "https://a.b"}"#, .http),
    (#"{"url": "https://a.b", "type": "sse"}"#, .sse),
    (#"{"url": "https://a.b", "type": "SSE"}"#, .sse),
  ])
  func readsTheType(entry: String, transport: RemoteSettings.Transport) {
    let found = foreign(entry)
    #expect(found.servers.remote?.settings.transport == transport)
    #expect(found.notes == ["'web.type' is read as 'transport'"])
  }

  @Test func programsNeedNoType() {
    let found = foreign(#"{"type": "stdio", "command": "a", "args": ["b"], "env": {"C": "d"}}"#)
    #expect(found.servers.program?.settings.arguments == ["b"])
    #expect(found.servers.program?.settings.environment == ["C": Secret("d")])
    #expect(found.notes == ["'web.type' is left out: 'command' says so"])
  }

  @Test func readsHeadersFromSeveralKeys() {
    let found = foreign(
      """
      {"url": "https://a.b", "headers": {"A": "1"}, "http_headers": {"B": "2"},
       "env_http_headers": {"C": "T"}, "bearer_token_env_var": "T"}
      """)
    #expect(
      found.servers.remote?.settings.headers.mapValues(\.value)
        == ["A": "1", "B": "2", "C": "t", "Authorization": "Bearer t"])
    #expect(
      found.notes == [
        "'web.http_headers' is read as 'headers'", "'web.env_http_headers' is read as 'headers'",
        "'web.bearer_token_env_var' is read as 'headers'",
      ])
  }

  @Test func readsSettingsByOtherNames() throws {
    let found = foreign(
      """
      {"command": "a", "env_vars": ["T"], "tool_timeout_sec": 5, "startup_timeout_ms": 1500,
       "enabled_tools": ["x"], "disabled_tools": ["y"], "supportsParallelToolCalls": true}
      """)
    let server = try #require(found.servers["web"])
    #expect(found.servers.program?.settings.environment == ["T": Secret("t")])
    #expect(server.session.timeout == .seconds(5))
    #expect(server.session.connectTimeout == .milliseconds(1500))
    #expect(server.session.supportsParallelToolCalls)
    #expect(server.tools.include == ["x"])
    #expect(server.tools.exclude == ["y"])
    #expect(found.notes.count == 6)
  }

  @Test func readsOAuthOfOthers() throws {
    let entries = [
      #"{"url": "https://a.b", "oauth": {"clientId": "i", "callbackPort": 1, "scopes": ["r", "w"]}}"#,
      #"{"url": "https://a.b", "auth": {"CLIENT_ID": "i", "scopes": ["r", "w"]}}"#,
      #"{"url": "https://a.b", "auth": "oauth", "oauth": {"client_id": "i"}, "scopes": ["r", "w"]}"#,
    ]
    for entry in entries {
      let found = foreign(entry)
      let settings = try #require(found.servers.remote).settings
      #expect(settings.authentication == .oauth)
      #expect(settings.oauth?.clientID == "i")
      #expect(settings.oauth?.scope == "r w")
      #expect(found.notes.count == 1)
    }
  }

  @Test func readsVerificationAndSwitches() {
    let found = foreign(#"{"url": "https://a.b", "sslVerify": true, "disabled": true}"#)
    #expect(found.servers.disabled == ["web"])
    #expect(foreign(#"{"command": "a", "disabled": false}"#).servers.servers.count == 1)
  }

  @Test func keysOfOtherProgramsOwnAreNotes() {
    let entry = Entry(
      file: #"{"mcpServers": {"web": {"command": "a", ▸"autoApprove": [], ▸"gallery": true}}}"#)
    let servers = entry.load(file: "mcp.json")
    #expect(servers.diagnostics.map(\.code) == ["mcp/ignored-key", "mcp/ignored-key"])
    #expect(servers.diagnostics.map(\.severity) == [.note, .note])
    #expect(servers.diagnostics.map(\.span?.start) == entry.places)
    #expect(servers.servers.count == 1)
    #expect(Entry("command: a\nautoApprove: []").load().refused == ["web"])
  }

  @Test func unitOfTimesIsTold() {
    let found = foreign(#"{"command": "a", "timeout": 60}"#)
    #expect(found.servers["web"]?.session.timeout == .seconds(60))
    #expect(found.notes == ["'web.timeout' is read as seconds"])
  }

  @Test(arguments: [
    (#"{"type": "stdio", ▸"url": "https://a.b"}"#, "mcp/conflicting-keys"),
    (#"{"type": ▸"ws", "url": "wss://a.b"}"#, "mcp/unsupported-transport"),
    (#"{"url": "https://a.b", "type": ▸"carrier-pigeon"}"#, "mcp/unknown-value"),
    (#"{"command": "a", "timeout": 1, ▸"tool_timeout_sec": 2}"#, "mcp/conflicting-keys"),
    (
      #"{"url": "https://a.b", "headers": {"A": "1"}, ▸"http_headers": {"A": "2"}}"#,
      "mcp/conflicting-keys"
    ),
    (#"{"url": "https://a.b", "http_headers": ▸5}"#, "mcp/wrong-type"),
    (#"{"url": "https://a.b", "env_http_headers": ▸[1]}"#, "mcp/wrong-type"),
    (#"{"url": "https://a.b", "bearer_token_env_var": ▸5}"#, "mcp/wrong-type"),
    (#"{"url": "https://a.b", "bearer_token_env_var": ▸"a b"}"#, "mcp/unknown-reference"),
    (#"{"command": "a", "env_vars": ▸"T"}"#, "mcp/wrong-type"),
    (#"{"command": "a", "startup_timeout_ms": ▸"1"}"#, "mcp/wrong-type"),
    (#"{"command": "a", "startup_timeout_ms": ▸-1}"#, "mcp/out-of-range"),
    (#"{"command": "a", "disabled": ▸"no"}"#, "mcp/wrong-type"),
    (#"{"command": "a", ▸"envFile": ".env"}"#, "mcp/unknown-key"),
  ])
  func refusesWhatItCannotTranslate(entry: String, code: String) {
    let entry = Entry(file: "{\"mcpServers\": {\"web\": \(entry)}}")
    let found = entry.validate(file: "mcp.json").filter { $0.code == code }
    #expect(found.map(\.severity).contains(.error), "\(entry.validate(file: "mcp.json"))")
    #expect(found.map(\.span?.start).contains(entry.places.first))
    #expect(entry.load(file: "mcp.json").refused == ["web"])
  }

  @Test func ownFilesHaveOwnKeys() {
    let found = Entry("url: https://a.b\n▸type: http\n▸http_headers: {A: b}").validate()
    #expect(found.map(\.code) == ["mcp/unknown-key", "mcp/unknown-key"])
    #expect(found.map(\.hint) == ["write 'transport'", "write 'headers'"])
  }
}

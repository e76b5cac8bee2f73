import ConfigSchema
import DocgenCore
import Testing

struct SchemaDecodingTests {
  private func decode(
    _ marked: String, over server: Server = Server(), with schema: Schema<Server> = Server.schema
  ) -> (server: Server, diagnostics: [Diagnostic], places: [SourcePosition]) {
    let text = MarkedText(marked)
    let read = YAMLReader.read(text.bytes, file: "server.yml")
    #expect(read.diagnostics == [])
    var server = server
    let diagnostics = read.value.map { schema.decode($0, into: &server) } ?? []
    return (server, diagnostics, text.places)
  }

  @Test func decodesEveryKind() {
    let decoded = decode(
      """
      name: 2.0
      enabled: false
      port: 0x50
      timeout: 1.5
      mode: fast
      token: secret
      hosts: [a, 1]
      aliases: b
      environment: {HOME: /, N: 1}
      routes: [{path: /a, target: /b}]
      retry: {count: 0}
      fallback: {delay: 2}
      folders:
        - name: a
          folders: [{name: b}]
      """)
    var expected = Server()
    expected.name = "2.0"
    expected.isEnabled = false
    expected.port = 80
    expected.timeout = 1.5
    expected.mode = .fast
    expected.token = "secret"
    expected.hosts = ["a", "1"]
    expected.aliases = ["b"]
    expected.environment = ["LANG": "C", "HOME": "/", "N": "1"]
    expected.routes = [Server.Route(path: "/a", target: "/b")]
    expected.retry.count = 0
    expected.fallback = Server.Retry(count: 3, delay: 2)
    expected.folders = [
      Server.Folder(name: "a", folders: [Server.Folder(name: "b", folders: [])])
    ]
    #expect(decoded.diagnostics == [])
    #expect(decoded.server == expected)
  }

  @Test func winsKeyByKey() {
    var server = Server()
    server.name = "old"
    server.retry = Server.Retry(count: 9, delay: 9)
    server.token = "t"
    server.fallback = Server.Retry(count: 8, delay: 8)
    let decoded = decode(
      "retry: {count: 1}\ntoken: null\nfallback: {delay: 1}", over: server)
    #expect(decoded.diagnostics == [])
    #expect(decoded.server.name == "old")
    #expect(decoded.server.retry == Server.Retry(count: 1, delay: 9))
    #expect(decoded.server.token == nil)
    #expect(decoded.server.fallback == Server.Retry(count: 8, delay: 1))
  }

  @Test(
    arguments: [
      ("▸nmae: a", "unknown-key", "server.yml has no key 'nmae'", "did you mean 'name'?"),
      ("▸zzzzzz: a", "unknown-key", "server.yml has no key 'zzzzzz'", nil),
      ("▸url: a", "unknown-key", "server.yml has no key 'url'", "write 'hosts'"),
      (
        "retry:\n  ▸cuont: 1", "unknown-key", "'retry' has no key 'cuont'", "did you mean 'count'?"
      ),
      ("name: ▸[a]", "wrong-type", "'name' must be text, not a list", nil),
      ("name: ▸true", "wrong-type", "'name' must be text, not true", nil),
      (
        "name: ▸~", "wrong-type", "'name' must be text, but is empty",
        "leave the key out to keep the default"
      ),
      (
        "enabled: ▸yes", "wrong-type", "'enabled' must be true or false, not the text 'yes'",
        "write true"
      ),
      ("enabled: ▸1", "wrong-type", "'enabled' must be true or false, not 1", nil),
      (
        "port: ▸99999", "out-of-range",
        "'port' must be a whole number from 1 to 65535, not 99999", nil
      ),
      (
        "port: ▸1.5", "wrong-type", "'port' must be a whole number from 1 to 65535, not 1.5",
        nil
      ),
      (
        "timeout: ▸\"3\"", "wrong-type",
        "'timeout' must be a number of at least 0, not the text '3'", nil
      ),
      ("timeout: ▸.nan", "out-of-range", "'timeout' must be a number of at least 0, not .nan", nil),
      (
        "mode: ▸sfae", "unknown-value", "'mode' must be 'fast', 'safe' or 'offline', not 'sfae'",
        "did you mean 'safe'?"
      ),
      ("hosts: ▸a", "wrong-type", "'hosts' must be a list of text, not the text 'a'", nil),
      ("hosts: [a, ▸{b: c}]", "wrong-type", "'hosts[1]' must be text, not a group of keys", nil),
      (
        "environment: {A: ▸[]}", "wrong-type", "'environment.A' must be text, not a list", nil
      ),
      (
        "routes:\n  - {path: a, target: b}\n  - ▸path: a", "missing-key",
        "'routes[1]' needs the key 'target'", nil
      ),
      ("token: ▸[abc]", "wrong-type", "'token' must be text, not a list", nil),
      ("retry: ▸3", "wrong-type", "'retry' must be a group of keys, not 3", nil),
      (
        "folders: [{name: a, folders: [{name: ▸{}}]}]", "wrong-type",
        "'folders[0].folders[0].name' must be text, not a group of keys", nil
      ),
      ("▸- a", "wrong-type", "server.yml must be a group of keys, not a list", nil),
    ] as [(String, String, String, String?)])
  func saysWhatIsWrong(marked: String, code: String, message: String, hint: String?) {
    let decoded = decode(marked, with: Server.schema.advising(["url": "write 'hosts'"]))
    #expect(decoded.diagnostics.map(\.code) == ["config/\(code)"])
    #expect(decoded.diagnostics.map(\.message) == [message])
    #expect(decoded.diagnostics.map(\.hint) == [hint])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
    #expect(decoded.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func reportsEverythingAtOnceAndKeepsTheRest() {
    let decoded = decode(
      """
      ▸nope: 1
      name: good
      port: ▸many
      hosts: [a, ▸[], b]
      routes:
        - ▸{path: a}
        - {path: b, target: ▸{}}
        - {path: c, target: d, weight: ▸0}
      """)
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
    #expect(decoded.server.name == "good")
    #expect(decoded.server.port == 8080)
    #expect(decoded.server.hosts == ["a", "b"])
    // What lacks a required key is no value; what has a bad optional one is.
    #expect(decoded.server.routes == [Server.Route(path: "c", target: "d")])
  }

  @Test func neverShowsASecret() {
    struct Keys: Sendable {
      var pin = 1
      var mode = Server.Mode.fast
      static let schema = Schema("keys", defaults: Keys()) {
        Field("pin", \.pin, .integer(in: 1...2), "A pin.").secret
        Field("mode", \.mode, .choice, "A mode.").secret
      }
    }
    for text in ["pin: hunter2", "pin: 77123", "mode: hunter2", "pin: [hunter2]"] {
      var keys = Keys()
      let node = YAMLReader.read(Array(text.utf8), file: "a.yml").value
      let found = node.map { Keys.schema.decode($0, into: &keys) } ?? []
      #expect(found.count == 1)
      #expect(!found.contains { $0.message.contains("hunter2") || $0.message.contains("77123") })
    }
    #expect(!Keys.schema.sampleFile.contains("fast\""))
    #expect(!Keys.schema.shape.referenceTable.contains("`1`"))
  }

  @Test func warnsOfDeprecatedKeys() {
    let decoded = decode("▸title: a")
    #expect(decoded.server.oldName == "a")
    #expect(decoded.diagnostics.map(\.code) == ["config/deprecated-key"])
    #expect(decoded.diagnostics.map(\.severity) == [.warning])
    #expect(decoded.diagnostics.map(\.hint) == ["use 'name'"])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
  }

  @Test func followsItsPolicies() {
    let lenient = Server.schema.lenient.allowingUnknownKeys.reporting(as: "page")
    let decoded = decode(
      "enabled: \"False\"\ntimeout: \"2\"\nport:\nother: 1\nname: ▸[]", with: lenient)
    #expect(decoded.server.isEnabled == false)
    #expect(decoded.server.timeout == 2)
    #expect(decoded.server.port == 8080)
    #expect(decoded.diagnostics.map(\.code) == ["page/wrong-type"])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
    let ignoring = decode("▸color: red", with: Server.schema.ignoring(["color": "it has none"]))
    #expect(ignoring.diagnostics.map(\.code) == ["config/ignored-key"])
    #expect(ignoring.diagnostics.map(\.severity) == [.note])
  }

  @Test func reportsCode() {
    let span = SourceSpan(file: "c.ts", line: 3, column: 9)
    let node = ConfigNode(
      .object([
        .init(key: "name", keySpan: span, value: ConfigNode(.unknown(source: "f()"), span: span))
      ]), span: span)
    var server = Server()
    let found = Server.schema.decode(node, into: &server)
    #expect(found.map(\.code) == ["config/not-static"])
    #expect(found.map(\.span) == [span])
  }

  @Test func checksSeveralKeys() {
    let schema = Server.schema.checking { server, node, context in
      if server.timeout > 10, server.mode == .fast {
        context.report("invalid-value", "too slow to be fast", at: node.span)
        server.mode = .safe
      }
    }
    let decoded = decode("▸mode: fast", with: schema)
    #expect(decoded.diagnostics.map(\.message) == ["too slow to be fast"])
    #expect(decoded.diagnostics.map(\.span?.start) == decoded.places)
    #expect(decoded.server.mode == .safe)
  }

  @Test func concealsValuesWhereAsked() {
    for keys in ["port: sesame", "mode: sesame", "hosts: sesame", "retry: sesame", "port: 1234567"]
    {
      let found = decode(keys, with: Server.schema.concealing).diagnostics
      #expect(found.count == 1)
      #expect(!"\(found)".contains("sesame") && !"\(found)".contains("1234567"))
    }
  }

  @Test func namesTheKeysAbove() {
    let read = YAMLReader.read(Array("port: a".utf8), file: "server.yml")
    var server = Server()
    let found = read.value.map { Server.schema.decode($0, into: &server, below: "web") } ?? []
    #expect(
      found.map(\.message) == [
        "'web.port' must be a whole number from 1 to 65535, not the text 'a'"
      ])
  }

  @Test func hasAFieldForEveryProperty() {
    #expect(Set(Server.schema.fields.map { "\($0.path)" }) == properties(of: Server()))
  }

  private func properties<Root>(of root: Root) -> Set<String> {
    Set(Mirror(reflecting: root).children.map { "\\\(Root.self).\($0.label ?? "")" })
  }
}

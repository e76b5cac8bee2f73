import DocgenCore
import MCPConfiguration
import Testing

/// Secrets are in no message, whatever is wrong with the entry that they stand in.
struct SecrecyTests {
  private static let secret = "open-sesame-42"

  @Test(arguments: [
    "url: https://a.b\nheaders: S", "url: https://a.b\nheaders: [S]",
    "url: https://a.b\nheaders: {Authorization: [S]}", "command: a\nheaders: {X: S}",
    "url: https://a.b\nheaders: {X: \"S\\r\\nY: S\"}", "url: https://a.b\nheaders: {X: \"S\\0\"}",
    "command: a\nenv: S", "command: a\nenv: {KEY: {x: S}}", "command: a\nenv: {KEY: \"S\\0\"}",
    "command: a\nargs: \"--token=S\\0\"\ncwd: \"S\\0\"", "command: a\nargs: [{token: S}]",
    "command: a\nargs: [\"S\\0\"]", "url: \"ftp://a.b?key=S\"", "url: \"https://u:S@:80\"",
    "url: \"https://u:S@a:b\"", "command: a\nurl: \"https://u:S@a.b\"", "headers: {X: S}",
    "url: https://a.b\nclient_cert: [/no, /no, S, S]", "command: a\nclient_key_passphrase: S",
    "url: https://a.b\nclient_cert: [/no, /no, [S]]", "url: https://a.b\nclient_key_passphrase: S",
    "url: https://a.b\nclient_key_passphrase: [S]", "url: https://a.b\noauth: S\nauth: [S]",
    "url: https://a.b\nauth: oauth\noauth: {client_secret: [S]}",
    "url: https://a.b\nauth: oauth\noauth: {client_secret: {x: S}, cliend_id: S}",
    "url: https://a.b\nidentity_header: {name: X, value: [S]}",
    "url: https://a.b\nidentity_header: {name: \"a b\", value: S}",
    "url: https://a.b\nauth: Bearer S", "command: a\ntimeout: S",
    "url: https://a.b\nidentity_header: S",
    "url: https://a.b\nclient_key: \"-----BEGIN S\"", "url: https://a.b\npassword: S",
  ])
  func errorsDontShowThem(keys: String) {
    let entry = Entry(keys.replacing("S", with: Self.secret))
    for found in [entry.load().diagnostics, entry.validate()] {
      #expect(found.contains { $0.severity == .error }, "\(keys)")
      #expect(!"\(found)".contains(Self.secret), "\(found)")
    }
  }

  /// Wherever a variable can stand, and whatever its value breaks there.
  @Test(arguments: [
    "", "url", "command", "transport", "protocol", "trust", "timeout", "enabled", "ssl_verify",
    "args", "cwd", "headers", "tools", "sampling", "oauth", "auth", "lazy", "max_lifetime_seconds",
  ])
  func valuesOfVariablesAreNotShown(key: String) {
    let variable = "${V}"
    let keys: String =
      switch key {
      case "": "url: https://a.b\nauth: oauth\noauth: {client_metadata_url: \(variable)}"
      case "url": "url: \(variable)"
      case "command": "command: \(variable)"
      case "headers": "url: https://a.b\nheaders: {X: \(variable)}"
      case "args": "command: a\nargs: [\(variable)]"
      case "cwd": "command: a\ncwd: \(variable)"
      case "tools": "command: a\ntools: {include: \(variable)}"
      case "sampling": "command: a\nsampling: {model: \(variable)}"
      case "oauth": "url: https://a.b\nauth: oauth\noauth: {user_agent: \(variable)}"
      case "ssl_verify": "url: https://a.b\nssl_verify: [\(variable)]"
      default: "url: https://a.b\n\(key): \(variable)"
      }
    let found = Entry(keys).load(["V": Self.secret + "\r\n\0"]).diagnostics
    #expect(found.contains { $0.severity == .error }, "\(keys)")
    #expect(!"\(found)".contains(Self.secret), "\(found)")
  }

  @Test func descriptionsDontShowThem() {
    let entries = [
      "command: a\nenv: {KEY: S}",
      "url: https://u:S@a.b?key=S\nheaders: {X: S}\nauth: oauth\noauth: {client_secret: S}\n"
        + "identity_header: {name: X, value: S}\nclient_cert: /proc/self/stat\n"
        + "client_key_passphrase: S",
    ]
    for keys in entries {
      let servers = Entry(keys.replacing("S", with: Self.secret)).load()
      #expect(servers.servers.count == 1)
      var dumped = ""
      dump(servers, to: &dumped)
      #expect(!dumped.contains(Self.secret))
      #expect(!"\(servers)\(String(reflecting: servers))".contains(Self.secret))
    }
  }
}

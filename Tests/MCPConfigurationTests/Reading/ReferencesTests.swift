import MCPConfiguration
import Testing

struct ReferencesTests {
  private let environment = ["NAME": "value", "EMPTY": "", "_a1": "b"]

  @Test(arguments: [
    ("${NAME}", "value"), ("${env:NAME}", "value"), ("a-${NAME}-${_a1}", "a-value-b"),
    ("${NONE:-default}", "default"), ("${NONE:-}", ""), ("${EMPTY:-default}", "default"),
    ("${NAME:-default}", "value"), ("${env:NONE:-a:-b}", "a:-b"), ("${EMPTY}", ""),
    ("$${NAME}", "${NAME}"), ("$NAME", "$NAME"), ("a $ b", "a $ b"), ("${NAME", "${NAME"),
    ("$$${NAME}", "$${NAME}"), ("}${NAME}}", "}value}"), ("中${NAME}文", "中value文"),
  ])
  func replacesVariables(written: String, value: String) {
    let servers = Entry("command: a\nargs: ['\(written)']").load(environment)
    #expect(servers.diagnostics == [])
    #expect(servers.program?.settings.arguments == [value])
  }

  @Test(arguments: [
    ("command: ▸${NONE}", "command"), ("command: a\nargs: [b, ▸'${NONE}']", "args[1]"),
    ("command: a\nenv: {KEY: ▸'x${env:NONE}'}", "env.KEY"), ("url: ▸https://${NONE}/", "url"),
    ("url: https://a.b\nheaders: {X: ▸'${NONE}'}", "headers.X"),
    ("url: https://a.b\nssl_verify: ▸${NONE}", "ssl_verify"),
    ("url: https://a.b\nclient_cert: ▸${NONE}", "client_cert"),
    ("command: a\ntools: {include: [▸'${NONE}']}", "tools.include[0]"),
    ("url: https://a.b\nauth: oauth\noauth: {client_secret: ▸'${NONE}'}", "oauth.client_secret"),
  ])
  func unsetVariableIsNamed(keys: String, key: String) {
    let entry = Entry(keys)
    let found = entry.load(environment).diagnostics
    #expect(found.map(\.code) == ["mcp/unset-variable"])
    #expect(
      found.first?.message
        == "'web.\(key)' needs the environment variable 'NONE', which is not set")
    #expect(found.map(\.span?.start) == entry.places)
    #expect(entry.validate() == [])
  }

  @Test func disabledServersNeedNoVariables() {
    let servers = Entry("command: ${NONE}\nenabled: false").load()
    #expect(servers.diagnostics == [])
    #expect(servers.disabled == ["web"])
  }

  @Test(arguments: ["${input:token}", "${}", "${a b}", "${1A}", "${NAME:=x}", "${:-x}"])
  func otherReferencesAreErrors(written: String) {
    let entry = Entry("command: a\nargs: [▸'\(written)']")
    for found in [entry.load(environment).diagnostics, entry.validate()] {
      #expect(found.map(\.code) == ["mcp/unknown-reference"])
      #expect(found.map(\.span?.start) == entry.places)
    }
  }

  @Test func keysHaveNoReferences() {
    let servers = Entry("command: a\nenv: {'${NAME}': b}").load(environment)
    #expect(servers.program?.settings.environment.keys.sorted() == ["${NAME}"])
  }

  @Test func whatVariablesHoldIsChecked() {
    let url = Entry("url: ▸'${URL}'")
    #expect(url.load(["URL": "ftp://a.b"]).diagnostics.map(\.code) == ["mcp/invalid-url"])
    #expect(url.load(["URL": "https://a.b"]).remote?.url.host == "a.b")
    let header = Entry("url: https://a.b\nheaders: {X: '${V}'}")
    #expect(header.load(["V": "a\r\nY: b"]).diagnostics.map(\.code) == ["mcp/invalid-value"])
    let certificate = Entry("url: '${URL}'\nclient_cert: /proc/self/stat")
    #expect(
      certificate.load(["URL": "http://a.b"]).diagnostics.map(\.code) == ["mcp/misplaced-key"])
  }
}

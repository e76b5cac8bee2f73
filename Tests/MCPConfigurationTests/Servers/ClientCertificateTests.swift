import DocgenCore
import MCPConfiguration
import Testing

/// Client certificates by their paths, as they are found before anything is sent.
struct ClientCertificateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["client.pem", "client.key", "ca.pem"] { try folder.write(name) }
    try FileSystem.makeFolders("\(folder.path)/certificates")
  }

  private func load(_ keys: String) -> MCPServers {
    Entry("url: https://example.com\n" + keys.replacing("@", with: folder.path))
      .load(["HOME": folder.path])
  }

  private func certificate(_ keys: String) throws -> ClientCertificate? {
    let servers = load(keys)
    #expect(servers.diagnostics == [])
    return try #require(servers.remote).settings.clientCertificate
  }

  /// What is refused, as code and message.
  private func problems(_ keys: String) -> [String] {
    let servers = load(keys)
    #expect(servers.servers.isEmpty)
    #expect(servers.refused == ["web"])
    #expect(servers.diagnostics.allSatisfy { $0.severity == .error && $0.span != nil })
    return servers.diagnostics.map {
      "\($0.code): \($0.message.replacing(folder.path, with: "@"))"
    }
  }

  // MARK: The forms

  @Test(arguments: ["", "client_cert: null\nclient_key: null", "client_cert:"])
  func noKeyIsNoCertificate(keys: String) throws {
    #expect(try certificate(keys) == nil)
  }

  @Test func programNeedsNoCertificate() {
    let servers = Entry("command: server").load()
    #expect(servers.diagnostics == [])
    #expect(servers.program?.command == "server")
  }

  @Test func stringIsOneFileWithBoth() throws {
    let found = try certificate("client_cert: \"@/client.pem\"")
    #expect(found == ClientCertificate(certificatePath: "\(folder.path)/client.pem"))
  }

  @Test func stringAndKeyAreAPair() throws {
    let found = try certificate("client_cert: \"@/client.pem\"\nclient_key: \"@/client.key\"")
    #expect(
      found
        == ClientCertificate(
          certificatePath: "\(folder.path)/client.pem", keyPath: "\(folder.path)/client.key"))
  }

  @Test func listOfTwoIsAPair() throws {
    let found = try certificate("client_cert: [\"@/client.pem\", \"@/client.key\"]")
    #expect(
      found
        == ClientCertificate(
          certificatePath: "\(folder.path)/client.pem", keyPath: "\(folder.path)/client.key"))
  }

  @Test(arguments: ["open sesame", "", "42"])
  func listOfThreeHasThePassphrase(passphrase: String) throws {
    let found = try certificate(
      "client_cert: [\"@/client.pem\", \"@/client.key\", \"\(passphrase)\"]")
    #expect(found?.keyPath == "\(folder.path)/client.key")
    #expect(found?.passphrase?.value == passphrase)
  }

  @Test func passphraseHasAKeyOfItsOwnForTheStringForm() throws {
    let combined = try certificate(
      "client_cert: \"@/client.pem\"\nclient_key_passphrase: open sesame")
    #expect(combined?.keyPath == nil)
    #expect(combined?.passphrase == Secret("open sesame"))
    let pair = try certificate(
      "client_cert: \"@/client.pem\"\nclient_key: \"@/client.key\"\nclient_key_passphrase: a")
    #expect(pair?.keyPath == "\(folder.path)/client.key")
    #expect(pair?.passphrase == Secret("a"))
  }

  @Test func authorityAndCertificateGoTogether() throws {
    let remote = try #require(
      load("ssl_verify: ~/ca.pem\nclient_cert: ~/client.pem").remote)
    #expect(remote.settings.verification == .authorities(path: "\(folder.path)/ca.pem"))
    #expect(remote.settings.clientCertificate?.certificatePath == "\(folder.path)/client.pem")
  }

  @Test func bothTransportsHaveIt() throws {
    let remote = try #require(load("transport: sse\nclient_cert: ~/client.pem").remote)
    #expect(remote.settings.transport == .sse)
    #expect(remote.settings.clientCertificate?.certificatePath == "\(folder.path)/client.pem")
  }

  // MARK: Paths

  @Test func tildeIsTheHomeFolderInEveryPath() throws {
    let remote = try #require(
      load(
        "ssl_verify: ~/certificates\nclient_cert: ~/client.pem\nclient_key: \" ~/client.key \""
      ).remote)
    #expect(remote.settings.verification == .authorities(path: "\(folder.path)/certificates"))
    #expect(
      remote.settings.clientCertificate
        == ClientCertificate(
          certificatePath: "\(folder.path)/client.pem", keyPath: "\(folder.path)/client.key"))
    let list = try certificate("client_cert: [~/client.pem, ~/client.key]")
    #expect(list?.keyPath == "\(folder.path)/client.key")
    let program = Entry("command: ~/bin/server\ncwd: ~/work").load(["HOME": "/home/ada"]).program
    #expect(program?.command == "/home/ada/bin/server")
    #expect(program?.settings.workingDirectory == "/home/ada/work")
  }

  @Test func tildeWithANameIsThatUsersHomeFolder() {
    let root = Entry("command: ~root/server\ncwd: ~no-such-user/work").load(["HOME": "/home/ada"])
    #expect(root.program?.command == "/root/server")
    #expect(root.program?.settings.workingDirectory == "~no-such-user/work")
  }

  @Test func missingCertificateIsNamed() {
    #expect(
      problems("client_cert: ~/none.pem")
        == ["mcp/file-not-found: 'web.client_cert' is not found at '@/none.pem'"])
  }

  @Test func missingKeyIsNamed() {
    #expect(
      problems("client_cert: ~/client.pem\nclient_key: ~/none.key")
        == ["mcp/file-not-found: 'web.client_key' is not found at '@/none.key'"])
    #expect(
      problems("client_cert: [~/client.pem, ~/none.key]")
        == ["mcp/file-not-found: 'web.client_cert[1]' is not found at '@/none.key'"])
  }

  @Test func missingAuthorityIsNamed() {
    #expect(
      problems("ssl_verify: ~/none.pem")
        == ["mcp/file-not-found: 'web.ssl_verify' is not found at '@/none.pem'"])
  }

  @Test func folderIsNoCertificate() {
    #expect(
      problems("client_cert: ~/certificates")
        == ["mcp/not-a-file: 'web.client_cert' is a folder: '@/certificates'"])
    #expect(
      problems("client_cert: /dev/null")
        == ["mcp/not-a-file: 'web.client_cert' is no ordinary file: '/dev/null'"])
  }

  @Test func filesAreNotLookedForWhenOnlyChecking() {
    let entry = Entry("url: https://example.com\nclient_cert: /none.pem\nssl_verify: ${CA}")
    #expect(entry.validate() == [])
    let disabled = Entry("url: https://example.com\nclient_cert: /none.pem\nenabled: false")
    #expect(disabled.load().diagnostics == [])
    #expect(disabled.load().disabled == ["web"])
  }

  // MARK: What is refused

  @Test(arguments: [
    ("[~/client.pem]", 1), ("[]", 0), ("[~/client.pem, ~/client.key, a, b]", 4),
  ])
  func listHasTwoOrThreeElements(list: String, count: Int) {
    #expect(
      problems("client_cert: \(list)")
        == ["mcp/wrong-length: 'web.client_cert' must have 2 or 3 elements, not \(count)"])
  }

  @Test func listAndKeyAreTooMuch() {
    #expect(
      problems("client_cert: [~/client.pem, ~/client.key]\nclient_key: ~/client.key")
        == [
          "mcp/conflicting-keys: 'web' can have either a list as 'client_cert' or 'client_key', "
            + "not both"
        ])
    #expect(
      problems("client_cert: [~/client.pem, ~/client.key]\nclient_key_passphrase: a")
        == [
          "mcp/conflicting-keys: 'web' can have either a list as 'client_cert' or "
            + "'client_key_passphrase', not both"
        ])
  }

  @Test(arguments: [
    ("client_cert: 123", "'web.client_cert' must be a path or a list of them, not a number"),
    ("client_cert: {}", "'web.client_cert' must be a path or a list of them, not a group of keys"),
    ("client_cert: false", "'web.client_cert' must be a path or a list of them, not true or false"),
    ("client_cert: [1, ~/client.key]", "'web.client_cert[0]' must be a path, not a number"),
    ("client_cert: [~/client.pem, null]", "'web.client_cert[1]' must be a path, not nothing"),
    (
      "client_cert: ~/client.pem\nclient_key: [a]", "'web.client_key' must be a path, not a list"
    ),
    (
      "client_cert: [~/client.pem, ~/client.key, 42]",
      "'web.client_cert[2]' must be a key passphrase as text, not a number"
    ),
    (
      "client_cert: [~/client.pem, ~/client.key, null]",
      "'web.client_cert[2]' must be a key passphrase as text, not nothing"
    ),
    (
      "client_cert: ~/client.pem\nclient_key_passphrase: 42",
      "'web.client_key_passphrase' must be a key passphrase as text, not a number"
    ),
  ])
  func onlyTextIsAPath(keys: String, message: String) {
    #expect(problems(keys) == ["mcp/wrong-type: \(message)"])
  }

  @Test(arguments: [
    ("client_cert: \"\"", "client_cert"), ("client_cert: \"  \"", "client_cert"),
    ("client_cert: ~/client.pem\nclient_key: \"\"", "client_key"),
    ("client_cert: [\"\", ~/client.key]", "client_cert[0]"), ("ssl_verify: \"\"", "ssl_verify"),
  ])
  func blankIsNoPath(keys: String, key: String) {
    #expect(problems(keys) == ["mcp/invalid-value: 'web.\(key)' is blank"])
  }

  @Test func keyNeedsACertificate() {
    #expect(
      problems("client_key: ~/client.key")
        == [
          "mcp/missing-key: 'web.client_key' belongs to a certificate, but there is no "
            + "'client_cert'"
        ])
    #expect(problems("client_key_passphrase: a").count == 1)
  }

  @Test func textOfAKeyIsNeverShown() {
    let found = load("client_cert: \"-----BEGIN PRIVATE KEY-----\\nsesame\"").diagnostics
    #expect(found.map(\.code) == ["mcp/invalid-path"])
    #expect(!"\(found)".contains("sesame"))
  }
}

import DocgenCore
import MCPConfiguration
import Testing

@testable import MCPClient

/// From a configuration file's text to the wire: cases 13 to 19 of the corpus' own tests, where
/// they ask what the HTTP client is given, and what those leave out.
struct WiringTests {
  private let pki: TestPKI

  init() throws { pki = try TestPKI.shared.get() }

  /// The server `web` with these lines as its entry; `~` is the keys' folder.
  private func load(_ lines: String..., port: Int, sse: Bool) throws -> MCPServer {
    let keys = ["url: https://localhost:\(port)/mcp"] + lines + (sse ? ["transport: sse"] : [])
    let text = "mcp_servers:\n  web:\n" + keys.map { "    \($0)\n" }.joined()
    let servers = MCPServers.read(
      Array(text.utf8), file: "mcp.yml", environment: ["HOME": pki.folder])
    #expect(servers.diagnostics.filter { $0.severity == .error }.isEmpty)
    return try #require(servers["web"])
  }

  /// A peer that takes clients with and without a certificate, and notes whose it was.
  private func peer(demandsCertificate: Bool) async throws -> Peer {
    let tls = try ServerTLS(demandsCertificate: demandsCertificate).configuration(pki)
    return try await Peer(tls: tls) { request, wire in
      guard request.method == "GET" else { return try await wire.answer("202 Accepted") }
      try await wire.startEvents()
      try await wire.event("/messages", name: "endpoint")
      try await wire.wait()
    }
  }

  /// The certificates that requests came with.
  private func certificates(_ server: MCPServer, _ peer: Peer) async throws -> [String?] {
    try await server.connected { try await $0.notify("notifications/initialized") }
    let found = peer.requests.map(\.certificate)
    await peer.stop()
    return found
  }

  @Test(
    "13, 18: a certificate with its key in one file reaches the server", arguments: [true, false])
  func combinedFile(sse: Bool) async throws {
    let peer = try await peer(demandsCertificate: true)
    let server = try load(
      "ssl_verify: ~/ca.pem", "client_cert: ~/combined.pem", port: peer.port, sse: sse)
    let found = try await certificates(server, peer)
    #expect(found.count == (sse ? 2 : 1))
    #expect(found.allSatisfy { $0?.contains("test-client") == true })
  }

  @Test("14: a list of certificate and key reaches the server", arguments: [true, false])
  func pair(sse: Bool) async throws {
    let peer = try await peer(demandsCertificate: true)
    let server = try load(
      "ssl_verify: ~/ca.pem", "client_cert: [~/client.pem, ~/client.key]", port: peer.port,
      sse: sse)
    #expect(try await certificates(server, peer)[0]?.contains("test-client") == true)
  }

  @Test("a list with the passphrase reaches the server", arguments: [true, false])
  func triple(sse: Bool) async throws {
    let peer = try await peer(demandsCertificate: true)
    let server = try load(
      "ssl_verify: ~/ca.pem", "client_cert: [~/client.pem, ~/client-pkcs8.key, open-sesame]",
      port: peer.port, sse: sse)
    #expect(try await certificates(server, peer)[0]?.contains("test-client") == true)
  }

  @Test("client_key_passphrase opens the key of the string form")
  func passphraseKey() async throws {
    let peer = try await peer(demandsCertificate: true)
    let server = try load(
      "ssl_verify: ~/ca.pem", "client_cert: ~/combined-encrypted.pem",
      "client_key_passphrase: open-sesame", port: peer.port, sse: false)
    #expect(try await certificates(server, peer)[0]?.contains("test-client") == true)
  }

  @Test("15, 17, 19: without client_cert no certificate is shown", arguments: [true, false])
  func noCertificate(sse: Bool) async throws {
    let peer = try await peer(demandsCertificate: false)
    let server = try load("ssl_verify: ~/authorities", port: peer.port, sse: sse)
    let found = try await certificates(server, peer)
    #expect(found.count == (sse ? 2 : 1))
    #expect(found.allSatisfy { $0 == nil })
  }

  @Test(
    "16: a file that went away is told when connecting, with the server's name",
    arguments: [true, false])
  func missingFile(sse: Bool) async throws {
    let peer = try await peer(demandsCertificate: true)
    var server = try load("client_cert: ~/combined.pem", port: peer.port, sse: sse)
    guard case .remote(let url, var settings) = server.connection else { return }
    settings.clientCertificate?.certificatePath = "/nowhere/client.pem"
    server.connection = .remote(url, settings)
    let start = ContinuousClock.now
    let error = try await failure { try await server.connected { _ in } }
    #expect(error.kind == .fileNotFound)
    #expect("\(error)" == "web: client_cert is not found at '/nowhere/client.pem'")
    #expect(ContinuousClock.now - start < .milliseconds(500))
    #expect(peer.acceptedConnections == 0)
    await peer.stop()
  }

  @Test(
    "18: configured headers go with every request, on both transports", arguments: [true, false])
  func headers(sse: Bool) async throws {
    let peer = try await peer(demandsCertificate: true)
    let server = try load(
      "ssl_verify: ~/ca.pem", "client_cert: ~/combined.pem", "headers: {X-Team: docs}",
      port: peer.port, sse: sse)
    _ = try await server.connected { try await $0.notify("notifications/initialized") }
    #expect(peer.requests.allSatisfy { $0["x-team"] == "docs" })
    await peer.stop()
  }

  @Test("no log, error or description has a secret in it")
  func secrecy() async throws {
    let peer = try await peer(demandsCertificate: true)
    let log = TestLog()
    let server = try load(
      "ssl_verify: ~/ca.pem", "client_cert: [~/client.pem, ~/client-pkcs8.key, open-sesame]",
      "headers: {Authorization: Bearer hush-hush}", port: peer.port, sse: false)
    try await server.connected(log) { transport in
      try await transport.notify("notifications/initialized")
      for words in ["open-sesame", "hush-hush"] {
        #expect(!"\(transport)".contains(words))
      }
    }
    #expect(log.text.contains("POST https://localhost:\(peer.port)/mcp"))
    for words in ["open-sesame", "hush-hush", "PRIVATE KEY"] { #expect(!log.text.contains(words)) }
    await peer.stop()
  }
}

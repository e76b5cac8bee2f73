import MCPConfiguration
import NIOSSL
import Testing

@testable import MCPClient

extension Connections {
  /// What a session tells of its connection is what the server has seen.
  struct RouteTests {
    private let pki: TestPKI

    init() throws { pki = try TestPKI.shared.get() }

    private static let servers: [(TLSVersion, String)] = [
      (.tlsv12, "TLS 1.2"), (.tlsv13, "TLS 1.3"),
    ]

    @Test(arguments: servers, [(true, true), (true, false), (false, false)])
    func tellsVersionAndCertificate(
      version: (TLSVersion, String), certificate: (isConfigured: Bool, isWanted: Bool)
    ) async throws {
      let tls = try ServerTLS(version: version.0, demandsCertificate: certificate.isWanted)
        .configuration(pki)
      let peer = try await Peer(tls: tls) { _, wire in
        try await wire.answer("200 OK", result(1))
      }
      let path = pki.path("combined.pem")
      let authorities = ServerVerification.authorities(path: pki.path("ca.pem"))
      let server = try MCPServer.remote("https://localhost:\(peer.port)/mcp") {
        if certificate.isConfigured {
          $0.clientCertificate = ClientCertificate(certificatePath: path)
        }
        $0.verification = authorities
      }
      let route = try await server.connected { transport in
        _ = try await transport.answer(1)
        return await transport.route
      }
      let shown = peer.requests.map { $0.certificate != nil }
      #expect(shown == [certificate.isConfigured && certificate.isWanted])
      #expect(
        route
          == Route(
            transport: .http,
            encryption: Route.Encryption(
              version: version.1, verification: authorities,
              wantsCertificate: certificate.isWanted,
              certificatePath: certificate.isConfigured ? path : nil)))
      await peer.stop()
    }

    @Test func plainHTTPHasNoEncryption() async throws {
      let peer = try await Peer { _, wire in try await wire.answer("200 OK", result(1)) }
      let route = try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected {
        _ = try await $0.answer(1)
        return await $0.route
      }
      #expect(route == Route(transport: .http))
      await peer.stop()
    }
  }
}

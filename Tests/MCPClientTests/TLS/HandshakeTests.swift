import MCPConfiguration
import NIOSSL
import Testing

@testable import MCPClient

/// What a server wants of its clients.
struct ServerTLS: Sendable, CustomTestStringConvertible {
  var certificate = "server"
  var version: TLSVersion = .tlsv13
  var demandsCertificate = true

  var testDescription: String { "\(certificate), \(version), \(demandsCertificate)" }

  func configuration(_ pki: TestPKI) throws -> TLSConfiguration {
    let chain = try NIOSSLCertificate.fromPEMFile(pki.path("\(certificate).pem"))
    let key = try NIOSSLPrivateKey(file: pki.path("\(certificate).key"), format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = version
    configuration.maximumTLSVersion = version
    if demandsCertificate {
      configuration.certificateVerification = .noHostnameVerification
      configuration.trustRoots = .file(pki.path("ca.pem"))
    }
    return configuration
  }
}

extension Connections {
  /// Real handshakes on loopback, over both transports and both versions of TLS.
  struct HandshakeTests {
    private let pki: TestPKI

    init() throws { pki = try TestPKI.shared.get() }

    /// An answer with the words of NIOSSL about the client's certificate.
    private static let whoami: Peer.Script = { request, wire in
      switch (request.method, request.path) {
      case ("POST", "/mcp"):
        try await wire.answer("200 OK", result(1, "\"\(request.certificate ?? "anonymous")\""))
      case ("GET", "/mcp"):
        try await wire.startEvents()
        try await wire.event("/messages", name: "endpoint")
        try await wire.event(result(1, "\"\(request.certificate ?? "anonymous")\""))
        try await wire.wait()
      case ("POST", "/messages"):
        try await wire.answer("202 Accepted")
      default: try await wire.answer("200 OK")
      }
    }

    private func server(
      _ peer: Peer, host: String = "localhost", _ transport: RemoteSettings.Transport,
      _ certificate: ClientCertificate?, verification: ServerVerification? = nil
    ) throws -> MCPServer {
      try .remote("https://\(host):\(peer.port)/mcp") {
        $0.transport = transport
        $0.clientCertificate = certificate
        $0.verification = verification ?? .authorities(path: pki.path("ca.pem"))
      }
    }

    private func certificate(
      _ certificate: String, _ key: String? = nil, _ passphrase: String? = nil
    ) -> ClientCertificate {
      ClientCertificate(
        certificatePath: pki.path(certificate), keyPath: key.map(pki.path),
        passphrase: passphrase.map { Secret($0) })
    }

    private static let forms: [(String, String?, String?)] = [
      ("combined.pem", nil, nil),
      ("client.pem", "client.key", nil),
      ("client.pem", "client-pkcs8.key", TestPKI.passphrase),
      ("client.pem", "client-traditional.key", TestPKI.passphrase),
      ("combined-encrypted.pem", nil, TestPKI.passphrase),
    ]

    private static let servers = RemoteSettings.Transport.allCases.flatMap { transport in
      [TLSVersion.tlsv12, .tlsv13].map { (transport, $0) }
    }

    @Test(arguments: forms, servers)
    func everyFormReachesTheServerWithAPrivateAuthority(
      form: (String, String?, String?), server: (RemoteSettings.Transport, TLSVersion)
    ) async throws {
      let tls = try ServerTLS(version: server.1).configuration(pki)
      let peer = try await Peer(tls: tls, Self.whoami)
      let configured = try self.server(peer, server.0, certificate(form.0, form.1, form.2))
      let answers = try await configured.connected { transport in
        // On SSE the answer is there before it is asked for; then it is unsolicited.
        if transport.isStream {
          for await message in transport.unsolicited {
            return [String(decoding: message.body, as: UTF8.self)]
          }
        }
        return try await transport.answer(1)
      }
      #expect(answers.count == 1)
      #expect(answers[0].contains("common_name=test-client"))
      #expect(await peer.becomesIdle())
      await peer.stop()
    }

    /// One that expired never leaves the client.
    @Test(arguments: [false, true], servers)
    func aRefusedCertificateIsTold(
      hasCertificate: Bool, server: (RemoteSettings.Transport, TLSVersion)
    ) async throws {
      let tls = try ServerTLS(version: server.1).configuration(pki)
      let peer = try await Peer(tls: tls, Self.whoami)
      let own = hasCertificate ? certificate("stranger.pem", "stranger.key") : nil
      let configured = try self.server(peer, server.0, own)
      let clock = ContinuousClock()
      let start = clock.now
      let error = try await failure {
        try await configured.connected { _ = try await $0.answer(1) }
      }
      #expect(error.kind == .clientCertificateRejected, "\(error)")
      #expect("\(error)".hasPrefix("web: the server "))
      #expect(error.message.contains("none is configured") == !hasCertificate)
      #expect(error.message.contains("'\(pki.path("stranger.pem"))'") == hasCertificate)
      #expect(clock.now - start < inTime)
      // The peer counts on its own threads: only what has stopped has counted all.
      await peer.stop()
      #expect(peer.acceptedConnections == 1)
    }

    /// As uvicorn does it: the handshake succeeds, and then the connection is gone without an alert.
    @Test(arguments: RemoteSettings.Transport.allCases, [true, false])
    func anEndBeforeTheFirstByteIsALikelyRefusal(
      transport: RemoteSettings.Transport, hasCertificate: Bool
    ) async throws {
      let tls = try ServerTLS(demandsCertificate: false).configuration(pki)
      let peer = try await Peer(tls: tls) { _, wire in try await wire.close() }
      let own = hasCertificate ? certificate("combined.pem") : nil
      let configured = try server(peer, transport, own)
      let error = try await failure {
        try await configured.connected { _ = try await $0.answer(1) }
      }
      #expect(error.kind == .clientCertificateRejected)
      #expect(error.message.contains("closed the connection without an answer: probably"))
      #expect(error.message.contains("none is configured") == !hasCertificate)
      #expect(error.message.contains(pki.path("combined.pem")) == hasCertificate)
      await peer.stop()
    }

    @Test func anEndAfterAnAnswerIsNone() async throws {
      let tls = try ServerTLS(demandsCertificate: false).configuration(pki)
      let peer = try await Peer(tls: tls) { request, wire in
        guard request.body.contains(#""id":1"#) else { return try await wire.close() }
        try await wire.answer("200 OK", result(1))
      }
      let error = try await failure {
        try await server(peer, .http, nil).connected {
          #expect(try await $0.answer(1).count == 1)
          _ = try await $0.answer(2)
        }
      }
      #expect(error.kind == .closed)
      await peer.stop()
    }

    @Test func nginxsWordsAreUnderstood() async throws {
      let tls = try ServerTLS(demandsCertificate: false).configuration(pki)
      let peer = try await Peer(tls: tls) { _, wire in
        try await wire.answer(
          "400 Bad Request", "<center>No required SSL certificate was sent</center>",
          type: "text/html")
      }
      let error = try await failure {
        try await server(peer, .http, nil).connected { _ = try await $0.answer(1) }
      }
      #expect(error.kind == .clientCertificateRejected)
      await peer.stop()
    }

    private static let badServers: [(String, String, String?, MCPError.Kind, String)] = [
      (
        "server", "localhost", "other-ca.pem", MCPError.Kind.serverUntrusted,
        "none of the authorities"
      ),
      ("server", "localhost", nil, .serverUntrusted, "comes from no authority that is trusted"),
      ("elsewhere", "localhost", "ca.pem", .wrongHostName, "other names than 'localhost'"),
      ("elsewhere", "127.0.0.1", "ca.pem", .wrongHostName, "other names than '127.0.0.1'"),
      ("expired-server", "localhost", "ca.pem", .serverCertificateExpired, "expired on 20"),
    ]

    @Test(
      arguments: badServers, RemoteSettings.Transport.allCases)
    func aBadServerIsTold(
      sample: (String, String, String?, MCPError.Kind, String), transport: RemoteSettings.Transport
    ) async throws {
      let tls = try ServerTLS(certificate: sample.0, demandsCertificate: false).configuration(pki)
      let peer = try await Peer(tls: tls, Self.whoami)
      let verification =
        sample.2.map { ServerVerification.authorities(path: pki.path($0)) } ?? .system
      let configured = try server(
        peer, host: sample.1, transport, certificate("combined.pem"), verification: verification)
      let clock = ContinuousClock()
      let start = clock.now
      let error = try await failure {
        try await configured.connected { _ = try await $0.answer(1) }
      }
      #expect(error.kind == sample.3)
      #expect(error.message.contains(sample.4), "\(error)")
      #expect(clock.now - start < inTime)
      #expect(peer.requests.isEmpty)
      await peer.stop()
    }

    @Test(arguments: ["localhost", "127.0.0.1"], ["ca.pem", "authorities"])
    func authoritiesOfAFileOrFolderWork(host: String, authorities: String) async throws {
      let tls = try ServerTLS(demandsCertificate: false).configuration(pki)
      let peer = try await Peer(tls: tls, Self.whoami)
      let answers = try await server(
        peer, host: host, .http, nil, verification: .authorities(path: pki.path(authorities))
      ).connected { try await $0.answer(1) }
      #expect(answers == [result(1, #""anonymous""#)])
      await peer.stop()
    }

    @Test(arguments: ["elsewhere", "expired-server"])
    func withoutVerificationEveryServerIsTakenWithAWarning(certificate: String) async throws {
      let tls = try ServerTLS(certificate: certificate, demandsCertificate: false).configuration(
        pki)
      let peer = try await Peer(tls: tls, Self.whoami)
      let log = TestLog()
      let answers = try await server(peer, .http, nil, verification: .disabled).connected(log) {
        try await $0.answer(1)
      }
      #expect(answers.count == 1)
      #expect(log.text.contains("warning: web: ssl_verify is false"))
      await peer.stop()
    }

    @Test func whatIsNoTLSIsTold() async throws {
      let peer = try await Peer(Self.whoami)
      // The peer waits for the end of a request that is none, so it must answer at once.
      let plain = try await RawPeer(answering: "HTTP/1.1 400 Bad Request\r\n\r\n")
      let error = try await failure {
        try await MCPServer.remote("https://127.0.0.1:\(plain.port)/mcp").connected {
          _ = try await $0.answer(1)
        }
      }
      #expect(error.kind == .tls)
      #expect(error.message.contains("doesn't speak TLS"))
      await plain.stop()
      await peer.stop()
    }

    @Test func aTLSServerIsNoPlainOne() async throws {
      let tls = try ServerTLS(demandsCertificate: false).configuration(pki)
      let peer = try await Peer(tls: tls, Self.whoami)
      let error = try await failure {
        try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected {
          _ = try await $0.answer(1)
        }
      }
      #expect(error.kind == .closed || error.kind == .badMessage)
      await peer.stop()
    }
  }
}

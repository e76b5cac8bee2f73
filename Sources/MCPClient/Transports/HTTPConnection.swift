import AsyncHTTPClient
import Logging
import MCPConfiguration
import NIOCore
import NIOHTTP1

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All HTTP with one server: its connections, its settings and its redirects.
actor HTTPConnection {
  nonisolated let server: String
  private let client: HTTPClient
  private let url: URL
  private let configured: [(name: String, value: String)]
  private let connectTimeout: Duration
  private let failures: HTTPFailures
  private let handshakes = HandshakeRecord()
  private let logger: Logger
  /// Whether the server has ever answered: then it doesn't refuse the client's certificate.
  private var hasAnswered = false

  /// Calls that run side by side each hold one. It is what Linux gives a program of descriptors, and
  /// then a good deal less.
  private static let connectionLimit = 64

  /// Checks all files that the settings name. Nothing is sent yet.
  init(_ server: MCPServer, environment: [String: String], logger: Logger) throws(MCPError) {
    guard case .remote(let address, let settings) = server.connection,
      let url = URL(string: address.text)
    else {
      throw MCPError(server: server.name, .unsupported, "there is no valid address for it")
    }
    let tls = try TLSSettings(settings, server: server.name)
    for warning in tls.warnings { logger.warning("\(server.name): \(warning)") }
    let proxy = try HTTPProxy(for: address, environment: environment, server: server.name)
    connectTimeout = server.session.connectTimeout

    var encryption = tls.configuration
    handshakes.watch(&encryption)
    var configuration = HTTPClient.Configuration(tlsConfiguration: encryption)
    if address.isEncrypted {
      configuration.http1_1ConnectionDebugInitializer = { [handshakes] in handshakes.note($0) }
    }
    configuration.redirectConfiguration = .disallow
    configuration.proxy = proxy?.client
    configuration.timeout.connect = TimeAmount(connectTimeout)
    // Every server speaks it, and its way to end an answer is to close the connection.
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Self.connectionLimit
    // Before servers close theirs, which is after 5 seconds at the earliest: a request must not
    // meet that.
    configuration.connectionPool.idleTimeout = .seconds(4)
    client = HTTPClient(
      eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: configuration)
    self.server = server.name
    self.url = url
    self.logger = logger
    configured =
      Self.authorization(of: url)
      + settings.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) }
    failures = HTTPFailures(
      server: server.name, address: address, verification: settings.verification,
      clientCertificate: settings.clientCertificate?.certificatePath, proxy: proxy)
  }

  deinit {
    // A client that isn't shut down stops the program.
    Task { [client] in try? await client.shutdown() }
  }

  /// Sends a request and gives the head of its answer; the body is still to come. Statuses are the
  /// caller's to look at.
  /// - Parameters:
  ///   - target: instead of the server's address; of the same origin.
  ///   - headers: the transport's own; of the rest, the configured ones go before the message's.
  func send(
    _ method: HTTPMethod, to target: URL? = nil, headers: [(name: String, value: String)],
    message: OutgoingMessage? = nil
  ) async throws(MCPError) -> HTTPAnswer {
    var target = target ?? url
    for _ in 0...Redirect.limit {
      var request = HTTPClientRequest(url: target.absoluteString)
      request.method = method
      request.headers = merged(headers, with: message)
      if let message { request.body = .bytes(message.body) }
      let answer = HTTPAnswer(try await execute(request), from: target, failures: failures)
      logger.debug(
        "\(method.rawValue) \(Redirect.words(target))",
        metadata: ["server": "\(server)", "status": "\(answer.status)"])
      switch Redirect(
        answer.status, location: answer.header("location"), from: target, method: method)
      {
      case nil: return answer
      case .follow(let next):
        await answer.discard()
        target = next
      case .refuse(let location, let reason):
        throw MCPError(
          server: server, .redirect(location: location),
          "the server redirects to \(location), which is not followed: \(reason)",
          hint: "set url to where the server really is")
      }
    }
    let words = Redirect.words(target)
    throw MCPError(
      server: server, .redirect(location: words),
      "the server redirects round in circles, last to \(words)")
  }

  /// How requests are protected; nil where they are not.
  var encryption: Route.Encryption? {
    guard failures.address.isEncrypted else { return nil }
    return Route.Encryption(
      version: handshakes.version, verification: failures.verification,
      wantsCertificate: handshakes.wantsCertificate,
      certificatePath: failures.clientCertificate)
  }

  func close() async {
    try? await client.shutdown()
  }

  /// The header for a user and a password in the address (RFC 7617); a configured one replaces it.
  private static func authorization(of url: URL) -> [(name: String, value: String)] {
    guard let user = url.user(percentEncoded: false), !user.isEmpty else { return [] }
    let words = "\(user):\(url.password(percentEncoded: false) ?? "")"
    return [("authorization", "Basic " + Data(words.utf8).base64EncodedString())]
  }

  private func merged(
    _ own: [(name: String, value: String)], with message: OutgoingMessage?
  ) -> HTTPHeaders {
    var headers = HTTPHeaders()
    for (name, value) in message?.headers ?? [] { headers.add(name: name, value: value) }
    for (name, value) in configured { headers.replaceOrAdd(name: name, value: value) }
    for (name, value) in own { headers.replaceOrAdd(name: name, value: value) }
    return headers
  }

  private func execute(_ request: HTTPClientRequest) async throws(MCPError) -> HTTPClientResponse {
    do {
      // How long an answer may take is the session's to know.
      let response = try await client.execute(request, deadline: .distantFuture)
      hasAnswered = true
      return response
    } catch {
      let failure = failures.beforeAnswer(error, isFirst: !hasAnswered)
      guard failure.kind == .serverUntrusted else { throw failure }
      throw await failures.unverified(timeout: connectTimeout)
    }
  }
}

extension TimeAmount {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let whole = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    self =
      whole.overflow
      ? .nanoseconds(.max / 2) : .nanoseconds(whole.partialValue + attoseconds / 1_000_000_000)
  }
}

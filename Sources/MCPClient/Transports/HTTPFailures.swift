import AsyncHTTPClient
import MCPConfiguration
import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What goes wrong over HTTP with one server, in the user's words. Texts of errors below are never
/// passed on: AsyncHTTPClient puts header values into some.
struct HTTPFailures: Sendable {
  let server: String
  let address: ServerURL
  let verification: ServerVerification
  /// The path of the client's certificate, where one is configured.
  let clientCertificate: String?
  let proxy: HTTPProxy?

  func error(_ kind: MCPError.Kind, _ message: String, hint: String? = nil) -> MCPError {
    MCPError(server: server, kind, message, hint: hint)
  }

  var cancelled: MCPError { error(.cancelled, "the request was cancelled") }

  /// For an exchange that failed before the answer's first byte.
  /// - Parameter isFirst: whether the server has never answered yet. A server that refuses a client's
  ///   certificate after the handshake, as TLS 1.3 has it, does so then.
  func beforeAnswer(_ error: any Error, isFirst: Bool) -> MCPError {
    if let failure = general(error) { return failure }
    if let failure = TLSFailure(error) { return encryption(failure, isFirst: isFirst) }
    if Self.isEnd(error) {
      return address.isEncrypted && isFirst
        ? rejected("closed the connection without an answer", isLikely: true)
        : self.error(.closed, "the server closed the connection without an answer")
    }
    if error is HTTPParserError {
      return self.error(.badMessage, "what answers at \(address) doesn't speak HTTP")
    }
    return unreachable(error)
  }

  /// For an answer that broke off in its body.
  func inAnswer(_ error: any Error) -> MCPError {
    if let error = error as? MCPError { return error }
    if let failure = general(error) { return failure }
    if error is HTTPParserError, !Self.isEnd(error) {
      return self.error(.badMessage, "the server's answer is no valid HTTP")
    }
    return self.error(.closed, "the connection ended in the middle of the server's answer")
  }

  /// For an answer that came whole and is no success.
  func status(
    _ status: Int, reason: String, body: [UInt8], contentType: String?, retryAfter: String?
  ) -> MCPError {
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    // nginx answers in the clear, and has its own words for it.
    if address.isEncrypted, status == 400,
      text.contains("No required SSL certificate was sent")
        || text.contains("The SSL certificate error")
    {
      return rejected("answered with status 400", isLikely: false)
    }
    let hint: String?
    switch status {
    case 401: hint = "check the credentials in headers"
    case 403: hint = "the credentials don't allow this"
    case 404: hint = "check the path in url"
    case 405, 406: hint = "check url and transport"
    case 429: hint = retryAfter.map { "try again \(Self.waiting($0))" } ?? "try again later"
    case 503: hint = retryAfter.map { "try again \(Self.waiting($0))" }
    default: hint = nil
    }
    return error(
      .http(status: status, body: body, contentType: contentType),
      "the server answered with status \(status) (\(reason))", hint: hint)
  }

  /// The error for a server's certificate that didn't stand the check, after a look at it.
  func unverified(timeout: Duration) async -> MCPError {
    let now = Int(time(nil))
    // Behind a proxy there is no way to look.
    let dates = proxy == nil ? await PeerCertificate.dates(of: address, timeout: timeout) : nil
    if let dates, dates.last < now {
      return error(
        .serverCertificateExpired,
        "the server's certificate expired on \(ClientCredentials.day(dates.last))",
        hint: "its operator has to renew it")
    }
    if let dates, dates.first > now {
      return error(
        .serverCertificateExpired,
        "the server's certificate is not valid before \(ClientCredentials.day(dates.first))",
        hint: "check this machine's clock")
    }
    return untrusted
  }

  private var untrusted: MCPError {
    switch verification {
    case .authorities(let path):
      error(
        .serverUntrusted,
        "the server's certificate comes from none of the authorities of ssl_verify: '\(path)'")
    case .system, .disabled:
      error(
        .serverUntrusted, "the server's certificate comes from no authority that is trusted here",
        hint: "if it is your own, name its certificate's file as ssl_verify")
    }
  }

  private func encryption(_ failure: TLSFailure, isFirst: Bool) -> MCPError {
    switch failure {
    case .unverified: return untrusted
    case .wrongHostName:
      return error(
        .wrongHostName, "the server's certificate is for other names than '\(address.host)'",
        hint: "connect by a name that the certificate has")
    case .rejected: return rejected("refused the connection", isLikely: false)
    case .maybeRejected: return rejected("refused the connection", isLikely: true)
    case .notTLS:
      return error(
        .tls, "what answers at \(address) doesn't speak TLS", hint: "should url start with http://?"
      )
    case .ended where isFirst:
      return rejected("closed the connection without an answer", isLikely: true)
    case .ended: return error(.closed, "the server closed the connection without an answer")
    case .other:
      return error(.tls, "no encrypted connection could be agreed on with the server")
    }
  }

  private func rejected(_ what: String, isLikely: Bool) -> MCPError {
    let likely = isLikely ? "probably " : ""
    if let clientCertificate {
      return error(
        .clientCertificateRejected,
        "the server \(what): \(likely)it doesn't accept the client certificate "
          + "'\(clientCertificate)'",
        hint: "it must come from an authority that the server trusts")
    }
    return error(
      .clientCertificateRejected,
      "the server \(what): \(likely)it wants a client certificate, and none is configured",
      hint: "set client_cert")
  }

  /// What can happen at any time.
  private func general(_ error: any Error) -> MCPError? {
    if error is CancellationError { return cancelled }
    switch error as? HTTPClientError {
    case .cancelled?, .requestStreamCancelled?: return cancelled
    case .alreadyShutdown?: return self.error(.closed, "the connection is closed")
    case .connectTimeout?, .deadlineExceeded?, .getConnectionFromPoolTimeout?:
      return self.error(.timeout, "the server at \(address) didn't accept a connection in time")
    case .tlsHandshakeTimeout?:
      return self.error(
        .timeout, "the server at \(address) didn't finish the TLS handshake in time")
    case .readTimeout?, .writeTimeout?:
      return self.error(.timeout, "the server didn't go on in time")
    case .proxyAuthenticationRequired?:
      return self.error(
        .connection, "the proxy \(proxyName) wants a password", hint: "http://user:password@host")
    case .invalidProxyResponse?, .httpProxyHandshakeTimeout?, .socksHandshakeTimeout?:
      return self.error(.connection, "the proxy \(proxyName) doesn't connect to \(address)")
    default:
      return nil
    }
  }

  private var proxyName: String { proxy.map { "\($0.host):\($0.port)" } ?? "" }

  private func unreachable(_ error: any Error) -> MCPError {
    let place = proxy == nil ? "the server at \(address)" : "the proxy \(proxyName)"
    let reason: String
    switch error {
    case let error as NIOConnectionError:
      let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
      if error.connectionErrors.contains(where: {
        if case ChannelError.connectTimeout = $0.error { true } else { false }
      }) {
        return self.error(.timeout, "\(place) didn't accept a connection in time")
      }
      reason = codes.isEmpty ? "its name is not known" : Self.words(codes[0])
    case let error as IOError: reason = Self.words(error.errnoCode)
    default: reason = "the connection failed"
    }
    return self.error(.connection, "\(place) can't be reached: \(reason)")
  }

  private static func words(_ code: CInt) -> String {
    code == ECONNREFUSED ? "nothing listens there" : String(cString: strerror(code)).lowercased()
  }

  /// Whether the other side is gone, orderly or not.
  private static func isEnd(_ error: any Error) -> Bool {
    switch error {
    case let error as HTTPClientError:
      error == .remoteConnectionClosed || error == .uncleanShutdown
    case HTTPParserError.invalidEOFState: true
    case ChannelError.eof, ChannelError.alreadyClosed, ChannelError.ioOnClosedChannel,
      ChannelError.inputClosed, ChannelError.outputClosed:
      true
    case let error as IOError: [ECONNRESET, EPIPE, ECONNABORTED].contains(error.errnoCode)
    default: false
    }
  }

  /// The value of `Retry-After`: seconds, or a date.
  private static func waiting(_ retryAfter: String) -> String {
    let text = retryAfter.prefix(40)
    return Int(text).map { "in \($0) s" } ?? "after \(text)"
  }
}

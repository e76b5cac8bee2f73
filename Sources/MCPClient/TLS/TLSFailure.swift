import NIOSSL

/// Why an encrypted connection failed, as far as its error tells.
enum TLSFailure: Equatable {
  /// The server's certificate didn't stand the check: of its authority, or of its dates.
  case unverified
  case wrongHostName
  /// The server said that it refuses the client's certificate, or that it misses one.
  case rejected
  /// The server may have said so.
  case maybeRejected
  /// What answered isn't TLS.
  case notTLS
  /// The connection ended during the handshake.
  case ended
  case other

  /// Nil for errors that have nothing to do with encryption.
  init?(_ error: any Error) {
    switch error {
    case let error as NIOSSLExtraError:
      let isName =
        error == .failedToValidateHostname || error == .serverHostnameImpossibleToMatch
      self = isName ? .wrongHostName : .other
    case NIOSSLError.handshakeFailed(let reason), NIOSSLError.shutdownFailed(let reason):
      self.init(reason)
    case NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate:
      self = .unverified
    case NIOSSLError.uncleanShutdown:
      self = .ended
    case is NIOSSLError:
      self = .other
    case let error as BoringSSLError:
      self.init(error)
    default: return nil
    }
  }

  /// BoringSSL has the reason only as text: the names of RFC 8446's alerts (section 6), some with
  /// `SSLV3_` and some with `TLSV1_` before them, and of its own checks.
  private init(_ error: BoringSSLError) {
    switch error {
    case .zeroReturn:
      self = .ended
    case .sslError(let stack):
      let text = stack.map(\.description).joined(separator: " ")
      let found = Self.words.first { words, _ in words.contains { text.contains($0) } }
      self = found?.1 ?? .other
    default: self = .other
    }
  }

  private static let words: [([String], TLSFailure)] = [
    (["CERTIFICATE_VERIFY_FAILED"], .unverified),
    (["EOF during handshake"], .ended),
    (
      [
        "ALERT_CERTIFICATE_REQUIRED", "ALERT_NO_CERTIFICATE", "ALERT_BAD_CERTIFICATE",
        "ALERT_UNSUPPORTED_CERTIFICATE", "ALERT_CERTIFICATE_REVOKED", "ALERT_CERTIFICATE_EXPIRED",
        "ALERT_CERTIFICATE_UNKNOWN", "ALERT_UNKNOWN_CA", "ALERT_ACCESS_DENIED",
      ], .rejected
    ),
    // Also what a server says without a cipher in common.
    (["ALERT_HANDSHAKE_FAILURE", "ALERT_DECRYPT_ERROR"], .maybeRejected),
    (["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST"], .notTLS),
  ]
}

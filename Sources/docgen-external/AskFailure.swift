import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a server gave no answer, in an author's words.
enum AskFailure: Equatable {
  /// The server can't show that it is the one that the URL names.
  case insecure(String)
  case unknownHost
  /// Nobody is there to connect to.
  case refused(String)
  /// Asked again, it may go better.
  case broken(String)

  /// Nil where the time was over.
  init?(_ error: any Error) {
    switch error {
    case is CancellationError: return nil
    case let error as HTTPClientError:
      let late: [HTTPClientError] = [
        .cancelled, .connectTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
        .tlsHandshakeTimeout, .readTimeout, .writeTimeout,
      ]
      if late.contains(error) { return nil }
      let proxy: [HTTPClientError] = [
        .proxyAuthenticationRequired, .invalidProxyResponse, .httpProxyHandshakeTimeout,
        .socksHandshakeTimeout,
      ]
      self =
        proxy.contains(error)
        ? .refused("the proxy of this machine doesn't connect to it")
        : .broken("the connection ended without an answer")
    case let error as NIOConnectionError:
      let reasons = error.connectionErrors.map(\.error)
      if reasons.isEmpty {
        self = .unknownHost
      } else if let code = reasons.lazy.compactMap({ ($0 as? IOError)?.errnoCode }).first {
        self = .refused(Self.words(code))
      } else {
        return nil
      }
    case is NIOSSLExtraError: self = .insecure("its certificate is another host's")
    case NIOSSLError.uncleanShutdown:
      self = .broken("the connection ended in the middle of the answer")
    case is NIOSSLError, is BoringSSLError:
      self =
        "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
        ? .insecure("its certificate is out of date, or from nobody who is trusted here")
        : .insecure("no encrypted connection could be agreed on")
    case is HTTPParserError: self = .broken("what it answers is no HTTP")
    case let error as IOError: self = .broken(Self.words(error.errnoCode))
    default: self = .broken("the connection failed")
    }
  }

  private static func words(_ code: CInt) -> String {
    code == ECONNREFUSED ? "nothing listens there" : String(cString: strerror(code)).lowercased()
  }
}

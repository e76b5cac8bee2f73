import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// Asks over the network, and reads as much of an answer as is wanted.
///
/// Redirects are not followed: each hop is looked at before anybody is asked. There are no cookies, no
/// credentials and no cache. Foundation's URLSession on Linux is no choice: it takes an answer from the
/// network before anybody wants it, however long it is, and spins while a server is silent.
struct HTTPAsker {
  enum Outcome {
    case head(Answer)
    case timeout
    case failed(AskFailure)
  }

  struct Answer {
    var status: Int
    var location: String?
    var retryAfter: String?
    /// Whether it is HTML that can be read as it comes.
    var isHTML: Bool
    var body: [UInt8] = []
  }

  /// For the whole of an exchange.
  private let timeout: Duration
  private let proxies: EnvironmentProxies
  private let direct: HTTPClient
  /// By the scheme of what is asked for.
  private let proxied: [String: HTTPClient]

  /// - Parameter timeout: in seconds.
  init(timeout: Double, environment: [String: String]) {
    self.timeout = .seconds(timeout)
    proxies = EnvironmentProxies(environment)
    var configuration = HTTPClient.Configuration()
    if let path = environment["SSL_CERT_FILE"] ?? environment["SSL_CERT_DIR"], !path.isEmpty {
      configuration.tlsConfiguration = .makeClientConfiguration()
      configuration.tlsConfiguration?.trustRoots = .file(path)
    }
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .milliseconds(Int64(timeout * 1_000))
    // The way to end an answer early is to close the connection.
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    // Before servers close theirs, which is after 5 seconds at the earliest: a request must not
    // meet that.
    configuration.connectionPool.idleTimeout = .seconds(4)
    direct = Self.client(configuration)
    proxied = proxies.byScheme.mapValues { proxy in
      var configuration = configuration
      configuration.proxy = proxy
      return Self.client(configuration)
    }
  }

  private static func client(_ configuration: HTTPClient.Configuration) -> HTTPClient {
    HTTPClient(
      eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: configuration)
  }

  /// - Parameter bodyLimit: how many bytes of an HTML answer are read; 0 for none.
  func ask(_ url: URL, method: HTTPMethod, bodyLimit: Int) async -> Outcome {
    await withTaskGroup(of: Outcome.self) { group in
      group.addTask { await exchange(url, method, bodyLimit) }
      group.addTask {
        try? await Task.sleep(for: timeout)
        return .timeout
      }
      defer { group.cancelAll() }
      return await group.next() ?? .timeout
    }
  }

  private func exchange(_ url: URL, _ method: HTTPMethod, _ bodyLimit: Int) async -> Outcome {
    var request = HTTPClientRequest(url: url.absoluteString)
    request.method = method
    request.headers = [
      "User-Agent": "docgen link check", "Accept": "text/html,*/*;q=0.8",
      "Accept-Encoding": "identity",
    ]
    do {
      let response = try await client(for: url).execute(request, deadline: .distantFuture)
      var answer = Answer(response)
      guard bodyLimit > 0, answer.isHTML, (200..<300).contains(answer.status) else {
        return .head(answer)
      }
      for try await part in response.body {
        answer.body += part.readableBytesView.prefix(bodyLimit - answer.body.count)
        if answer.body.count >= bodyLimit { break }
      }
      return .head(answer)
    } catch {
      return AskFailure(error).map(Outcome.failed) ?? .timeout
    }
  }

  private func client(for url: URL) -> HTTPClient {
    guard let client = proxied[url.scheme?.lowercased() ?? ""],
      !proxies.excepts(url.host ?? "")
    else { return direct }
    return client
  }

  /// A client that isn't shut down stops the program.
  func shutDown() async {
    for client in [direct] + proxied.values { try? await client.shutdown() }
  }
}

extension HTTPAsker.Answer {
  fileprivate init(_ response: HTTPClientResponse) {
    let headers = response.headers
    status = Int(response.status.code)
    location = headers.first(name: "Location")
    retryAfter = headers.first(name: "Retry-After")
    let type = (headers.first(name: "Content-Type") ?? "").lowercased()
    let isPlain = headers["Content-Encoding"].allSatisfy { $0.lowercased() == "identity" }
    isHTML = isPlain && (type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml"))
  }
}

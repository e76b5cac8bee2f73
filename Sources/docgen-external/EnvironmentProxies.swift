import AsyncHTTPClient
import Foundation

/// The proxies that the environment wants requests to go through, as curl and others read it.
struct EnvironmentProxies {
  /// By the scheme of what is asked for.
  private(set) var byScheme: [String: HTTPClient.Configuration.Proxy] = [:]
  /// Hosts that are asked directly, with all below them; `*` for all.
  private let exceptions: [String]

  /// - Parameter environment: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`; the names in
  ///   small letters count before them.
  init(_ environment: [String: String]) {
    func value(_ name: String) -> String? {
      (environment[name.lowercased()] ?? environment[name]).flatMap { $0.isEmpty ? nil : $0 }
    }
    exceptions = (value("NO_PROXY") ?? "").lowercased()
      .split { $0 == "," || $0.isWhitespace }
      .map { name in
        String(
          name.hasPrefix("*.") ? name.dropFirst(2) : name.hasPrefix(".") ? name.dropFirst() : name)
      }
    for scheme in ["http", "https"] {
      guard let text = value("\(scheme.uppercased())_PROXY") ?? value("ALL_PROXY") else { continue }
      byScheme[scheme] = Self.proxy(text)
    }
  }

  /// `http://user:password@host:port`; the scheme may be left out.
  private static func proxy(_ text: String) -> HTTPClient.Configuration.Proxy? {
    guard let url = URL(string: text.contains("://") ? text : "http://" + text),
      let host = url.host, !host.isEmpty
    else { return nil }
    if url.scheme?.hasPrefix("socks") == true {
      return .socksServer(host: host, port: url.port ?? 1080)
    }
    let user = url.user(percentEncoded: false)
    return .server(
      host: host, port: url.port ?? 80,
      authorization: user.map {
        .basic(username: $0, password: url.password(percentEncoded: false) ?? "")
      })
  }

  func excepts(_ host: String) -> Bool {
    let host = host.lowercased()
    return exceptions.contains { $0 == "*" || host == $0 || host.hasSuffix("." + $0) }
  }
}

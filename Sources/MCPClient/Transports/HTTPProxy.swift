import AsyncHTTPClient
import MCPConfiguration
import NIOCore

/// The proxy that the environment wants requests to go through, as curl and others read it.
struct HTTPProxy: Equatable {
  enum Kind: Equatable {
    case http, socks
  }

  var kind = Kind.http
  var host: String
  var port: Int
  var credentials: Credentials?

  struct Credentials: Equatable {
    var user: String
    var password: Secret
  }

  /// Nil where a server is reached directly: without a variable for its scheme, when `NO_PROXY`
  /// names it, and always on this machine itself.
  /// - Parameter environment: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`; the names in
  ///   small letters count before them.
  init?(
    for url: ServerURL, environment: [String: String], server: String
  ) throws(MCPError) {
    func value(_ name: String) -> String? {
      (environment[name.lowercased()] ?? environment[name]).flatMap { $0.isEmpty ? nil : $0 }
    }
    let name = url.isEncrypted ? "HTTPS_PROXY" : "HTTP_PROXY"
    guard let text = value(name) ?? value("ALL_PROXY") else { return nil }
    if Self.isLoopback(url.host) { return nil }
    if let exceptions = value("NO_PROXY"), Self.excepts(exceptions, url) { return nil }
    guard let proxy = Self(text) else {
      throw MCPError(
        server: server, .unsupported,
        "the proxy that \(value(name) == nil ? "ALL_PROXY" : name) names can't be used",
        hint: "write it as http://host:port or socks5://host:port")
    }
    self = proxy
  }

  /// `http://user:password@host:port`; the scheme may be left out.
  private init?(_ text: String) {
    var rest = text[...]
    if let scheme = text.firstRange(of: "://") {
      switch text[..<scheme.lowerBound].lowercased() {
      case "http": break
      case "socks5", "socks5h": kind = .socks
      default: return nil
      }
      rest = text[scheme.upperBound...]
    }
    guard let address = ServerURL("http://\(rest)") else { return nil }
    host = address.host
    let authority = rest.prefix { !"/?#".contains($0) }
    let behindUser = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
    let hasPort = behindUser.last != "]" && behindUser.contains(":")
    port = hasPort ? address.port : kind == .socks ? 1080 : 80
    if let at = authority.lastIndex(of: "@") {
      // SOCKS with a password is more than AsyncHTTPClient speaks.
      if kind == .socks { return nil }
      let parts = authority[..<at].split(separator: ":", maxSplits: 1)
      credentials = Credentials(
        user: Self.decoded(parts.first ?? ""),
        password: Secret(Self.decoded(parts.count > 1 ? parts[1] : "")))
    }
  }

  var client: HTTPClient.Configuration.Proxy {
    switch kind {
    case .socks: .socksServer(host: host, port: port)
    case .http:
      .server(
        host: host, port: port,
        authorization: credentials.map {
          .basic(username: $0.user, password: $0.password.value)
        })
    }
  }

  static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
    return AddressBits(host)?.isLoopback ?? false
  }

  /// Whether a list in the form of `NO_PROXY` has the server: `*`, names and the names below them
  /// (with or without a dot in front), addresses, blocks such as `10.0.0.0/8`, each maybe with a port.
  static func excepts(_ list: String, _ url: ServerURL) -> Bool {
    let host = url.host.lowercased()
    let address = AddressBits(host)
    return list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).contains { entry in
      let entry = entry.lowercased()
      if entry == "*" { return true }
      if let slash = entry.firstIndex(of: "/"), let block = AddressBits(String(entry[..<slash])),
        let length = Int(entry[slash...].dropFirst())
      {
        return address?.shares(length, with: block) ?? false
      }
      var name = entry[...]
      if let block = AddressBits(entry) { return block == address }
      if let colon = name.lastIndex(of: ":") {
        guard name[colon...].dropFirst() == String(url.port) else { return false }
        name = name[..<colon]
      }
      if name.hasPrefix("[") { return AddressBits(String(name.dropFirst().dropLast())) == address }
      if name.hasPrefix("*.") { name = name.dropFirst() }
      if name.hasPrefix(".") { name = name.dropFirst() }
      return !name.isEmpty && (host == name || host.hasSuffix(".\(name)"))
    }
  }

  /// With `%40` and the like replaced.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The bytes of an IP address: four or sixteen.
private struct AddressBits: Equatable {
  let bytes: [UInt8]

  init?(_ text: String) {
    guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
    switch address {
    case .v4(let address):
      bytes = withUnsafeBytes(of: address.address.sin_addr) { Array($0) }
    case .v6(let address):
      let all = withUnsafeBytes(of: address.address.sin6_addr) { Array($0) }
      // `::ffff:10.0.0.1` is an address of version 4.
      let isMapped =
        all.prefix(10).allSatisfy { $0 == 0 } && all[10...11].elementsEqual([255, 255])
      bytes = isMapped ? Array(all.suffix(4)) : all
    case .unixDomainSocket: return nil
    }
  }

  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  func shares(_ length: Int, with other: AddressBits) -> Bool {
    guard bytes.count == other.bytes.count, (0...bytes.count * 8).contains(length) else {
      return false
    }
    let whole = length / 8
    if !bytes.prefix(whole).elementsEqual(other.bytes.prefix(whole)) { return false }
    let rest = length % 8
    return rest == 0 || (bytes[whole] ^ other.bytes[whole]) >> (8 - rest) == 0
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import NIOHTTP1

/// Where an answer sends a request, and whether a client that holds credentials goes there.
enum Redirect: Equatable {
  case follow(URL)
  /// Where it wanted to go, without what may be a secret, and why the client doesn't.
  case refuse(location: String, reason: String)

  /// How often a request is sent on before it counts as going round in circles.
  static let limit = 10

  /// Nil for answers that are no redirect.
  init?(_ status: Int, location: String?, from url: URL, method: HTTPMethod) {
    guard [301, 302, 303, 307, 308].contains(status) else { return nil }
    guard let location, let target = URL(string: location, relativeTo: url)?.absoluteURL,
      let origin = Origin(url)
    else {
      self = .refuse(location: "nowhere", reason: "it names no address")
      return
    }
    let words = Self.words(target)
    guard let targetOrigin = Origin(target), origin.leads(to: targetOrigin) else {
      self = .refuse(location: words, reason: "nothing is sent to another origin")
      return
    }
    // Others are sent on as GET by custom, without their body.
    guard method == .GET || status == 307 || status == 308 else {
      self = .refuse(
        location: words, reason: "status \(status) would turn \(method.rawValue) into GET")
      return
    }
    self = .follow(target)
  }

  /// The address without user, query and fragment.
  static func words(_ url: URL) -> String {
    let port = url.port.map { ":\($0)" } ?? ""
    return "\(url.scheme ?? "")://\(url.host(percentEncoded: true) ?? "")\(port)"
      + url.path(percentEncoded: true)
  }
}

/// Scheme, host and port (RFC 6454), read by the parser that AsyncHTTPClient uses as well, so that
/// no two readings of one text send a request elsewhere than was checked.
struct Origin: Equatable {
  private let scheme: String
  private let host: String
  private let port: Int

  /// Nil for what isn't on the web.
  init?(_ url: URL) {
    guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(percentEncoded: true)?.lowercased(), !host.isEmpty
    else { return nil }
    self.scheme = scheme
    self.host = host
    port = url.port ?? (scheme == "https" ? 443 : 80)
  }

  /// Whether the target is this origin, or the same on encryption, both at the usual ports.
  func leads(to target: Origin) -> Bool {
    if self == target { return true }
    return host == target.host && scheme == "http" && target.scheme == "https" && port == 80
      && target.port == 443
  }
}

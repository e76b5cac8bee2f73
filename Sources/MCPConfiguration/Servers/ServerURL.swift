/// Where a remote server is: an absolute `http` or `https` address.
///
/// Its description leaves out what may be a secret: the user part and the query.
public struct ServerURL: Sendable, Hashable {
  /// The address as it was written.
  public let text: String
  /// Whether the scheme is `https`.
  public let isEncrypted: Bool
  /// Without the brackets of an IPv6 address.
  public let host: String
  /// 443 or 80 where none is written.
  public let port: Int
  /// From the first `/` up to the query; empty where there is none.
  public let path: String

  /// Nil for what is no absolute address of a host by `http` or `https`.
  public init?(_ text: String) { try? self.init(parsing: text) }

  /// What is wrong with an address, as the rest of a sentence.
  struct Problem: Error {
    let words: String
  }

  /// By RFC 3986, section 3.2; characters that would have to be encoded are refused where they
  /// could change what is asked for: spaces and controls.
  init(parsing text: String) throws(Problem) {
    guard let separator = text.firstRange(of: "://") else {
      throw Problem(words: "must start with 'https://' or 'http://'")
    }
    switch text[..<separator.lowerBound].lowercased() {
    case "https": isEncrypted = true
    case "http": isEncrypted = false
    default: throw Problem(words: "must start with 'https://' or 'http://'")
    }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw Problem(words: "has a space or a control character in it")
    }
    let rest = text[separator.upperBound...]
    let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let authority = rest[..<authorityEnd].split(
      separator: "@", omittingEmptySubsequences: false
    ).last
    (host, port) = try Self.hostAndPort(authority ?? "", defaultPort: isEncrypted ? 443 : 80)
    let behind = rest[authorityEnd...]
    path = String(behind[..<(behind.firstIndex { "?#".contains($0) } ?? behind.endIndex)])
    self.text = text
  }

  private static func hostAndPort(
    _ authority: Substring, defaultPort: Int
  ) throws(Problem) -> (String, Int) {
    var host = authority
    var port = Substring()
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else {
        throw Problem(words: "has a '[' without a ']'")
      }
      host = authority[..<end].dropFirst()
      port = authority[end...].dropFirst()
      guard port.isEmpty || port.first == ":" else { throw Problem(words: "has no valid port") }
      port = port.dropFirst()
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      port = authority[colon...].dropFirst()
    }
    if host.isEmpty { throw Problem(words: "has no host") }
    if port.isEmpty { return (String(host), defaultPort) }
    guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(port),
      number > 0
    else { throw Problem(words: "has no valid port") }
    return (String(host), Int(number))
  }
}

extension ServerURL: CustomStringConvertible, CustomReflectable {
  public var description: String {
    let host = host.contains(":") ? "[\(host)]" : host
    let isUsualPort = port == (isEncrypted ? 443 : 80)
    return "\(isEncrypted ? "https" : "http")://\(host)\(isUsualPort ? "" : ":\(port)")\(path)"
  }

  /// Only what the description has: `text` may hold a key in its query.
  public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}

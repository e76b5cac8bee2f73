/// The names that the preview answers to. A page of another site that makes its own name lead to
/// this machine (DNS rebinding) still sends its own name as the host.
struct HostNames: Sendable, Equatable {
  private let names: Set<String>
  private let port: UInt16
  /// The preview listens at all addresses: any address in numbers is one of them, or may be.
  private let takesAddresses: Bool

  /// - Parameter host: what the preview was told to listen at: a name or an address.
  init(host: String, port: UInt16) {
    var names: Set<String> = [host.lowercased()]
    takesAddresses = ["0.0.0.0", "::"].contains(host)
    if takesAddresses || Self.loopback.contains(host) { names.formUnion(Self.loopback) }
    self.names = names
    self.port = port
  }

  private static let loopback: Set<String> = ["localhost", "127.0.0.1", "::1"]

  /// - Parameter header: a Host header's value, or the authority of a URL.
  func include(_ header: String) -> Bool {
    guard let (name, port) = Self.cut(header), port ?? 80 == self.port else { return false }
    return names.contains(name.lowercased()) || takesAddresses && Self.isAddress(name)
  }

  /// A name apart from its port; nil for what is neither.
  private static func cut(_ header: String) -> (name: String, port: UInt16?)? {
    var name = header[...]
    var port: UInt16?
    let end = name.lastIndex(of: "]") ?? name.startIndex
    if let colon = name[end...].lastIndex(of: ":") {
      guard let number = UInt16(name[name.index(after: colon)...]) else { return nil }
      port = number
      name = name[..<colon]
    }
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    return name.isEmpty ? nil : (String(name), port)
  }

  private static func isAddress(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isFour = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    return isFour || name.contains(":") && name.allSatisfy { $0.isHexDigit || $0 == ":" }
  }
}

import Dispatch
import Foundation
import LinkProbe

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which addresses a host has: asked of the same resolver that the connection uses, whatever form the
/// host is written in (`0x7f.1` is this machine as well).
enum HostAddresses {
  /// Empty where the host is unknown. The resolver may take its time, on a thread that nobody else
  /// needs.
  static func of(_ host: String) async -> [NetworkAddress] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: resolved(host)) }
    }
  }

  private static func resolved(_ host: String) -> [NetworkAddress] {
    let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name, nil, nil, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var next = list
    while let entry = next {
      next = entry.pointee.ai_next
      guard let address = entry.pointee.ai_addr else { continue }
      switch entry.pointee.ai_family {
      case AF_INET:
        address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          found.append(.v4(withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }))
        }
      case AF_INET6:
        address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
          found.append(.v6(withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }))
        }
      default: break
      }
    }
    return found
  }
}

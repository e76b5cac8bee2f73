/// An address of the internet protocol, as to whether anybody may be asked at it.
package enum NetworkAddress: Sendable, Equatable {
  /// Four bytes.
  case v4([UInt8])
  /// Sixteen bytes.
  case v6([UInt8])

  /// Whether it belongs to everybody's network: not to this machine, a private network or one of the
  /// blocks that are set aside (RFC 6890).
  package var isPublic: Bool {
    switch self {
    case .v4(let bytes): Self.isPublic(v4: bytes)
    case .v6(let bytes): Self.isPublic(v6: bytes)
    }
  }

  private static func isPublic(v4 bytes: [UInt8]) -> Bool {
    guard bytes.count == 4 else { return false }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): return false
    case (192, 0, 0), (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113): return false
    default: return true
    }
  }

  private static func isPublic(v6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return false }
    // One of IPv4 in the clothes of IPv6: mapped, translated (64:ff9b::/96) or 6to4.
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return isPublic(v4: Array(bytes[12...]))
    }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]), bytes[4..<12].allSatisfy({ $0 == 0 }) {
      return isPublic(v4: Array(bytes[12...]))
    }
    if bytes.starts(with: [0x20, 0x02]) { return isPublic(v4: Array(bytes[2..<6])) }
    // Everything public is in 2000::/3; 2001:db8::/32 is for examples.
    return bytes[0] & 0xE0 == 0x20 && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
  }
}

import FlyingSocks

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A socket that connections come to.
struct Listener: Sendable {
  let socket: AsyncSocket
  let port: UInt16

  /// Why nobody can listen at an address.
  enum Failure: Error {
    case portInUse
    case portNotAllowed
    case unknownAddress
    case other(String)
  }

  /// - Parameters:
  ///   - address: IPv4 or IPv6, in numbers.
  ///   - port: 0 for any that is free.
  init(address: String, port: UInt16, pool: some AsyncSocketPool) throws(Failure) {
    do {
      let socket: Socket
      if address.contains(":") {
        socket = try Socket(domain: AF_INET6)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: sockaddr_in6.inet6(ip6: address, port: port))
      } else {
        socket = try Socket(domain: AF_INET)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: sockaddr_in.inet(ip4: address, port: port))
      }
      // A browser that docgen starts must not keep the port.
      _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
      try socket.listen()
      self.socket = try AsyncSocket(socket: socket, pool: pool)
      switch try socket.sockname() {
      case .ip4(_, let port), .ip6(_, let port): self.port = port
      case .unix: self.port = port
      }
    } catch SocketError.failed(_, let code, let message) {
      switch code {
      case EADDRINUSE: throw .portInUse
      case EACCES: throw .portNotAllowed
      case EADDRNOTAVAIL: throw .unknownAddress
      default: throw .other(message)
      }
    } catch {
      throw .unknownAddress
    }
  }
}

extension AsyncSocket {
  /// Small parts, such as events, don't wait for more to send.
  func sendAtOnce() {
    var isOn: CInt = 1
    setsockopt(
      socket.file.rawValue, CInt(IPPROTO_TCP), TCP_NODELAY, &isOn,
      socklen_t(MemoryLayout<CInt>.size))
    // What docgen starts must not keep connections open.
    _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
  }

  /// Tells the other side that nothing more comes.
  func endSending() { _ = shutdown(socket.file.rawValue, CInt(SHUT_WR)) }
}

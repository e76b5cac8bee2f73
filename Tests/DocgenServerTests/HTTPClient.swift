import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sends bytes as they are to a port of this machine, and takes what comes back.
struct HTTPClient {
  let port: UInt16

  /// What came back until the other side closed, or nothing came for a while.
  func send(_ bytes: [UInt8], patience: Int = 60) async -> [UInt8] {
    let descriptor = connection(patience: patience)
    defer { close(descriptor) }
    send(bytes, on: descriptor)
    return await receive(on: descriptor)
  }

  func get(
    _ path: String, headers: String = ""
  ) async -> (status: Int, head: String, body: [UInt8]) {
    let request =
      "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\(headers)\r\n"
    let answer = await send(Array(request.utf8))
    let text = String(decoding: answer, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return (0, text, []) }
    let head = String(text[..<end.lowerBound])
    let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return (status, head, Array(answer.dropFirst(head.utf8.count + 4)))
  }

  func connection(patience: Int) -> CInt {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return descriptor
  }

  func send(_ bytes: [UInt8], on descriptor: CInt) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
        #else
          Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
        #endif
      }
      if count <= 0 { return }
      sent += count
    }
  }

  /// What comes up to a text, or all where that does not come in time.
  func receive(on descriptor: CInt, until text: String) async -> String {
    let answer = await receive(on: descriptor) {
      String(decoding: $0, as: UTF8.self).contains(text)
    }
    return String(decoding: answer, as: UTF8.self)
  }

  func receive(on descriptor: CInt) async -> [UInt8] {
    await receive(on: descriptor) { _ in false }
  }

  /// Waits on a thread of its own: the server that answers works on the threads that Swift's tasks
  /// share, and two tests that waited there would stop it on two cores.
  private func receive(
    on descriptor: CInt, until isEnough: @escaping @Sendable ([UInt8]) -> Bool
  ) async -> [UInt8] {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var answer: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while !isEnough(answer) {
          let count = recv(descriptor, &part, part.count, 0)
          if count <= 0 { break }
          answer += part[..<count]
        }
        continuation.resume(returning: answer)
      }
    }
  }
}

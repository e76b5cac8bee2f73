import FlyingSocks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Cuts what comes over a connection into requests.
struct RequestReader: Sendable {
  let socket: AsyncSocket
  let limits: HTTPServer.Limits
  /// What has come and belongs to the next request.
  private var buffer: [UInt8] = []

  init(socket: AsyncSocket, limits: HTTPServer.Limits) {
    self.socket = socket
    self.limits = limits
  }

  /// - Returns: nil where the connection has ended between two requests.
  /// - Throws: `HTTPProblem` for what is no request.
  mutating func next() async throws -> HTTPRequest? {
    if buffer.isEmpty {
      let socket = socket
      do {
        buffer = try await withDeadline(limits.idle) { try await socket.read(atMost: 4_096) }
      } catch {
        return nil
      }
    }
    let (start, socket) = (buffer, socket)
    do {
      let read = try await withDeadline(limits.head) { try await Self.head(start, socket) }
      buffer = Array(read.rest)
      var request = try HTTPRequest(head: read.head)
      try await readBody(of: &request)
      return request
    } catch is DeadlinePassed {
      throw HTTPProblem(.requestTimeout)
    }
  }

  private mutating func readBody(of request: inout HTTPRequest) async throws {
    let length = try request.bodyLength()
    guard length > 0 else { return }
    if request["expect"]?.lowercased() == "100-continue" {
      try await socket.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }
    let (start, socket) = (buffer, socket)
    let bytes = try await withDeadline(limits.head) {
      var bytes = start
      while bytes.count < length { bytes += try await socket.read(atMost: 1 << 16) }
      return bytes
    }
    request.body = Array(bytes[..<length])
    buffer = Array(bytes[length...])
  }

  private static func head(
    _ start: [UInt8], _ socket: AsyncSocket
  ) async throws -> (head: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    // An empty line before a request is left over from the last one (RFC 9112 2.2).
    var bytes = Array(start.drop { $0 == 0x0d || $0 == 0x0a })
    var searched = 0
    while true {
      if let end = Self.end(of: bytes, from: searched) {
        return (bytes[..<end], bytes[(end + 4)...])
      }
      if bytes.count > HTTPRequest.mostBytes { throw HTTPProblem(.headersTooLarge) }
      searched = max(0, bytes.count - 3)
      bytes += try await socket.read(atMost: 4_096)
    }
  }

  /// Where CR LF CR LF stands.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 3 < bytes.count {
      if bytes[index] == 0x0d, bytes[index + 1] == 0x0a, bytes[index + 2] == 0x0d,
        bytes[index + 3] == 0x0a
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Takes what still comes for a moment: closing a connection with unread bytes would throw away
  /// the answer on its way.
  func discardRest() async {
    socket.endSending()
    let socket = socket
    try? await withDeadline(.milliseconds(500)) {
      var left = 1 << 20
      while left > 0 { left -= try await socket.read(atMost: 4_096).count }
    }
  }
}

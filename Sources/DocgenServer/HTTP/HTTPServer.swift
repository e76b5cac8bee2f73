import DocgenCore
import FlyingSocks
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// HTTP/1.1 over FlyingFox's sockets, as far as a preview needs it.
///
/// FlyingFox's own server reads heads of any length, waits for slow ones for ever and closes the
/// connection on malformed ones without a word; and its proxy links libcurl. So only its sockets and
/// event pool are used.
struct HTTPServer: Sendable {
  let listener: Listener
  let limits: Limits
  let respond: @Sendable (HTTPRequest) async -> HTTPResponse

  struct Limits: Sendable {
    /// From a head's first byte to its last.
    var head = Duration.seconds(10)
    /// Between two requests.
    var idle = Duration.seconds(60)
    /// For a part of a body to be taken.
    var write = Duration.seconds(30)
    var connections = 256
  }

  /// Takes connections until the task is cancelled.
  func run() async {
    let count = ConnectionCount()
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        do {
          let socket = try await listener.socket.accept()
          guard count.open(most: limits.connections) else {
            try? socket.close()
            continue
          }
          group.addTask {
            await serve(socket)
            count.close()
          }
        } catch SocketError.disconnected {
          return
        } catch {
          // As a rule there are no descriptors left; some will be closed.
          try? await Task.sleep(for: .milliseconds(50))
        }
      }
    }
  }

  private func serve(_ socket: AsyncSocket) async {
    socket.sendAtOnce()
    var reader = RequestReader(socket: socket, limits: limits)
    var isOpen = true
    while isOpen {
      do {
        guard let request = try await reader.next() else { break }
        isOpen = request.keepsConnection
        isOpen = try await answer(request, on: socket, keepsConnection: isOpen)
      } catch let problem as HTTPProblem {
        let response = HTTPResponse(problem.status)
        try? await send(response.head(keepsConnection: false) + response.allBytes, on: socket)
        await reader.discardRest()
        isOpen = false
      } catch {
        isOpen = false
      }
    }
    try? socket.close()
  }

  /// - Returns: whether the connection may be used again.
  private func answer(
    _ request: HTTPRequest, on socket: AsyncSocket, keepsConnection: Bool
  ) async throws -> Bool {
    let response = await respond(request)
    let isHead = request.method == "HEAD"
    switch response.body {
    case .bytes(let bytes):
      let head = response.head(keepsConnection: keepsConnection)
      try await send(isHead ? head : head + bytes, on: socket)
      return keepsConnection
    case .file(let path, let range):
      try await send(response.head(keepsConnection: keepsConnection), on: socket)
      if !isHead { try await send(path, range, on: socket) }
      return keepsConnection
    case .stream(let parts):
      try await send(response.head(keepsConnection: false), on: socket)
      if !isHead { await send(parts, on: socket) }
      return false
    }
  }

  private func send(_ bytes: [UInt8], on socket: AsyncSocket) async throws {
    try await withDeadline(limits.write) { try await socket.write(Data(bytes)) }
  }

  private func send(_ path: String, _ range: Range<Int>, on socket: AsyncSocket) async throws {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = min(Self.filePart, range.upperBound - offset)
      let part = try FileSystem.read(path, from: offset, count: count)
      // The file has become shorter: what was promised can't be sent.
      guard !part.isEmpty else { throw SocketError.disconnected }
      try await send(part, on: socket)
      offset += part.count
    }
  }

  private static let filePart = 1 << 18

  /// Sends what comes until the browser goes away, which only reading tells at once.
  private func send(_ parts: AsyncStream<[UInt8]>, on socket: AsyncSocket) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await part in parts {
          do { try await send(part, on: socket) } catch { return }
        }
      }
      group.addTask {
        while (try? await socket.read(atMost: 1_024)) != nil {}
      }
      await group.next()
      group.cancelAll()
    }
  }
}

extension HTTPResponse {
  fileprivate var allBytes: [UInt8] {
    if case .bytes(let bytes) = body { bytes } else { [] }
  }
}

/// How many connections are open.
private final class ConnectionCount: Sendable {
  private let count = Atomic<Int>(0)

  func open(most: Int) -> Bool {
    if count.wrappingAdd(1, ordering: .relaxed).newValue <= most { return true }
    close()
    return false
  }

  func close() { count.wrappingSubtract(1, ordering: .relaxed) }
}

struct DeadlinePassed: Error {}

/// Runs work that has to be done within a time, and cancels it then.
func withDeadline<Value: Sendable>(
  _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask { try await work() }
    group.addTask {
      try await Task.sleep(for: limit)
      throw DeadlinePassed()
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw CancellationError() }
    return first
  }
}

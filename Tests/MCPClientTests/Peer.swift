import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on loopback that does what a test's script says, byte for byte.
final class Peer: Sendable {
  struct Request: Sendable {
    var method: String
    var path: String
    var headers: [(name: String, value: String)]
    var body: String
    /// NIOSSL's words about the client's certificate, with its common name.
    var certificate: String?

    subscript(name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
  }

  /// The connection that a request came on.
  struct Wire: Sendable {
    fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    fileprivate let channel: any Channel

    func write(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }
    func write(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// A whole answer.
    func answer(
      _ status: String = "200 OK", _ body: String = "", type: String = "application/json",
      headers: String...
    ) async throws {
      let lines = headers.map { $0 + "\r\n" }.joined()
      try await write(
        "HTTP/1.1 \(status)\r\ncontent-type: \(type)\r\ncontent-length: \(body.utf8.count)\r\n"
          + lines + "\r\n" + body)
    }

    /// The head of an event stream, which ends with the connection.
    func startEvents(_ headers: String...) async throws {
      let lines = headers.map { $0 + "\r\n" }.joined()
      try await write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\(lines)\r\n")
    }

    func event(_ data: String, name: String = "message") async throws {
      try await write("event: \(name)\r\ndata: \(data)\r\n\r\n")
    }

    /// Until the client closes the connection.
    func wait() async throws { try await channel.closeFuture.get() }
    func close() async throws { try await channel.close() }
  }

  /// Answers a request; what it throws closes the connection.
  typealias Script = @Sendable (Request, Wire) async throws -> Void

  let port: Int
  private let accepting: Task<Void, Never>
  private let record = Record()

  private final class Record: Sendable {
    private let state = Mutex((requests: [Request](), open: 0, accepted: 0))

    var requests: [Request] { state.withLock { $0.requests } }
    var open: Int { state.withLock { $0.open } }
    var accepted: Int { state.withLock { $0.accepted } }
    func add(_ request: Request) { state.withLock { $0.requests.append(request) } }
    func change(_ count: Int) {
      state.withLock {
        $0.open += count
        $0.accepted += max(0, count)
      }
    }
  }

  /// - Parameter tls: for a server with encryption.
  init(tls: TLSConfiguration? = nil, _ script: @escaping Script) async throws {
    let context = try tls.map { try NIOSSLContext(configuration: $0) }
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          }
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    port = server.channel.localAddress?.port ?? 0
    accepting = Task { [record] in
      try? await server.executeThenClose { connections in
        try await withThrowingDiscardingTaskGroup { group in
          for try await connection in connections {
            group.addTask {
              record.change(1)
              await Self.serve(connection, isEncrypted: context != nil, record, script)
              record.change(-1)
            }
          }
        }
      }
    }
  }

  deinit { accepting.cancel() }

  var requests: [Request] { record.requests }
  /// Connections that are there, and all that there were.
  var openConnections: Int { record.open }
  var acceptedConnections: Int { record.accepted }

  func stop() async {
    accepting.cancel()
    await accepting.value
  }

  /// Whether all connections are gone within two seconds.
  func becomesIdle() async -> Bool {
    for _ in 0..<200 {
      if openConnections == 0 { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  private static func serve(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, isEncrypted: Bool, _ record: Record,
    _ script: Script
  ) async {
    try? await connection.executeThenClose { inbound, outbound in
      let wire = Wire(outbound: outbound, channel: connection.channel)
      var bytes: [UInt8] = []
      for try await chunk in inbound {
        bytes += chunk.readableBytesView
        while var request = takeRequest(&bytes) {
          if isEncrypted {
            let certificate = try await connection.channel.nioSSL_peerCertificate().get()
            request.certificate = certificate.map { "\($0)" }
          }
          record.add(request)
          try await script(request, wire)
        }
      }
    }
  }

  /// Cuts a request off the bytes once it is there whole.
  private static func takeRequest(_ bytes: inout [UInt8]) -> Request? {
    guard let end = bytes.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let words = lines[0].split(separator: " ")
    let headers = lines.dropFirst().map { line in
      let colon = line.firstIndex(of: ":")!
      return (
        name: String(line[..<colon]), value: String(line[colon...].dropFirst().drop { $0 == " " })
      )
    }
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap {
      Int($0.value)
    }
    let bodyEnd = end.upperBound + (length ?? 0)
    guard bytes.count >= bodyEnd else { return nil }
    let body = String(decoding: bytes[end.upperBound..<bodyEnd], as: UTF8.self)
    bytes.removeFirst(bodyEnd)
    return Request(
      method: String(words[0]), path: String(words[1]), headers: headers, body: body)
  }
}

/// A server that answers the first bytes of every connection with the same bytes, or never.
final class RawPeer: Sendable {
  let port: Int
  private let accepting: Task<Void, Never>

  init(answering text: String?) async throws {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    port = server.channel.localAddress?.port ?? 0
    accepting = Task {
      try? await server.executeThenClose { connections in
        try await withThrowingDiscardingTaskGroup { group in
          for try await connection in connections {
            group.addTask {
              try? await connection.executeThenClose { inbound, outbound in
                for try await _ in inbound {
                  if let text {
                    try await outbound.write(ByteBuffer(string: text))
                    return
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  deinit { accepting.cancel() }

  func stop() async {
    accepting.cancel()
    await accepting.value
  }
}

import Logging
import MCPConfiguration

/// A server that is a child of this program: a message is a line on its standard input or output.
actor StdioTransport: Transport {
  nonisolated let isStream = true
  nonisolated var unsolicited: AsyncStream<IncomingMessage> { router.unsolicited }
  nonisolated private let router = MessageRouter()
  nonisolated private let lines: AsyncStream<[UInt8]>.Continuation
  nonisolated private let outgoing: AsyncStream<[UInt8]>
  private let closing: AsyncStream<Never>
  private let ending: AsyncStream<Never>.Continuation
  private let server: MCPServer
  private let environment: [String: String]
  private let logger: Logger
  private let limits: TransportLimits
  private var child: Task<Void, Never>?

  init(
    _ server: MCPServer, environment: [String: String], logger: Logger, limits: TransportLimits
  ) {
    self.server = server
    self.environment = environment
    self.logger = logger
    self.limits = limits
    (outgoing, lines) = AsyncStream.makeStream()
    (closing, ending) = AsyncStream.makeStream()
  }

  /// Ends the child if nobody closed the transport.
  deinit {
    lines.finish()
    child?.cancel()
  }

  func open() async throws(MCPError) {
    if child != nil { return }
    guard case .stdio(let command, let settings) = server.connection else {
      throw MCPError(server: server.name, .unsupported, "there is no command for it")
    }
    let program = try ServerProgram(
      command: command, settings, environment: environment, server: server.name)
    let (starts, started) = AsyncThrowingStream<Void, any Error>.makeStream()
    let process = ServerProcess(
      program: program, server: server.name, router: router, outgoing: outgoing, closing: closing,
      logger: logger,
      lineLimit: limits.body)
    child = Task { await process.run(started) }
    do {
      for try await _ in starts { return }
    } catch {
      throw error as? MCPError
        ?? MCPError(server: server.name, .process, "the program can't be started")
    }
    // The caller was cancelled.
    await close()
    throw MCPError(server: server.name, .cancelled, "the start was cancelled")
  }

  nonisolated func request(
    _ message: OutgoingMessage, id: Int
  ) -> AsyncThrowingStream<IncomingMessage, any Error> {
    router.exchange(id) { self.write(message) }
  }

  func send(_ message: OutgoingMessage) async throws(MCPError) {
    try await router.checkIsOpen()
    write(message)
  }

  nonisolated var route: Route { Route(transport: .stdio) }

  func listen() async {}

  func close() async {
    lines.finish()
    ending.finish()
    await child?.value
    await router.end(MCPError(server: server.name, .closed, "the connection is closed"))
  }

  /// Line ends in JSON are only space between values.
  nonisolated private func write(_ message: OutgoingMessage) {
    lines.yield(message.body.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } + [0x0A])
  }
}

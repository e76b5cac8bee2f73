import Foundation
import MCPConfiguration
import Testing

@testable import MCPClient

/// What is left of connections that are over. In a suite of its own process-wide numbers would be
/// exact; beside other tests, a leak shows as growth with every round.
@Suite(.serialized, .enabled(if: isLinux))
struct LeakTests {
  private func descriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }

  private func threads() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
  }

  /// Runs the action often; descriptors must not grow with it. Other tests open some at the same
  /// time, so a leak of one each time is far above what they make.
  private func countDescriptors(
    rounds: Int = 60, sourceLocation: SourceLocation = #_sourceLocation,
    _ action: () async throws -> Void
  ) async throws {
    try await action()
    let before = try descriptors()
    for _ in 1...rounds { try await action() }
    var after = try descriptors()
    // The last connections are closed by the event loops, soon.
    for _ in 1...100 where after > before + rounds / 2 {
      try await Task.sleep(for: .milliseconds(20))
      after = try descriptors()
    }
    #expect(after <= before + rounds / 2, sourceLocation: sourceLocation)
  }

  @Test func faultsOverHTTPLeaveNothing() async throws {
    for fault in HTTPFaultTests.faults where !fault.name.contains("endless") {
      let peer = try await Peer(fault.script)
      let server = try MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp")
      try await countDescriptors(rounds: 20) {
        _ = try await failure { try await server.connected { _ = try await $0.answer(1) } }
      }
      #expect(await peer.becomesIdle())
      await peer.stop()
    }
  }

  @Test func transportsThatNobodyClosesLeaveNothing() async throws {
    let peer = try await Peer { _, wire in try await wire.answer("200 OK", result(1)) }
    let server = try MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp")
    try await countDescriptors {
      let transport = server.transport()
      try await transport.open()
      _ = try await transport.answer(1)
    }
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  @Test func childrenLeaveNothing() async throws {
    try await countDescriptors(rounds: 30) {
      try await MCPServer.shell(StdioTransportTests.echo).connected { transport in
        let answers = try await transport.answer(1)
        #expect(answers == [result(1)])
      }
    }
  }

  /// The objects behind transports go with them: no task keeps them alive.
  @Test func noTaskKeepsATransportAlive() async throws {
    let peer = try await Peer { request, wire in
      guard request.method == "GET" else { return try await wire.answer("200 OK", result(1)) }
      try await wire.startEvents()
      try await wire.event("/messages", name: "endpoint")
      try await wire.wait()
    }
    let url = "http://127.0.0.1:\(peer.port)/mcp"
    let servers = [
      try MCPServer.remote(url), try MCPServer.remote(url) { $0.transport = .sse },
      MCPServer.shell(StdioTransportTests.echo),
    ]
    for server in servers {
      weak var kept: (any AnyObject)?
      do {
        let transport = server.transport()
        kept = transport as any AnyObject
        try await transport.open()
        if !(transport is SSETransport) { _ = try await transport.answer(1) }
        await transport.listen()
      }
      for _ in 1...100 where kept != nil { try await Task.sleep(for: .milliseconds(10)) }
      #expect(kept == nil)
    }
    #expect(await peer.becomesIdle())
    await peer.stop()
  }
}

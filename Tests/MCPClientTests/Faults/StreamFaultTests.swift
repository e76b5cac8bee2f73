import MCPConfiguration
import Testing

@testable import MCPClient

/// The same for the transports where one stream carries everything.
struct StreamFaultTests {
  @Test(arguments: [
    (#"echo '{"jsonrpc": oops'"#, MCPError.Kind.badMessage, "no JSON-RPC message"),
    ("head -c 2000 /dev/zero | tr '\\0' x", .tooLarge, "longer than 1000 bytes"),
    ("exit 7", .closed, "ended with status 7"),
    ("kill -9 $$", .closed, "ended by signal 9"),
    ("exec >&-", .closed, "the program ended"),
  ])
  func aChildThatDoesWrongIsTold(
    script: String, kind: MCPError.Kind, words: String
  ) async throws {
    var limits = TransportLimits()
    limits.body = 1000
    let start = ContinuousClock.now
    let error = try await failure {
      try await MCPServer.shell("read -r line; \(script); cat >/dev/null").connected(limits: limits)
      {
        _ = try await $0.answer(1)
      }
    }
    #expect(error.kind == kind)
    #expect(error.message.contains(words), "\(error)")
    #expect(ContinuousClock.now - start < ServerProcess.graceTime * 2 + .seconds(1))
  }

  @Test func aChildThatNeverAnswersIsLeft() async throws {
    try await MCPServer.shell("cat >/dev/null").connected { transport in
      let call = Task { try await transport.answer(1) }
      try await Task.sleep(for: .milliseconds(100))
      call.cancel()
      if case .success(let messages) = await call.result { #expect(messages.isEmpty) }
      // A late answer would be nobody's.
      try await transport.notify("notifications/cancelled")
    }
  }

  /// More than a pipe holds, to a child that reads nothing.
  @Test func aChildThatReadsNothingDoesNotHoldUpTheClose() async throws {
    let start = ContinuousClock.now
    let transport = MCPServer.shell("exec sleep 60").transport()
    try await transport.open()
    let message = OutgoingMessage(body: [UInt8](repeating: 0x20, count: 1 << 20))
    for _ in 1...3 { try await transport.send(message) }
    await transport.close()
    #expect(ContinuousClock.now - start < ServerProcess.graceTime * 2 + .seconds(1))
  }

  @Test func writingToAChildThatIsGoneIsNoCrash() async throws {
    let transport = MCPServer.shell("exec <&-; sleep 0.3").transport()
    try await transport.open()
    for _ in 1...20 {
      try? await transport.notify("notifications/x")
      try await Task.sleep(for: .milliseconds(30))
    }
    await transport.close()
  }

  @Test(arguments: [
    ("oops", MCPError.Kind.badMessage), (String(repeating: "x", count: 2000), .tooLarge),
  ])
  func aWrongEventIsTold(data: String, kind: MCPError.Kind) async throws {
    let peer = try await Peer { request, wire in
      guard request.method == "GET" else { return try await wire.answer("202 Accepted") }
      try await wire.startEvents()
      try await wire.event("/messages", name: "endpoint")
      try await Task.sleep(for: .milliseconds(200))
      try await wire.event(data)
      try await wire.wait()
    }
    var limits = TransportLimits()
    limits.event = 1000
    let server = try MCPServer.remote("http://127.0.0.1:\(peer.port)/sse") { $0.transport = .sse }
    let error = try await failure {
      try await server.connected(limits: limits) { _ = try await $0.answer(1) }
    }
    #expect(error.kind == kind)
    #expect(await peer.becomesIdle())
    await peer.stop()
  }
}

import MCPConfiguration
import Testing

@testable import MCPClient

struct SSETransportTests {
  private func server(_ peer: Peer, connectTimeout: Duration = .seconds(5)) throws -> MCPServer {
    try .remote("http://127.0.0.1:\(peer.port)/sse", connectTimeout: connectTimeout) {
      $0.transport = .sse
      $0.headers = ["X-Key": Secret("k")]
    }
  }

  /// Answers every request with an id on the event stream, in the order they come in.
  private func echo(endpoint: String = "/messages/?session_id=5") async throws -> Peer {
    let (lines, next) = AsyncStream<String>.makeStream()
    return try await Peer { request, wire in
      if request.method == "POST" {
        try await wire.answer("202 Accepted", "Accepted", type: "text/plain")
        if let id = request.body.firstMatch(of: /"id":(\d+)/) { next.yield(String(id.1)) }
        return
      }
      try await wire.startEvents()
      try await wire.event(endpoint, name: "endpoint")
      for await id in lines { try await wire.event(result(Int(id) ?? 0)) }
    }
  }

  @Test func answersComeOnTheStream() async throws {
    let peer = try await echo()
    try await server(peer).connected { transport in
      #expect(transport.isStream)
      for id in 1...3 { #expect(try await transport.answer(id) == [result(id)]) }
      try await transport.notify("notifications/initialized")
    }
    let requests = peer.requests
    #expect(requests.map(\.method) == ["GET", "POST", "POST", "POST", "POST"])
    #expect(requests.dropFirst().allSatisfy { $0.path == "/messages/?session_id=5" })
    #expect(requests.allSatisfy { $0["x-key"] == "k" && $0["mcp-protocol-version"] == nil })
    #expect(requests[0]["accept"] == "text/event-stream")
    #expect(requests[0]["cache-control"] == "no-store")
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  @Test func concurrentRequestsGetTheirOwnAnswers() async throws {
    let peer = try await echo()
    try await server(peer).connected { transport in
      try await withThrowingTaskGroup { group in
        for id in 1...50 {
          group.addTask {
            let answers = try await transport.answer(id)
            #expect(answers == [result(id)])
          }
        }
        try await group.waitForAll()
      }
    }
    await peer.stop()
  }

  @Test func allElseIsUnsolicited() async throws {
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    let peer = try await Peer { request, wire in
      try await wire.startEvents()
      try await wire.event("/messages", name: "endpoint")
      try await wire.event("", name: "keep-alive")
      try await wire.event(ping)
      try await wire.event(result(99))
      try await wire.wait()
    }
    try await server(peer).connected { transport in
      var messages = transport.unsolicited.makeAsyncIterator()
      #expect(await messages.next()?.body == Array(ping.utf8))
      #expect(await messages.next()?.body == Array(result(99).utf8))
    }
    await peer.stop()
  }

  @Test(arguments: [
    "http://127.0.0.1:1/messages", "http://localhost:PORT/messages", "https://127.0.0.1:PORT/m",
    "//elsewhere.example/messages",
  ])
  func anEndpointOfAnotherOriginIsRefused(endpoint: String) async throws {
    let peer = try await Peer { request, wire in
      let port = request["host"]?.split(separator: ":").last ?? ""
      try await wire.startEvents()
      try await wire.event(
        endpoint.replacing("PORT", with: port) + "?session=1", name: "endpoint")
      try await wire.wait()
    }
    let error = try await failure { try await server(peer).connected { _ in } }
    guard case .redirect(let location) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(error.message.contains(location) && !location.contains("session"))
    #expect(await peer.becomesIdle())
    #expect(peer.requests.count == 1)
    await peer.stop()
  }

  @Test func aServerWithoutAnEndpointTimesOut() async throws {
    let peer = try await Peer { _, wire in
      try await wire.startEvents()
      try await wire.wait()
    }
    let start = ContinuousClock.now
    let error = try await failure {
      try await server(peer, connectTimeout: .milliseconds(300)).connected { _ in }
    }
    #expect(error.kind == .timeout)
    #expect(error.message.contains("didn't name its endpoint in time"))
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  @Test func theEndOfTheStreamEndsEverything() async throws {
    let peer = try await Peer { request, wire in
      guard request.method == "GET" else {
        try await wire.answer("202 Accepted")
        return
      }
      try await wire.startEvents()
      try await wire.event("/messages", name: "endpoint")
      try await Task.sleep(for: .milliseconds(200))
      try await wire.close()
    }
    try await server(peer).connected { transport in
      let error = try await failure { _ = try await transport.answer(1) }
      #expect(error.kind == .closed)
      for await _ in transport.unsolicited { Issue.record("nothing was sent") }
      let later = try await failure { try await transport.notify("x") }
      #expect(later.kind == .closed)
    }
    await peer.stop()
  }

  @Test func aRefusedMessageIsTold() async throws {
    let peer = try await Peer { request, wire in
      guard request.method == "GET" else { return try await wire.answer("401 Unauthorized") }
      try await wire.startEvents()
      try await wire.event("/messages", name: "endpoint")
      try await wire.wait()
    }
    try await server(peer).connected { transport in
      let error = try await failure { _ = try await transport.answer(1) }
      guard case .http(401, _, _) = error.kind else {
        Issue.record("\(error)")
        return
      }
    }
    await peer.stop()
  }

  @Test(arguments: ["404 Not Found", "405 Method Not Allowed", "200 OK"])
  func aServerOfAnotherKindIsTold(status: String) async throws {
    let peer = try await Peer { _, wire in try await wire.answer(status, "{}") }
    let error = try await failure { try await server(peer).connected { _ in } }
    switch error.kind {
    case .http(let code, _, _): #expect(status.hasPrefix("\(code)"))
    case .badMessage: #expect(status == "200 OK")
    default: Issue.record("\(error)")
    }
    await peer.stop()
  }
}

import MCPConfiguration
import Testing

@testable import MCPClient

/// Servers that do wrong: each ends in its own error, in time, and leaves no connection open.
struct HTTPFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var script: Peer.Script
    var isExpected: @Sendable (MCPError) -> Bool
    var words: String

    var testDescription: String { name }
  }

  private static let endless = [UInt8](repeating: 0x20, count: 1 << 16)

  static let faults: [Fault] = [
    Fault(
      name: "closed without an answer", script: { _, wire in try await wire.close() },
      isExpected: { $0.kind == .closed }, words: "closed the connection without an answer"),
    Fault(
      name: "closed in the head",
      script: { _, wire in
        try await wire.write("HTTP/1.1 200 OK\r\ncontent-ty")
        try await wire.close()
      }, isExpected: { $0.kind == .closed }, words: "closed the connection"),
    Fault(
      name: "closed in the body",
      script: { _, wire in
        try await wire.write(
          "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"jso")
        try await wire.close()
      }, isExpected: { $0.kind == .closed }, words: "in the middle of the server's answer"),
    Fault(
      name: "closed in a chunked body",
      script: { _, wire in
        try await wire.write(
          "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
            + "5\r\n{\"jso\r\n")
        try await wire.close()
      }, isExpected: { $0.kind == .closed }, words: "in the middle of the server's answer"),
    Fault(
      name: "closed in an event",
      script: { _, wire in
        try await wire.startEvents()
        try await wire.write("event: message\r\ndata: {\"jsonrpc\":\"2.0\",")
        try await wire.close()
      }, isExpected: { $0.kind == .closed }, words: "in the middle of the server's answer"),
    Fault(
      name: "closed between events",
      script: { _, wire in
        try await wire.startEvents()
        try await wire.event(#"{"method":"notifications/progress"}"#)
        try await wire.close()
      }, isExpected: { $0.kind == .closed }, words: "in the middle of the server's answer"),
    Fault(
      name: "endless body",
      script: { _, wire in
        try await wire.write(
          "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n")
        while true {
          try await wire.write("10000\r\n")
          try await wire.write(endless)
          try await wire.write("\r\n")
        }
      }, isExpected: { $0.kind == .tooLarge }, words: "larger than 10485760 bytes"),
    Fault(
      name: "endless event",
      script: { _, wire in
        try await wire.startEvents()
        try await wire.write("data: ")
        while true { try await wire.write(endless) }
      }, isExpected: { $0.kind == .tooLarge }, words: "larger than the limit"),
    Fault(
      name: "garbage instead of JSON",
      script: { _, wire in try await wire.answer("200 OK", "{\"jsonrpc\": oops") },
      isExpected: { $0.kind == .badMessage }, words: "no JSON-RPC message"),
    Fault(
      name: "garbage in an event",
      script: { _, wire in
        try await wire.startEvents()
        try await wire.event("oops")
        try await wire.wait()
      }, isExpected: { $0.kind == .badMessage }, words: "no JSON-RPC message"),
    Fault(
      name: "an empty answer", script: { _, wire in try await wire.answer("200 OK", "") },
      isExpected: { $0.kind == .badMessage }, words: "no JSON-RPC message"),
    Fault(
      name: "wrong id", script: { _, wire in try await wire.answer("200 OK", result(77)) },
      isExpected: { $0.kind == .badMessage }, words: "another request"),
    Fault(
      name: "wrong id in an event",
      script: { _, wire in
        try await wire.startEvents()
        try await wire.event(result(77))
        try await wire.wait()
      }, isExpected: { $0.kind == .badMessage }, words: "another request"),
    Fault(
      name: "a page instead of a message",
      script: { _, wire in
        try await wire.answer("200 OK", "<p>Hi</p>", type: "text/html; charset=x")
      },
      isExpected: { $0.kind == .badMessage }, words: "with 'text/html'"),
    Fault(
      name: "accepted without an answer",
      script: { _, wire in
        try await wire.write("HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n")
      },
      isExpected: { $0.kind == .badMessage }, words: "without saying with what"),
    Fault(
      name: "401", script: { _, wire in try await wire.answer("401 Unauthorized", "{}") },
      isExpected: { $0.isStatus(401) }, words: "status 401"),
    Fault(
      name: "404 without a session", script: { _, wire in try await wire.answer("404 Not Found") },
      isExpected: { $0.isStatus(404) }, words: "status 404"),
    Fault(
      name: "429",
      script: { _, wire in
        try await wire.answer("429 Too Many Requests", headers: "Retry-After: 7")
      }, isExpected: { $0.isStatus(429) }, words: "try again in 7 s"),
    Fault(
      name: "503 with an endless body",
      script: { _, wire in
        try await wire.write("HTTP/1.1 503 Service Unavailable\r\n\r\n")
        while true { try await wire.write(endless) }
      }, isExpected: { $0.kind == .tooLarge }, words: "larger than 10485760 bytes"),
    Fault(
      name: "a redirect loop",
      script: { request, wire in
        let next = request.path == "/a" ? "/b" : "/a"
        try await wire.answer("307 Temporary Redirect", headers: "Location: \(next)")
      }, isExpected: { if case .redirect = $0.kind { true } else { false } }, words: "in circles"),
    Fault(
      name: "a redirect to nowhere",
      script: { _, wire in try await wire.answer("307 Temporary Redirect") },
      isExpected: { if case .redirect = $0.kind { true } else { false } }, words: "names no address"
    ),
    Fault(
      name: "no HTTP", script: { _, wire in try await wire.write("SSH-2.0-OpenSSH_9.9\r\n\r\n") },
      isExpected: { $0.kind == .badMessage }, words: "doesn't speak HTTP"),
  ]

  @Test(arguments: faults)
  func endsInItsOwnError(fault: Fault) async throws {
    let peer = try await Peer(fault.script)
    let start = ContinuousClock.now
    let error = try await failure {
      try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected {
        _ = try await $0.answer(1)
      }
    }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(fault.isExpected(error), "\(error.kind)")
    #expect("\(error)".hasPrefix("web: "))
    #expect("\(error)".contains(fault.words), "\(error)")
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  /// The limit of an event is above 1 MB of data, as the other implementations have it.
  @Test func anEventOfOneMegabyteArrives() async throws {
    let text = result(1, "\"" + String(repeating: "x", count: 1_000_000) + "\"")
    let peer = try await Peer { _, wire in
      try await wire.startEvents()
      try await wire.event(text)
      try await wire.wait()
    }
    let answers = try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected {
      try await $0.answer(1)
    }
    #expect(answers == [text])
    await peer.stop()
  }

  @Test func anEventOfMoreThanTheLimitDoesNot() async throws {
    let peer = try await Peer { _, wire in
      try await wire.startEvents()
      try await wire.event(result(1, "\"" + String(repeating: "x", count: 1 << 20) + "\""))
      try await wire.wait()
    }
    let error = try await failure {
      try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected {
        _ = try await $0.answer(1)
      }
    }
    #expect(error.kind == .tooLarge)
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  /// How long an answer may take is the session's to say: it ends the iteration.
  @Test(arguments: [false, true])
  func aServerThatNeverAnswersIsLeft(afterTheHead: Bool) async throws {
    let peer = try await Peer { _, wire in
      if afterTheHead { try await wire.startEvents() }
      try await wire.wait()
    }
    try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected { transport in
      let call = Task { try await transport.answer(1) }
      while peer.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      try await Task.sleep(for: .milliseconds(50))
      #expect(peer.openConnections == 1)
      call.cancel()
      let ended = await call.result
      if case .success(let messages) = ended { #expect(messages.isEmpty) }
      // Only the exchange is over, and the server sees it; the transport goes on.
      #expect(await peer.becomesIdle())
    }
    await peer.stop()
  }

  /// What stops reading without being cancelled.
  @Test func anAnswerThatIsDroppedIsClosed() async throws {
    let peer = try await Peer { _, wire in
      try await wire.startEvents()
      try await wire.event(#"{"method":"notifications/progress"}"#)
      try await wire.wait()
    }
    try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected { transport in
      for try await _ in transport.request(OutgoingMessage(body: Array("{}".utf8)), id: 1) { break }
      #expect(await peer.becomesIdle())
    }
    await peer.stop()
  }

  @Test func closingEndsWhatIsUnderWay() async throws {
    let peer = try await Peer { _, wire in try await wire.wait() }
    let transport = try MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").transport()
    try await transport.open()
    async let call = failure { _ = try await transport.answer(1) }
    while peer.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    await transport.close()
    let error = try await call
    #expect(error.kind == .cancelled || error.kind == .closed)
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  @Test(arguments: ["http", "https"])
  func aSlowServerIsLeftInTime(scheme: String) async throws {
    // It accepts, and says nothing: neither in the handshake nor in HTTP.
    let peer = try await RawPeer(answering: nil)
    let server = try MCPServer.remote(
      "\(scheme)://127.0.0.1:\(peer.port)/mcp", connectTimeout: .milliseconds(400))
    let start = ContinuousClock.now
    if scheme == "https" {
      let error = try await failure { try await server.connected { _ = try await $0.answer(1) } }
      #expect(error.kind == .timeout, "\(error)")
      #expect(error.message.contains("TLS handshake in time"))
    }
    #expect(ContinuousClock.now - start < .milliseconds(1000))
    await peer.stop()
  }

  @Test func aPortWhereNothingListensIsTold() async throws {
    let peer = try await RawPeer(answering: nil)
    await peer.stop()
    let error = try await failure {
      try await MCPServer.remote("http://127.0.0.1:\(peer.port)/mcp").connected {
        _ = try await $0.answer(1)
      }
    }
    #expect(error.kind == .connection)
    #expect(error.message.hasSuffix("can't be reached: nothing listens there"))
  }

  @Test func aNameThatNobodyKnowsIsTold() async throws {
    let error = try await failure {
      try await MCPServer.remote("http://mcp.invalid/mcp").connected { _ = try await $0.answer(1) }
    }
    #expect(error.kind == .connection)
    #expect(error.message.hasSuffix("can't be reached: its name is not known"), "\(error)")
  }
}

extension MCPError {
  func isStatus(_ expected: Int) -> Bool {
    if case .http(expected, _, _) = kind { true } else { false }
  }
}

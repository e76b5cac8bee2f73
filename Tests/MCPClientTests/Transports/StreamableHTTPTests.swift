import MCPConfiguration
import Testing

@testable import MCPClient

struct StreamableHTTPTests {
  private func server(
    _ peer: Peer, path: String = "/mcp", _ change: (inout RemoteSettings) -> Void = { _ in }
  ) throws -> MCPServer {
    try .remote("http://127.0.0.1:\(peer.port)\(path)", change)
  }

  @Test func aRequestIsAPostAnsweredInTheClear() async throws {
    let peer = try await Peer { _, wire in try await wire.answer("200 OK", result(7, "[1, 2]")) }
    let answers = try await server(peer).connected {
      try await $0.answer(
        7, headers: [("Mcp-Method", "tools/call"), ("Mcp-Name", "=?base64?w7w=?=")])
    }
    #expect(answers == [result(7, "[1, 2]")])
    let request = try #require(peer.requests.first)
    #expect(request.method == "POST" && request.path == "/mcp")
    #expect(request["content-type"] == "application/json")
    #expect(request["accept"] == "application/json, text/event-stream")
    #expect(request["mcp-method"] == "tools/call")
    #expect(request["mcp-name"] == "=?base64?w7w=?=")
    #expect(request["mcp-session-id"] == nil)
    #expect(request.body == #"{"jsonrpc":"2.0","id":7,"method":"ping"}"#)
    #expect(peer.requests.count == 1)
    await peer.stop()
  }

  @Test func anEventStreamBringsAllThatBelongsToTheAnswer() async throws {
    let progress = #"{"jsonrpc":"2.0","method":"notifications/progress","params":{}}"#
    let question = #"{"jsonrpc":"2.0","id":"q-1","method":"elicitation/create"}"#
    let peer = try await Peer { _, wire in
      try await wire.startEvents()
      try await wire.write(": ping\r\n\r\n")
      try await wire.event(progress)
      try await wire.event("ignored", name: "other")
      try await wire.event(question)
      try await wire.event(result(1))
      // The server keeps the stream open; the client has what it wanted.
      try await wire.event(result(1))
      try await wire.wait()
    }
    try await server(peer).connected { transport in
      let answers = try await transport.answer(1)
      #expect(answers == [progress, question, result(1)])
      #expect(await peer.becomesIdle())
    }
    await peer.stop()
  }

  @Test func aBatchIsTakenApart() async throws {
    let log = #"{"jsonrpc":"2.0","method":"notifications/message"}"#
    let peer = try await Peer { _, wire in
      try await wire.answer("200 OK", "[\(log), \(result(1))]")
    }
    let answers = try await server(peer).connected { try await $0.answer(1) }
    #expect(answers == [log, result(1)])
    await peer.stop()
  }

  @Test func errorsWithoutAnIDAnswerTheRequest() async throws {
    let text = #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#
    let peer = try await Peer { _, wire in try await wire.answer("200 OK", text) }
    #expect(try await server(peer).connected { try await $0.answer(1) } == [text])
    await peer.stop()
  }

  @Test func theSessionIsKeptAndDeleted() async throws {
    let peer = try await Peer { request, wire in
      switch (request.method, request["mcp-session-id"]) {
      case ("POST", nil):
        try await wire.answer("200 OK", result(1), headers: "Mcp-Session-Id: s-1")
      case ("POST", _): try await wire.answer("202 Accepted")
      default: try await wire.answer("200 OK")
      }
    }
    try await server(peer).connected { transport in
      _ = try await transport.answer(1)
      try await transport.send(
        OutgoingMessage(body: Array("{}".utf8), headers: [("MCP-Protocol-Version", "2025-11-25")]))
    }
    let requests = peer.requests
    #expect(requests.map(\.method) == ["POST", "POST", "DELETE"])
    #expect(requests.map { $0["mcp-session-id"] } == [nil, "s-1", "s-1"])
    #expect(requests.map { $0["mcp-protocol-version"] } == [nil, "2025-11-25", "2025-11-25"])
    await peer.stop()
  }

  @Test func theSessionOfARefusedRequestIsIgnored() async throws {
    let peer = try await Peer { _, wire in
      try await wire.answer(
        "400 Bad Request", #"{"jsonrpc":"2.0","id":"server-error","error":{"code":-32600}}"#,
        headers: "Mcp-Session-Id: wrong")
    }
    try await server(peer).connected { transport in
      for id in 1...2 {
        let error = try await failure { _ = try await transport.answer(id) }
        guard case .http(400, let body, "application/json") = error.kind else {
          Issue.record("\(error)")
          return
        }
        #expect(String(decoding: body, as: UTF8.self).contains("-32600"))
      }
    }
    #expect(peer.requests.map { $0["mcp-session-id"] } == [nil, nil])
    await peer.stop()
  }

  @Test func alostSessionIsToldAndForgotten() async throws {
    let peer = try await Peer { request, wire in
      switch request["mcp-session-id"] {
      case nil where request.body.contains(#""id":3"#):
        try await wire.answer("200 OK", result(3), headers: "Mcp-Session-Id: s-2")
      case nil: try await wire.answer("200 OK", result(1), headers: "Mcp-Session-Id: s-1")
      case "s-1": try await wire.answer("404 Not Found", "{}")
      default: try await wire.answer("200 OK", result(4))
      }
    }
    try await server(peer).connected { transport in
      _ = try await transport.answer(1)
      let error = try await failure { _ = try await transport.answer(2) }
      #expect(error.kind == .sessionLost)
      _ = try await transport.answer(3)
      _ = try await transport.answer(4)
    }
    #expect(peer.requests.map { $0["mcp-session-id"] } == [nil, "s-1", nil, "s-2", "s-2"])
    await peer.stop()
  }

  @Test func ownHeadersGoEverywhereAndBeforeTheMessages() async throws {
    let peer = try await Peer { request, wire in
      try await wire.answer(
        request.method == "GET" ? "405 Method Not Allowed" : "200 OK", result(1),
        headers: "Mcp-Session-Id: s-1")
    }
    try await server(peer) {
      $0.headers = [
        "Authorization": Secret("Bearer x"), "mcp-protocol-version": Secret("2025-03-26"),
        "Accept": Secret("text/plain"),
      ]
    }.connected { transport in
      _ = try await transport.answer(1, headers: [("MCP-Protocol-Version", "2025-11-25")])
      await transport.listen()
      try await Task.sleep(for: .milliseconds(200))
    }
    #expect(peer.requests.map(\.method) == ["POST", "GET", "DELETE"])
    #expect(peer.requests.allSatisfy { $0["authorization"] == "Bearer x" })
    for request in peer.requests where request.method == "POST" {
      let names = request.headers.map { $0.name.lowercased() }
      #expect(Set(names).count == names.count)
      #expect(request["mcp-protocol-version"] == "2025-03-26")
      #expect(request["accept"] == "application/json, text/event-stream")
    }
    await peer.stop()
  }

  @Test func listeningBringsTheServersOwnMessages() async throws {
    let change = #"{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}"#
    let peer = try await Peer { request, wire in
      guard request.method == "GET" else {
        return try await wire.answer("200 OK", result(1), headers: "Mcp-Session-Id: s-1")
      }
      try await wire.startEvents()
      if request["last-event-id"] == nil {
        try await wire.write("id: 5\nretry: 10\ndata: \(change)\n\n")
        try await wire.close()
      } else {
        try await wire.event(change)
        try await wire.wait()
      }
    }
    try await server(peer).connected { transport in
      _ = try await transport.answer(1)
      await transport.listen()
      var messages = transport.unsolicited.makeAsyncIterator()
      for _ in 1...2 {
        let message = try #require(await messages.next())
        #expect(String(decoding: message.body, as: UTF8.self) == change)
      }
    }
    let listening = peer.requests.filter { $0.method == "GET" }
    #expect(listening.map { $0["last-event-id"] } == [nil, "5"])
    #expect(listening.allSatisfy { $0["mcp-session-id"] == "s-1" })
    #expect(await peer.becomesIdle())
    await peer.stop()
  }

  @Test func unsolicitedEndsWhenClosed() async throws {
    let peer = try await Peer { _, wire in try await wire.answer() }
    let transport = try server(peer).transport()
    try await transport.open()
    await transport.close()
    for await _ in transport.unsolicited { Issue.record("nothing was sent") }
    let error = try await failure { _ = try await transport.answer(1) }
    #expect(error.kind == .closed)
    await peer.stop()
  }

  @Test func anInterruptedAnswerIsGoneOnWith() async throws {
    let peer = try await Peer { request, wire in
      try await wire.startEvents()
      if request.method == "POST" {
        try await wire.write("id: a\nretry: 10\ndata:\n\n")
      } else if request["last-event-id"] == "a" {
        try await wire.write("id: b\ndata: {\"method\":\"x\"}\n\n")
      } else {
        try await wire.event(result(1))
      }
      try await wire.close()
    }
    let answers = try await server(peer).connected { try await $0.answer(1) }
    #expect(answers == [#"{"method":"x"}"#, result(1)])
    #expect(peer.requests.map { $0["last-event-id"] } == [nil, "a", "b"])
    await peer.stop()
  }

  @Test(arguments: [307, 308])
  func redirectsWithinTheOriginKeepEverything(status: Int) async throws {
    let peer = try await Peer { request, wire in
      if request.path == "/mcp" {
        try await wire.answer("\(status) Redirect", headers: "Location: /mcp/")
      } else {
        try await wire.answer("200 OK", result(1))
      }
    }
    let answers = try await server(peer) { $0.headers = ["X-Key": Secret("k")] }.connected {
      try await $0.answer(1)
    }
    #expect(answers.count == 1)
    #expect(peer.requests.map(\.path) == ["/mcp", "/mcp/"])
    #expect(peer.requests.map(\.method) == ["POST", "POST"])
    #expect(peer.requests.allSatisfy { $0["x-key"] == "k" && $0.body.contains(#""id":1"#) })
    await peer.stop()
  }

  @Test func nothingIsSentToAnotherOrigin() async throws {
    let other = try await Peer { _, wire in try await wire.answer("200 OK", result(1)) }
    let peer = try await Peer { [port = other.port] _, wire in
      try await wire.answer(
        "307 Redirect", headers: "Location: http://127.0.0.1:\(port)/mcp?token=1")
    }
    let error = try await failure {
      try await server(peer).connected { _ = try await $0.answer(1) }
    }
    #expect(error.kind == .redirect(location: "http://127.0.0.1:\(other.port)/mcp"))
    #expect(error.message.contains("http://127.0.0.1:\(other.port)/mcp"))
    #expect(other.acceptedConnections == 0)
    await peer.stop()
    await other.stop()
  }

  @Test func aRedirectThatChangesTheMethodIsNotFollowed() async throws {
    let peer = try await Peer { _, wire in
      try await wire.answer("302 Found", headers: "Location: /login")
    }
    let error = try await failure {
      try await server(peer).connected { _ = try await $0.answer(1) }
    }
    #expect(error.kind == .redirect(location: "http://127.0.0.1:\(peer.port)/login"))
    #expect(error.message.contains("status 302 would turn POST into GET"))
    #expect(peer.requests.count == 1)
    await peer.stop()
  }

  /// The proxy is asked for the address in absolute form; a `.invalid` name is known to nobody.
  @Test func aProxyOfTheEnvironmentIsUsed() async throws {
    let proxy = try await Peer { _, wire in try await wire.answer("200 OK", result(1)) }
    let server = try MCPServer.remote("http://mcp.invalid/mcp")
    let environment = ["HTTP_PROXY": "http://me:pass@127.0.0.1:\(proxy.port)"]
    let transport = server.transport(environment: environment, logger: TestLog().logger)
    try await transport.open()
    let answers = try await transport.answer(1)
    await transport.close()
    #expect(answers == [result(1)])
    #expect(proxy.requests[0].path == "http://mcp.invalid/mcp")
    #expect(proxy.requests[0]["proxy-authorization"] == "Basic bWU6cGFzcw==")
    await proxy.stop()
  }

  /// For encryption the proxy only joins two connections.
  @Test func aProxyIsAskedToConnectForEncryption() async throws {
    let proxy = try await Peer { _, wire in
      try await wire.answer("403 Forbidden", headers: "Connection: close")
    }
    let server = try MCPServer.remote("https://mcp.invalid/mcp")
    let environment = ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)"]
    let transport = server.transport(environment: environment, logger: TestLog().logger)
    try await transport.open()
    let error = try await failure { _ = try await transport.answer(1) }
    await transport.close()
    #expect(error.kind == .connection)
    #expect(error.message.hasPrefix("the proxy 127.0.0.1:\(proxy.port) "), "\(error)")
    #expect(proxy.requests.map(\.method) == ["CONNECT"])
    #expect(proxy.requests[0].path == "mcp.invalid:443")
    await proxy.stop()
  }
}

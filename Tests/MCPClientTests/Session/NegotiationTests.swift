import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol
import Testing

@Suite struct NegotiationTests {
  private func http(_ status: Int, _ body: String = "") -> MCPError {
    MCPError(
      server: "docs",
      .http(status: status, body: Array(body.utf8), contentType: "application/json"),
      "HTTP \(status)")
  }

  @Test func aStatelessServerIsAskedOnceAndEveryRequestSaysWhoAsks() async throws {
    let script = ScriptedServer(stateless())
    let session = script.session()
    let details = try await session.connect()
    #expect(details.revision == .july2026)
    #expect(details.implementation?.name == "new")
    #expect(details.instructions == "ask")
    _ = try await session.callTool("echo", arguments: ["text": "hä"])
    await session.close()
    let requests = await script.requests
    #expect(requests.map(\.method) == ["server/discover", "tools/call"])
    for request in requests {
      let meta = request.params["_meta"]
      #expect(meta?["io.modelcontextprotocol/protocolVersion"]?.string == "2026-07-28")
      #expect(meta?["io.modelcontextprotocol/clientInfo"]?["name"]?.string == "test")
      #expect(meta?["io.modelcontextprotocol/clientCapabilities"] == [:])
      #expect(request.headers["MCP-Protocol-Version"] == "2026-07-28")
      #expect(request.headers["Mcp-Method"] == request.method)
    }
    #expect(requests[1].headers["Mcp-Name"] == "echo")
    #expect(requests[1].params["_meta"]?["progressToken"]?.integer == requests[1].id)
    #expect(await script.sent.isEmpty)
  }

  /// What servers were seen to answer to `server/discover`, or may.
  static let refusals: [(String, @Sendable () -> any Error)] = [
    ("unknown method", { JSONRPCError(code: -32601, message: "Method not found") }),
    ("invalid params", { JSONRPCError(code: -32602, message: "Invalid request parameters") }),
    ("no session", { JSONRPCError(code: -32600, message: "Bad Request: Missing session ID") }),
    ("implementation-defined", { JSONRPCError(code: -32000, message: "no") }),
    ("internal", { JSONRPCError(code: -32603, message: "boom") }),
    ("400, empty", { NegotiationTests().http(400) }),
    ("400, HTML", { NegotiationTests().http(400, "<html>") }),
    (
      "400, JSON-RPC",
      {
        NegotiationTests().http(
          400, #"{"jsonrpc":"2.0","id":"server-error","error":{"code":-32600,"message":"x"}}"#)
      }
    ),
    ("404", { NegotiationTests().http(404) }), ("406", { NegotiationTests().http(406) }),
    ("500", { NegotiationTests().http(500, "oops") }),
    ("no JSON", { RawAnswer(text: "<html>") }), ("empty", { RawAnswer.Empty() }),
    ("a result without versions", { RawAnswer(text: #"{"jsonrpc":"2.0","id":1,"result":{}}"#) }),
    ("session lost", { MCPError(server: "docs", .sessionLost, "gone") }),
    (
      "only old versions",
      {
        JSONRPCError(
          code: -32022, message: "no",
          data: ["supported": ["2025-11-25", "2025-06-18"], "requested": "2026-07-28"])
      }
    ),
  ]

  @Test(arguments: refusals.indices)
  func anyAnswerThatIsNoModernErrorMeansAHandshake(index: Int) async throws {
    let (name, refusal) = Self.refusals[index]
    let script = ScriptedServer(handshake(["server/discover": { _ in throw refusal() }]))
    let session = script.session()
    let details = try await session.connect()
    #expect(details.revision == .november2025, "\(name)")
    _ = try await session.callTool("echo")
    await session.close()
    let requests = await script.requests
    #expect(requests.map(\.method) == ["server/discover", "initialize", "tools/call"], "\(name)")
    // The question's version must not leak.
    #expect(requests[1].headers.isEmpty)
    #expect(requests[1].params["protocolVersion"]?.string == "2025-11-25")
    #expect(requests[1].params["_meta"] == nil)
    #expect(requests[2].headers == ["MCP-Protocol-Version": "2025-11-25"])
    #expect(await script.sent == [.notification(method: "notifications/initialized", params: nil)])
  }

  @Test(arguments: ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])
  func everyHandshakeRevisionIsSpoken(revision: String) async throws {
    let script = ScriptedServer(handshake(revision: revision))
    let session = script.session()
    #expect(try await session.connect().revision.rawValue == revision)
    _ = try await session.callTool("echo")
    await session.close()
    let header = await script.requests.last?.headers["MCP-Protocol-Version"]
    #expect(header == (revision >= "2025-06-18" ? revision : nil))
  }

  @Test func aModernErrorIsCorrectedAndNeverAHandshake() async throws {
    // Nothing that this client speaks.
    let disjoint = ScriptedServer(
      handshake([
        "server/discover": { _ in
          throw JSONRPCError(code: -32022, message: "no", data: ["supported": ["2027-01-01"]])
        }
      ]))
    let error = await failure { () throws(MCPError) in try await disjoint.session().connect() }
    guard case .unsupported? = error?.kind else { return #expect(Bool(false), "\(error as Any)") }
    #expect(error?.message.contains("2027-01-01") == true)
    #expect(await disjoint.count("initialize") == 0)

    // One that it does speak: asked once more.
    let mixed = ScriptedServer(
      stateless([
        "server/discover": once(
          { _ in throw JSONRPCError(code: -32020, message: "header mismatch") },
          then: stateless()["server/discover"]!)
      ]))
    let session = mixed.session()
    #expect(try await session.connect().revision == .july2026)
    await session.close()
    #expect(await mixed.methods == ["server/discover", "server/discover"])
  }

  @Test(arguments: [401, 403, 407, 429])
  func whoAsksForAPasswordIsNotOld(status: Int) async {
    let script = ScriptedServer(
      handshake(["server/discover": { _ in throw NegotiationTests().http(status) }]))
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.connect() }
    guard case .http(status, _, _)? = error?.kind else { return #expect(Bool(false)) }
    #expect(await script.methods == ["server/discover"])
    #expect(await script.closed == 1)
  }

  @Test func noRouteIsNoVerdict() async throws {
    let script = ScriptedServer(handshake()) { connection in
      connection == 1 ? MCPError(server: "docs", .connection, "the server can't be reached") : nil
    }
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.connect() }
    guard case .connection? = error?.kind else { return #expect(Bool(false)) }
    // The next attempt asks from the beginning.
    #expect(try await session.connect().revision == .november2025)
    #expect(await script.methods == ["server/discover", "initialize"])
    await session.close()
  }

  @Test func silenceOnAStreamMeansAHandshake() async throws {
    let (revision, sent) = await undisturbed {
      let script = ScriptedServer(handshake(["server/discover": silence]))
      let session = script.session(.stdio { $0.session.connectTimeout = .seconds(4) })
      let details = try? await session.connect()
      await session.close()
      return (details?.revision, await script.sent.count)
    }
    #expect(revision == .november2025)
    #expect(sent == 1)
  }

  @Test func silenceOverHTTPIsATimeout() async {
    let script = ScriptedServer(handshake(["server/discover": silence]))
    let server = MCPServer.scripted { $0.session.connectTimeout = .milliseconds(100) }
    let session = script.session(server)
    let error = await failure { () throws(MCPError) in try await session.connect() }
    guard case .timeout? = error?.kind else { return #expect(Bool(false)) }
    #expect(await script.methods.contains("initialize") == false)
  }

  @Test func aSlowModernServerIsAskedAgain() async throws {
    // Silent at first, then locked to the new revision by the first request that it read.
    let (revision, methods) = await undisturbed {
      let script = ScriptedServer(
        stateless([
          "server/discover": once(silence, then: stateless()["server/discover"]!),
          "initialize": { _ in
            throw JSONRPCError(code: -32022, message: "connection is serving 2026-07-28")
          },
        ]))
      let session = script.session(.stdio { $0.session.connectTimeout = .seconds(4) })
      let details = try? await session.connect()
      await session.close()
      return (details?.revision, await script.methods)
    }
    #expect(revision == .july2026)
    #expect(methods == ["server/discover", "initialize", "server/discover"])
  }

  @Test func aProgramThatEndsAtTheQuestionIsStartedAgain() async throws {
    let script = ScriptedServer(
      handshake([
        "server/discover": { _ in throw MCPError(server: "docs", .closed, "the program ended") }
      ]))
    let session = script.session(.stdio())
    #expect(try await session.connect().revision == .november2025)
    #expect(await script.opened == 2)
    await session.close()
    #expect(await script.closed == 2)
  }

  @Test func theSettingIsHonoured() async throws {
    let legacy = ScriptedServer(stateless(handshake()))
    let first = legacy.session(.scripted { $0.session.protocolEra = .legacy })
    #expect(try await first.connect().revision == .november2025)
    #expect(await legacy.methods == ["initialize"])
    await first.close()

    let modernOnly = ScriptedServer(
      stateless([
        "initialize": { _ in
          throw JSONRPCError(code: -32022, message: "no", data: ["supported": ["2026-07-28"]])
        }
      ]))
    let second = modernOnly.session(.scripted { $0.session.protocolEra = .legacy })
    let error = await failure { () throws(MCPError) in try await second.connect() }
    #expect(error?.message.contains("(-32022)") == true)
    #expect(await modernOnly.methods == ["initialize"])

    // On a stream `stateless` waits for the answer.
    let silent = ScriptedServer(handshake(["server/discover": silence]))
    let third = silent.session(
      .stdio {
        $0.session.protocolEra = .stateless
        $0.session.connectTimeout = .milliseconds(100)
      })
    guard case .timeout? = await failure({ () throws(MCPError) in try await third.connect() })?.kind
    else { return #expect(Bool(false)) }
  }

  @Test func theDecisionIsKept() async throws {
    let script = ScriptedServer(handshake())
    let session = script.session(.stdio())
    _ = try await session.connect()
    await script.die()
    #expect(await eventually { await script.closed == 1 })
    _ = try await session.callTool("echo")
    #expect(
      await script.methods == ["server/discover", "initialize", "initialize", "tools/call"])
    await session.close()
  }

  @Test func aVeryOldServerIsReachedByEvents() async throws {
    let script = ScriptedServer(
      handshake(
        [
          "server/discover": { _ in throw NegotiationTests().http(405) },
          "initialize": { received in
            if received.connection == 1 { throw NegotiationTests().http(405) }
            return try await handshake(revision: "2024-11-05")["initialize"]!(received)
          },
        ]))
    let session = script.session()
    #expect(try await session.connect().revision == .november2024)
    #expect(await script.kinds == [.http, .sse])
    await session.close()
    #expect(await script.closed == 2)
  }

  @Test func bothCausesAreTold() async {
    let script = ScriptedServer([
      "server/discover": { _ in throw NegotiationTests().http(404) },
      "initialize": { _ in throw NegotiationTests().http(404) },
    ]) { connection in
      connection == 2 ? MCPError(server: "docs", .badMessage, "no event came") : nil
    }
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.connect() }
    #expect(error?.message == "HTTP 404; with 'transport: sse': no event came")
    #expect(await script.closed == 2)
  }

  @Test func aHeaderOfTheConfigurationIsNotWrittenTwice() async throws {
    let script = ScriptedServer(stateless())
    var settings = RemoteSettings()
    settings.headers = ["mcp-protocol-version": Secret("2026-07-28")]
    let url = try #require(ServerURL("http://127.0.0.1/mcp"))
    let server = MCPServer(
      name: "docs", connection: .remote(url, settings))
    let session = script.session(server)
    _ = try await session.connect()
    await session.close()
    #expect(await script.requests.first?.headers == ["Mcp-Method": "server/discover"])
  }

  @Test func anUnknownRevisionIsRefused() async {
    let script = ScriptedServer(handshake(revision: "2026-07-28"))
    let error = await failure { () throws(MCPError) in try await script.session().connect() }
    guard case .unsupported? = error?.kind else { return #expect(Bool(false)) }
    #expect(await script.closed == 1)
  }
}

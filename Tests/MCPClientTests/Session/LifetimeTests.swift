import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol
import Testing

@Suite struct LifetimeTests {
  private func stdio(
    idle: Duration = .zero, lifetime: Duration = .zero, keepalive: Duration = .seconds(180)
  ) -> MCPServer {
    var settings = StdioSettings()
    settings.idleTimeout = idle
    settings.maximumLifetime = lifetime
    return .stdio(settings) { $0.session.keepaliveInterval = keepalive }
  }

  @Test func anIdleProgramIsEndedAndStartedAgain() async throws {
    let script = ScriptedServer(handshake())
    let session = script.session(stdio(idle: .milliseconds(60)))
    _ = try await session.callTool("echo")
    #expect(await eventually { await script.closed == 1 })
    _ = try await session.callTool("echo")
    #expect(await script.opened == 2)
    await session.close()
  }

  @Test func aBusyProgramIsNotIdle() async throws {
    let script = ScriptedServer(
      handshake([
        "tools/call": { received in
          try await Task.sleep(for: .milliseconds(400))
          return try await echo(received)
        }
      ]))
    let session = script.session(stdio(idle: .milliseconds(60)))
    _ = try await session.callTool("echo")
    #expect(await script.opened == 1)
    await session.close()
  }

  @Test func anOldProgramFinishesWhatItHasBegun() async throws {
    let script = ScriptedServer(
      handshake([
        "tools/call": { received in
          if received.connection == 1 { try await Task.sleep(for: .milliseconds(300)) }
          return try await echo(received)
        }
      ]))
    let session = script.session(stdio(lifetime: .milliseconds(100)))
    let long = Task { try await session.callTool("echo", arguments: ["text": "long"]).text }
    #expect(await eventually { await script.count("tools/call") == 1 })
    #expect(
      await eventually {
        let isAnswered = (try? await session.callTool("echo")) != nil
        let opened = await script.opened
        return isAnswered && opened >= 2
      })
    #expect(try await long.value == "long")
    #expect(await eventually { await script.closed >= 1 })
    await session.close()
    let (opened, closed) = await (script.opened, script.closed)
    #expect(opened == closed)
  }

  @Test func anIdleSessionIsTried() async throws {
    let script = ScriptedServer(handshake())
    let session = script.session(stdio(keepalive: .milliseconds(40)))
    _ = try await session.connect()
    #expect(await eventually { await script.count("ping") >= 3 })
    #expect(await script.opened == 1)
    await session.close()
    let pings = await script.count("ping")
    try await Task.sleep(for: .milliseconds(100))
    #expect(await script.count("ping") == pings)
  }

  @Test func aRefusalIsASignOfLifeAndAFailureIsNot() async throws {
    let refusing = ScriptedServer(
      handshake(["ping": { _ in throw JSONRPCError(code: -32601, message: "no ping") }]))
    let alive = refusing.session(stdio(keepalive: .milliseconds(30)))
    _ = try await alive.connect()
    #expect(await eventually { await refusing.count("ping") >= 2 })
    #expect(await refusing.closed == 0)
    try await alive.ping()
    await alive.close()

    let gone = ScriptedServer(
      handshake(["ping": { _ in throw MCPError(server: "docs", .timeout, "no answer") }]))
    let dead = gone.session(stdio(keepalive: .milliseconds(30)))
    _ = try await dead.connect()
    #expect(await eventually { await gone.closed >= 1 })
    _ = try await dead.callTool("echo")
    #expect(await gone.opened >= 2)
    await dead.close()
  }

  @Test func nothingIsKeptAliveWithoutASession() async throws {
    let script = ScriptedServer(stateless())
    let session = script.session(.scripted { $0.session.keepaliveInterval = .milliseconds(20) })
    _ = try await session.connect()
    try await Task.sleep(for: .milliseconds(100))
    #expect(await script.methods == ["server/discover"])
    try await session.ping()
    #expect(await script.count("server/discover") == 2)
    await session.close()
  }

  @Test func aProgramThatEndsFailsItsCallsAndIsStartedForTheNext() async throws {
    let script = ScriptedServer(handshake(["tools/call": once(silence, then: echo)]))
    let session = script.session(.stdio())
    let call = Task { await failure { () throws(MCPError) in try await session.callTool("x") } }
    #expect(await eventually { await script.count("tools/call") == 1 })
    await script.die()
    guard case .closed? = await call.value?.kind else { return #expect(Bool(false)) }
    #expect(try await session.callTool("echo").text == "nothing")
    #expect(await script.opened == 2)
    await session.close()
  }
}

@Suite struct SubscriptionTests {
  private let filter = SubscriptionFilter(toolsListChanged: true, resources: ["a:1"])

  private func acknowledge(_ received: Received) {
    received.send(
      .notification(
        method: "notifications/subscriptions/acknowledged",
        params: [
          "_meta": ["io.modelcontextprotocol/subscriptionId": .integer(received.id)],
          "notifications": ["toolsListChanged": true],
        ]))
  }

  @Test func changesArriveAsTheyAreAnnounced() async throws {
    let acknowledge = acknowledge
    let script = ScriptedServer(
      stateless([
        "subscriptions/listen": { received in
          #expect(
            received.params["notifications"]
              == ["toolsListChanged": true, "resourceSubscriptions": ["a:1"]])
          acknowledge(received)
          received.send(.notification(method: "notifications/tools/list_changed", params: [:]))
          received.send(
            .notification(method: "notifications/resources/updated", params: ["uri": "a:1"]))
          return ["resultType": "complete"]
        }
      ]))
    let changed = Told<ServerChange>()
    var program = ClientProgram.test
    program.changed = { change, _ in Task { await changed.add(change) } }
    let session = script.session(program: program)
    var changes: [ServerChange] = []
    for try await change in try await session.changes(filter) { changes.append(change) }
    #expect(
      changes == [
        .subscribed(SubscriptionFilter(toolsListChanged: true)), .tools, .resource(uri: "a:1"),
      ])
    #expect(await eventually { await changed.values.count == 2 })
    await session.close()
  }

  @Test func aLostOneThrows() async throws {
    let acknowledge = acknowledge
    let script = ScriptedServer(
      stateless([
        "subscriptions/listen": { received in
          acknowledge(received)
          throw RawAnswer.Empty()
        }
      ]))
    let session = script.session()
    let error = await #expect(throws: MCPError.self) {
      for try await _ in try await session.changes(filter) {}
    }
    guard case .closed? = error?.kind else { return #expect(Bool(false)) }
    await session.close()
  }

  @Test(arguments: [true, false])
  func whoStopsListeningEndsIt(isStream: Bool) async throws {
    let acknowledge = acknowledge
    let script = ScriptedServer(
      stateless([
        "subscriptions/listen": { received in
          acknowledge(received)
          return try await silence(received)
        }
      ]))
    let session = script.session(isStream ? .stdio() : .scripted())
    let task = Task {
      for try await change in try await session.changes(filter) {
        if case .subscribed = change { return }
      }
    }
    try await task.value
    #expect(await eventually { await script.abandoned.count == 1 })
    #expect(await eventually { await script.sent.count == (isStream ? 1 : 0) })
    await session.close()
  }

  @Test func noAcknowledgementIsATimeout() async throws {
    let script = ScriptedServer(stateless(["subscriptions/listen": silence]))
    let session = script.session(.scripted { $0.session.timeout = .milliseconds(50) })
    let error = await #expect(throws: MCPError.self) {
      for try await _ in try await session.changes(filter) {}
    }
    guard case .timeout? = error?.kind else { return #expect(Bool(false)) }
    await session.close()
  }

  @Test func handshakeServersAreSubscribedTo() async throws {
    let empty: ScriptedServer.Answer = { _ in [:] }
    let script = ScriptedServer(
      handshake(["resources/subscribe": empty, "resources/unsubscribe": empty]))
    let session = script.session(.stdio())
    let changes = try await session.changes(filter)
    await script.push(.notification(method: "notifications/tools/list_changed", params: nil))
    await script.push(.notification(method: "notifications/prompts/list_changed", params: nil))
    await script.push(
      .notification(method: "notifications/resources/updated", params: ["uri": "a:2"]))
    await script.push(
      .notification(method: "notifications/resources/updated", params: ["uri": "a:1"]))
    let seen = Task {
      var seen: [ServerChange] = []
      for try await change in changes {
        seen.append(change)
        if seen.count == 3 { break }
      }
      return seen
    }
    #expect(try await seen.value == [.subscribed(filter), .tools, .resource(uri: "a:1")])
    #expect(await script.count("resources/subscribe") == 1)
    await session.close()
  }

  @Test func unsubscribingIsToldToHandshakeServers() async throws {
    let empty: ScriptedServer.Answer = { _ in [:] }
    let script = ScriptedServer(
      handshake(["resources/subscribe": empty, "resources/unsubscribe": empty]))
    let session = script.session(.stdio())
    let task = Task {
      for try await _ in try await session.changes(filter) {}
    }
    #expect(await eventually { await script.count("resources/subscribe") == 1 })
    task.cancel()
    _ = await task.result
    #expect(await eventually { await script.count("resources/unsubscribe") == 1 })
    await session.close()
  }

  @Test func closingTheSessionEndsThem() async throws {
    let acknowledge = acknowledge
    let script = ScriptedServer(
      stateless([
        "subscriptions/listen": { received in
          acknowledge(received)
          return try await silence(received)
        }
      ]))
    let session = script.session()
    let task = Task {
      for try await _ in try await session.changes(filter) {}
    }
    #expect(await eventually { await script.count("subscriptions/listen") == 1 })
    await session.close()
    await #expect(throws: MCPError.self) { try await task.value }
    #expect(await eventually { await script.running == 0 })
  }
}

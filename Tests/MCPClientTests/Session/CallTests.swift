import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol
import Testing

@Suite struct CallTests {
  @Test func aToolThatFailedIsAResult() async throws {
    let script = ScriptedServer(
      stateless([
        "tools/call": { _ in ["content": [["type": "text", "text": "no"]], "isError": true] }
      ]))
    let session = script.session()
    let result = try await session.callTool("x")
    #expect(result.isError)
    #expect(result.text == "no")
    await session.close()
  }

  @Test func aThousandCallsAtOnceAreOneConnection() async throws {
    let script = ScriptedServer(stateless())
    let session = script.session()
    let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<1000 {
        group.addTask {
          (
            number,
            try await session.callTool("echo", arguments: ["text": .string("\(number)")]).text
          )
        }
      }
      var texts = [String](repeating: "", count: 1000)
      for try await (number, text) in group { texts[number] = text }
      return texts
    }
    #expect(texts == (0..<1000).map(String.init))
    #expect(await script.opened == 1)
    #expect(await script.count("server/discover") == 1)
    #expect(Set(await script.requests.map(\.id)).count == 1001)
    await session.close()
    #expect(await script.running == 0)
  }

  @Test func noAnswerInTimeIsATimeoutAndTheServerIsTold() async throws {
    let script = ScriptedServer(handshake(["tools/call": silence]))
    let session = script.session()
    let error = await failure { () throws(MCPError) in
      try await session.callTool("x", timeout: .milliseconds(50))
    }
    guard case .timeout? = error?.kind else { return #expect(Bool(false)) }
    let id = try #require(await script.requests.last?.id)
    #expect(await eventually { await script.abandoned == [id] })
    #expect(await eventually { await cancelled(script) == [id] })
    await session.close()
  }

  /// The ids of requests that the server was told nobody waits for.
  private func cancelled(_ script: ScriptedServer) async -> [Int] {
    await script.sent.compactMap { message in
      guard case .notification("notifications/cancelled", let params) = message else { return nil }
      return params?["requestId"]?.integer
    }
  }

  @Test(arguments: [true, false])
  func cancellingATaskCancelsTheRequest(isStream: Bool) async throws {
    let script = ScriptedServer(stateless(["tools/call": silence]))
    let session = script.session(isStream ? .stdio() : .scripted())
    let task = Task {
      await failure { () throws(MCPError) in try await session.callTool("x") }
    }
    #expect(await eventually { await script.count("tools/call") == 1 })
    task.cancel()
    guard case .cancelled? = await task.value?.kind else { return #expect(Bool(false)) }
    #expect(await eventually { await script.abandoned.count == 1 })
    #expect(await eventually { await script.running == 0 })
    // Where each request has its own answer, closing that says it all.
    if isStream {
      #expect(await eventually { await cancelled(script).count == 1 })
    } else {
      #expect(await script.sent.isEmpty)
    }
    await session.close()
  }

  @Test(arguments: [true, false])
  func progressExtendsTheTime(isStream: Bool) async throws {
    let steps = await undisturbed { () -> [Double]? in
      let script = ScriptedServer(
        stateless([
          "tools/call": { received in
            let token = received.params["_meta"]?["progressToken"] ?? nil
            for step in 1...6 {
              try await Task.sleep(for: .milliseconds(250))
              received.send(
                .notification(
                  method: "notifications/progress",
                  params: ["progressToken": token, "progress": .integer(step), "total": 6]))
            }
            return try await echo(received)
          }
        ]))
      let session = script.session(isStream ? .stdio() : .scripted())
      let (reports, continuation) = AsyncStream<Progress>.makeStream()
      let result = try? await session.callTool("x", timeout: .seconds(1)) {
        continuation.yield($0)
      }
      continuation.finish()
      await session.close()
      return result == nil ? nil : await reports.reduce(into: []) { $0.append($1.progress) }
    }
    #expect(steps == [1, 2, 3, 4, 5, 6])
  }

  @Test func progressBesidesTheAnswerIsReported() async throws {
    let script = ScriptedServer(handshake(["tools/call": silence]))
    let session = script.session(.stdio())
    let reports = Told<Progress>()
    let task = Task {
      await failure { () throws(MCPError) in
        try await session.callTool("x") { report in Task { await reports.add(report) } }
      }
    }
    #expect(await eventually { await script.count("tools/call") == 1 })
    let id = try #require(await script.requests.last?.id)
    await script.push(
      .notification(
        method: "notifications/progress", params: ["progressToken": .integer(id), "progress": 1]))
    #expect(await eventually { await reports.values == [Progress(progress: 1)] })
    task.cancel()
    guard case .cancelled? = await task.value?.kind else { return #expect(Bool(false)) }
    await session.close()
  }

  @Test func aLostSessionIsOpenedAgainOnceForAll() async throws {
    let script = ScriptedServer(
      handshake([
        "tools/call": { received in
          if received.connection > 1 { return try await echo(received) }
          throw MCPError(server: "docs", .sessionLost, "Session not found")
        }
      ]))
    let session = script.session()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { _ = try await session.callTool("echo") } }
      try await group.waitForAll()
    }
    #expect(await script.opened == 2)
    #expect(await script.count("initialize") == 2)
    #expect(await eventually { await script.closed == 1 })
    await session.close()
    #expect(await script.closed == 2)
  }

  @Test func aSessionLostTwiceIsAnError() async {
    let script = ScriptedServer(
      handshake(["tools/call": { _ in throw MCPError(server: "docs", .sessionLost, "gone") }]))
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.callTool("x") }
    guard case .sessionLost? = error?.kind else { return #expect(Bool(false)) }
    #expect(await script.count("tools/call") == 2)
    await session.close()
    let (opened, closed) = await (script.opened, script.closed)
    #expect(opened == 2 && closed == 2)
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":999,"result":{}}"#, "answered request 999"),
    (#"{"jsonrpc":"2.0","id":999,"error":{"code":1,"message":"x"}}"#, "answered request 999"),
    ("{", "what is no message"), ("[1]", "what is no message"),
    (#"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"m"}}"#, "refused"),
    (#"{"jsonrpc":"2.0","method":"notifications/message","params":{}}"#, "without an answer"),
  ])
  func wrongAnswers(answer: String, words: String) async throws {
    let script = ScriptedServer(stateless(["tools/call": { _ in throw RawAnswer(text: answer) }]))
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.callTool("x") }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "none")")
    await session.close()
  }

  @Test func aRefusalInTheBodyOfAStatusIsRead() async throws {
    let body = #"{"jsonrpc":"2.0","id":null,"error":{"code":-32601,"message":"no","data":[1]}}"#
    let script = ScriptedServer(
      stateless([
        "tools/call": { _ in
          throw MCPError(
            server: "docs", .http(status: 404, body: Array(body.utf8), contentType: nil), "404")
        }
      ]))
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.callTool("x") }
    guard case .protocolError(-32601, "no", [1])? = error?.kind else {
      return #expect(Bool(false), "\(error as Any)")
    }
    await session.close()
  }

  @Test func aBatchIsRead() async throws {
    let script = ScriptedServer(
      handshake(
        [
          "tools/call": { received in
            throw RawAnswer(
              text: """
                [{"jsonrpc":"2.0","method":"notifications/message","params":{"data":"x"}},
                 {"jsonrpc":"2.0","id":\(received.id),"result":{"content":[]}}]
                """)
          }
        ], revision: "2025-03-26"))
    let session = script.session()
    #expect(try await session.callTool("x").content.isEmpty)
    await session.close()
  }

  @Test func cancellingWhileConnectingEndsTheAttempt() async throws {
    let script = ScriptedServer(handshake(["server/discover": silence]))
    let session = script.session()
    let task = Task { await failure { () throws(MCPError) in try await session.connect() } }
    #expect(await eventually { await script.count("server/discover") == 1 })
    task.cancel()
    guard case .cancelled? = await task.value?.kind else { return #expect(Bool(false)) }
    #expect(await eventually { await script.closed == 1 })
    #expect(await eventually { await script.running == 0 })
    await session.close()
  }

  @Test func oneWhoGivesUpDoesNotStopTheOthers() async throws {
    let script = ScriptedServer(
      stateless([
        "server/discover": { received in
          try await Task.sleep(for: .milliseconds(150))
          return try await stateless()["server/discover"]!(received)
        }
      ]))
    let session = script.session()
    let patient = Task { try await session.callTool("echo").text }
    let hasty = Task { await failure { () throws(MCPError) in try await session.connect() } }
    #expect(await eventually { await script.count("server/discover") == 1 })
    hasty.cancel()
    guard case .cancelled? = await hasty.value?.kind else { return #expect(Bool(false)) }
    #expect(try await patient.value == "nothing")
    #expect(await script.opened == 1)
    await session.close()
  }

  @Test func nothingIsLeftAfterClosing() async throws {
    let script = ScriptedServer(handshake(["tools/call": silence]))
    var session: MCPSession? = script.session(.stdio())
    weak let weakSession = session
    let calls = (0..<10).map { _ in
      Task { [session] in
        await failure { () throws(MCPError) in try await session!.callTool("x") }
      }
    }
    #expect(await eventually { await script.count("tools/call") == 10 })
    await session?.close()
    for call in calls {
      guard case .closed? = await call.value?.kind else { return #expect(Bool(false)) }
    }
    #expect(await script.closed == 1)
    #expect(await eventually { await script.running == 0 })
    let error = await failure { () throws(MCPError) in try await session!.callTool("x") }
    guard case .closed? = error?.kind else { return #expect(Bool(false)) }
    session = nil
    #expect(await eventually { weakSession == nil })
  }

  @Test func aSessionThatIsForgottenClosesItsConnection() async throws {
    let script = ScriptedServer(handshake())
    var session: MCPSession? = script.session(.stdio())
    _ = try await session?.connect()
    session = nil
    #expect(await eventually { await script.closed == 1 })
  }
}

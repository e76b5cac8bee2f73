import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol
import Testing

/// What servers ask of the client: as requests of their own, or before they answer.
@Suite struct InputTests {
  static let question: JSONValue = [
    "mode": "form", "message": "Your name?", "requestedSchema": ["type": "object"],
  ]
  static let sample: JSONValue = [
    "messages": [["role": "user", "content": ["type": "text", "text": "hi"]]], "maxTokens": 10_000,
    "modelPreferences": ["hints": [["name": "large"], ["name": "small"]]],
  ]

  private var program: ClientProgram {
    var program = ClientProgram.test
    program.elicit = { request, server in .accept(["name": .string("Ada of \(server)")]) }
    program.sample = { request, _ in
      SamplingResult(
        content: [.text("\(request.maximumTokens)")],
        model: request.modelHints.joined(separator: ","))
    }
    program.roots = { _ in [Root(uri: "file:///work")] }
    return program
  }

  private static func required(_ requests: JSONValue?, state: JSONValue? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [.init("resultType", "input_required")]
    if let requests { members.append(.init("inputRequests", requests)) }
    if let state { members.append(.init("requestState", state)) }
    return .object(members)
  }

  @Test func anInputRoundIsAnsweredAndTheStateGoesBack() async throws {
    let script = ScriptedServer(
      stateless([
        "tools/call": once(
          { _ in
            Self.required(
              [
                "a": ["method": "elicitation/create", "params": Self.question],
                "b": ["method": "roots/list"],
                "c": ["method": "sampling/createMessage", "params": Self.sample],
              ], state: "v1.Q_tV")
          }, then: echo)
      ]))
    let session = script.session(program: program)
    _ = try await session.callTool("greet", arguments: ["x": 1])
    let calls = await script.requests.filter { $0.method == "tools/call" }
    try #require(calls.count == 2)
    #expect(calls[0].id != calls[1].id)
    let again = calls[1].params
    #expect(again["requestState"] == "v1.Q_tV")
    #expect(again["name"] == "greet" && again["arguments"] == ["x": 1])
    let responses = again["inputResponses"]
    #expect(responses?.members?.map(\.key) == ["a", "b", "c"])
    #expect(responses?["a"] == ["action": "accept", "content": ["name": "Ada of docs"]])
    #expect(responses?["b"] == ["roots": [["uri": "file:///work"]]])
    #expect(responses?["c"]?["content"]?["text"] == "4096")
    let capabilities = calls[0].params["_meta"]?["io.modelcontextprotocol/clientCapabilities"]
    #expect(capabilities == ["roots": [:], "sampling": [:], "elicitation": ["form": [:]]])
    await session.close()
  }

  @Test func roundsOfStateOnlyAreAskedAgain() async throws {
    let script = ScriptedServer(
      stateless([
        "prompts/get": once(
          { _ in Self.required(nil, state: "s") },
          then: { received in
            #expect(received.params["inputResponses"] == nil)
            #expect(received.params["requestState"] == "s")
            return ["messages": []]
          })
      ]))
    let session = script.session()
    #expect(try await session.prompt("p").messages.isEmpty)
    await session.close()
  }

  @Test func roundsAreBounded() async {
    let script = ScriptedServer(
      stateless([
        "resources/read": { _ in Self.required(["a": ["method": "roots/list"]]) }
      ]))
    let session = script.session(program: program)
    let error = await failure { () throws(MCPError) in try await session.readResource("a:b") }
    guard case .badMessage? = error?.kind else { return #expect(Bool(false)) }
    #expect(await script.count("resources/read") == 10)
    await session.close()
  }

  @Test func whatIsNotOfferedEndsTheCall() async {
    let script = ScriptedServer(
      stateless([
        "tools/call": { _ in
          Self.required(["a": ["method": "elicitation/create", "params": Self.question]])
        },
        "tools/list": { _ in ["resultType": "input_required", "inputRequests": [:]] },
      ]))
    let session = script.session()
    let error = await failure { () throws(MCPError) in try await session.callTool("x") }
    #expect(error?.refusal?.code == -32601)
    #expect(await script.count("tools/call") == 1)
    // Only three requests may want input.
    let second = await failure { () throws(MCPError) in try await session.tools() }
    guard case .badMessage? = second?.kind else { return #expect(Bool(false)) }
    await session.close()
  }

  // MARK: - Requests of the server's

  /// What the client says to a request of the server's.
  private func answer(
    _ method: String, _ params: JSONValue?, program: ClientProgram, count: Int = 1,
    _ change: (inout MCPServer) -> Void = { _ in }
  ) async throws -> [JSONRPCMessage] {
    let script = ScriptedServer(handshake())
    let session = script.session(.stdio(StdioSettings(), change), program: program)
    _ = try await session.connect()
    for number in 0..<count {
      await script.push(.request(id: .text("s\(number)"), method: method, params: params))
      #expect(await eventually { await script.sent.count == number + 2 })
    }
    await session.close()
    return Array(await script.sent.dropFirst())
  }

  private func code(_ message: JSONRPCMessage?) -> Int? {
    guard case .error(_, let error)? = message else { return nil }
    return error.code
  }

  private func result(_ message: JSONRPCMessage?) -> JSONValue? {
    guard case .result(_, let result)? = message else { return nil }
    return result
  }

  @Test func pingAndRootsAndUnknown() async throws {
    #expect(
      try await answer("ping", nil, program: .test) == [.result(id: .text("s0"), [:])])
    #expect(
      try await answer("roots/list", nil, program: program)
        == [.result(id: .text("s0"), ["roots": [["uri": "file:///work"]]])])
    #expect(code(try await answer("roots/list", nil, program: .test).first) == -32601)
    #expect(code(try await answer("dance", nil, program: program).first) == -32601)
    #expect(code(try await answer("elicitation/create", [:], program: program).first) == -32602)
  }

  @Test func samplingKeepsToTheConfiguration() async throws {
    let method = "sampling/createMessage"
    let plain = try await answer(method, Self.sample, program: program)
    #expect(result(plain.first)?["content"]?["text"] == "4096")
    #expect(result(plain.first)?["model"] == "large,small")

    let own = try await answer(method, Self.sample, program: program) {
      $0.session.sampling.model = "mine"
      $0.session.sampling.maximumTokens = 5
    }
    #expect(result(own.first)?["model"] == "mine")
    #expect(result(own.first)?["content"]?["text"] == "5")

    let allowed = try await answer(method, Self.sample, program: program) {
      $0.session.sampling.allowedModels = ["small", "tiny"]
    }
    #expect(result(allowed.first)?["model"] == "small")
    let refused = try await answer(method, Self.sample, program: program) {
      $0.session.sampling.allowedModels = ["tiny"]
    }
    #expect(code(refused.first) == -1)

    let off = try await answer(method, Self.sample, program: program) {
      $0.session.sampling.isEnabled = false
    }
    #expect(code(off.first) == -32601)

    let often = try await answer(method, Self.sample, program: program, count: 3) {
      $0.session.sampling.maximumRequestsPerMinute = 2
    }
    #expect(often.map(code) == [nil, nil, -1])
  }

  @Test func samplingIsTimedAndItsFailuresAreNotQuoted() async throws {
    var slow = program
    slow.sample = { _, _ in
      try await Task.sleep(for: .seconds(100))
      return SamplingResult(content: [], model: "")
    }
    let late = try await answer("sampling/createMessage", Self.sample, program: slow) {
      $0.session.sampling.timeout = .milliseconds(30)
    }
    #expect(code(late.first) == -32603)

    struct Leak: Error { let key = "sk-secret" }
    var broken = program
    broken.sample = { _, _ in throw Leak() }
    let failed = try await answer("sampling/createMessage", Self.sample, program: broken)
    #expect(code(failed.first) == -32603)
    #expect(failed.first?.json.text.contains("secret") == false)
  }

  @Test func toolRoundsAreCounted() async throws {
    var params = Self.sample.members ?? []
    params.append(.init("tools", [["name": "t", "inputSchema": ["type": "object"]]]))
    var withTools = program
    withTools.samplesWithTools = true
    withTools.sample = { _, _ in
      SamplingResult(
        content: [.toolUse(id: "1", name: "t", input: [:])], model: "m", stopReason: "toolUse")
    }
    let rounds = try await answer(
      "sampling/createMessage", .object(params), program: withTools, count: 3
    ) { $0.session.sampling.maximumToolRounds = 2 }
    #expect(rounds.map(code) == [nil, nil, -1])
    let none = try await answer(
      "sampling/createMessage", .object(params), program: withTools
    ) { $0.session.sampling.maximumToolRounds = 0 }
    #expect(none.map(code) == [-32602])
  }

  @Test func elicitation() async throws {
    let method = "elicitation/create"
    let url: JSONValue = [
      "mode": "url", "message": "Sign in", "url": "https://a.test", "elicitationId": "1",
    ]
    #expect(
      result(try await answer(method, Self.question, program: program).first)?["action"]
        == "accept")
    #expect(result(try await answer(method, url, program: program).first)?["action"] == "decline")
    var visiting = program
    visiting.visitsURLs = true
    #expect(result(try await answer(method, url, program: visiting).first)?["action"] == "accept")

    var slow = program
    slow.elicit = { _, _ in
      try await Task.sleep(for: .seconds(100))
      return .decline
    }
    let late = try await answer(method, Self.question, program: slow) {
      $0.session.elicitation.timeout = .milliseconds(30)
    }
    #expect(result(late.first)?["action"] == "cancel")

    var broken = program
    broken.elicit = { _, _ in throw RawAnswer.Empty() }
    let failed = try await answer(method, Self.question, program: broken)
    #expect(result(failed.first)?["action"] == "decline")
    let off = try await answer(method, Self.question, program: program) {
      $0.session.elicitation.isEnabled = false
    }
    #expect(code(off.first) == -32601)
  }

  @Test func aRequestInsideOfACallIsAnswered() async throws {
    let script = ScriptedServer(
      handshake([
        "tools/call": { received in
          received.send(
            .request(id: .number(0), method: "elicitation/create", params: Self.question))
          try await Task.sleep(for: .milliseconds(50))
          return try await echo(received)
        }
      ]))
    let session = script.session(program: program)
    _ = try await session.callTool("greet")
    #expect(
      await script.sent.last
        == .result(id: .number(0), ["action": "accept", "content": ["name": "Ada of docs"]]))
    await session.close()
  }

  @Test func aRequestThatTheServerCancelsGetsNoAnswer() async throws {
    let started = RequestCount()
    let ended = RequestCount()
    var slow = program
    slow.elicit = { _, _ in
      _ = started.next()
      defer { _ = ended.next() }
      try await Task.sleep(for: .seconds(100))
      return .decline
    }
    let script = ScriptedServer(handshake())
    let session = script.session(.stdio(), program: slow)
    _ = try await session.connect()
    await script.push(
      .request(id: .number(5), method: "elicitation/create", params: Self.question))
    #expect(await eventually { started.value == 1 })
    await script.push(
      .notification(method: "notifications/cancelled", params: ["requestId": 5]))
    #expect(await eventually { ended.value == 1 })
    await session.close()
    #expect(await script.sent.count == 1)
  }

  @Test func logMessagesReachTheProgram() async throws {
    let messages = Told<LogMessage>()
    var logging = ClientProgram.test
    logging.logLevel = .warning
    logging.log = { message, _ in Task { await messages.add(message) } }
    let script = ScriptedServer(stateless())
    let session = script.session(.stdio(), program: logging)
    _ = try await session.connect()
    await script.push(
      .notification(method: "notifications/message", params: ["level": "error", "data": "x"]))
    #expect(
      await eventually { await messages.values == [LogMessage(level: .error, data: "x")] })
    let meta = await script.requests.first?.params["_meta"]
    #expect(meta?["io.modelcontextprotocol/logLevel"] == "warning")
    guard
      case .unsupported? = await failure({ () throws(MCPError) in
        try await session.setLogLevel(.debug)
      })?.kind
    else { return #expect(Bool(false)) }
    await session.close()
  }
}

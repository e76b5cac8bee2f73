import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol
import Testing

@Suite struct ListTests {
  private static func page(_ key: String, _ names: [String], next: String?) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key, .array(names.map { ["name": .string($0), "uri": .string("a:\($0)")] }))
    ]
    if let next { members.append(.init("nextCursor", .string(next))) }
    return .object(members)
  }

  @Test func allPagesAreRead() async throws {
    let script = ScriptedServer(
      stateless([
        "tools/list": { received in
          switch received.params["cursor"]?.string {
          case nil: Self.page("tools", ["a", "b"], next: "2")
          case "2": Self.page("tools", ["c"], next: "3")
          default: Self.page("tools", [], next: nil)
          }
        }
      ]))
    let session = script.session()
    #expect(try await session.tools().map(\.name) == ["a", "b", "c"])
    #expect(await script.count("tools/list") == 3)
    await session.close()
  }

  @Test func pagesAreBounded() async {
    let endless = ScriptedServer(
      stateless([
        "resources/list": { received in
          let page = Int(received.params["cursor"]?.string ?? "0") ?? 0
          return Self.page("resources", ["\(page)"], next: "\(page + 1)")
        }
      ]))
    let session = endless.session()
    let error = await failure { () throws(MCPError) in try await session.resources() }
    guard case .tooLarge? = error?.kind else { return #expect(Bool(false)) }
    #expect(await endless.count("resources/list") == 50)

    let circle = ScriptedServer(
      stateless(["prompts/list": { _ in Self.page("prompts", ["p"], next: "again") }]))
    let second = circle.session()
    let same = await failure { () throws(MCPError) in try await second.prompts() }
    guard case .badMessage? = same?.kind else { return #expect(Bool(false)) }
    #expect(await circle.count("prompts/list") == 2)
    await session.close()
    await second.close()
  }

  @Test func toolsAreFiltered() async throws {
    let list: ScriptedServer.Answer = { _ in
      Self.page("tools", ["list_a", "list_b", "delete_a", "create"], next: nil)
    }
    func names(_ change: (inout ToolFilter) -> Void) async throws -> [String] {
      let script = ScriptedServer(stateless(["tools/list": list]))
      let session = script.session(.scripted { change(&$0.tools) })
      let names = try await session.tools().map(\.name)
      await session.close()
      return names
    }
    #expect(try await names { _ in }.count == 4)
    #expect(try await names { $0.include = ["list_*"] } == ["list_a", "list_b"])
    #expect(try await names { $0.include = [] } == [])
    #expect(try await names { $0.exclude = ["delete_*", "create"] } == ["list_a", "list_b"])
    #expect(
      try await names {
        $0.include = ["create"]
        $0.exclude = ["create"]
      } == ["create"])

    let script = ScriptedServer(stateless())
    let session = script.session(.scripted { $0.tools.exclude = ["delete_*"] })
    let error = await failure { () throws(MCPError) in try await session.callTool("delete_all") }
    guard case .unsupported? = error?.kind else { return #expect(Bool(false)) }
    #expect(await script.requests.isEmpty)
    await session.close()
  }

  // MARK: - x-mcp-header

  private static func tools(_ header: JSONValue) -> JSONValue {
    func tool(_ name: String, _ header: JSONValue) -> JSONValue {
      [
        "name": .string(name),
        "inputSchema": [
          "type": "object",
          "properties": ["region": ["type": "string", "x-mcp-header": header]],
        ],
      ]
    }
    return ["tools": [tool("good", header), tool("bad", "not a token")]]
  }

  @Test func aToolWithAWrongAnnotationIsLeftOutOverHTTPOnly() async throws {
    let answers = stateless(["tools/list": { _ in Self.tools("Region") }])
    let http = ScriptedServer(answers).session()
    #expect(try await http.tools().map(\.name) == ["good"])
    let stdio = ScriptedServer(answers).session(.stdio())
    #expect(try await stdio.tools().map(\.name) == ["good", "bad"])
    await http.close()
    await stdio.close()
  }

  @Test func parametersGoIntoHeaders() async throws {
    let script = ScriptedServer(stateless(["tools/list": { _ in Self.tools("Region") }]))
    let session = script.session()
    _ = try await session.tools()
    _ = try await session.callTool("good", arguments: ["region": "Zürich"])
    #expect(
      await script.requests.last?.headers["Mcp-Param-Region"] == "=?base64?WsO8cmljaA==?=")
    await session.close()
  }

  @Test func aWrongHeaderListsTheToolsAgainOnce() async throws {
    let refuse: ScriptedServer.Answer = { received in
      guard received.headers["Mcp-Param-Region"] == "eu" else {
        throw JSONRPCError(code: -32020, message: "missing header")
      }
      return try await echo(received)
    }
    let script = ScriptedServer(
      stateless(["tools/list": { _ in Self.tools("Region") }, "tools/call": refuse]))
    let session = script.session()
    _ = try await session.callTool("good", arguments: ["region": "eu"])
    #expect(
      await script.methods == ["server/discover", "tools/call", "tools/list", "tools/call"])
    let error = await failure { () throws(MCPError) in
      try await session.callTool("good", arguments: ["region": "us"])
    }
    #expect(error?.refusal?.code == -32020)
    #expect(await script.count("tools/call") == 4)
    await session.close()
  }

  // MARK: - The other requests

  @Test func readingAndCompleting() async throws {
    let script = ScriptedServer(
      stateless([
        "resources/templates/list": { _ in
          ["resourceTemplates": [["uriTemplate": "a:{x}", "name": "t"]]]
        },
        "resources/read": { received in
          ["contents": [["uri": received.params["uri"] ?? nil, "text": "body"]]]
        },
        "prompts/get": { received in
          [
            "messages": [
              [
                "role": "user",
                "content": ["type": "text", "text": received.params["arguments"]?["who"] ?? "?"],
              ]
            ]
          ]
        },
        "completion/complete": { received in
          #expect(received.params["ref"] == ["type": "ref/prompt", "name": "p"])
          #expect(received.params["context"] == ["arguments": ["a": "b"]])
          return ["completion": ["values": ["one"], "hasMore": false]]
        },
      ]))
    let session = script.session()
    #expect(try await session.resourceTemplates().map(\.uriTemplate) == ["a:{x}"])
    #expect(try await session.readResource("file:///ä").first?.text == "body")
    #expect(
      await script.requests.last?.headers["Mcp-Name"] == "=?base64?ZmlsZTovLy/DpA==?=")
    #expect(
      try await session.prompt("p", arguments: ["who": "Ada"]).messages.first?.content
        == .text("Ada"))
    let completion = try await session.complete(
      .prompt(name: "p"), argument: "x", value: "o", others: ["a": "b"])
    #expect(completion.values == ["one"])
    await session.close()
  }

  @Test func aListThatIsNoneIsAnError() async {
    let script = ScriptedServer(
      stateless(["tools/list": { _ in [:] }, "prompts/list": { _ in ["prompts": [[:]]] }]))
    let session = script.session()
    let missing = await failure { () throws(MCPError) in try await session.tools() }
    #expect(missing?.message == "the server answered 'tools/list' without 'tools'")
    let nameless = await failure { () throws(MCPError) in try await session.prompts() }
    #expect(nameless?.message.contains("a prompt has no 'name'") == true)
    await session.close()
  }
}

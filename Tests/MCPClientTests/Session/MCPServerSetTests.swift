import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol
import Testing

@Suite struct MCPServerSetTests {
  /// A server for each of several names.
  private func servers(
    _ scripts: [(String, ScriptedServer)], _ change: (inout MCPServer) -> Void = { _ in }
  ) -> MCPServerSet {
    let makers = Dictionary(uniqueKeysWithValues: scripts.map { ($0.0, $0.1.maker()) })
    return MCPServerSet(
      scripts.map { .scripted($0.0, change) }, program: .test, logger: .silent,
      makeTransport: { server throws(MCPError) in
        guard let make = makers[server.name] else {
          throw MCPError(server: server.name, .connection, "no such server")
        }
        return try make(server)
      })
  }

  private func listing(_ names: [String]) -> [String: ScriptedServer.Answer] {
    stateless([
      "tools/list": { _ in ["tools": .array(names.map { ["name": .string($0)] })] }
    ])
  }

  @Test(arguments: [
    ("github", "create_issue", "mcp_github_create_issue"),
    ("my-api", "list-items.v2", "mcp_my_api_list_items_v2"),
    ("zürich", "a b", "mcp_z_rich_a_b"), ("a", "", "mcp_a_"),
  ])
  func names(server: String, tool: String, name: String) {
    #expect(OfferedTool.name(server: server, tool: tool) == name)
  }

  @Test func oneThatFailsIsReportedAndHoldsUpNobody() async throws {
    let good = ScriptedServer(listing(["search"]))
    let bad = ScriptedServer([:]) { _ in
      MCPError(server: "bad", .connection, "the server can't be reached")
    }
    let slow = ScriptedServer(["server/discover": silence])
    let set = servers([("bad", bad), ("slow", slow), ("good", good)])
    let order = Told<String>()
    let connecting = Task {
      await set.connect { report in Task { await order.add(report.server) } }
    }
    // Used before the slow one is settled.
    #expect(await eventually { await order.values.contains("good") })
    #expect(await order.values.contains("slow") == false)
    _ = try await set.call("mcp_good_search")
    await set["slow"]?.close()
    let reports = await connecting.value
    #expect(reports.map(\.server) == ["bad", "slow", "good"])
    #expect(reports.map { (try? $0.result.get()) != nil } == [false, false, true])
    await set.close()
    #expect(await good.closed == 1)
  }

  @Test func toolsOfAllServers() async throws {
    let a = ScriptedServer(listing(["x", "y-z", "y.z"]))
    let b = ScriptedServer(listing(["x"]))
    let set = servers([("a", a), ("b", b)]) {
      if $0.name == "b" {
        $0.tools.offersPrompts = false
        $0.tools.offersResources = false
      }
    }
    let tools = await set.tools()
    #expect(
      tools.map(\.name) == [
        "mcp_a_x", "mcp_a_y_z", "mcp_a_list_resources", "mcp_a_read_resource",
        "mcp_a_list_prompts", "mcp_a_get_prompt", "mcp_b_x",
      ])
    _ = try await set.call("mcp_a_y_z")
    #expect(await a.requests.last?.params["name"] == "y-z")
    #expect(await b.count("tools/call") == 0)
    await set.close()
  }

  @Test func theServerWithTheLongerNameIsMeant() async throws {
    let a = ScriptedServer(listing(["b_c"]))
    let ab = ScriptedServer(listing(["c", "d"]))
    let set = servers([("a", a), ("a_b", ab)])
    _ = try await set.call("mcp_a_b_d")
    #expect(await ab.requests.last?.params["name"] == "d")
    await set.close()
  }

  @Test func resourcesAndPromptsAsTools() async throws {
    let script = ScriptedServer(
      stateless([
        "tools/list": { _ in ["tools": []] },
        "resources/list": { _ in ["resources": [["uri": "a:1", "name": "one"]]] },
        "resources/read": { received in
          ["contents": [["uri": received.params["uri"] ?? nil, "text": "body"]]]
        },
        "prompts/list": { _ in ["prompts": [["name": "p"]]] },
        "prompts/get": { received in
          #expect(received.params["arguments"] == ["n": "5"])
          return ["messages": [["role": "user", "content": ["type": "text", "text": "hi"]]]]
        },
      ]))
    let set = servers([("docs", script)])
    #expect(try await set.call("mcp_docs_list_resources").text.contains("a:1"))
    #expect(
      try await set.call("mcp_docs_read_resource", arguments: ["uri": "a:1"]).text == "body")
    #expect(try await set.call("mcp_docs_list_prompts").text.contains(#""name":"p""#))
    #expect(
      try await set.call(
        "mcp_docs_get_prompt", arguments: ["name": "p", "arguments": ["n": 5]]
      ).text.contains("hi"))
    let error = await failure { () throws(MCPError) in try await set.call("mcp_docs_read_resource")
    }
    #expect(error?.message.contains("'uri'") == true)
    await set.close()
  }

  @Test func anUnknownToolIsSuggested() async {
    let set = servers([("docs", ScriptedServer(listing(["search"])))])
    let error = await failure { () throws(MCPError) in try await set.call("mcp_docs_serch") }
    #expect(error?.hint == "did you mean 'mcp_docs_search'?")
    let other = await failure { () throws(MCPError) in try await set.call("dance") }
    guard case .unsupported? = other?.kind else { return #expect(Bool(false)) }
    await set.close()
  }

  @Test func aLazyServerIsConnectedWhenItIsUsed() async throws {
    let script = ScriptedServer(listing(["search"]))
    let set = servers([("docs", script)]) { $0.session.isLazy = true }
    #expect(await set.connect().isEmpty)
    #expect(await script.opened == 0)
    _ = try await set.call("mcp_docs_search")
    #expect(await script.opened == 1)
    await set.close()
  }
}

import DocgenCore
import MCPProtocol
import Testing

/// Every type reads what it writes.
@Suite struct TypeTests {
  private func comesBack<Value: ProtocolValue>(_ value: Value) throws {
    let read = try Value(json: JSONValue(parsing: value.json.bytes))
    #expect(read == value)
  }

  private let annotations = Annotations(
    audience: [.user, .assistant], priority: 0.5, lastModified: "2026-11-22T00:00:00Z")
  private let icon = Icon(source: "data:x", mimeType: "image/png", sizes: ["any"], theme: "dark")

  @Test func tools() throws {
    let tool = Tool(
      name: "add", title: "Add", description: "Adds", inputSchema: ["type": "object"],
      outputSchema: ["type": "object"],
      annotations: ToolAnnotations(
        title: "t", readOnly: true, destructive: false, idempotent: true, openWorld: false),
      icons: [icon], meta: ["a": 1])
    try comesBack(tool)
    try comesBack(Tool(name: "bare"))
    let contents: [Content] = [
      .text("hi", annotations), .image(.init(data: "AA==", mimeType: "image/png")),
      .audio(.init(data: "AA==", mimeType: "audio/wav", annotations: annotations)),
      .resourceLink(Resource(uri: "file:///a", name: "a", size: 12, annotations: annotations)),
      .resource(ResourceContents(uri: "file:///a", body: .text("x")), annotations),
      .resource(ResourceContents(uri: "file:///b", mimeType: "x/y", body: .blob("AA=="))),
      .toolUse(id: "1", name: "add", input: ["a": 1]),
      .toolResult(id: "1", CallToolResult(content: [.text("2")])),
      .other(["type": "hologram", "beam": [1, 2, 3]]), .other(["type": "text"]),
    ]
    try comesBack(
      CallToolResult(
        content: contents, structuredContent: ["r": 1], isError: true, meta: ["m": nil]))
  }

  @Test func resourcesAndPrompts() throws {
    try comesBack(
      Resource(
        uri: "file:///a", name: "a", title: "t", description: "d", mimeType: "text/plain",
        size: 9_007_199_254_740_993, annotations: annotations, icons: [icon], meta: [:]))
    try comesBack(
      ResourceTemplate(uriTemplate: "file:///{p}", name: "p", annotations: annotations))
    try comesBack(
      Prompt(name: "p", title: "t", arguments: [.init(name: "a", isRequired: true)], icons: [icon]))
    try comesBack(
      GetPromptResult(
        description: "d", messages: [PromptMessage(role: .user, content: .text("hi"))]))
    try comesBack(Completion(values: ["a"], total: 7, hasMore: true))
    try comesBack(Completion.Reference.prompt(name: "p"))
    try comesBack(Completion.Reference.resourceTemplate(uri: "u"))
  }

  @Test func whatServersAsk() throws {
    var request = SamplingRequest(
      messages: [
        SamplingMessage(role: .user, content: [.text("a")]),
        SamplingMessage(
          role: .assistant, content: [.text("b"), .toolUse(id: "1", name: "t", input: [:])]),
      ], maximumTokens: 10)
    request.modelHints = ["m"]
    request.stopSequences = ["."]
    request.temperature = 0.5
    request.tools = [Tool(name: "t")]
    request.toolChoice = ["mode": "auto"]
    try comesBack(request)
    try comesBack(SamplingResult(content: [.text("x")], model: "m"))
    try comesBack(ElicitationRequest(message: "m", mode: .form(["type": "object"])))
    try comesBack(ElicitationRequest(message: "m", mode: .url("https://a.test", id: "1")))
    for result in [ElicitationResult.accept(["a": 1]), .accept(nil), .decline, .cancel] {
      try comesBack(result)
    }
    try comesBack(Root(uri: "file:///a", name: "a"))
    try comesBack(
      InputRequired(
        requests: [.init(name: "a", method: "roots/list", params: nil)], state: "v1.x"))
  }

  @Test func openingAndReports() throws {
    var server = ServerCapabilities()
    server.tools = .init(listChanged: true)
    server.resources = .init(subscribe: true)
    server.prompts = .init()
    server.hasLogging = true
    server.hasCompletions = true
    server.extensions = ["x": [:]]
    try comesBack(server)
    try comesBack(ServerCapabilities())
    var client = ClientCapabilities()
    client.roots = .init(listChanged: true)
    client.sampling = .init(tools: true)
    client.elicitation = .init(forms: true, urls: true)
    try comesBack(client)
    let me = Implementation(
      name: "n", version: "1", title: "t", description: "d", websiteURL: "w", icons: [icon])
    try comesBack(InitializeRequest(revision: "2025-11-25", capabilities: client, client: me))
    try comesBack(
      InitializeResult(
        revision: "2025-11-25", capabilities: server, server: me, instructions: "i"))
    try comesBack(
      DiscoverResult(supportedVersions: ["2026-07-28"], capabilities: server, server: me))
    try comesBack(Progress(progress: 0.5, total: 2.5, message: "half"))
    try comesBack(LogMessage(level: .error, logger: "l", data: ["a": 1]))
    try comesBack(SubscriptionFilter(toolsListChanged: true, resources: ["file:///a"]))
    try comesBack(SubscriptionFilter(promptsListChanged: true, resourcesListChanged: true))
  }

  @Test func unknownMembersAreLeftOutAndWrongOptionalOnesAreMissing() throws {
    let tool = try Tool(json: ["name": "t", "title": 5, "future": ["x": 1], "description": nil])
    #expect(tool == Tool(name: "t"))
    #expect(try Implementation(json: ["name": "n"]).version == "")
    #expect(try ClientCapabilities(json: ["elicitation": [:]]).elicitation?.forms == true)
    #expect(try LogMessage(json: ["level": "shout", "data": 1]).level == .info)
  }

  @Test func whatMakesNoSenseIsAnErrorThatSaysWhy() {
    func problem(_ read: () throws -> Void) -> String? {
      do {
        try read()
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(problem { _ = try Tool(json: [:]) } == "a tool has no 'name'")
    #expect(problem { _ = try Tool(json: ["name": 1]) } == "a tool has a 'name' that is no text")
    #expect(problem { _ = try Tool(json: "x") } == "a tool is no object")
    #expect(
      problem { _ = try ResourceContents(json: ["uri": "a"]) }
        == "a resource's contents have neither 'text' nor 'blob'")
    #expect(problem { _ = try InputRequired(json: [:]) } != nil)
    #expect(problem { _ = try ElicitationResult(json: ["action": "shrug"]) } != nil)
  }
}

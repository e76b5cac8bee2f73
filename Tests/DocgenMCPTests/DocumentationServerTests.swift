import DocgenCore
import DocgenMCP
import DocgenSite
import Foundation
import MCPProtocol
import Testing

/// The documentation as a server, on the site Tests/Fixtures/observatory.
@Suite struct DocumentationServerTests {
  static let meta: JSONValue = [
    RequestEnvelope.Key.revision: "2026-07-28", RequestEnvelope.Key.capabilities: [:],
  ]

  static func server() async throws -> DocumentationServer {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let site = tests.appending(path: "Fixtures/observatory").path
    let loaded = try #require(await SiteBuilder(BuildOptions(site: site, year: 2026)).load().site)
    let documentation = Documentation(loaded, workers: 2)
    return DocumentationServer(version: "1.2.3") { documentation }
  }

  /// What a request is answered.
  static func ask(
    _ method: String, _ params: JSONValue = [:], meta: JSONValue? = meta
  ) async throws -> JSONRPCMessage {
    var members = params.members ?? []
    if let meta { members.append(.init("_meta", meta)) }
    let request = JSONRPCMessage.request(id: .number(1), method: method, params: .object(members))
    return try #require(await server().answer(request))
  }

  static func result(
    _ method: String, _ params: JSONValue = [:], meta: JSONValue? = meta
  ) async throws -> JSONValue {
    guard case .result(_, let result) = try await ask(method, params, meta: meta) else {
      Issue.record("\(method) was refused")
      return .null
    }
    return result
  }

  static func call(_ tool: String, _ arguments: JSONValue) async throws -> CallToolResult {
    let params: JSONValue = ["name": .string(tool), "arguments": arguments]
    return try CallToolResult(json: await result(MCPMethod.callTool, params))
  }

  // MARK: Both generations

  @Test func saysWhatItIsWithoutAHandshake() async throws {
    let result = try await Self.result(MCPMethod.discover)
    #expect(result["supportedVersions"] == ["2026-07-28"])
    #expect(result["resultType"] == "complete")
    #expect(result["cacheScope"] == "public")
    #expect(result["_meta"]?[RequestEnvelope.Key.server]?["version"] == "1.2.3")
    #expect(result["capabilities"]?["tools"] != nil)
    #expect(result["instructions"]?.string?.contains("Observatory") == true)
  }

  @Test(arguments: [
    ("2025-11-25", "2025-11-25"), ("2024-11-05", "2024-11-05"), ("2026-07-28", "2025-11-25"),
    ("1999-01-01", "2025-11-25"),
  ])
  func agreesOnARevisionInAHandshake(_ wanted: String, _ agreed: String) async throws {
    let params: JSONValue = [
      "protocolVersion": .string(wanted), "capabilities": [:],
      "clientInfo": ["name": "test", "version": "1"],
    ]
    let result = try await Self.result(MCPMethod.initialize, params, meta: nil)
    #expect(result["protocolVersion"] == .string(agreed))
    #expect(result["serverInfo"]?["name"] == "docgen")
    #expect(result["resultType"] == nil)
  }

  @Test(
    arguments: [
      (MCPMethod.ping, [:], -32601), ("tools/dance", [:], -32601),
      (MCPMethod.listPrompts, [:], -32601), (MCPMethod.callTool, ["name": "serch_docs"], -32602),
      (MCPMethod.callTool, [:], -32602),
      (MCPMethod.callTool, ["name": "search_docs", "arguments": 5], -32602),
      (MCPMethod.readResource, ["uri": "docgen://site/none"], -32602),
      (MCPMethod.readResource, [:], -32602), (MCPMethod.listResources, ["cursor": "x"], -32602),
    ] as [(String, JSONValue, Int)])
  func refusesWithTheProtocolsCodes(_ method: String, _ params: JSONValue, _ code: Int) async throws
  {
    guard case .error(_, let error) = try await Self.ask(method, params) else {
      Issue.record("\(method) was answered")
      return
    }
    #expect(error.code == code)
    #expect(!error.message.isEmpty)
  }

  @Test func refusesRevisionsThatItDoesNotSpeak() async throws {
    let meta: JSONValue = [
      RequestEnvelope.Key.revision: "2099-01-01", RequestEnvelope.Key.capabilities: [:],
    ]
    guard case .error(_, let error) = try await Self.ask(MCPMethod.listTools, meta: meta) else {
      Issue.record("it was answered")
      return
    }
    #expect(error.code == JSONRPCError.Code.unsupportedVersion)
    #expect(error.supportedVersions == ["2026-07-28"])
  }

  @Test func tellsOldClientsOfMissingResourcesInTheirWay() async throws {
    let answer = try await Self.ask(MCPMethod.readResource, ["uri": "docgen://site/no"], meta: nil)
    guard case .error(_, let error) = answer else {
      Issue.record("it was answered")
      return
    }
    #expect(error.code == -32002)
  }

  @Test func answersNoNotification() async throws {
    let note = JSONRPCMessage.notification(method: MCPMethod.initialized, params: nil)
    #expect(try await Self.server().answer(note) == nil)
  }

  // MARK: Tools

  @Test func describesItsTools() async throws {
    for meta in [Self.meta, nil] {
      let tools = try await Self.result(MCPMethod.listTools, meta: meta)["tools"]?.elements ?? []
      #expect(
        tools.compactMap { $0["name"]?.string } == ["search_docs", "read_page", "list_pages"])
      for tool in tools {
        #expect(tool["inputSchema"]?["type"] == "object")
        #expect(tool["annotations"]?["readOnlyHint"] == true)
      }
    }
  }

  @Test func findsPagesAsTheSiteDoes() async throws {
    let found = try await Self.call("search_docs", ["query": "galaxies", "limit": 1])
    let results = try #require(found.structuredContent?["results"]?.elements)
    #expect(results.map { $0["path"]?.string } == ["/sky/telescopes/reflector"])
    #expect(found.text.contains("reflector"))
    let chinese = try await Self.call("search_docs", ["query": "望远镜", "locale": "zh-CN"])
    let path = chinese.structuredContent?["results"]?.elements?.first?["path"]?.string
    #expect(path?.hasPrefix("/sky/zh-CN/") == true)
    let nothing = try await Self.call("search_docs", ["query": "zebra"])
    #expect(nothing.structuredContent?["results"] == [] && !nothing.isError)
  }

  @Test(arguments: [
    "/sky/telescopes/reflector", "/sky/telescopes/reflector.md", "telescopes/reflector",
    "/sky/telescopes/reflector/",
  ])
  func readsPagesByWhateverNamesThem(_ name: String) async throws {
    let page = try await Self.call("read_page", ["page": .string(name)])
    #expect(!page.isError)
    #expect(page.text.hasPrefix("# The reflector\n"))
    #expect(page.text.contains("## Aligning the mirrors"))
  }

  @Test func readsASection() async throws {
    for arguments: JSONValue in [
      ["page": "telescopes/reflector", "section": "cleaning-the-mirror"],
      ["page": "/sky/telescopes/reflector#cleaning-the-mirror"],
    ] {
      let page = try await Self.call("read_page", arguments)
      #expect(page.text.contains("distilled water"))
      #expect(!page.text.contains("Aligned mirrors"))
    }
  }

  @Test(
    arguments: [
      (["page": "telescopes/reflektor"], "/sky/telescopes/reflector"),
      (["page": "telescopes/reflector", "section": "cleaning-a-mirror"], "cleaning-the-mirror"),
      (["page": "index", "locale": "fr"], "zh-CN"), ([:], "'page'"), (["page": 5], "'page'"),
    ] as [(JSONValue, String)])
  func saysWhatIsWrongWithAName(_ arguments: JSONValue, _ hint: String) async throws {
    let result = try await Self.call("read_page", arguments)
    #expect(result.isError)
    #expect(result.text.contains(hint), "\(result.text)")
  }

  @Test func listsPages() async throws {
    let all = try await Self.call("list_pages", [:])
    let pages = try #require(all.structuredContent?["pages"]?.elements)
    #expect(all.structuredContent?["total"]?.integer == pages.count)
    #expect(pages.contains { $0["id"] == "telescopes/refractor" && $0["isFallback"] == false })
    let chinese = try await Self.call(
      "list_pages", ["locale": "zh-CN", "below": "/sky/zh-CN/telescopes"])
    let below = try #require(chinese.structuredContent?["pages"]?.elements)
    #expect(below.allSatisfy { $0["path"]?.string?.hasPrefix("/sky/zh-CN/telescopes") == true })
    #expect(below.contains { $0["isFallback"] == true })
  }

  // MARK: Resources

  @Test func listsAndReadsResources() async throws {
    let list = try await Self.result(MCPMethod.listResources)
    let resources = try (list["resources"]?.elements ?? []).map { try Resource(json: $0) }
    #expect(resources.allSatisfy { $0.mimeType == "text/markdown" })
    let uri = "docgen://site/sky/zh-CN/telescopes/refractor"
    #expect(resources.contains { $0.uri == uri })
    let read = try await Self.result(MCPMethod.readResource, ["uri": .string(uri)])
    let contents = try ResourceContents(json: try #require(read["contents"]?.elements?.first))
    #expect(contents.uri == uri)
    #expect(contents.text?.hasPrefix("# ") == true)
    let templates = try await Self.result(MCPMethod.listResourceTemplates)["resourceTemplates"]
    #expect(templates?.elements?.first?["uriTemplate"] == "docgen://site{+path}")
  }
}

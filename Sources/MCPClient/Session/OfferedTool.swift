import DocgenCore
import MCPConfiguration
import MCPProtocol

/// A tool under the name that it has among the tools of all servers.
public struct OfferedTool: Sendable, Hashable {
  /// What a call does.
  enum Action: Sendable, Hashable {
    case tool(String)
    case listResources, readResource, listPrompts, getPrompt
  }

  /// `mcp_<server>_<tool>`
  public var name: String
  /// The server's name in the configuration.
  public var server: String
  /// As the server has it, or one of those that stand for its resources and prompts.
  public var tool: Tool
  let action: Action

  /// The name of a server's tool: all but ASCII letters, digits and `_` becomes `_`, so that a
  /// model's interface takes it.
  public static func name(server: String, tool: String) -> String {
    var name = "mcp_"
    for scalar in "\(server)_\(tool)".unicodeScalars {
      let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
      name.unicodeScalars.append(isAllowed || ("0"..."9").contains(scalar) ? scalar : "_")
    }
    return name
  }

  init(_ tool: Tool, of server: String, _ action: Action? = nil) {
    name = Self.name(server: server, tool: tool.name)
    self.server = server
    self.tool = tool
    self.action = action ?? .tool(tool.name)
  }
}

extension OfferedTool {
  /// The tools that stand for what else a server has, where it says that it has it and the
  /// configuration offers it.
  static func standIns(
    of server: MCPServer, _ capabilities: ServerCapabilities
  ) -> [OfferedTool] {
    var tools: [OfferedTool] = []
    func add(
      _ name: String, _ description: String, _ action: Action, _ arguments: JSONValue = [:],
      required: [JSONValue] = []
    ) {
      var schema: [JSONValue.Member] = [.init("type", "object"), .init("properties", arguments)]
      if !required.isEmpty { schema.append(.init("required", .array(required))) }
      let tool = Tool(
        name: name, description: description, inputSchema: .object(schema),
        annotations: ToolAnnotations(readOnly: true))
      tools.append(OfferedTool(tool, of: server.name, action))
    }
    if server.tools.offersResources, capabilities.resources != nil {
      add("list_resources", "Lists the resources of '\(server.name)'.", .listResources)
      add(
        "read_resource", "Reads a resource of '\(server.name)'.", .readResource,
        ["uri": ["type": "string", "description": "The resource's address."]], required: ["uri"])
    }
    if server.tools.offersPrompts, capabilities.prompts != nil {
      add("list_prompts", "Lists the prompts of '\(server.name)'.", .listPrompts)
      add(
        "get_prompt", "Fills in a prompt of '\(server.name)'.", .getPrompt,
        [
          "name": ["type": "string", "description": "The prompt's name."],
          "arguments": [
            "type": "object", "additionalProperties": ["type": "string"],
            "description": "The prompt's arguments.",
          ],
        ], required: ["name"])
    }
    return tools
  }
}

extension MCPSession {
  /// What the server offers under the names of a set of servers: its tools, and those that stand for
  /// its resources and prompts. Of two with one name the first is offered.
  func offers() async throws(MCPError) -> [OfferedTool] {
    let capabilities = try await connect().capabilities
    var offers: [OfferedTool] = []
    if capabilities.tools != nil {
      for tool in try await tools() { offers.append(OfferedTool(tool, of: server.name)) }
    }
    offers += OfferedTool.standIns(of: server, capabilities)
    var names: Set<String> = []
    return offers.filter { names.insert($0.name).inserted }
  }

  nonisolated func call(
    _ action: OfferedTool.Action, _ arguments: JSONValue, timeout: Duration?,
    onProgress: (@Sendable (Progress) -> Void)?
  ) async throws(MCPError) -> CallToolResult {
    switch action {
    case .tool(let name):
      return try await callTool(
        name, arguments: arguments, timeout: timeout, onProgress: onProgress)
    case .listResources:
      return Self.result(["resources": .array(try await resources().map(\.json))])
    case .readResource:
      let uri = try text("uri", in: arguments)
      let contents = try await readResource(uri, timeout: timeout)
      return CallToolResult(content: contents.map { .resource($0) })
    case .listPrompts:
      return Self.result(["prompts": .array(try await prompts().map(\.json))])
    case .getPrompt:
      let name = try text("name", in: arguments)
      var given: [String: String] = [:]
      for member in arguments["arguments"]?.members ?? [] {
        given[member.key] = member.value.string ?? member.value.text
      }
      return Self.result(try await prompt(name, arguments: given, timeout: timeout).json)
    }
  }

  private static func result(_ json: JSONValue) -> CallToolResult {
    CallToolResult(content: [.text(json.text)], structuredContent: json)
  }

  private nonisolated func text(
    _ key: String, in arguments: JSONValue
  ) throws(MCPError) -> String {
    if let text = arguments[key]?.string { return text }
    throw problem(.unsupported, "the argument '\(key)' is missing or no text")
  }
}

import ArgumentParser
import DocgenCore
import MCPClient
import MCPConfiguration
import MCPProtocol

/// `mcp-client tools`: what servers do when they are called.
struct ToolsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tools",
    abstract: "List the tools of servers that the configuration offers.",
    discussion: "With --json, each tool has its schema and its name among those of all servers.")

  @Argument(help: "The names of servers; by default, all that are enabled.")
  var servers: [String] = []

  @OptionGroup var options: SessionOptions

  func run() async throws {
    let listing = Listing<Tool>(
      key: "tools",
      line: { ($0.name, $0.title ?? $0.description) },
      json: { server, tool in
        let name = OfferedTool.name(server: server, tool: tool.name)
        return ["server": .string(server), "name": .string(name), "tool": tool.json]
      },
      ask: { session throws(MCPError) in
        let capabilities = try await session.connect().capabilities
        return capabilities.tools == nil ? [] : try await session.tools()
      })
    try await listing.run(servers, options)
  }
}

/// `mcp-client prompts`: the beginnings of conversations that servers offer.
struct PromptsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompts", abstract: "List the prompts of servers.")

  @Argument(help: "The names of servers; by default, all that are enabled.")
  var servers: [String] = []

  @OptionGroup var options: SessionOptions

  func run() async throws {
    let listing = Listing<Prompt>(
      key: "prompts",
      line: { prompt in
        let arguments = prompt.arguments.map { $0.isRequired ? $0.name : "[\($0.name)]" }
        return (([prompt.name] + arguments).joined(separator: " "), prompt.description)
      },
      json: { server, prompt in ["server": .string(server), "prompt": prompt.json] },
      ask: { session throws(MCPError) in
        let capabilities = try await session.connect().capabilities
        return capabilities.prompts == nil ? [] : try await session.prompts()
      })
    try await listing.run(servers, options)
  }
}

/// What several servers have of one kind.
private struct Listing<Element: Sendable> {
  let key: String
  /// For people: how it is called, and what it is.
  let line: (Element) -> (name: String, description: String?)
  let json: (_ server: String, Element) -> JSONValue
  let ask: @Sendable (MCPSession) async throws(MCPError) -> [Element]

  func run(_ names: [String], _ options: SessionOptions) async throws {
    let choice = try options.choose(names)
    let answers = try await options.ask(choice.servers, ask)
    var errors: [MCPError] = []
    var elements: [JSONValue] = []
    for (server, result) in answers {
      switch result {
      case .failure(let error): errors.append(error)
      case .success(let found) where options.json:
        elements += found.map { json(server.name, $0) }
      case .success(let found):
        print(text(server.name, found))
      }
    }
    if options.json {
      printJSON(
        .object([
          .init(key, .array(elements)), .init("errors", .array(errors.map(\.report))),
        ]))
    } else {
      for error in errors { writeError(error.lines) }
    }
    if !errors.isEmpty || !choice.refused.isEmpty { throw ExitCode(1) }
  }

  private func text(_ server: String, _ elements: [Element]) -> String {
    let lines = elements.map { element in
      let (name, description) = line(element)
      let summary = description?.split(whereSeparator: \.isNewline).first.map { ": \($0)" }
      return "  \(name)\(summary ?? "")".printable
    }
    return (["\(server):\(elements.isEmpty ? " none" : "")".printable] + lines)
      .joined(separator: "\n")
  }
}

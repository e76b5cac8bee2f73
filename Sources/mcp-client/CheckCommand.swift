import ArgumentParser
import DocgenCore
import MCPClient

/// `mcp-client check`: whether servers can be connected to, and what was agreed on.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Connect to servers and say how it went.",
    discussion: "Without names, all servers that are enabled are tried, at the same time.")

  @Argument(help: "The names of servers.")
  var servers: [String] = []

  @OptionGroup var options: SessionOptions

  func run() async throws {
    let choice = try options.choose(servers)
    let answers = try await options.ask(choice.servers) { session throws(MCPError) in
      let details = try await session.connect()
      let tools = details.capabilities.tools == nil ? [] : try await session.tools()
      return CheckedServer(details: details, tools: tools.map(\.name))
    }
    if options.json {
      let refused = choice.refused.map { name -> JSONValue in
        let error = MCPError(
          server: name, .unsupported, "its entry in the configuration has errors")
        return CheckedServer.json(name, .failure(error))
      }
      printJSON([
        "servers": .array(answers.map { CheckedServer.json($0.server.name, $0.result) } + refused)
      ])
    } else {
      for answer in answers {
        switch answer.result {
        case .success(let checked): print(checked.text(answer.server))
        case .failure(let error): print(error.lines)
        }
      }
      for name in choice.refused {
        print("\(name): error: its entry in the configuration has errors")
      }
      if answers.isEmpty, choice.refused.isEmpty { print("No server is enabled.") }
    }
    let isWell = choice.refused.isEmpty && answers.allSatisfy { (try? $0.result.get()) != nil }
    if !isWell { throw ExitCode(1) }
  }
}

import ArgumentParser
import DocgenCore
import Foundation

/// `mcp-client`: the servers of a configuration, tried and used from the command line.
@main
struct MCPClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp-client",
    abstract: "Connect to MCP servers as they are configured, and call what they offer.",
    discussion: """
      The exit code is 0 when all is well, 1 when a server or a tool fails or a configuration has \
      errors, and 2 when mcp-client was called wrongly or can't work here.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ToolsCommand.self, CallCommand.self, ReadCommand.self,
      PromptsCommand.self, ConfigCommand.self,
    ])

  static let version = DocgenVersion.current

  /// The parser's own `main` ends with 64 for a wrong call.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      writeError(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}

/// Writes lines to standard error.
func writeError(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
}

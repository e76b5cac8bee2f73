import ArgumentParser
import DocgenCore
import Foundation
import MCPClient
import MCPProtocol

/// `mcp-client read`: what is in a resource.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print a resource of a server.",
    discussion: "Data that is no text is printed only to files and other programs.")

  @Argument(help: "The server's name.")
  var server: String

  @Argument(help: "The resource's address.")
  var uri: String

  @OptionGroup var options: SessionOptions

  func run() async throws {
    let pieces = try await options.ask(server) { [uri] session throws(MCPError) in
      try await session.readResource(uri)
    }
    if options.json { return printJSON(["contents": .array(pieces.map(\.json))]) }
    let isTerminal = isatty(STDOUT_FILENO) != 0
    for piece in pieces {
      switch piece.body {
      case .text(let text): print(isTerminal ? text.printableLines : text)
      case .blob(let text):
        guard let data = Data(base64Encoded: text) else {
          writeError("\(server): error: '\(piece.uri)' is no valid base64".printable)
          throw ExitCode(1)
        }
        if isTerminal {
          print("[\(data.count) bytes at \(piece.uri)]".printable)
        } else {
          try FileHandle.standardOutput.write(contentsOf: data)
        }
      }
    }
  }
}

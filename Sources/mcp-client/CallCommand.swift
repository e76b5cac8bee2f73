import ArgumentParser
import DocgenCore
import Foundation
import MCPClient
import MCPProtocol

/// `mcp-client call`: one call of a tool.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call a tool and print what it gives.",
    discussion: """
      A tool that fails prints what it says, and the exit code is 1. With --times, how long the calls \
      took is printed in place of their results.
      """)

  @Argument(help: "The server's name.")
  var server: String

  @Argument(help: "The tool's name, as the server has it.")
  var tool: String

  @Option(help: "The arguments, a JSON object; - reads it from standard input.")
  var arguments = "{}"

  @Option(help: "Call it so many times over one session.")
  var times: Int?

  @Option(help: "How many of these calls run at the same time.")
  var parallel = 1

  @OptionGroup var options: SessionOptions

  func validate() throws {
    if let times, times < 1 { throw ValidationError("--times must be at least 1, not \(times).") }
    if parallel < 1 { throw ValidationError("--parallel must be at least 1, not \(parallel).") }
  }

  func run() async throws {
    let given = try readArguments()
    if let times { return try await run(times: times, given) }
    let result = try await options.ask(server) { [tool] session throws(MCPError) in
      try await session.callTool(tool, arguments: given)
    }
    if options.json {
      printJSON(result.json)
    } else if result.content.isEmpty, let data = result.structuredContent {
      printJSON(data)
    } else {
      for content in result.content { print(content.shown) }
    }
    if result.isError { throw ExitCode(1) }
  }

  private func run(times: Int, _ arguments: JSONValue) async throws {
    let calls = RepeatedCalls(tool: tool, arguments: arguments, times: times, parallel: parallel)
    let report = try await options.ask(server) { session throws(MCPError) in
      try await calls.run(over: session)
    }
    if options.json { printJSON(report.json) } else { print(report.text) }
    if !report.isWell { throw ExitCode(1) }
  }

  private func readArguments() throws -> JSONValue {
    let bytes =
      arguments == "-"
      ? Array(try FileHandle.standardInput.readToEnd() ?? Data()) : Array(arguments.utf8)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw ValidationError("--arguments is no JSON: it \(error).")
    }
    guard value.members != nil else {
      throw ValidationError("--arguments must be a JSON object, such as '{\"text\": \"TLS\"}'.")
    }
    return value
  }
}

extension Content {
  /// For people: text as it is, in a terminal without what would control it; a word for all else.
  fileprivate var shown: String {
    if let text { return isatty(STDOUT_FILENO) != 0 ? text.printableLines : text }
    switch self {
    case .image(let media): return "[an image, \(media.mimeType)]".printable
    case .audio(let media): return "[sound, \(media.mimeType)]".printable
    case .resourceLink(let resource): return "[\(resource.name): \(resource.uri)]".printable
    case .resource(let contents, _): return "[data at \(contents.uri)]".printable
    default: return json.text
    }
  }
}

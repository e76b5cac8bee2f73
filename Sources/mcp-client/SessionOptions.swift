import ArgumentParser
import DocgenCore
import Foundation
import MCPClient
import MCPConfiguration
import MCPProtocol

/// What all commands that connect have in common.
struct SessionOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOption

  @Flag(help: "Print a JSON document in place of text.")
  var json = false

  @Flag(name: .shortAndLong, help: "Tell on standard error what goes on.")
  var verbose = false

  /// The servers that a command works with.
  struct Choice {
    var servers: [MCPServer]
    /// The names of those whose entries have errors, which have been printed.
    var refused: [String] = []
  }

  /// - Parameter names: none are all that are enabled.
  /// - Throws: a wrong call, for names that there are not.
  func choose(_ names: [String]) throws -> Choice {
    let read = try configuration.load(ProcessInfo.processInfo.environment)
    if names.isEmpty { return Choice(servers: read.servers, refused: read.refused) }
    var choice = Choice(servers: [])
    for name in names {
      if let server = read[name] {
        if !choice.servers.contains(server) { choice.servers.append(server) }
      } else if read.refused.contains(name) {
        choice.refused.append(name)
      } else if read.disabled.contains(name) {
        throw ValidationError("The server '\(name)' is disabled: its entry has 'enabled: false'.")
      } else {
        let known = read.servers.map(\.name) + read.refused + read.disabled
        let hint =
          Suggestions.hint(for: name, among: known) ?? "there are \(known.joined(separator: ", "))"
        throw ValidationError("There is no server '\(name)'; \(hint)")
      }
    }
    return choice
  }

  /// Asks each server the same, all at once, and ends the sessions.
  /// - Returns: the answers in the order of the servers.
  func ask<Value: Sendable>(
    _ servers: [MCPServer],
    _ question: @escaping @Sendable (MCPSession) async throws(MCPError) -> Value
  ) async throws -> [(server: MCPServer, result: Result<Value, MCPError>)] {
    let set = MCPServerSet(
      servers,
      program: ClientProgram(
        Implementation(name: "mcp-client", version: MCPClientCommand.version)),
      environment: ProcessInfo.processInfo.environment,
      logger: StandardErrorLog.logger(isVerbose: verbose))
    return try await interruptibly {
      let answers = await withTaskGroup(of: (Int, Result<Value, MCPError>).self) { group in
        for (index, session) in set.sessions.enumerated() {
          group.addTask {
            do throws(MCPError) {
              return (index, .success(try await question(session)))
            } catch {
              return (index, .failure(error))
            }
          }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      await set.close()
      if Task.isCancelled { throw ExitCode(130) }
      return servers.enumerated().compactMap { index, server in
        answers[index].map { (server, $0) }
      }
    }
  }

  /// Asks one server.
  /// - Throws: the exit code 1, with the reason on standard error; 2 where the entry has errors.
  func ask<Value: Sendable>(
    _ name: String, _ question: @escaping @Sendable (MCPSession) async throws(MCPError) -> Value
  ) async throws -> Value {
    let choice = try choose([name])
    guard let answer = try await ask(choice.servers, question).first else { throw ExitCode(2) }
    switch answer.result {
    case .success(let value): return value
    case .failure(let error):
      if json { printJSON(["error": error.report]) } else { writeError(error.lines) }
      throw ExitCode(1)
    }
  }
}

extension MCPError {
  /// For people: what is wrong, and below it what to do.
  var lines: String {
    "\(server): error: \(message)".printable + (hint.map { "\n  hint: \($0)".printableLines } ?? "")
  }

  /// For programs.
  var report: JSONValue {
    var members: [JSONValue.Member] = [
      .init("server", .string(server)), .init("kind", .string(kind.code)),
      .init("message", .string(message)), .init("hint", hint.map { .string($0) } ?? .null),
    ]
    if case .protocolError(let code, let message, let data) = kind {
      let error = JSONRPCError(code: code, message: message, data: data)
      members.append(.init("protocolError", error.json))
    }
    return .object(members)
  }
}

extension String {
  /// The lines of a text that a server wrote, harmless for a terminal.
  var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
      .joined(separator: "\n")
  }
}

/// Prints a document that programs read.
func printJSON(_ value: JSONValue) { print(value.prettyText) }

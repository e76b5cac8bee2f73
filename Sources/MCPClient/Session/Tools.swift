import DocgenCore
import Logging
import MCPConfiguration
import MCPProtocol

extension MCPSession {
  /// The server's tools that the configuration offers, in the server's order.
  ///
  /// A tool that asks for headers in a way that is against the rules is left out, with a warning in
  /// the log: over HTTP it must not be called.
  public func tools() async throws(MCPError) -> [Tool] {
    let listed: [Tool] = try await list(MCPMethod.listTools, "tools")
    let connection = try await connection()
    let isRouted = connection.dialect.isStateless && !connection.transport.isStream
    var headers: [String: [ParameterHeader]] = [:]
    var tools: [Tool] = []
    for tool in listed {
      do throws(MalformedValue) {
        if isRouted { headers[tool.name] = try ParameterHeader.all(in: tool.inputSchema) }
        if server.tools.allows(tool.name) { tools.append(tool) }
      } catch {
        logger.warning("\(server.name): the tool '\(tool.name)' is left out: \(error)")
      }
    }
    parameterHeaders = headers
    return tools
  }

  /// Calls a tool.
  /// - Parameters:
  ///   - name: as the server has it.
  ///   - arguments: an object.
  ///   - timeout: until the answer, or between two reports of progress; nil is what is configured.
  ///   - onProgress: called in the order of the reports.
  /// - Returns: also what a tool that failed says, with `isError`.
  public nonisolated func callTool(
    _ name: String, arguments: JSONValue = [:], timeout: Duration? = nil,
    onProgress: (@Sendable (Progress) -> Void)? = nil
  ) async throws(MCPError) -> CallToolResult {
    guard server.tools.allows(name) else {
      throw problem(
        .unsupported, "the tool '\(name)' is not offered",
        hint: "the configuration's 'tools' leaves it out")
    }
    var call = Call(
      method: MCPMethod.callTool,
      params: [.init("name", .string(name)), .init("arguments", arguments)],
      timeout: timeout ?? server.session.timeout, wantsProgress: true, onProgress: onProgress)
    call.parameterHeaders = await parameterHeaders(of: name, arguments)
    do throws(MCPError) {
      return try value(await perform(call))
    } catch {
      // The tool has changed since it was listed, or never was.
      guard error.refusal?.code == JSONRPCError.Code.headerMismatch else { throw error }
      _ = try await tools()
      call.parameterHeaders = await parameterHeaders(of: name, arguments)
      return try value(await perform(call))
    }
  }

  private func parameterHeaders(
    of tool: String, _ arguments: JSONValue
  ) -> [(name: String, value: String)] {
    (parameterHeaders?[tool] ?? []).compactMap { header in
      header.value(in: arguments).map { (header.name, $0) }
    }
  }
}

import DocgenCore
import Logging
import MCPConfiguration
import MCPProtocol

/// The servers of a program, with their tools under one roof.
///
///     let servers = MCPServerSet(configured.servers, program: program)
///     for report in await servers.connect() { print(report.server, report.result) }
///     let result = try await servers.call("mcp_docs_search", arguments: ["text": "TLS"])
///     await servers.close()
///
/// Each server is on its own: one that fails or is slow costs the others nothing.
public actor MCPServerSet {
  /// How connecting to a server went.
  public struct Report: Sendable {
    public var server: String
    public var result: Result<ServerDetails, MCPError>
  }

  /// In the order of the configuration.
  public nonisolated let sessions: [MCPSession]
  /// By the servers' names: what they offered when they were last asked.
  private var offers: [String: [OfferedTool]] = [:]
  private nonisolated let logger: Logger

  package init(
    _ servers: [MCPServer], program: ClientProgram, logger: Logger,
    makeTransport: @escaping TransportMaker
  ) {
    self.logger = logger
    sessions = servers.map {
      MCPSession($0, program: program, logger: logger, makeTransport: makeTransport)
    }
  }

  public nonisolated subscript(server: String) -> MCPSession? {
    sessions.first { $0.server.name == server }
  }

  /// Connects to all servers at the same time, but for those that are `lazy`.
  /// - Parameter onReport: called for each server as soon as it is settled.
  /// - Returns: the reports in the order of the configuration.
  @discardableResult
  public nonisolated func connect(
    onReport: @escaping @Sendable (Report) -> Void = { _ in }
  ) async -> [Report] {
    let eager = sessions.filter { !$0.server.session.isLazy }
    return await concurrently(eager) { session in
      let report = Report(server: session.server.name, result: await Self.connect(session))
      onReport(report)
      return report
    }
  }

  private static func connect(_ session: MCPSession) async -> Result<ServerDetails, MCPError> {
    do throws(MCPError) {
      return .success(try await session.connect())
    } catch {
      return .failure(error)
    }
  }

  /// What all servers offer, asked anew, in the order of the configuration. A server that fails is
  /// left out and told in the log. Of two tools with one name the first is offered.
  public func tools() async -> [OfferedTool] {
    let lists = await concurrently(sessions) { session -> [OfferedTool]? in
      do throws(MCPError) {
        return try await session.offers()
      } catch {
        self.logger.warning("\(error.server): lists no tools: \(error.message)")
        return nil
      }
    }
    var all: [OfferedTool] = []
    var names: [String: String] = [:]
    for (session, list) in zip(sessions, lists) {
      offers[session.server.name] = list
      for offer in list ?? [] {
        if let earlier = names[offer.name] {
          logger.warning(
            "\(offer.server): '\(offer.tool.name)' is left out: \(earlier) offers '\(offer.name)'")
        } else {
          names[offer.name] = offer.server
          all.append(offer)
        }
      }
    }
    return all
  }

  /// Calls a tool by its name in the set. A server is asked for its tools first where none are known
  /// of it.
  /// - Throws: `unsupported` where no server offers it; otherwise as `MCPSession.callTool`.
  public nonisolated func call(
    _ name: String, arguments: JSONValue = [:], timeout: Duration? = nil,
    onProgress: (@Sendable (Progress) -> Void)? = nil
  ) async throws(MCPError) -> CallToolResult {
    let (session, offer) = try await offer(named: name)
    return try await session.call(
      offer.action, arguments, timeout: timeout, onProgress: onProgress)
  }

  private func offer(named name: String) async throws(MCPError) -> (MCPSession, OfferedTool) {
    // A longer server name first: `a_b` has the tool of `mcp_a_b_c` rather than `a`.
    let candidates = sessions.filter {
      name.hasPrefix(OfferedTool.name(server: $0.server.name, tool: ""))
    }.sorted { $0.server.name.utf8.count > $1.server.name.utf8.count }
    func known(_ session: MCPSession) -> (MCPSession, OfferedTool)? {
      offers[session.server.name]?.first { $0.name == name }.map { (session, $0) }
    }
    for session in candidates {
      if let found = known(session) { return found }
    }
    var failure: MCPError?
    for session in candidates {
      do throws(MCPError) {
        offers[session.server.name] = try await session.offers()
      } catch {
        failure = failure ?? error
      }
      if let found = known(session) { return found }
    }
    if let failure { throw failure }
    throw MCPError(
      server: candidates.first?.server.name ?? "all servers", .unsupported,
      "the tool '\(name)' is not offered", hint: suggestion(for: name))
  }

  private func suggestion(for name: String) -> String? {
    let names = sessions.flatMap { offers[$0.server.name] ?? [] }.map(\.name)
    return Suggestions.hint(for: name, among: names)
  }

  /// Ends all sessions.
  public nonisolated func close() async {
    _ = await concurrently(sessions) { await $0.close() }
  }
}

/// The results in the order of the sessions.
private func concurrently<Result: Sendable>(
  _ sessions: [MCPSession], _ work: @escaping @Sendable (MCPSession) async -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    for (index, session) in sessions.enumerated() {
      group.addTask { (index, await work(session)) }
    }
    var results = [Result?](repeating: nil, count: sessions.count)
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}

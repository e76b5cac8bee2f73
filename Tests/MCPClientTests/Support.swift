import Foundation
import Logging
import MCPConfiguration
import Synchronization
import Testing

@testable import MCPClient

extension MCPServer {
  /// A remote server with this test's settings.
  static func remote(
    _ url: String, connectTimeout: Duration = .seconds(5),
    _ change: (inout RemoteSettings) -> Void = { _ in }
  ) throws -> MCPServer {
    var settings = RemoteSettings()
    change(&settings)
    var session = SessionSettings()
    session.connectTimeout = connectTimeout
    return MCPServer(
      name: "web", connection: .remote(try #require(ServerURL(url)), settings), session: session)
  }

  /// A shell script as a server.
  static func shell(
    _ script: String, _ change: (inout StdioSettings) -> Void = { _ in }
  ) -> MCPServer {
    var settings = StdioSettings()
    settings.arguments = ["-c", script]
    change(&settings)
    return MCPServer(name: "child", connection: .stdio(command: "/bin/sh", settings))
  }
}

extension MCPServer {
  func transport(_ log: TestLog = TestLog(), limits: TransportLimits = TransportLimits())
    -> any Transport
  {
    transport(
      environment: ProcessInfo.processInfo.environment.filter { !$0.key.hasSuffix("_PROXY") },
      logger: log.logger, limits: limits)
  }

  /// Opens a transport, runs the test with it, and closes it in any case.
  func connected<Result>(
    _ log: TestLog = TestLog(), limits: TransportLimits = TransportLimits(),
    _ body: (any Transport) async throws -> Result
  ) async throws -> Result {
    let transport = transport(log, limits: limits)
    do {
      try await transport.open()
      let result = try await body(transport)
      await transport.close()
      return result
    } catch {
      await transport.close()
      throw error
    }
  }
}

extension Transport {
  /// All messages of an answer.
  func answer(_ id: Int, _ method: String = "ping", headers: [(name: String, value: String)] = [])
    async throws -> [String]
  {
    let body = #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"}"#
    var messages: [String] = []
    for try await message in request(
      OutgoingMessage(body: Array(body.utf8), headers: headers), id: id)
    {
      messages.append(String(decoding: message.body, as: UTF8.self))
    }
    return messages
  }

  func notify(_ method: String) async throws {
    try await send(
      OutgoingMessage(body: Array(#"{"jsonrpc":"2.0","method":"\#(method)"}"#.utf8)))
  }
}

/// The error that an action ends with, and how long it took.
func failure(
  _ action: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> MCPError {
  do {
    try await action()
  } catch let error as MCPError {
    return error
  } catch {
    Issue.record("not an MCPError: \(error)", sourceLocation: sourceLocation)
    throw error
  }
  Issue.record("nothing went wrong", sourceLocation: sourceLocation)
  throw CancellationError()
}

/// What was logged, with all metadata.
final class TestLog: Sendable {
  private let lines = Mutex<[String]>([])

  var text: String { lines.withLock { $0.joined(separator: "\n") } }
  var logger: Logger { Logger(label: "test") { _ in Forwarder(log: self) } }

  private struct Forwarder: LogHandler {
    let log: TestLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      log.lines.withLock { $0.append("\(event.level): \(event.message) \(event.metadata ?? [:])") }
    }
  }
}

/// `{"jsonrpc":"2.0","id":1,"result":{}}`
func result(_ id: Int, _ value: String = "{}") -> String {
  #"{"jsonrpc":"2.0","id":\#(id),"result":\#(value)}"#
}

import DocgenCore
import Logging
import MCPClient
import MCPConfiguration
import MCPProtocol
import Synchronization

/// What came to a scripted server.
struct Received: Sendable {
  /// Which connection of the session it came on, from 1.
  let connection: Int
  let id: Int
  let method: String
  let params: JSONValue
  let headers: [String: String]
  /// Sends something before the answer, as a part of it.
  let send: @Sendable (JSONRPCMessage) -> Void
}

/// A server in memory: what it answers is a table of closures by method.
actor ScriptedServer {
  typealias Answer = @Sendable (Received) async throws -> JSONValue

  private let answers: [String: Answer]
  nonisolated let connections = Atomic(0)
  private(set) var requests: [Received] = []
  /// Notifications and responses.
  private(set) var sent: [JSONRPCMessage] = []
  private(set) var opened = 0
  private(set) var closed = 0
  /// How the connections were opened; nil for stdio.
  private(set) var kinds: [RemoteSettings.Transport?] = []
  /// Requests whose exchange the client ended before the answer.
  private(set) var abandoned: [Int] = []
  private(set) var running = 0
  private var push: [Int: AsyncStream<IncomingMessage>.Continuation] = [:]
  private var streams: [Int: AsyncThrowingStream<IncomingMessage, any Error>.Continuation] = [:]
  private let openProblem: @Sendable (_ connection: Int) -> MCPError?

  init(
    _ answers: [String: Answer],
    openProblem: @escaping @Sendable (_ connection: Int) -> MCPError? = { _ in nil }
  ) {
    self.answers = answers
    self.openProblem = openProblem
  }

  var methods: [String] { requests.map(\.method) }
  func count(_ method: String) -> Int { methods.count { $0 == method } }

  func open(
    _ connection: Int, _ kind: RemoteSettings.Transport?,
    _ continuation: AsyncStream<IncomingMessage>.Continuation
  ) throws(MCPError) {
    opened += 1
    kinds.append(kind)
    if let problem = openProblem(connection) { throw problem }
    push[connection] = continuation
  }

  func close(_ connection: Int) {
    closed += 1
    push.removeValue(forKey: connection)?.finish()
    for request in requests where request.connection == connection {
      streams.removeValue(forKey: request.id)?.finish(
        throwing: MCPError(server: "docs", .closed, "the connection was closed"))
    }
  }

  func take(_ message: JSONRPCMessage) { sent.append(message) }
  func abandon(_ id: Int) {
    streams[id] = nil
    abandoned.append(id)
  }

  /// Sends something that belongs to no request, on all connections.
  func push(_ message: JSONRPCMessage) {
    for continuation in push.values { continuation.yield(IncomingMessage(body: message.bytes)) }
  }

  /// Cuts all connections, as a program does that ends.
  func die() {
    for continuation in push.values { continuation.finish() }
    push = [:]
    for stream in streams.values {
      stream.finish(throwing: MCPError(server: "docs", .closed, "the program has ended"))
    }
    streams = [:]
  }

  func answer(
    _ received: Received,
    on stream: AsyncThrowingStream<IncomingMessage, any Error>.Continuation
  ) async {
    requests.append(received)
    streams[received.id] = stream
    running += 1
    defer {
      running -= 1
      streams[received.id] = nil
    }
    do {
      guard let answer = answers[received.method] else {
        throw JSONRPCError(code: -32601, message: "Method not found")
      }
      let result = try await answer(received)
      stream.yield(
        IncomingMessage(body: JSONRPCMessage.result(id: .number(received.id), result).bytes))
      stream.finish()
    } catch let error as JSONRPCError {
      let message = JSONRPCMessage.error(id: .number(received.id), error)
      stream.yield(IncomingMessage(body: message.bytes))
      stream.finish()
    } catch is RawAnswer.Empty {
      stream.finish()
    } catch let raw as RawAnswer {
      stream.yield(IncomingMessage(body: Array(raw.text.utf8)))
      stream.finish()
    } catch is CancellationError {
      stream.finish()
    } catch {
      stream.finish(throwing: error)
    }
  }
}

/// An answer of these very bytes.
struct RawAnswer: Error {
  struct Empty: Error {}
  var text: String
}

final class ScriptedTransport: Transport {
  let isStream: Bool
  let unsolicited: AsyncStream<IncomingMessage>
  private let push: AsyncStream<IncomingMessage>.Continuation
  private let script: ScriptedServer
  private let number: Int
  private let kind: RemoteSettings.Transport?

  init(_ script: ScriptedServer, number: Int, isStream: Bool, kind: RemoteSettings.Transport?) {
    self.script = script
    self.number = number
    self.isStream = isStream
    self.kind = kind
    (unsolicited, push) = AsyncStream.makeStream()
  }

  func open() async throws(MCPError) { try await script.open(number, kind, push) }
  func close() async {
    push.finish()
    await script.close(number)
  }
  func listen() async {}
  var route: Route { Route(transport: kind == nil ? .stdio : kind == .sse ? .sse : .http) }

  func request(
    _ message: OutgoingMessage, id: Int
  ) -> AsyncThrowingStream<IncomingMessage, any Error> {
    let (stream, continuation) = AsyncThrowingStream<IncomingMessage, any Error>.makeStream()
    guard case .request(_, let method, let params)? = try? JSONRPCMessage.read(message.body).first
    else {
      continuation.finish()
      return stream
    }
    let received = Received(
      connection: number, id: id, method: method, params: params ?? [:],
      headers: Dictionary(message.headers.map { ($0.name, $0.value) }) { "\($0), \($1)" },
      send: { continuation.yield(IncomingMessage(body: $0.bytes)) })
    let task = Task { await script.answer(received, on: continuation) }
    continuation.onTermination = { [script] reason in
      task.cancel()
      guard case .cancelled = reason else { return }
      Task { await script.abandon(id) }
    }
    return stream
  }

  func send(_ message: OutgoingMessage) async throws(MCPError) {
    for message in (try? JSONRPCMessage.read(message.body)) ?? [] { await script.take(message) }
  }
}

extension ScriptedServer {
  /// A session with this server.
  nonisolated func session(
    _ server: MCPServer = .scripted(), program: ClientProgram = .test, isStream: Bool? = nil
  ) -> MCPSession {
    MCPSession(
      server, program: program, logger: .silent, makeTransport: maker(isStream: isStream))
  }

  nonisolated func maker(isStream: Bool? = nil) -> TransportMaker {
    { [self] server throws(MCPError) in
      let number = connections.wrappingAdd(1, ordering: .relaxed).newValue
      return switch server.connection {
      case .stdio: ScriptedTransport(self, number: number, isStream: isStream ?? true, kind: nil)
      case .remote(_, let settings):
        ScriptedTransport(
          self, number: number, isStream: isStream ?? (settings.transport == .sse),
          kind: settings.transport)
      }
    }
  }
}

extension MCPServer {
  static func scripted(
    _ name: String = "docs", _ change: (inout MCPServer) -> Void = { _ in }
  ) -> MCPServer {
    guard let url = ServerURL("http://127.0.0.1:8000/mcp") else { preconditionFailure() }
    var server = MCPServer(name: name, connection: .remote(url, RemoteSettings()))
    change(&server)
    return server
  }

  static func stdio(
    _ settings: StdioSettings = StdioSettings(), _ change: (inout MCPServer) -> Void = { _ in }
  ) -> MCPServer {
    var server = MCPServer(name: "docs", connection: .stdio(command: "docs", settings))
    change(&server)
    return server
  }
}

extension ClientProgram {
  static let test = ClientProgram(Implementation(name: "test", version: "1"))
}

extension Logger {
  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// Answers of a server of revision 2026-07-28.
func stateless(
  _ answers: [String: ScriptedServer.Answer] = [:]
) -> [String: ScriptedServer.Answer] {
  let discover: ScriptedServer.Answer = { _ in
    [
      "resultType": "complete", "supportedVersions": ["2026-07-28"],
      "capabilities": [
        "tools": ["listChanged": true], "resources": ["subscribe": true], "prompts": [:],
        "completions": [:],
      ],
      "instructions": "ask",
      "_meta": [
        "io.modelcontextprotocol/serverInfo": ["name": "new", "version": "2"]
      ],
    ]
  }
  return ["server/discover": discover, "tools/call": echo].merging(answers) { $1 }
}

/// Answers of a server of revision 2025-11-25, which knows no other.
func handshake(
  _ answers: [String: ScriptedServer.Answer] = [:], revision: String = "2025-11-25"
) -> [String: ScriptedServer.Answer] {
  let initialize: ScriptedServer.Answer = { _ in
    [
      "protocolVersion": .string(revision),
      "capabilities": ["tools": ["listChanged": true], "resources": ["subscribe": true]],
      "serverInfo": ["name": "old", "version": "1"],
    ]
  }
  let empty: ScriptedServer.Answer = { _ in [:] }
  return ["initialize": initialize, "ping": empty, "tools/call": echo].merging(answers) { $1 }
}

/// Says the argument `text`.
let echo: ScriptedServer.Answer = { received in
  let text = received.params["arguments"]?["text"] ?? "nothing"
  return ["resultType": "complete", "content": [["type": "text", "text": text]]]
}

/// Never answers.
let silence: ScriptedServer.Answer = { _ in
  try await Task.sleep(for: .seconds(1000))
  return [:]
}

/// Looks again until something is so, for two seconds.
func eventually(_ condition: () async -> Bool) async -> Bool {
  for _ in 0..<400 {
    if await condition() { return true }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return false
}

/// The error of something that must fail.
func failure<Result>(
  _ operation: () async throws(MCPError) -> Result
) async -> MCPError? {
  do throws(MCPError) {
    _ = try await operation()
    return nil
  } catch {
    return error
  }
}

/// One answer the first time, another ever after.
func once(
  _ first: @escaping ScriptedServer.Answer, then other: @escaping ScriptedServer.Answer
) -> ScriptedServer.Answer {
  let calls = RequestCount()
  return { received in try await calls.next() == 1 ? first(received) : other(received) }
}

/// Counts from 1.
final class RequestCount: Sendable {
  private let count = Atomic(0)
  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  var value: Int { count.load(ordering: .relaxed) }
}

/// What was told, in order.
actor Told<Value: Sendable> {
  private(set) var values: [Value] = []
  func add(_ value: Value) { values.append(value) }
}

/// The outcome of something in which times are raced against each other. It is tried again where
/// the machine was too busy meanwhile for sleeps to end when they should.
func undisturbed<Outcome>(_ attempt: () async -> Outcome) async -> Outcome {
  for _ in 0..<30 {
    let canary = Task {
      var latest = Duration.zero
      while !Task.isCancelled {
        let start = ContinuousClock.now
        try? await Task.sleep(for: .milliseconds(5))
        latest = max(latest, ContinuousClock.now - start)
      }
      return latest
    }
    let outcome = await attempt()
    canary.cancel()
    if await canary.value < .milliseconds(100) { return outcome }
  }
  return await attempt()
}

import DocgenCore
import MCPProtocol

extension MCPSession {
  /// How many pages of a list are read.
  static let mostPages = 50

  public func resources() async throws(MCPError) -> [Resource] {
    try await list(MCPMethod.listResources, "resources")
  }

  public func resourceTemplates() async throws(MCPError) -> [ResourceTemplate] {
    try await list(MCPMethod.listResourceTemplates, "resourceTemplates")
  }

  /// What is in a resource: one piece, or one for each file of a folder.
  public nonisolated func readResource(
    _ uri: String, timeout: Duration? = nil
  ) async throws(MCPError) -> [ResourceContents] {
    let result = try await perform(
      Call(
        method: MCPMethod.readResource, params: [.init("uri", .string(uri))],
        timeout: timeout ?? server.session.timeout))
    return try values(result, "contents", of: MCPMethod.readResource)
  }

  public func prompts() async throws(MCPError) -> [Prompt] {
    try await list(MCPMethod.listPrompts, "prompts")
  }

  /// A prompt with its arguments filled in.
  public nonisolated func prompt(
    _ name: String, arguments: [String: String] = [:], timeout: Duration? = nil
  ) async throws(MCPError) -> GetPromptResult {
    let arguments = arguments.sorted { $0.key < $1.key }
    return try value(
      await perform(
        Call(
          method: MCPMethod.getPrompt,
          params: [
            .init("name", .string(name)),
            .init("arguments", .object(arguments.map { .init($0.key, .string($0.value)) })),
          ],
          timeout: timeout ?? server.session.timeout)))
  }

  /// What the value of an argument could go on with.
  /// - Parameter others: the arguments that have their values already.
  public nonisolated func complete(
    _ reference: Completion.Reference, argument: String, value: String,
    others: [String: String] = [:]
  ) async throws(MCPError) -> Completion {
    var params: [JSONValue.Member] = [
      .init("ref", reference.json),
      .init("argument", ["name": .string(argument), "value": .string(value)]),
    ]
    if !others.isEmpty {
      let others = others.sorted { $0.key < $1.key }
      let known = JSONValue.object(others.map { .init($0.key, .string($0.value)) })
      params.append(.init("context", ["arguments": known]))
    }
    let result = try await perform(
      Call(method: MCPMethod.complete, params: params, timeout: server.session.timeout))
    return try self.value(result["completion"] ?? .null)
  }

  /// Says from which severity on the server shall send log messages. Since revision 2026-07-28 every
  /// request says it, from `ClientProgram.logLevel`, and this is not supported.
  public func setLogLevel(_ level: LogLevel) async throws(MCPError) {
    guard !(try await connection().dialect.isStateless) else {
      throw problem(
        .unsupported, "the server takes the log level with every request",
        hint: "set 'logLevel' of the program")
    }
    _ = try await perform(
      Call(
        method: MCPMethod.setLogLevel, params: [.init("level", .string(level.rawValue))],
        timeout: server.session.timeout))
  }

  /// Tells the server that `ClientProgram.roots` would give others now. Without effect since
  /// revision 2026-07-28, in which a server asks whenever it needs them.
  public func rootsChanged() async throws(MCPError) {
    let connection = try await connection()
    guard !connection.dialect.isStateless else { return }
    try await connection.transport.send(connection.dialect.notification(MCPMethod.rootsChanged))
  }

  // MARK: - Results

  /// All pages of a list.
  /// - Throws: `tooLarge` behind the last page that is read, `badMessage` for one that comes twice.
  nonisolated func list<Value: ProtocolValue>(
    _ method: String, _ key: String
  ) async throws(MCPError) -> [Value] {
    var all: [Value] = []
    var cursor: JSONValue?
    for _ in 0..<Self.mostPages {
      let params = cursor.map { [JSONValue.Member("cursor", $0)] } ?? []
      let result = try await perform(
        Call(method: method, params: params, timeout: server.session.timeout))
      all += try values(result, key, of: method) as [Value]
      guard let next = result["nextCursor"], next != .null else { return all }
      guard next != cursor else {
        throw problem(.badMessage, "the server gave the same page of '\(method)' twice")
      }
      cursor = next
    }
    throw problem(.tooLarge, "the server has more than \(Self.mostPages) pages of '\(method)'")
  }

  private nonisolated func values<Value: ProtocolValue>(
    _ result: JSONValue, _ key: String, of method: String
  ) throws(MCPError) -> [Value] {
    guard let elements = result[key]?.elements else {
      throw problem(.badMessage, "the server answered '\(method)' without '\(key)'")
    }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try value(element)) }
    return values
  }

  nonisolated func value<Value: ProtocolValue>(_ json: JSONValue) throws(MCPError) -> Value {
    do throws(MalformedValue) {
      return try Value(json: json)
    } catch {
      throw problem(.badMessage, "the server sent a wrong message: \(error)")
    }
  }
}

import DocgenCore
import Logging
import MCPProtocol

/// What the session keeps of an open transport.
struct Line {
  let transport: any Transport
  var dialect = Dialect.opening
  /// How many requests run on it.
  var running = 0
  /// Whether new calls go elsewhere.
  var isRetired = false
  let opened = ContinuousClock.now
  /// When the program last wanted something.
  var lastUsed = ContinuousClock.now
  /// When the server last said something.
  var lastHeard = ContinuousClock.now
  /// All that goes on because of this transport; ended with it.
  var tasks: [Int: Task<Void, Never>] = [:]
  /// Requests of the server's that are being answered. Their tasks run the program's own code, so
  /// they are cancelled with the transport but not waited for: the code may be what closes it.
  var answers: [RequestID: Task<Void, Never>] = [:]

  func cancelTasks() {
    for task in tasks.values { task.cancel() }
    for task in answers.values { task.cancel() }
  }
}

/// A request that waits for its answer.
struct Pending {
  let line: Int
  let deadline: Deadline
  let onProgress: (@Sendable (Progress) -> Void)?
}

extension MCPSession {
  /// How many requests of a server are answered at the same time.
  private static let mostAnswers = 16

  func startLine(_ number: Int, _ transport: any Transport) {
    lines[number] = Line(transport: transport)
    runInBackground(on: number) { [transport] session in
      for await message in transport.unsolicited {
        guard let session = session() else { return }
        await session.receive(message, on: number)
      }
      guard transport.isStream, !Task.isCancelled else { return }
      await session()?.lost(number)
    }
  }

  /// Runs something until the line is closed.
  func runInBackground(
    on number: Int, _ work: @escaping @Sendable (_ session: () -> MCPSession?) async -> Void
  ) {
    guard lines[number] != nil else { return }
    let key = ids.next()
    lines[number]?.tasks[key] = Task { [weak self] in
      await work { [weak self] in self }
      await self?.ended(key, on: number)
    }
  }

  private func ended(_ task: Int, on number: Int) { lines[number]?.tasks[task] = nil }

  /// The other side has gone: a program has ended, a stream was cut.
  private func lost(_ number: Int) {
    guard lines[number] != nil else { return }
    logger.debug("\(server.name): the connection was lost")
    retire(number)
  }

  // MARK: - What arrives

  private func receive(_ message: IncomingMessage, on number: Int) {
    do {
      for message in try JSONRPCMessage.read(message.body) {
        receive(message, on: number, asPartOf: nil)
      }
    } catch {
      logger.warning("\(server.name): sent what is no message: \(error)")
    }
  }

  /// - Parameter request: the id of the request whose answer the message came with.
  func receive(_ message: JSONRPCMessage, on number: Int, asPartOf request: Int?) {
    lines[number]?.lastHeard = .now
    switch message {
    case .notification(let method, let params):
      receive(method, params ?? [:], on: number, asPartOf: request)
    case .request(let id, let method, let params):
      answer(method, params, id: id, on: number)
    case .result, .error:
      logger.debug("\(server.name): sent an answer that nobody waits for any longer")
    }
  }

  private func receive(
    _ method: String, _ params: JSONValue, on number: Int, asPartOf request: Int?
  ) {
    switch method {
    case MCPMethod.progress:
      guard let id = params["progressToken"]?.integer, let pending = pending[id] else { return }
      pending.deadline.extend()
      if let report = try? Progress(json: params) { pending.onProgress?(report) }
    case MCPMethod.message:
      if let message = try? LogMessage(json: params) { program.log?(message, server.name) }
    case MCPMethod.cancelled:
      let id = params["requestId"].flatMap(RequestID.init(json:))
      if let id { lines[number]?.answers[id]?.cancel() }
    default:
      guard let change = ServerChange(method, params) else {
        return logger.debug("\(server.name): sent the unknown notification '\(method)'")
      }
      if change == .tools { parameterHeaders = nil }
      if case .subscribed = change {} else { program.changed?(change, server.name) }
      deliver(change, meta: params["_meta"], on: number, asPartOf: request)
    }
  }

  // MARK: - Requests of the server's

  private func answer(_ method: String, _ params: JSONValue?, id: RequestID, on number: Int) {
    guard let line = lines[number] else { return }
    // Revision 2026-07-28 has no requests in this direction, and no place for the answer.
    guard !line.dialect.isStateless else {
      return logger.debug("\(server.name): sent the request '\(method)' in a revision without any")
    }
    let isBusy = line.answers.count >= Self.mostAnswers
    guard line.answers[id] == nil else { return }
    lines[number]?.answers[id] = Task { [weak self, features, logger, name = server.name] in
      let result: Result<JSONValue, JSONRPCError>
      if method == MCPMethod.ping {
        result = .success([:])
      } else if isBusy {
        result = .failure(
          JSONRPCError(code: JSONRPCError.Code.internalError, message: "the client is busy"))
      } else {
        do throws(JSONRPCError) {
          result = .success(try await features.answer(method, params))
        } catch {
          result = .failure(error)
        }
      }
      // A request that was cancelled gets no answer.
      if !Task.isCancelled {
        do throws(MCPError) {
          try await line.transport.send(line.dialect.response(result, to: id))
        } catch {
          logger.debug("\(name): the answer to '\(method)' could not be sent: \(error.message)")
        }
      }
      await self?.answered(id, on: number)
    }
  }

  private func answered(_ id: RequestID, on number: Int) { lines[number]?.answers[id] = nil }
}

extension ServerChange {
  /// What a notification tells; nil where it tells of no change.
  fileprivate init?(_ method: String, _ params: JSONValue) {
    switch method {
    case MCPMethod.toolsChanged: self = .tools
    case MCPMethod.promptsChanged: self = .prompts
    case MCPMethod.resourcesChanged: self = .resources
    case MCPMethod.resourceUpdated:
      guard let uri = params["uri"]?.string else { return nil }
      self = .resource(uri: uri)
    case MCPMethod.elicitationComplete:
      guard let id = params["elicitationId"]?.string else { return nil }
      self = .elicitationComplete(id: id)
    case MCPMethod.subscriptionAcknowledged:
      let filter = try? SubscriptionFilter(json: params["notifications"] ?? [:])
      self = .subscribed(filter ?? SubscriptionFilter())
    default: return nil
    }
  }
}

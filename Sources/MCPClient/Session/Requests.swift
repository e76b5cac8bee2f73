import DocgenCore
import MCPProtocol

extension MCPSession {
  /// How often a server may want something before it answers.
  private static let mostRounds = 10

  /// A request that a server may want input for; the answer's `result`, complete.
  nonisolated func perform(_ call: Call) async throws(MCPError) -> JSONValue {
    var call = call
    for round in 0..<Self.mostRounds {
      let result = try await send(call)
      switch result["resultType"]?.string {
      case nil, "complete": return result
      case "input_required" where MCPMethod.mayRequireInput(call.method):
        let required: InputRequired
        do throws(MalformedValue) {
          required = try InputRequired(json: result)
        } catch {
          throw problem(.badMessage, "\(error)")
        }
        call = try await answering(required, of: call, round: round)
      case let type?:
        throw problem(
          .badMessage, "the server answered '\(call.method)' with a result of type '\(type)'")
      }
    }
    throw problem(
      .badMessage,
      "the server wanted input for '\(call.method)' more than \(Self.mostRounds) times")
  }

  /// The call with what the server wants to know: all that it asks is asked at the same time.
  private nonisolated func answering(
    _ required: InputRequired, of call: Call, round: Int
  ) async throws(MCPError) -> Call {
    var call = call
    call.params.removeAll { ["inputResponses", "requestState"].contains($0.key) }
    if let state = required.state { call.params.append(.init("requestState", state)) }
    do {
      if required.requests.isEmpty {
        try await Task.sleep(for: min(.milliseconds(50) * (1 << min(round, 3)), .milliseconds(250)))
        return call
      }
      let answers = try await withThrowingTaskGroup(of: (Int, JSONValue).self) { group in
        for (index, request) in required.requests.enumerated() {
          group.addTask { [features] in
            (index, try await features.answer(request.method, request.params))
          }
        }
        var answers = required.requests.map { JSONValue.Member($0.name, .null) }
        for try await (index, answer) in group { answers[index].value = answer }
        return answers
      }
      call.params.append(.init("inputResponses", .object(answers)))
      return call
    } catch let error as JSONRPCError {
      if Task.isCancelled { throw problem(.cancelled, "the request was cancelled") }
      throw problem(
        .protocolError(code: error.code, message: error.message, data: error.data),
        "the server wanted input for '\(call.method)' that it doesn't get: \(error.message)")
    } catch {
      throw problem(.cancelled, "the request was cancelled")
    }
  }

  /// One request and its answer. Where the server has forgotten the session, a new one is opened and
  /// the request sent again, once: the server has not looked at it.
  private nonisolated func send(_ call: Call) async throws(MCPError) -> JSONValue {
    do throws(MCPError) {
      return try await attempt(call)
    } catch {
      guard case .sessionLost = error.kind else { throw error }
      return try await attempt(call)
    }
  }

  private nonisolated func attempt(_ call: Call) async throws(MCPError) -> JSONValue {
    let exchange = try await begin(call)
    do throws(MCPError) {
      let result = try await exchange.exchange.run()
      await end(exchange, nil)
      return result
    } catch {
      await end(exchange, error)
      throw error
    }
  }

  private struct Running: Sendable {
    let exchange: Exchange
    let line: Int
  }

  private func begin(_ call: Call) async throws(MCPError) -> Running {
    let connection = try await connection()
    let id = ids.next()
    let number = connection.number
    let exchange = Exchange(
      server: server.name, transport: connection.transport, id: id, call: call,
      dialect: connection.dialect, deadline: Deadline(after: call.timeout),
      receive: { [weak self] in await self?.receive($0, on: number, asPartOf: id) })
    pending[id] = Pending(line: number, deadline: exchange.deadline, onProgress: call.onProgress)
    lines[number]?.running += 1
    return Running(exchange: exchange, line: number)
  }

  private func end(_ running: Running, _ error: MCPError?) {
    let number = running.line
    pending[running.exchange.id] = nil
    lines[number]?.running -= 1
    lines[number]?.lastUsed = .now
    switch error?.kind {
    case nil: lines[number]?.lastHeard = .now
    case .sessionLost: retire(number)
    case .cancelled, .timeout: tellCancelled(running.exchange, on: number)
    default: break
    }
    closeIfDone(number)
  }

  /// Closing the answer is enough where requests stand for themselves and each has its own; all
  /// others have to be told.
  func tellCancelled(_ exchange: Exchange, on number: Int) {
    guard exchange.transport.isStream || !exchange.dialect.isStateless else { return }
    let message = exchange.dialect.notification(
      MCPMethod.cancelled,
      ["requestId": .integer(exchange.id), "reason": "the client waits no longer"])
    runInBackground(on: number) { _ in try? await exchange.transport.send(message) }
  }
}

import DocgenCore
import MCPProtocol

/// One request on the wire, until its answer.
struct Exchange: Sendable {
  let server: String
  let transport: any Transport
  let id: Int
  let call: Call
  let dialect: Dialect
  let deadline: Deadline
  /// Gets what arrives besides the answer.
  let receive: @Sendable (JSONRPCMessage) async -> Void

  /// The answer's `result`.
  func run() async throws(MCPError) -> JSONValue {
    do {
      return try await before(deadline) { try await answer() }
    } catch {
      if Task.isCancelled { throw problem(.cancelled, "the request was cancelled") }
      switch error {
      case let error as MCPError: throw readingErrorBody(of: error)
      case is DeadlinePassed:
        let seconds = deadline.timeout / .seconds(1)
        throw problem(.timeout, "the server did not answer '\(call.method)' within \(seconds) s")
      default: throw problem(.closed, "the connection ended: \(error)")
      }
    }
  }

  private func answer() async throws -> JSONValue {
    let message = dialect.request(call, id: id)
    for try await part in transport.request(message, id: id) {
      for message in try read(part.body) {
        if let result = try await result(in: message) { return result }
      }
    }
    try Task.checkCancellation()
    // On a stream of its own an answer that never comes is an empty answer.
    throw problem(
      transport.isStream ? .closed : .badMessage,
      "the server ended '\(call.method)' without an answer")
  }

  private func read(_ body: [UInt8]) throws(MCPError) -> [JSONRPCMessage] {
    do throws(MalformedValue) {
      return try JSONRPCMessage.read(body)
    } catch {
      throw problem(
        .badMessage, "the server answered '\(call.method)' with what is no message: \(error)")
    }
  }

  /// Nil for a message that is not the answer.
  private func result(in message: JSONRPCMessage) async throws(MCPError) -> JSONValue? {
    switch message {
    case .result(let answered, let result):
      guard answered == .number(id) else { throw wrongID(answered) }
      return result
    case .error(let answered, let error):
      // Refusals often have no id, or a word for one: the server didn't read as far as that.
      if case .number(let number)? = answered, number != id { throw wrongID(.number(number)) }
      throw refusal(error)
    case .notification(MCPMethod.progress, let params?)
    where params["progressToken"] == .integer(id):
      deadline.extend()
      if let report = try? Progress(json: params) { call.onProgress?(report) }
      return nil
    case .request, .notification:
      await receive(message)
      return nil
    }
  }

  private func wrongID(_ id: RequestID) -> MCPError {
    problem(.badMessage, "the server answered request \(id) when it was asked \(self.id)")
  }

  /// Over HTTP a refusal is often the body of a status of 400 or more.
  private func readingErrorBody(of error: MCPError) -> MCPError {
    guard case .http(_, let body, _) = error.kind,
      let messages = try? JSONRPCMessage.read(body), messages.count == 1,
      case .error(_, let refused) = messages[0]
    else { return error }
    return refusal(refused)
  }

  private func refusal(_ error: JSONRPCError) -> MCPError {
    let words = error.message.isEmpty ? "without saying why" : error.message
    return problem(
      .protocolError(code: error.code, message: error.message, data: error.data),
      "the server refused '\(call.method)': \(words) (\(error.code))")
  }

  private func problem(_ kind: MCPError.Kind, _ message: String) -> MCPError {
    MCPError(server: server, kind, message)
  }
}

extension MCPError {
  /// What the server answered instead of a result.
  package var refusal: JSONRPCError? {
    if case .protocolError(let code, let message, let data) = kind {
      return JSONRPCError(code: code, message: message, data: data)
    }
    return nil
  }
}

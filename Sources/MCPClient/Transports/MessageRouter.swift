import Logging

/// Brings the messages of a stream that carries all of them to those who wait: responses to their
/// requests, all else to `unsolicited`.
actor MessageRouter {
  typealias Answer = AsyncThrowingStream<IncomingMessage, any Error>.Continuation

  nonisolated let unsolicited: AsyncStream<IncomingMessage>
  private let others: AsyncStream<IncomingMessage>.Continuation
  private var waiting: [Int: Answer] = [:]
  /// Why the stream ended.
  private var end: MCPError?

  init() {
    (unsolicited, others) = AsyncStream.makeStream()
  }

  deinit { others.finish() }

  /// Remembers who waits for a response. False where none can come any more: the answer has ended
  /// with the reason.
  func expect(_ id: Int, _ answer: Answer) -> Bool {
    if let end {
      answer.finish(throwing: end)
      return false
    }
    waiting[id] = answer
    return true
  }

  /// The answer to a request: waited for before the request is sent, and forgotten when its reader
  /// goes away.
  nonisolated func exchange(
    _ id: Int, send: @escaping @Sendable () async throws(MCPError) -> Void
  ) -> AsyncThrowingStream<IncomingMessage, any Error> {
    let (stream, answer) = AsyncThrowingStream<IncomingMessage, any Error>.makeStream()
    let sending = Task {
      guard await expect(id, answer) else { return }
      if Task.isCancelled { return await forget(id) }
      do throws(MCPError) {
        try await send()
      } catch {
        await fail(id, error)
      }
    }
    answer.onTermination = { termination in
      guard case .cancelled = termination else { return }
      sending.cancel()
      Task { await self.forget(id) }
    }
    return stream
  }

  func forget(_ id: Int) { waiting[id] = nil }

  /// False for what is no JSON-RPC message.
  func deliver(_ message: [UInt8]) -> Bool {
    guard let envelope = MessageEnvelope(message) else { return false }
    if !envelope.hasMethod, case .number(let id) = envelope.id,
      let answer = waiting.removeValue(forKey: id)
    {
      answer.yield(IncomingMessage(body: message))
      answer.finish()
    } else {
      others.yield(IncomingMessage(body: message))
    }
    return true
  }

  func fail(_ id: Int, _ error: MCPError) {
    waiting.removeValue(forKey: id)?.finish(throwing: error)
  }

  /// Ends all answers and the rest; the first reason stays.
  func end(_ error: MCPError) {
    if end != nil { return }
    end = error
    for answer in waiting.values { answer.finish(throwing: error) }
    waiting = [:]
    others.finish()
  }

  /// Throws why the stream ended, where it has.
  func checkIsOpen() throws(MCPError) {
    if let end { throw end }
  }
}

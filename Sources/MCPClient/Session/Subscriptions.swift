import DocgenCore
import MCPProtocol

/// Changes that somebody wants to be told of.
struct Subscription {
  let line: Int
  let filter: SubscriptionFilter
  let continuation: AsyncThrowingStream<ServerChange, any Error>.Continuation
  /// Until the server has said that it knows; nil before revision 2026-07-28.
  let deadline: Deadline?

  /// Whether the subscription is for a change that doesn't say whose it is.
  func wants(_ change: ServerChange) -> Bool {
    switch change {
    case .tools: filter.toolsListChanged
    case .prompts: filter.promptsListChanged
    case .resources: filter.resourcesListChanged
    case .resource(let uri): filter.resources.contains(uri)
    case .subscribed, .elicitationComplete: false
    }
  }
}

extension MCPSession {
  /// Changes at the server, from now on, for as long as they are waited for.
  ///
  /// The first element is `subscribed`, with the part of the filter that the server honours. Nothing
  /// is repeated that was missed: where the connection is lost, the sequence throws an `MCPError`
  /// (`closed`), and the program subscribes again and reads anew what it knew.
  public func changes(
    _ filter: SubscriptionFilter
  ) async throws(MCPError) -> AsyncThrowingStream<ServerChange, any Error> {
    let connection = try await connection()
    let id = ids.next()
    let (stream, continuation) = AsyncThrowingStream<ServerChange, any Error>.makeStream()
    let isStateless = connection.dialect.isStateless
    subscriptions[id] = Subscription(
      line: connection.number, filter: filter, continuation: continuation,
      deadline: isStateless ? Deadline(after: server.session.timeout) : nil)
    continuation.onTermination = { [weak self] reason in
      guard case .cancelled = reason else { return }
      Task { [weak self] in await self?.unsubscribe(id) }
    }
    if isStateless {
      listen(for: id, on: connection)
    } else {
      try await subscribe(to: filter, id: id, on: connection)
    }
    return stream
  }

  // MARK: - Since revision 2026-07-28: one request that is answered for as long as it lasts

  private func listen(for id: Int, on connection: Connection) {
    guard let subscription = subscriptions[id], let deadline = subscription.deadline else { return }
    let number = connection.number
    let call = Call(
      method: MCPMethod.listen, params: [.init("notifications", subscription.filter.json)],
      timeout: deadline.timeout)
    let exchange = Exchange(
      server: server.name, transport: connection.transport, id: id, call: call,
      dialect: connection.dialect, deadline: deadline,
      receive: { [weak self] in await self?.receive($0, on: number, asPartOf: id) })
    let task = Task { [weak self] in
      var problem: MCPError?
      do throws(MCPError) {
        _ = try await exchange.run()
      } catch {
        problem = error
      }
      await self?.listened(exchange, on: number, problem)
    }
    lines[number]?.tasks[id] = task
  }

  private func listened(_ exchange: Exchange, on number: Int, _ error: MCPError?) {
    let subscription = subscriptions.removeValue(forKey: exchange.id)
    lines[number]?.tasks[exchange.id] = nil
    switch error?.kind {
    case nil: subscription?.continuation.finish()
    case .cancelled, .timeout:
      tellCancelled(exchange, on: number)
      subscription?.continuation.finish(throwing: error)
    // An answer that ends without a result is a lost one.
    case .badMessage: subscription?.continuation.finish(throwing: lostSubscription)
    default: subscription?.continuation.finish(throwing: error)
    }
  }

  // MARK: - Before: a request for each resource, and what the server sends anyway

  private func subscribe(
    to filter: SubscriptionFilter, id: Int, on connection: Connection
  ) async throws(MCPError) {
    do throws(MCPError) {
      for uri in filter.resources { try await request(MCPMethod.subscribe, uri) }
    } catch {
      subscriptions.removeValue(forKey: id)?.continuation.finish()
      throw error
    }
    let can = connection.details.capabilities
    let honoured = SubscriptionFilter(
      toolsListChanged: filter.toolsListChanged && can.tools?.listChanged ?? false,
      promptsListChanged: filter.promptsListChanged && can.prompts?.listChanged ?? false,
      resourcesListChanged: filter.resourcesListChanged && can.resources?.listChanged ?? false,
      resources: filter.resources)
    subscriptions[id]?.continuation.yield(.subscribed(honoured))
  }

  private func request(_ method: String, _ uri: String) async throws(MCPError) {
    _ = try await perform(
      Call(method: method, params: [.init("uri", .string(uri))], timeout: server.session.timeout))
  }

  // MARK: - Both

  /// Hands a change on: to the subscription that it names or came with, or to all that want it.
  func deliver(_ change: ServerChange, meta: JSONValue?, on number: Int, asPartOf request: Int?) {
    let named = meta?[RequestEnvelope.Key.subscription]
    let id = named?.integer ?? named?.string.flatMap { Int($0) } ?? request
    if let id, let subscription = subscriptions[id] {
      if case .subscribed = change { subscription.deadline?.lift() }
      subscription.continuation.yield(change)
    } else {
      for (_, subscription) in subscriptions
      where subscription.line == number && subscription.wants(change) {
        subscription.continuation.yield(change)
      }
    }
  }

  /// Nobody listens any longer.
  private func unsubscribe(_ id: Int) {
    guard let subscription = subscriptions.removeValue(forKey: id) else { return }
    let number = subscription.line
    lines[number]?.tasks[id]?.cancel()
    guard subscription.deadline == nil else { return }
    let others = Set(subscriptions.values.flatMap(\.filter.resources))
    let resources = subscription.filter.resources.filter { !others.contains($0) }
    guard !resources.isEmpty else { return }
    runInBackground(on: number) { session in
      for uri in resources { try? await session()?.request(MCPMethod.unsubscribe, uri) }
    }
  }

  func loseSubscriptions(on number: Int) {
    for (id, subscription) in subscriptions where subscription.line == number {
      subscriptions[id] = nil
      lines[number]?.tasks[id]?.cancel()
      subscription.continuation.finish(throwing: lostSubscription)
    }
  }

  private nonisolated var lostSubscription: MCPError {
    problem(.closed, "the subscription was lost", hint: "subscribe again and read what has changed")
  }
}

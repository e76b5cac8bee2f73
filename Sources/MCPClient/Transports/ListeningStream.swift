import Logging

/// The GET stream of Streamable HTTP, which brings what a server says of itself. It is opened again
/// where it ends, from the event on that came last.
struct ListeningStream {
  private let connection: HTTPConnection
  private let headers: [(name: String, value: String)]
  private let limits: TransportLimits
  private let logger: Logger
  private var events: EventStream?
  private var lastEventID: String?
  private var retry: Duration?
  private var failures = 0

  /// Failures in a row, after which the server is taken not to have such a stream.
  private static let failureLimit = 5

  init(
    _ connection: HTTPConnection, _ headers: [(name: String, value: String)],
    limits: TransportLimits, logger: Logger
  ) {
    self.connection = connection
    self.headers = headers
    self.limits = limits
    self.logger = logger
  }

  /// The next message; nil where there will be none.
  mutating func next() async -> IncomingMessage? {
    while !Task.isCancelled, failures < Self.failureLimit {
      do {
        guard var events = try await open() else { return nil }
        let event = try await events.next()
        lastEventID = events.reader.lastEventID ?? lastEventID
        retry = events.reader.retry ?? retry
        self.events = event == nil ? nil : events
        if let event {
          failures = 0
          if event.name == "message" { return IncomingMessage(body: event.data) }
        } else {
          try await pause()
        }
      } catch {
        logger.debug("the event stream ended", metadata: ["reason": "\(error)"])
        events = nil
        try? await pause()
      }
    }
    return nil
  }

  /// Nil where the server has no such stream.
  private mutating func open() async throws(MCPError) -> EventStream? {
    if let events { return events }
    let resuming = lastEventID.map { [(name: "last-event-id", value: $0)] } ?? []
    let answer = try await connection.send(.GET, headers: headers + resuming)
    guard answer.isSuccess, answer.mediaType == "text/event-stream" else {
      await answer.discard()
      // 405 says that there is none; 404 that the session is over; others may pass.
      if answer.status < 500 { return nil }
      throw answer.failures.error(.closed, "the event stream could not be opened")
    }
    return answer.events(limit: limits.event)
  }

  /// One second, then twice as long each time, unless the server says how long.
  private mutating func pause() async throws {
    failures += 1
    let wait = retry ?? .seconds(1 << (failures - 1))
    try await Task.sleep(for: min(wait, .seconds(60)))
  }
}

/// One event of an event stream.
struct ServerSentEvent: Equatable {
  /// `message` where the stream names none.
  var name = "message"
  var data: [UInt8] = []
}

/// Reads an event stream as it arrives in pieces of any size, as the HTML Standard has it (section
/// 9.2.6): lines end with CRLF, LF or CR, a byte order mark may come first, comments start with a
/// colon, and an event ends with an empty line.
struct ServerSentEventReader {
  enum Failure: Error {
    case eventTooLarge
  }

  /// The last `id` field; what a client that was interrupted names to go on.
  private(set) var lastEventID: String?
  /// How long the server wants a client to wait before it connects again.
  private(set) var retry: Duration?

  /// In bytes, for the data of one event, and for one line.
  private let limit: Int
  private var line: [UInt8] = []
  private var name: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  /// The id of the event that is being read; it counts from the event's end on.
  private var pendingID: String?
  private var isAfterReturn = false
  private var isAtStart = true

  init(limit: Int) { self.limit = limit }

  /// The events that end in these bytes.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(Failure) -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    for byte in bytes {
      let isSecondHalf = isAfterReturn && byte == 0x0A
      isAfterReturn = byte == 0x0D
      if isSecondHalf { continue }
      if byte == 0x0D || byte == 0x0A {
        try endLine(&events)
      } else {
        if line.count > limit { throw .eventTooLarge }
        line.append(byte)
      }
    }
    return events
  }

  private mutating func endLine(_ events: inout [ServerSentEvent]) throws(Failure) {
    var text = line[...]
    if isAtStart {
      isAtStart = false
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    }
    if text.isEmpty {
      if let event = endEvent() { events.append(event) }
    } else {
      let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
      var value = text[colon...].dropFirst()
      if value.first == 0x20 { value = value.dropFirst() }
      try take(text[..<colon], value)
    }
    line.removeAll(keepingCapacity: true)
  }

  /// A comment is a field without a name, which is none of these.
  private mutating func take(
    _ field: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>
  ) throws(Failure) {
    switch String(decoding: field, as: UTF8.self) {
    case "event": name = Array(value)
    case "data":
      if hasData { data.append(0x0A) }
      hasData = true
      data += value
      if data.count > limit { throw .eventTooLarge }
    case "id":
      // A line end can't be in it; NUL makes it none.
      if !value.contains(0) { pendingID = String(decoding: value, as: UTF8.self) }
    case "retry":
      if !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }),
        let milliseconds = Int(String(decoding: value, as: UTF8.self))
      {
        retry = .milliseconds(milliseconds)
      }
    default: break
    }
  }

  /// Nil for events without data: a server's sign of life, or only an id.
  private mutating func endEvent() -> ServerSentEvent? {
    defer {
      name = []
      data = []
      hasData = false
    }
    if let pendingID { lastEventID = pendingID }
    guard !data.isEmpty else { return nil }
    var event = ServerSentEvent(data: data)
    if !name.isEmpty { event.name = String(decoding: name, as: UTF8.self) }
    return event
  }
}

import Testing

@testable import MCPClient

struct ServerSentEventTests {
  private func read(_ text: String, piece: Int = .max) throws -> (
    events: [String], reader: ServerSentEventReader
  ) {
    var reader = ServerSentEventReader(limit: 1000)
    var events: [ServerSentEvent] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      events += try reader.read(rest.prefix(piece))
      rest = rest.dropFirst(piece)
    }
    return (events.map { "\($0.name)|\(String(decoding: $0.data, as: UTF8.self))" }, reader)
  }

  @Test(
    arguments: [
      ("data: a\n\ndata: b\n\n", ["message|a", "message|b"]),
      ("data: a\r\n\r\ndata: b\r\n\r\n", ["message|a", "message|b"]),
      ("data: a\r\rdata: b\r\r", ["message|a", "message|b"]),
      ("data: a\r\n\ndata: b\r\r\n", ["message|a", "message|b"]),
      ("event: endpoint\ndata: /messages\n\n", ["endpoint|/messages"]),
      ("data: a\ndata: b\ndata:\n\n", ["message|a\nb\n"]),
      ("data:  two spaces\n\n", ["message| two spaces"]),
      ("data\n\n", []),
      (": ping\n\n: ping\r\n\r\ndata: a\n\n", ["message|a"]),
      ("\u{FEFF}data: a\n\ndata: \u{FEFF}b\n\n", ["message|a", "message|\u{FEFF}b"]),
      ("event: x\n\ndata: a\n\n", ["message|a"]),
      ("unknown: x\ndata: Zürich 文\n\n", ["message|Zürich 文"]),
      ("data: unfinished\n", []),
    ], [1, 2, 3, Int.max])
  func readsPiecesOfAnySize(sample: (text: String, events: [String]), piece: Int) throws {
    #expect(try read(sample.text, piece: piece).events == sample.events)
  }

  @Test func keepsTheLastIDAndTheWait() throws {
    let reader = try read("id: 7\nretry: 250\ndata: a\n\nid: 8\nretry: soon\ndata: b\n").reader
    #expect(reader.lastEventID == "7")
    #expect(reader.retry == .milliseconds(250))
    #expect(try read("id: 7\ndata: a\n\nid\n\n").reader.lastEventID == "")
    #expect(try read("id: 7\n\nid: a\0b\n\n").reader.lastEventID == "7")
  }

  @Test(arguments: [
    "data: " + String(repeating: "x", count: 1001),
    String(repeating: "data: " + String(repeating: "x", count: 400) + "\n", count: 3),
    ": " + String(repeating: "x", count: 1001),
  ])
  func endsAtTheLimit(text: String) {
    #expect(throws: ServerSentEventReader.Failure.eventTooLarge) { try read(text, piece: 100) }
  }
}

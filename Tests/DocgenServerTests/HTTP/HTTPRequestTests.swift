import Testing

@testable import DocgenServer

@Suite("A request's head")
struct HTTPRequestTests {
  private func parse(_ text: String) throws -> HTTPRequest {
    try HTTPRequest(head: Array(text.utf8)[...])
  }

  @Test func isRead() throws {
    let request = try parse("GET /a HTTP/1.1\r\nHost: localhost:3000\r\nX-A:  b c ")
    #expect(request.method == "GET")
    #expect(request["host"] == "localhost:3000")
    #expect(request["x-a"] == "b c")
    #expect(request.keepsConnection)
    #expect(try !parse("GET / HTTP/1.0").keepsConnection)
    #expect(try !parse("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close").keepsConnection)
  }

  @Test(arguments: [
    ("", HTTPStatus.badRequest), ("GET", .badRequest), ("GET /", .badRequest),
    ("GET  / HTTP/1.1", .badRequest), ("GET / HTTP/2.0", .versionNotSupported),
    ("G\u{1}T / HTTP/1.1", .badRequest), ("GET /\u{e9} HTTP/1.1", .badRequest),
    ("GET / HTTP/1.1", .badRequest), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b", .badRequest),
    ("GET / HTTP/1.1\r\nHost : a", .badRequest), ("GET / HTTP/1.1\r\nHost: a\r\n b", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\u{0}b", .badRequest), ("GET / HTTP/1.1\r\nHost", .badRequest),
    ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5", .contentTooLarge),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000", .contentTooLarge),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6", .badRequest),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5x", .badRequest),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked", .contentTooLarge),
  ])
  func isRefused(text: String, status: HTTPStatus) {
    #expect(throws: HTTPProblem(status)) { try parse(text) }
  }

  @Test func hasAHundredHeadersAtMost() {
    let many = String(repeating: "\r\nA: b", count: 101)
    #expect(throws: HTTPProblem(.headersTooLarge)) {
      try parse("GET / HTTP/1.1\r\nHost: a" + many)
    }
  }
}

@Suite("Host names")
struct HostNamesTests {
  @Test(arguments: [
    ("127.0.0.1", "localhost:3000", true), ("127.0.0.1", "127.0.0.1:3000", true),
    ("127.0.0.1", "[::1]:3000", true), ("127.0.0.1", "LOCALHOST:3000", true),
    ("127.0.0.1", "localhost", false), ("127.0.0.1", "localhost:3001", false),
    ("127.0.0.1", "evil.example:3000", false), ("127.0.0.1", "localhost.evil.example:3000", false),
    ("127.0.0.1", "", false), ("127.0.0.1", ":3000", false), ("127.0.0.1", "localhost:x", false),
    ("0.0.0.0", "192.168.1.5:3000", true), ("0.0.0.0", "evil.example:3000", false),
    ("192.168.1.5", "192.168.1.5:3000", true), ("192.168.1.5", "localhost:3000", false),
    ("::", "[fe80::1]:3000", true), ("127.0.0.1", "192.168.1.5:3000", false),
  ])
  func areKnown(host: String, header: String, isKnown: Bool) {
    #expect(HostNames(host: host, port: 3000).include(header) == isKnown)
  }
}

@Suite("A byte range")
struct ByteRangeTests {
  @Test(
    arguments: [
      (nil, .whole), ("bytes=0-3", .part(0..<4)), ("bytes=5-", .part(5..<10)),
      ("bytes=-4", .part(6..<10)), ("bytes=-40", .part(0..<10)), ("bytes=2-99", .part(2..<10)),
      ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=4-2", .whole),
      ("bytes=a-b", .whole), ("bytes=1-2,4-5", .whole), ("lines=1-2", .whole), ("bytes=-", .whole),
      ("bytes=0-9223372036854775807", .part(0..<10)), ("bytes=0-99999999999999999999", .whole),
      ("bytes=99999999999999999999-", .whole),
    ] as [(String?, ByteRange)])
  func isRead(header: String?, range: ByteRange) {
    #expect(ByteRange(header, size: 10) == range)
  }
}

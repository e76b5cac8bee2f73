import FlyingSocks

/// What the preview answers, of RFC 9110.
enum HTTPStatus: Int, Sendable {
  case ok = 200
  case accepted = 202
  case partialContent = 206
  case found = 302
  case notModified = 304
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case notAcceptable = 406
  case requestTimeout = 408
  case contentTooLarge = 413
  case rangeNotSatisfiable = 416
  case misdirectedRequest = 421
  case headersTooLarge = 431
  case unavailable = 503
  case versionNotSupported = 505

  var phrase: String {
    switch self {
    case .ok: "OK"
    case .accepted: "Accepted"
    case .partialContent: "Partial Content"
    case .found: "Found"
    case .notModified: "Not Modified"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .notAcceptable: "Not Acceptable"
    case .requestTimeout: "Request Timeout"
    case .contentTooLarge: "Content Too Large"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .misdirectedRequest: "Misdirected Request"
    case .headersTooLarge: "Request Header Fields Too Large"
    case .unavailable: "Service Unavailable"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}

struct HTTPResponse: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A stretch of a file, by its absolute path.
    case file(String, Range<Int>)
    /// Bytes as they come, until the browser goes away.
    case stream(AsyncStream<[UInt8]>)
  }

  var status: HTTPStatus
  /// Beside those that every response has.
  var headers: [(name: String, value: String)] = []
  var body = Body.bytes([])

  /// A line of text, for people who ask by hand.
  init(_ status: HTTPStatus, text: String? = nil) {
    self.status = status
    headers = [("Content-Type", "text/plain; charset=utf-8")]
    body = .bytes(Array((text ?? "\(status.rawValue) \(status.phrase)").utf8) + [0x0a])
  }

  init(_ status: HTTPStatus, type: String, _ body: [UInt8]) {
    self.status = status
    headers = [("Content-Type", type)]
    self.body = .bytes(body)
  }

  func head(keepsConnection: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for header in headers { text += "\(header.name): \(header.value)\r\n" }
    text += "X-Content-Type-Options: nosniff\r\n"
    switch body {
    case .bytes(let bytes): text += "Content-Length: \(bytes.count)\r\n"
    case .file(_, let range): text += "Content-Length: \(range.count)\r\n"
    case .stream: break
    }
    text += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }
}

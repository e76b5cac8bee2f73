/// An HTTP/1.1 request. The preview takes a body with POST alone, and only with its length before it.
struct HTTPRequest: Sendable, Equatable {
  var method: String
  /// As sent: a path with its query, or an absolute URL.
  var target: String
  /// Whether the version is 1.1, not 1.0.
  var isModern: Bool
  /// With lower-case names, in order.
  var headers: [Header]
  var body: [UInt8] = []

  struct Header: Sendable, Equatable {
    var name: String
    var value: String
  }

  /// The first header of a lower-case name.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  var keepsConnection: Bool {
    let words = (self["connection"] ?? "").lowercased()
    return isModern ? !words.contains("close") : words.contains("keep-alive")
  }
}

/// Why a request is refused before anybody looks at its path.
struct HTTPProblem: Error, Equatable {
  var status: HTTPStatus

  init(_ status: HTTPStatus) { self.status = status }
}

extension HTTPRequest {
  /// The longest head that is read, in bytes.
  static let mostBytes = 16_384
  /// The longest body, in bytes.
  static let mostBodyBytes = 4 << 20
  private static let mostHeaders = 100

  /// - Parameter head: everything before the empty line (RFC 9112). Lines end with CR LF; a header
  ///   can't go on in the next line.
  init(head: ArraySlice<UInt8>) throws(HTTPProblem) {
    var lines = Self.lines(of: head)
    let request = lines.removeFirst().split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard request.count == 3, Self.isToken(request[0]), !request[1].isEmpty,
      request[1].allSatisfy({ (0x21...0x7e).contains($0) })
    else { throw HTTPProblem(.badRequest) }
    switch String(decoding: request[2], as: UTF8.self) {
    case "HTTP/1.1": isModern = true
    case "HTTP/1.0": isModern = false
    default: throw HTTPProblem(.versionNotSupported)
    }
    method = String(decoding: request[0], as: UTF8.self)
    target = String(decoding: request[1], as: UTF8.self)
    guard lines.count <= Self.mostHeaders else { throw HTTPProblem(.headersTooLarge) }
    headers = []
    for line in lines { headers.append(try Self.header(line)) }
    _ = try bodyLength()
    if headers.count(where: { $0.name == "host" }) != 1, isModern {
      throw HTTPProblem(.badRequest)
    }
  }

  private static func lines(of head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(HTTPProblem) -> Header {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw HTTPProblem(.badRequest)
    }
    var value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }) else {
      throw HTTPProblem(.badRequest)
    }
    return Header(
      name: String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      value: String(decoding: value, as: UTF8.self))
  }

  /// How long the body is that follows the head.
  func bodyLength() throws(HTTPProblem) -> Int {
    if self["transfer-encoding"] != nil { throw HTTPProblem(.contentTooLarge) }
    let lengths = headers.filter { $0.name == "content-length" }.map(\.value)
    guard let first = lengths.first else { return 0 }
    // Two lengths that differ are how requests are smuggled (RFC 9112, section 6.3).
    guard lengths.allSatisfy({ $0 == first }), let length = Int(first), length >= 0,
      first.allSatisfy(\.isNumber)
    else { throw HTTPProblem(.badRequest) }
    guard length <= (method == "POST" ? Self.mostBodyBytes : 0) else {
      throw HTTPProblem(.contentTooLarge)
    }
    return length
  }

  /// A name of RFC 9110: letters, digits and some signs, at least one.
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}

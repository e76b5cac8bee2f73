/// The path that a request asks for, decoded once, or the reason why nobody may ask for it.
///
/// Files are looked up by this path in a table of what is published, so that nothing else can be
/// reached however it is spelled; what would be a trick elsewhere is refused all the same.
struct RequestPath: Equatable {
  /// Percent-decoded; starts with a slash.
  let path: String
  /// Without its question mark, as sent; empty where there is none.
  let query: String
  /// Of an absolute URL (RFC 9112 3.2.2): it counts for more than the Host header.
  let authority: String?

  init(target: String) throws(HTTPProblem) {
    var rest = target[...]
    if rest.hasPrefix("http://") {
      rest = rest.dropFirst("http://".count)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
      if !rest.hasPrefix("/") { rest = "/" + rest }
    } else {
      authority = nil
    }
    guard rest.hasPrefix("/"), !rest.contains("#") else { throw HTTPProblem(.badRequest) }
    let question = rest.firstIndex(of: "?")
    query = question.map { String(rest[rest.index(after: $0)...]) } ?? ""
    path = try Self.decoded(rest[..<(question ?? rest.endIndex)])
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    if parts.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) {
      throw HTTPProblem(.badRequest)
    }
  }

  /// Refuses encoded slashes, backslashes, control characters, and what is not UTF-8.
  private static func decoded(_ path: Substring) throws(HTTPProblem) -> String {
    guard let bytes = percentDecoded(path.utf8),
      !zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0x2f && $1 == 0x2f }),
      bytes.count(where: { $0 == 0x2f }) == path.utf8.count(where: { $0 == 0x2f }),
      bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw HTTPProblem(.badRequest) }
    return text
  }

  /// Nil where a percent sign has no two digits behind it.
  private static func percentDecoded(_ text: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexadecimal),
        let low = rest.popFirst().flatMap(hexadecimal)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The values of the query by their names, decoded; what can't be decoded is left out.
  var parameters: [String: String] {
    var result: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let bytes = Self.percentDecoded(parts[1].utf8),
        let value = String(validating: bytes, as: UTF8.self)
      else { continue }
      result[String(parts[0])] = value
    }
    return result
  }
}

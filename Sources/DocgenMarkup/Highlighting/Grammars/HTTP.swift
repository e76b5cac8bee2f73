extension Language {
  static let http = Language("http", aliases: ["https", "rest"], lex: HTTPLexer.lex)
}

/// Requests and responses: a first line, headers, and a body by its look.
enum HTTPLexer {
  private static let methods = WordTable([
    .keyword: "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE"
  ])

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      lexHeads(&scanner)
      scanner.skip(.whitespace)
      guard !startsMessage(scanner) else { continue }
      scanner.embed(upTo: bodyEnd(scanner)) { scanner in
        switch scanner.current {
        case UInt8(ascii: "{"), UInt8(ascii: "["): Language.json.lex(&scanner)
        case UInt8(ascii: "<"): Language.html.lex(&scanner)
        default: break
        }
      }
    }
  }

  private static func lexHeads(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let end = scanner.lineEnd(from: scanner.position)
      if scanner.index(after: "\r", from: scanner.position) == end { break }
      scanner.embed(upTo: end, lexHead)
      scanner.position = min(end + 1, scanner.end)
    }
  }

  /// A response's first line, or what parts requests in a file for a client.
  private static func startsMessage(_ scanner: borrowing CodeScanner) -> Bool {
    let wordEnd = scanner.index(after: .letters, from: scanner.position)
    return scanner.starts(with: "HTTP/", at: scanner.position)
      || scanner.starts(with: "###", at: scanner.position)
      || scanner[wordEnd] == UInt8(ascii: " ")
        && methods.kind(of: scanner.bytes(from: scanner.position, to: wordEnd)) != nil
  }

  private static func bodyEnd(_ scanner: borrowing CodeScanner) -> Int {
    var end = scanner.lineEnd(from: scanner.position)
    while end < scanner.end, !scanner.starts(with: "HTTP/", at: end + 1),
      !scanner.starts(with: "###", at: end + 1)
    {
      end = scanner.lineEnd(from: end + 1)
    }
    return min(end + 1, scanner.end)
  }

  private static func lexHead(_ scanner: inout CodeScanner) {
    let start = scanner.position
    if scanner.current == UInt8(ascii: "#") {
      scanner.position = scanner.end
      scanner.emit(.comment, from: start)
      return
    }
    scanner.skip((" :/" as ByteSet).inverted)
    if scanner.current == UInt8(ascii: ":") {
      scanner.emit(.property, from: start)
    } else if methods.kind(of: scanner.bytes(from: start, to: scanner.position)) != nil {
      scanner.emit(.keyword, from: start)
      scanner.skip(" ")
      let target = scanner.position
      scanner.skip((" " as ByteSet).inverted)
      scanner.emit(.string, from: target)
    } else if scanner.starts(with: "HTTP/", at: start) {
      scanner.skip((" " as ByteSet).inverted)
      scanner.emit(.keyword, from: start)
      scanner.skip(" ")
      let status = scanner.position
      scanner.skip(.digits)
      scanner.emit(.number, from: status)
    }
  }
}

extension Language {
  static let http = Language("http", aliases: ["https", "rest"], lex: HTTPLexer.lex)
}

/// A request or a response: its first line, its headers, and a body by its look.
enum HTTPLexer {
  private static let methods = WordTable([
    .keyword: "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE"
  ])

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let end = scanner.lineEnd(from: scanner.position)
      scanner.embed(upTo: end, lexHead)
      scanner.position = min(end + 1, scanner.end)
      if scanner.index(after: "\r", from: scanner.position)
        == scanner.lineEnd(from: scanner.position)
      {
        break
      }
    }
    scanner.skip(.whitespace)
    switch scanner.current {
    case UInt8(ascii: "{"), UInt8(ascii: "["): Language.json.lex(&scanner)
    case UInt8(ascii: "<"): Language.html.lex(&scanner)
    default: break
    }
  }

  private static func lexHead(_ scanner: inout CodeScanner) {
    let start = scanner.position
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

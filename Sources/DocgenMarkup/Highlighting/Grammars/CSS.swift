extension Language {
  static let css = Language("css", aliases: ["scss", "less", "sass"], lex: CSSLexer.lex)
}

/// CSS and what nests it: whether a line is a selector or a declaration shows only at its end.
enum CSSLexer {
  private static let namePart = ByteSet.identifierPart.union("-")
  private static let nameStart = ByteSet.identifierStart.union("-$@")
  private static let numberPart = ByteSet.identifierPart.union(".%")
  private static let constants = WordTable([
    .constant: "auto inherit initial none unset revert transparent currentColor"
  ])

  @Sendable static func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      scanner.skip(ByteSet.whitespace.union("{};"))
      if lexComment(&scanner) { continue }
      let start = scanner.position
      if scanner.current == UInt8(ascii: "@") {
        scanner.position = scanner.index(after: namePart, from: start + 1)
        scanner.emit(.keyword, from: start)
        lexValue(&scanner)
        continue
      }
      let end = statementEnd(scanner)
      if scanner[end] == UInt8(ascii: "{") {
        scanner.embed(upTo: end, lexSelector)
      } else {
        scanner.skip(nameStart.union(namePart))
        scanner.emit(.property, from: start)
        lexValue(&scanner)
      }
    }
  }

  private static func lexComment(_ scanner: inout CodeScanner) -> Bool {
    let start = scanner.position
    if scanner.starts(with: "/*", at: start) {
      let close = scanner.index(of: Array("*/".utf8), from: start + 2)
      scanner.position = close.map { $0 + 2 } ?? scanner.end
    } else if scanner.starts(with: "//", at: start) {
      scanner.skipLine()
    } else {
      return false
    }
    scanner.emit(.comment, from: start)
    return true
  }

  /// The next `{`, `}` or `;`, or the end. Each byte is looked at once for its statement.
  private static func statementEnd(_ scanner: borrowing CodeScanner) -> Int {
    scanner.index(after: ("{};" as ByteSet).inverted, from: scanner.position)
  }

  private static func lexSelector(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      if lexComment(&scanner) { continue }
      let start = scanner.position
      scanner.skip(("/, \t\r\n>+~" as ByteSet).inverted)
      scanner.emit(.tag, from: start)
      if scanner.position == start { scanner.position += 1 }
    }
  }

  /// Reads to the end of a declaration or to the block of an at-rule.
  private static func lexValue(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      switch scanner.current {
      case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"): return
      case UInt8(ascii: "\""), UInt8(ascii: "'"): lexString(&scanner)
      case UInt8(ascii: "/") where lexComment(&scanner): break
      case UInt8(ascii: "#"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-") where startsNumber(scanner),
        UInt8(ascii: ".") where startsNumber(scanner):
        scanner.position = scanner.index(after: numberPart, from: start + 1)
        scanner.emit(.number, from: start)
      case UInt8(ascii: "!"):
        scanner.position = scanner.index(after: .letters, from: start + 1)
        scanner.emit(.keyword, from: start)
      case let byte where nameStart.contains(byte): lexName(&scanner)
      default: scanner.position += 1
      }
    }
  }

  private static func startsNumber(_ scanner: borrowing CodeScanner) -> Bool {
    let next = scanner.index(after: ".", from: scanner.position + 1)
    return ByteSet.digits.contains(scanner[next])
  }

  private static func lexName(_ scanner: inout CodeScanner) {
    let start = scanner.position
    scanner.position = scanner.index(after: namePart, from: start + 1)
    let name = scanner.bytes(from: start, to: scanner.position)
    if scanner.starts(with: "--", at: start) || name[0] == UInt8(ascii: "$") {
      scanner.emit(.variable, from: start)
    } else if scanner.current == UInt8(ascii: "(") {
      scanner.emit(.function, from: start)
      if name.elementsEqual("url".utf8) { lexAddress(&scanner) }
    } else if let kind = constants.kind(of: name) {
      scanner.emit(kind, from: start)
    }
  }

  /// Reads what stands bare in `url(…)`, where slashes are no comment.
  private static func lexAddress(_ scanner: inout CodeScanner) {
    scanner.skip("( \t")
    guard !ByteSet.quotes.contains(scanner.current) else { return }
    let start = scanner.position
    scanner.skip((")\n" as ByteSet).inverted)
    scanner.emit(.string, from: start)
  }

  private static func lexString(_ scanner: inout CodeScanner) {
    let start = scanner.position
    let quote = scanner.current
    scanner.position += 1
    while !scanner.isAtEnd, scanner.current != quote, scanner.current != UInt8(ascii: "\n") {
      scanner.position += scanner.current == UInt8(ascii: "\\") ? 2 : 1
    }
    if scanner.current == quote { scanner.position += 1 }
    scanner.position = min(scanner.position, scanner.end)
    scanner.emit(.string, from: start)
  }
}

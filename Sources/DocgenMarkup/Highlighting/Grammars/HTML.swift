extension Language {
  static let html = Language(
    "html",
    aliases: ["htm", "xhtml", "vue", "svelte", "astro", "markup", "handlebars", "mustache"],
    lex: MarkupLexer.lexHTML)

  static let xml = Language(
    "xml", aliases: ["svg", "rss", "atom", "mathml", "plist", "xsd", "xslt"],
    lex: MarkupLexer.lexXML)
}

/// HTML and XML: tags, their attributes, comments; in HTML, scripts and styles by their own lexers.
enum MarkupLexer {
  private static let namePart = ByteSet.identifierPart.union("-.:")
  private static let attributeEnd: ByteSet = " \t\r\n=>\"'/"
  private static let valueEnd: ByteSet = " \t\r\n>"

  @Sendable static func lexHTML(_ scanner: inout CodeScanner) { lex(&scanner, embedding: true) }
  @Sendable static func lexXML(_ scanner: inout CodeScanner) { lex(&scanner, embedding: false) }

  private static func lex(_ scanner: inout CodeScanner, embedding: Bool) {
    while !scanner.isAtEnd {
      scanner.position = scanner.index(of: UInt8(ascii: "<"), from: scanner.position)
      let start = scanner.position
      let next = scanner[start + 1]
      if scanner.starts(with: "<!--", at: start) {
        skip(past: "-->", &scanner)
        scanner.emit(.comment, from: start)
      } else if scanner.starts(with: "<![CDATA[", at: start) {
        skip(past: "]]>", &scanner)
        scanner.emit(.string, from: start)
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        skip(past: ">", &scanner)
        scanner.emit(.keyword, from: start)
      } else if ByteSet.identifierStart.contains(next) || next == UInt8(ascii: "/") {
        lexTag(&scanner, embedding: embedding)
      } else {
        scanner.position = min(start + 1, scanner.end)
      }
    }
  }

  private static func skip(past text: String, _ scanner: inout CodeScanner) {
    let close = scanner.index(of: Array(text.utf8), from: scanner.position)
    scanner.position = close.map { $0 + text.utf8.count } ?? scanner.end
  }

  private static func lexTag(_ scanner: inout CodeScanner, embedding: Bool) {
    let start = scanner.position
    let name = scanner[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    scanner.position = scanner.index(after: namePart, from: name)
    let element = scanner.bytes(from: name, to: scanner.position).map { $0 | 0x20 }
    scanner.emit(.tag, from: start)
    while !scanner.isAtEnd, scanner.current != UInt8(ascii: ">") {
      lexAttribute(&scanner)
    }
    scanner.take(1, as: .tag)
    guard embedding, name == start + 1 else { return }
    if element.elementsEqual("script".utf8) {
      embed("</script", Language.javascript, &scanner)
    } else if element.elementsEqual("style".utf8) {
      embed("</style", Language.css, &scanner)
    }
  }

  private static func lexAttribute(_ scanner: inout CodeScanner) {
    let start = scanner.position
    switch scanner.current {
    case UInt8(ascii: "="):
      scanner.position += 1
      scanner.skip(.whitespace)
      let value = scanner.position
      guard !ByteSet.quotes.contains(scanner.current) else { return }
      scanner.skip(valueEnd.inverted)
      scanner.emit(.attributeValue, from: value)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let close = scanner.index(of: scanner.current, from: start + 1)
      scanner.position = min(close + 1, scanner.end)
      scanner.emit(.attributeValue, from: start)
    case UInt8(ascii: "/"): scanner.take(1, as: .tag)
    default:
      scanner.skip(attributeEnd.inverted)
      scanner.emit(.attributeName, from: start)
      if scanner.position == start { scanner.position += 1 }
    }
  }

  private static func embed(
    _ close: String, _ language: Language, _ scanner: inout CodeScanner
  ) {
    let limit = scanner.index(of: Array(close.utf8), from: scanner.position) ?? scanner.end
    scanner.embed(upTo: limit, language.lex)
  }
}

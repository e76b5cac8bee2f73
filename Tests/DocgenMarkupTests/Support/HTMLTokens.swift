/// HTML as a browser's tokenizer sees it: as much of the standard as docgen's output can use.
enum HTMLToken: Equatable, Sendable {
  case start(name: String, attributes: [HTMLAttribute], isSelfClosing: Bool)
  case end(String)
  /// Character references decoded.
  case text(String)
}

struct HTMLAttribute: Equatable, Sendable {
  var name: String
  var value: String
}

/// Reads HTML into tokens and notes what the standard calls a parse error.
struct HTMLTokenizer {
  private(set) var tokens: [HTMLToken] = []
  private(set) var errors: [String] = []
  private let bytes: [UInt8]
  private var index = 0
  private var text: [UInt8] = []

  init(_ html: String) {
    bytes = Array(html.utf8)
    while index < bytes.count { step() }
    flushText()
  }

  private mutating func step() {
    guard bytes[index] == UInt8(ascii: "<") else {
      text.append(bytes[index])
      index += 1
      return
    }
    if holds("<!--") {
      flushText()
      guard let end = find("-->") else { return unfinished("comment") }
      index = end + 3
      return
    }
    let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    let nameStart = index + (isEnd ? 2 : 1)
    guard nameStart < bytes.count, isLetter(bytes[nameStart]) else {
      errors.append("'<' that starts no tag: \(excerpt)")
      text.append(bytes[index])
      index += 1
      return
    }
    flushText()
    readTag(isEnd: isEnd, nameStart: nameStart)
  }

  private mutating func readTag(isEnd: Bool, nameStart: Int) {
    let shown = excerpt
    index = nameStart
    let name = take { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      .lowercased()
    var attributes: [HTMLAttribute] = []
    var isSelfClosing = false
    while true {
      let hadSpace = !take(while: isSpace).isEmpty
      guard index < bytes.count else { return unfinished("tag \(shown)") }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        break
      }
      if holds("/>") {
        isSelfClosing = true
        index += 2
        break
      }
      if !hadSpace { errors.append("no space before an attribute: \(shown)") }
      guard let attribute = readAttribute(of: shown) else { return }
      if attributes.contains(where: { $0.name == attribute.name }) {
        errors.append("attribute twice: \(shown)")
      }
      attributes.append(attribute)
    }
    if isEnd {
      if !attributes.isEmpty || isSelfClosing { errors.append("closing tag with more: \(shown)") }
      tokens.append(.end(name))
      return
    }
    tokens.append(.start(name: name, attributes: attributes, isSelfClosing: isSelfClosing))
    if ["script", "style", "textarea", "title", "iframe", "xmp"].contains(name) {
      let start = index
      while index < bytes.count, !holdsIgnoringCase("</\(name)") { index += 1 }
      if index > start {
        tokens.append(.text(String(decoding: bytes[start..<index], as: UTF8.self)))
      }
    }
  }

  private mutating func readAttribute(of tag: String) -> HTMLAttribute? {
    let start = index
    let name = take {
      !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    if name.isEmpty || name.contains(where: { "\"'<".contains($0) }) {
      errors.append("attribute name: \(tag)")
      if index == start { index += 1 }
    }
    let nameEnd = index
    _ = take(while: isSpace)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      index = nameEnd
      return HTMLAttribute(name: name.lowercased(), value: "")
    }
    index += 1
    _ = take(while: isSpace)
    guard index < bytes.count else {
      unfinished("attribute of \(tag)")
      return nil
    }
    let quote = bytes[index]
    let value: String
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      value = take { $0 != quote }
      guard index < bytes.count else {
        unfinished("attribute of \(tag)")
        return nil
      }
      index += 1
    } else {
      value = take { !isSpace($0) && $0 != UInt8(ascii: ">") }
      if value.isEmpty || value.contains(where: { "\"'<=`".contains($0) }) {
        errors.append("bare value: \(tag)")
      }
    }
    return HTMLAttribute(name: name.lowercased(), value: decodingReferences(value))
  }

  private mutating func unfinished(_ what: String) {
    errors.append("the end comes inside of a \(what)")
    index = bytes.count
  }

  private mutating func flushText() {
    guard !text.isEmpty else { return }
    tokens.append(.text(decodingReferences(String(decoding: text, as: UTF8.self))))
    text = []
  }

  private mutating func take(while keep: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, keep(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private var excerpt: String { String(decoding: bytes[index...].prefix(40), as: UTF8.self) }

  private func holds(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private func holdsIgnoringCase(_ text: String) -> Bool {
    bytes[index...].prefix(text.utf8.count).map { $0 | 0x20 }
      .elementsEqual(text.utf8.map { $0 | 0x20 })
  }

  private func find(_ text: String) -> Int? {
    let wanted = Array(text.utf8)
    return bytes.indices[index...].first { bytes[$0...].starts(with: wanted) }
  }

}

/// The references that docgen, the specification and Docusaurus write.
func decodingReferences(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}", "copy": "©", "ouml": "ö",
  ]
  var result = ""
  var rest = Substring(text)
  while let ampersand = rest.firstIndex(of: "&") {
    result += rest[..<ampersand]
    rest = rest[ampersand...]
    guard let end = rest.prefix(12).firstIndex(of: ";") else {
      result += "&"
      rest = rest.dropFirst()
      continue
    }
    let name = rest[rest.index(after: ampersand)..<end]
    let code =
      name.hasPrefix("#x") || name.hasPrefix("#X")
      ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    if let known = names[String(name)] {
      result += known
    } else if name.hasPrefix("#"), let scalar = code.flatMap(Unicode.Scalar.init) {
      result.unicodeScalars.append(scalar)
    } else {
      result += rest[...end]
    }
    rest = rest[rest.index(after: end)...]
  }
  return result + rest
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

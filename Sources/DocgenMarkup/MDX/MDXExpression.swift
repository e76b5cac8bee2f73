/// Finds where an expression between braces ends, knowing JavaScript's strings and comments but
/// nothing else of the language.
enum MDXExpression {
  /// The index behind the brace that closes the one at `start`, or nil where nothing does.
  ///
  /// Linear: each byte is looked at once. Template literals nest (`${ `…` }`), so what is open is
  /// kept in a list rather than on the call stack.
  static func end(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    enum Open { case brace, template }
    var open: [Open] = []
    var index = start
    while index < end {
      let byte = bytes[index]
      if open.last == .template {
        switch byte {
        case ASCII.backslash: index += 1
        case ASCII.backtick: open.removeLast()
        case ASCII.dollar where index + 1 < end && bytes[index + 1] == ASCII.openBrace:
          open.append(.brace)
          index += 1
        default: break
        }
        index += 1
        continue
      }
      switch byte {
      case ASCII.openBrace:
        open.append(.brace)
      case ASCII.closeBrace:
        open.removeLast()
        if open.isEmpty { return index + 1 }
      case ASCII.backtick:
        open.append(.template)
      case ASCII.quote, ASCII.apostrophe:
        guard let close = endOfString(in: bytes, from: index, to: end) else { return nil }
        index = close
        continue
      case ASCII.slash where bytes.holds("/*", at: index):
        guard let close = bytes.firstIndex(of: "*/", from: index + 2, to: end) else { return nil }
        index = close + 2
        continue
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func endOfString(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    let quote = bytes[start]
    var index = start + 1
    while index < end, bytes[index] != ASCII.newline {
      if bytes[index] == ASCII.backslash {
        index += 2
        continue
      }
      if bytes[index] == quote { return index + 1 }
      index += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// The first index from `start` at which `text` stands wholly below `end`, or nil.
  func firstIndex(of text: StaticString, from start: Int, to end: Int) -> Int? {
    let first = text.utf8Start[0]
    var index = start
    while let found = firstIndex(of: first, from: index, to: end) {
      if found + text.utf8CodeUnitCount <= end, holds(text, at: found) { return found }
      index = found + 1
    }
    return nil
  }
}

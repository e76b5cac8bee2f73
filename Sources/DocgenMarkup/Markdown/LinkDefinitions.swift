import DocgenCore

/// `[label]: destination`, as it stands in a text. What looks like one may be code: who changes it has
/// to try.
package struct LinkDefinition: Sendable {
  /// With its brackets.
  package var label: Range<Int>
  /// As written, without `<` and `>` around it.
  package var target: Range<Int>
  /// With entities and escapes undone.
  package var destination: String

  /// The definitions of a text, from an index on.
  package static func all(in bytes: [UInt8], from start: Int = 0) -> [LinkDefinition] {
    guard bytes.firstIndex(of: "]:", from: start, to: bytes.count) != nil else { return [] }
    var found: [LinkDefinition] = []
    var fence: UInt8?
    var index = start
    while index < bytes.count {
      let end = bytes.endOfLine(from: index)
      let content = ConstructScanner.containerPrefix(in: bytes, from: index, to: end).end
      if bytes.holds("```", at: content) || bytes.holds("~~~", at: content) {
        if fence == nil { fence = bytes[content] } else if fence == bytes[content] { fence = nil }
      } else if fence == nil, content < end, bytes[content] == ASCII.openBracket,
        let definition = definition(in: bytes, at: content, lineEnd: end)
      {
        found.append(definition)
      }
      index = end + 1
    }
    return found
  }

  private static func definition(
    in bytes: [UInt8], at start: Int, lineEnd: Int
  ) -> LinkDefinition? {
    guard let close = endOfLabel(in: bytes, from: start, to: lineEnd), close < lineEnd,
      bytes[close] == ASCII.colon
    else { return nil }
    var index = close + 1
    while index < lineEnd, ASCII.isWhitespace(bytes[index]) { index += 1 }
    var limit = lineEnd
    if index == lineEnd {
      // The destination may stand on the next line.
      limit = bytes.endOfLine(from: min(lineEnd + 1, bytes.count))
      while index < limit, ASCII.isWhitespace(bytes[index]) { index += 1 }
    }
    guard index < limit, let target = LinkTarget(in: bytes, at: index, to: limit) else {
      return nil
    }
    return LinkDefinition(
      label: start..<close, target: target.range,
      destination: LinkTarget.decoded(bytes[target.range]))
  }

  /// Behind `]`; nil where no label starts at an index.
  static func endOfLabel(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start + 1
    while index < end, index - start < 1000 {
      switch bytes[index] {
      case ASCII.backslash: index += 1
      case ASCII.openBracket: return nil
      case ASCII.closeBracket: return index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Labels are the same whatever their case and their spaces; empty for what is none.
  static func normalized(_ label: ArraySlice<UInt8>) -> String {
    text(Array(label.split(whereSeparator: ASCII.isWhitespace).joined(separator: [ASCII.space])))
      .lowercased()
  }
}

/// The target of a link in Markdown, as it is written.
struct LinkTarget {
  /// Without `<` and `>` around it.
  var range: Range<Int>
  /// Behind it.
  var end: Int

  init?(in bytes: [UInt8], at start: Int, to end: Int) {
    var index = start
    if bytes[start] == ASCII.less {
      index += 1
      while index < end, bytes[index] != ASCII.greater, bytes[index] != ASCII.newline {
        index += bytes[index] == ASCII.backslash ? 2 : 1
      }
      guard index < end, bytes[index] == ASCII.greater else { return nil }
      (range, self.end) = (start + 1..<index, index + 1)
      return
    }
    var depth = 0
    scan: while index < end, !ASCII.isWhitespace(bytes[index]) {
      switch bytes[index] {
      case ASCII.backslash where index + 1 < end && isPunctuation(UInt32(bytes[index + 1])):
        index += 1
      case ASCII.openParenthesis: depth += 1
      case ASCII.closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      index += 1
    }
    guard depth == 0 else { return nil }
    (range, self.end) = (start..<index, index)
  }

  /// Entities and escapes undone.
  static func decoded(_ written: ArraySlice<UInt8>) -> String {
    let plain = CharacterReferences.decoded(written)
    guard written.contains(ASCII.backslash) else { return plain }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in plain.utf8 {
      if isEscaped, !isPunctuation(UInt32(byte)) { result.append(ASCII.backslash) }
      isEscaped = !isEscaped && byte == ASCII.backslash
      if !isEscaped { result.append(byte) }
    }
    if isEscaped { result.append(ASCII.backslash) }
    return text(result)
  }
}

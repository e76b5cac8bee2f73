/// Takes Markdown's marks off one line of text.
enum ExcerptLine {
  static func clean(_ line: [UInt8]) -> [UInt8] {
    var bytes = line
    bytes = removing(from: ASCII.less, through: ASCII.greater, in: bytes)
    bytes = withoutHeadingMark(bytes)
    bytes = withoutEmphasis(bytes)
    bytes = unwrapping(bytes, mark: Array("~~".utf8))
    bytes = withoutLinks(bytes, opening: Array("![".utf8))
    bytes = withoutFootnotes(bytes)
    bytes = withoutLinks(bytes, opening: Array("[".utf8))
    bytes = unwrapping(bytes, mark: [ASCII.backtick])
    if bytes.first == ASCII.greater {
      bytes.removeFirst()
      if bytes.first == ASCII.space { bytes.removeFirst() }
    }
    if let colons = bytes.firstIndex(of: ":::", from: 0, to: bytes.count) {
      bytes.removeSubrange(colons...)
    }
    bytes = withoutEmojiNames(bytes)
    return withoutHeadingID(bytes)
  }

  private static func removing(
    from open: UInt8, through close: UInt8, in bytes: [UInt8]
  ) -> [UInt8] {
    guard bytes.contains(open) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == open,
        let end = bytes.firstIndex(of: close, from: index, to: bytes.count)
      {
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// A level 1 heading goes wholly (it is the title), deeper ones lose their marks.
  private static func withoutHeadingMark(_ bytes: [UInt8]) -> [UInt8] {
    let marks = bytes.prefix { $0 == ASCII.hash }.count
    if marks == 1, bytes.count > 1 {
      guard let next = bytes.firstIndex(of: ASCII.hash, from: 1, to: bytes.count) else { return [] }
      return Array(bytes[(next + 1)...])
    }
    guard marks > 0 else { return bytes }
    return Array(bytes.dropFirst(min(marks, 6)).drop(while: ASCII.isWhitespace))
  }

  /// Takes off a mark of one to three `*` or `_` and the next one like it.
  private static func withoutEmphasis(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(ASCII.asterisk) || bytes.contains(ASCII.underscore) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == ASCII.asterisk || byte == ASCII.underscore else {
        result.append(byte)
        index += 1
        continue
      }
      var length = 0
      while length < 3, index + length < bytes.count,
        [ASCII.asterisk, ASCII.underscore].contains(bytes[index + length])
      {
        length += 1
      }
      // The longest mark that stands again further on, as a regular expression finds it.
      var match: (length: Int, close: Int)?
      while length > 0, match == nil {
        let mark = bytes[index..<index + length]
        var close = index + length
        while close + length <= bytes.count, !bytes[close..<close + length].elementsEqual(mark) {
          close += 1
        }
        if close + length <= bytes.count { match = (length, close) } else { length -= 1 }
      }
      guard let match else {
        result.append(byte)
        index += 1
        continue
      }
      result += bytes[index + match.length..<match.close]
      index = match.close + match.length
    }
    return result
  }

  /// Takes off pairs of a mark around at least one byte.
  private static func unwrapping(_ bytes: [UInt8], mark: [UInt8]) -> [UInt8] {
    guard let first = mark.first, bytes.contains(first) else { return bytes }
    func isMark(at index: Int) -> Bool { bytes[index...].starts(with: mark) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if isMark(at: index) {
        var close = index + mark.count + 1
        while close < bytes.count, !isMark(at: close) { close += 1 }
        if close < bytes.count {
          result += bytes[index + mark.count..<close]
          index = close + mark.count
          continue
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  /// `[text](…)`, `[text][…]` become their text; images likewise.
  private static func withoutLinks(_ bytes: [UInt8], opening: [UInt8]) -> [UInt8] {
    guard bytes.contains(ASCII.openBracket) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: opening), let link = link(bytes, from: index + opening.count)
      {
        result += bytes[index + opening.count..<link.textEnd]
        index = link.end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func link(_ bytes: [UInt8], from start: Int) -> (textEnd: Int, end: Int)? {
    var index = start
    while let close = bytes.firstIndex(of: ASCII.closeBracket, from: index, to: bytes.count) {
      if close + 1 < bytes.count,
        [ASCII.openParenthesis, ASCII.openBracket].contains(bytes[close + 1]),
        let end = bytes[(close + 2)...].firstIndex(where: {
          $0 == ASCII.closeBracket || $0 == ASCII.closeParenthesis
        })
      {
        return (close, end + 1)
      }
      index = close + 1
    }
    return nil
  }

  private static func withoutFootnotes(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    while let open = bytes.firstIndex(of: "[^", from: 0, to: bytes.count),
      let close = bytes.firstIndex(of: ASCII.closeBracket, from: open + 3, to: bytes.count)
    {
      let isDefinition = bytes.holds(": ", at: close + 1)
      bytes.removeSubrange(isDefinition ? open..<bytes.count : open..<close + 1)
    }
    return bytes
  }

  /// `:name:` with the space before it. Anything between two colons counts.
  private static func withoutEmojiNames(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(ASCII.colon) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == ASCII.colon,
        let close = bytes.firstIndex(of: ASCII.colon, from: index + 1, to: bytes.count),
        close > index + 1
      {
        if let last = result.last, ASCII.isWhitespace(last) { result.removeLast() }
        index = close + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func withoutHeadingID(_ bytes: [UInt8]) -> [UInt8] {
    var index = 0
    while let open = bytes.firstIndex(of: ASCII.openBrace, from: index, to: bytes.count) {
      var end = open + 1
      while end < bytes.count, bytes[end] == ASCII.hash { end += 1 }
      let start = end
      while end < bytes.count,
        ASCII.isAlphanumeric(bytes[end]) || bytes[end] == ASCII.hyphen
          || bytes[end] == ASCII.underscore
      {
        end += 1
      }
      if end > start, end < bytes.count, bytes[end] == ASCII.closeBrace {
        return Array(bytes[..<open] + bytes[(end + 1)...])
      }
      index = open + 1
    }
    return bytes
  }
}

/// A tag in HTML that docgen has written: its name as a number, its attributes where they stand.
struct HTMLTag {
  /// The bytes of its name in lower case, the last eight of them.
  var name: UInt64 = 0
  var isClosing = false
  /// Between its name and its `>`.
  var attributes: Range<Int>
  /// Behind its `>`.
  var end: Int

  /// - Parameter start: where its `<` stands.
  init(in html: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    if index < html.count, html[index] == ASCII.slash {
      isClosing = true
      index += 1
    }
    while index < html.count, ASCII.isAlphanumeric(html[index]) {
      name = name << 8 | UInt64(html[index] | 0x20)
      index += 1
    }
    let nameEnd = index
    var quote: UInt8 = 0
    if name == 0, index + 2 < html.count, html[index] == ASCII.exclamation {
      while index < html.count,
        !(html[index] == ASCII.greater && html[index - 1] == ASCII.hyphen)
      {
        index += 1
      }
    }
    while index < html.count {
      let byte = html[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == ASCII.greater {
        break
      } else if byte == ASCII.quote || byte == ASCII.apostrophe {
        quote = byte
      }
      index += 1
    }
    attributes = nameEnd..<max(nameEnd, index)
    end = min(index + 1, html.count)
  }

  /// An attribute's value, references undone; nil where the tag doesn't have it.
  func attribute(
    _ wanted: StaticString, in html: UnsafeBufferPointer<UInt8>
  ) -> [UInt8]? {
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while index < end {
      while index < end, ASCII.isWhitespace(html[index]) || html[index] == ASCII.slash {
        index += 1
      }
      let nameStart = index
      while index < end, html[index] != ASCII.equals, !ASCII.isWhitespace(html[index]) {
        index += 1
      }
      let isWanted = Self.holds(wanted, in: html, nameStart..<index)
      guard index < end, html[index] == ASCII.equals else {
        if isWanted { return [] }
        if index == nameStart { index += 1 }
        continue
      }
      index += 1
      let value: Range<Int>
      if index < end, html[index] == ASCII.quote || html[index] == ASCII.apostrophe {
        let close = html.firstIndex(of: html[index], from: index + 1, to: end) ?? end
        value = (index + 1)..<max(index + 1, close)
        index = close + 1
      } else {
        let start = index
        while index < end, !ASCII.isWhitespace(html[index]) { index += 1 }
        value = start..<index
      }
      if isWanted {
        var decoded: [UInt8] = []
        HTMLText.append(html, value, to: &decoded)
        return decoded
      }
    }
    return nil
  }

  private static func holds(
    _ text: StaticString, in html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where html[range.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}

/// Text out of HTML.
enum HTMLText {
  /// Appends what stands in `range` without tags, references undone.
  static func append(
    _ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    let part = UnsafeBufferPointer(rebasing: html[range])
    var index = 0
    while true {
      let start = index
      index = part.firstIndex(ofAny: "<&<<<<<<", from: start)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: part[start..<index]))
      guard index < part.count else { return }
      if part[index] == ASCII.less {
        index = HTMLTag(in: part, at: index).end
      } else {
        let reference = reference(in: part, at: index)
        output.append(reference.byte)
        index += reference.length
      }
    }
  }

  /// The character that a reference of docgen's stands for; a `&` that starts none of those is one.
  static func reference(
    in html: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8, length: Int) {
    func holds(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard index + count <= html.count else { return false }
      for offset in 1..<count where html[index + offset] != text.utf8Start[offset] { return false }
      return true
    }
    guard index + 1 < html.count else { return (ASCII.ampersand, 1) }
    switch html[index + 1] {
    case UInt8(ascii: "q") where holds("&quot;"): return (ASCII.quote, 6)
    case ASCII.hash where holds("&#39;"): return (ASCII.apostrophe, 5)
    case UInt8(ascii: "l") where holds("&lt;"): return (ASCII.less, 4)
    case UInt8(ascii: "g") where holds("&gt;"): return (ASCII.greater, 4)
    case UInt8(ascii: "a") where holds("&amp;"): return (ASCII.ampersand, 5)
    default: return (ASCII.ampersand, 1)
    }
  }
}

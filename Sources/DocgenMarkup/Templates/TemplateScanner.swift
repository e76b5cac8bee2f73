import DocgenCore

/// What tags are written between; `{{` and `}}` until a tag sets others.
struct TemplateDelimiters: Sendable, Equatable {
  var open: [UInt8]
  var close: [UInt8]

  static let standard = TemplateDelimiters(open: Array("{{".utf8), close: Array("}}".utf8))
}

/// A tag as it is found in the text.
struct TemplateTag: Equatable {
  /// From delimiter to delimiter.
  var range: Range<Int>
  /// The character that says what it is, one of `#^/>!=&{`; nil for an escaped variable.
  var sigil: UInt8?
  /// Without the sigil and the white space around it.
  var content: Range<Int>

  /// Whether the tag leaves no empty line behind where it is alone on one. Variables do.
  var mayStandAlone: Bool {
    switch sigil {
    case nil, UInt8(ascii: "&"), UInt8(ascii: "{"): false
    default: true
    }
  }

  /// What is wrong with the name in a tag, and what to do about it.
  static func problem(
    with name: String, isPartial: Bool
  ) -> (message: String, hint: String?)? {
    let bytes = name.utf8
    if name.isEmpty { return ("this tag has no name", nil) }
    if name.contains("{{") {
      return ("this tag is not closed before the next one", "close it with '}}'")
    }
    if bytes.contains(where: TemplateScanner.isSpace) {
      return ("'\(name)' is not a name", "a tag holds one name, without conditions or arguments")
    }
    if let first = name.first, "<$*@".contains(first) {
      return ("'\(name)' is not a name", "blocks, parents and dynamic names are not supported")
    }
    if isPartial || name == "." { return nil }
    if bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: ".") || name.contains("..") {
      return ("'\(name)' is not a name", "write '.' between names, as in 'page.title'")
    }
    return nil
  }
}

/// Finds tags in a template's bytes, and says where they are.
struct TemplateScanner {
  private let bytes: [UInt8]
  private let file: String
  private let lineStarts: [Int]
  /// What was put before every line and is not in the author's file.
  private let addedColumns: Int

  init(_ source: TemplateSource, addedColumns: Int) {
    bytes = source.bytes
    file = source.file
    self.addedColumns = addedColumns
    lineStarts =
      [0] + source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, start <= bytes.count - pattern.count else { return nil }
    for index in start...(bytes.count - pattern.count) where bytes[index] == first {
      if bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
    }
    return nil
  }

  /// The tag whose opening delimiter is at `start`, or nil where it is not closed.
  func tag(at start: Int, _ delimiters: TemplateDelimiters) -> TemplateTag? {
    var content = skipSpace(from: start + delimiters.open.count)
    var sigil: UInt8?
    if content < bytes.count, "#^/>!=&{".utf8.contains(bytes[content]) {
      sigil = bytes[content]
      content += 1
    }
    let close: [UInt8] =
      switch sigil {
      case UInt8(ascii: "{"): [UInt8(ascii: "}")] + delimiters.close
      case UInt8(ascii: "="): [UInt8(ascii: "=")] + delimiters.close
      default: delimiters.close
      }
    guard let end = find(close, from: content) else { return nil }
    content = min(skipSpace(from: content), end)
    var contentEnd = end
    while contentEnd > content, Self.isSpace(bytes[contentEnd - 1]) { contentEnd -= 1 }
    return TemplateTag(
      range: start..<end + close.count, sigil: sigil, content: content..<contentEnd)
  }

  /// The line that the tag is alone on, its line break included, or nil where something else is on
  /// it. A tag that spans lines owns all of them.
  func lineOfItsOwn(_ tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.upperBound
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
    return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: position(range.lowerBound), end: position(range.upperBound))
  }

  private func position(_ offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(
      line: low + 1, column: max(1, offset - lineStarts[low] + 1 - addedColumns))
  }

  private func skipSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    return index
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

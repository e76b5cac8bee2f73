/// A tag as it is written in MDX-lite: JSX, and HTML where JSX would refuse it.
struct MDXTag: Sendable {
  enum Form: Sendable { case opening, closing, selfClosing }

  enum AttributeValue: Sendable {
    /// No `=`: true.
    case none
    /// Between quotes, or bare: the range without the quotes.
    case text(Range<Int>)
    /// Between braces: the range without the braces.
    case expression(Range<Int>)
  }

  struct Attribute: Sendable {
    var name: String
    var value: AttributeValue
    /// From the name to the value's end.
    var source: Range<Int>
  }

  var form: Form
  /// Empty for a fragment, `<>`.
  var name: String
  var attributes: [Attribute]
  /// `{...props}`, braces included: what can't be known.
  var spreads: [Range<Int>]
  /// From `<` to behind `>`.
  var source: Range<Int>

  /// The attributes without those that a later one of the same name replaces.
  var lastAttributes: [Attribute] {
    guard attributes.count > 1 else { return attributes }
    var names: Set<String> = []
    return attributes.reversed().filter { names.insert(AttributeNames.html($0.name)).inserted }
      .reversed()
  }

  /// The attributes without those that an earlier one of the same name hides, as HTML has it.
  var firstAttributes: [Attribute] {
    guard attributes.count > 1 else { return attributes }
    var names: Set<String> = []
    return attributes.filter { names.insert($0.name.lowercased()).inserted }
  }

  /// Whether the name is a component's (`Tabs`, `Foo.Bar`) rather than an element's.
  var isComponent: Bool {
    guard let first = name.utf8.first else { return false }
    return ASCII.isUpper(first) || name.utf8.contains(ASCII.period)
  }
}

/// Reads one tag at a `<`; nil where there is none, and the text is just text.
struct MDXTagReader {
  /// HTML knows no expressions: braces are text.
  enum Syntax { case jsx, html }

  let bytes: [UInt8]
  /// Reading stops here.
  let end: Int
  let syntax: Syntax
  /// How far it has looked, found or not: what a failed attempt cost.
  private(set) var reached = 0

  init(bytes: [UInt8], end: Int, syntax: Syntax = .jsx) {
    self.bytes = bytes
    self.end = end
    self.syntax = syntax
  }

  /// - Parameter start: the index of `<`.
  mutating func tag(at start: Int) -> MDXTag? {
    var index = start + 1
    defer { reached = max(reached, index) }
    var form = MDXTag.Form.opening
    if byte(index) == ASCII.slash {
      form = .closing
      index += 1
    }
    guard let name = name(at: &index) else { return nil }
    var attributes: [MDXTag.Attribute] = []
    var spreads: [Range<Int>] = []
    while true {
      let hadSpace = skipWhitespace(&index)
      guard let next = byte(index) else { return nil }
      switch next {
      case ASCII.greater:
        return MDXTag(
          form: form, name: name, attributes: attributes, spreads: spreads,
          source: start..<index + 1)
      case ASCII.slash:
        guard byte(index + 1) == ASCII.greater, form == .opening else { return nil }
        return MDXTag(
          form: .selfClosing, name: name, attributes: attributes, spreads: spreads,
          source: start..<index + 2)
      case ASCII.openBrace where syntax == .jsx:
        guard let close = expressionEnd(from: index) else { return nil }
        spreads.append(index..<close)
        index = close
      default:
        guard hadSpace, form == .opening, !name.isEmpty, let attribute = attribute(at: &index)
        else { return nil }
        attributes.append(attribute)
      }
    }
  }

  /// Empty for a fragment; nil where no tag starts.
  private func name(at index: inout Int) -> String? {
    guard let first = byte(index) else { return nil }
    if first == ASCII.greater { return "" }
    guard ASCII.isLetter(first) || first == ASCII.underscore || first == ASCII.dollar else {
      return nil
    }
    let start = index
    while let next = byte(index), isNameByte(next) { index += 1 }
    return text(bytes[start..<index])
  }

  private mutating func attribute(at index: inout Int) -> MDXTag.Attribute? {
    let start = index
    while let next = byte(index), isNameByte(next) || next == ASCII.at { index += 1 }
    guard index > start else { return nil }
    let name = text(bytes[start..<index])
    var ahead = index
    _ = skipWhitespace(&ahead)
    guard byte(ahead) == ASCII.equals else {
      return MDXTag.Attribute(name: name, value: .none, source: start..<index)
    }
    index = ahead + 1
    _ = skipWhitespace(&index)
    guard let value = attributeValue(at: &index) else { return nil }
    return MDXTag.Attribute(name: name, value: value, source: start..<index)
  }

  private mutating func attributeValue(at index: inout Int) -> MDXTag.AttributeValue? {
    guard let first = byte(index) else { return nil }
    switch first {
    case ASCII.quote, ASCII.apostrophe:
      guard let close = bytes.firstIndex(of: first, from: index + 1, to: end) else {
        reached = end
        return nil
      }
      defer { index = close + 1 }
      return .text(index + 1..<close)
    case ASCII.openBrace where syntax == .jsx:
      guard let close = expressionEnd(from: index) else { return nil }
      defer { index = close }
      return .expression(index + 1..<close - 1)
    default:
      let start = index
      while let next = byte(index), !ASCII.isWhitespace(next), next != ASCII.greater,
        next != ASCII.quote, next != ASCII.apostrophe, next != ASCII.equals, next != ASCII.less,
        next != ASCII.backtick,
        !(next == ASCII.slash && byte(index + 1) == ASCII.greater)
      {
        index += 1
      }
      return index > start ? .text(start..<index) : nil
    }
  }

  private mutating func expressionEnd(from start: Int) -> Int? {
    let close = MDXExpression.end(in: bytes, from: start, to: end)
    if close == nil { reached = end }
    return close
  }

  private func skipWhitespace(_ index: inout Int) -> Bool {
    let start = index
    while let next = byte(index), ASCII.isWhitespace(next) { index += 1 }
    return index > start
  }

  private func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  private func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen || byte == ASCII.underscore
      || byte == ASCII.period || byte == ASCII.colon || byte == ASCII.dollar
  }
}

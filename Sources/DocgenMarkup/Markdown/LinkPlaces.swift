import DocgenCore

/// Where the links and the tags of a block stand in the source, in the order of the text.
///
/// cmark-gfm's columns are off behind code spans and missing for some nodes, so the block is read
/// once more: past code, comments, tags and escapes, for all that may be a link. What turned out to
/// be one takes the first place that holds its target.
struct LinkPlaces {
  enum Kind: Equatable { case text, tableRow, html }

  private struct Place {
    /// What a finding names: the target, or the reference to it.
    var start: Int
    var target: Range<Int>
    var isUsed = false
  }

  private(set) var range = 0..<0
  private(set) var kind = Kind.html
  private var places: [Place] = []
  private var tags: [Range<Int>] = []
  /// Code, comments, tags and targets, in order: no link without marks stands in them.
  private var hidden: [Range<Int>] = []
  /// The first places that are still to be taken.
  private var nextPlace = 0
  private var nextTag = 0
  private var nextPlain = 0

  init() {}

  /// - Parameter definitions: by their normalized labels.
  init(
    of range: Range<Int>, _ kind: Kind, in source: [UInt8], constructs: [Construct],
    definitions: [String: LinkDefinition]
  ) {
    (self.range, self.kind, nextPlain) = (range, kind, range.lowerBound)
    var reader = LinkPlaceReader(
      bytes: source, range: range, kind: kind, constructs: constructs, definitions: definitions)
    reader.read()
    places = reader.places.map { Place(start: $0.start, target: $0.target) }
    (tags, hidden) = (reader.tags, reader.hidden)
  }

  // MARK: Taking

  /// - Parameter budget: what looking for places that aren't there may still cost.
  mutating func take(
    _ destination: String, in source: [UInt8], budget: inout Int
  ) -> Int? {
    while nextPlace < places.count, places[nextPlace].isUsed { nextPlace += 1 }
    let wanted = Array(destination.utf8)
    for index in places.indices[nextPlace...] where !places[index].isUsed {
      guard budget > 0 else { return nil }
      let written = source[places[index].target]
      if written.elementsEqual(wanted) || Self.spells(written, destination) {
        places[index].isUsed = true
        return places[index].start
      }
      budget -= 1 + written.count
    }
    return nil
  }

  private static func spells(_ written: ArraySlice<UInt8>, _ destination: String) -> Bool {
    guard written.contains(ASCII.backslash) || written.contains(ASCII.ampersand) else {
      return false
    }
    return LinkTarget.decoded(written).utf8.elementsEqual(destination.utf8)
  }

  /// A link that has no marks around it.
  mutating func takePlain(_ wanted: [UInt8], in source: [UInt8], budget: inout Int) -> Int? {
    guard let first = wanted.first, budget > 0 else { return nil }
    var index = nextPlain
    while let found = source.firstIndex(of: first, from: index, to: range.upperBound) {
      index = found + 1
      guard found + wanted.count <= range.upperBound,
        source[found..<found + wanted.count].elementsEqual(wanted), !isHidden(found)
      else { continue }
      nextPlain = found + wanted.count
      return found
    }
    budget -= range.upperBound - nextPlain
    return nil
  }

  private func isHidden(_ offset: Int) -> Bool {
    var (low, high) = (0, hidden.count)
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < hidden.count && hidden[low].contains(offset)
  }

  mutating func takeTag(
    _ wanted: ArraySlice<UInt8>, in source: [UInt8], budget: inout Int
  ) -> Range<Int>? {
    for index in tags.indices[nextTag...] {
      guard budget > 0 else { return nil }
      if source[tags[index]].elementsEqual(wanted) {
        nextTag = index + 1
        return tags[index]
      }
      budget -= 1 + tags[index].count
    }
    return nil
  }
}

/// Reads a block for `LinkPlaces`.
private struct LinkPlaceReader {
  let bytes: [UInt8]
  let end: Int
  let kind: LinkPlaces.Kind
  let constructs: [Construct]
  let definitions: [String: LinkDefinition]
  private var index: Int
  private var nextConstruct: Int
  /// Where brackets are open.
  private var brackets: [Int] = []
  /// The lengths of runs of backticks that nothing in the rest of the block closes.
  private var unclosedBackticks: Set<Int> = []
  /// What reading ahead in vain may still cost.
  private var budget: Int

  private(set) var places: [(start: Int, target: Range<Int>)] = []
  private(set) var tags: [Range<Int>] = []
  private(set) var hidden: [Range<Int>] = []

  init(
    bytes: [UInt8], range: Range<Int>, kind: LinkPlaces.Kind, constructs: [Construct],
    definitions: [String: LinkDefinition]
  ) {
    (self.bytes, self.kind, self.definitions) = (bytes, kind, definitions)
    self.constructs = kind == .html ? [] : constructs
    (index, end) = (range.lowerBound, range.upperBound)
    budget = 100_000 + 16 * range.count
    var (low, high) = (0, self.constructs.count)
    while low < high {
      let middle = (low + high) / 2
      if constructs[middle].source.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    nextConstruct = low
  }

  mutating func read() {
    while index < end {
      if skipConstruct() { continue }
      switch bytes[index] {
      case ASCII.less: readAngle()
      case _ where kind == .html: index += 1
      case ASCII.backslash: index += 2
      case ASCII.backtick: skipCodeSpan()
      case ASCII.openBracket:
        brackets.append(index)
        index += 1
      case ASCII.closeBracket: closeBracket()
      case ASCII.pipe where kind == .tableRow:
        brackets = []
        unclosedBackticks = []
        index += 1
      default: index += 1
      }
    }
  }

  private mutating func hide(upTo position: Int) {
    hidden.append(index..<position)
    index = position
  }

  /// What the scanner has found here, which is no Markdown.
  private mutating func skipConstruct() -> Bool {
    while nextConstruct < constructs.count, constructs[nextConstruct].source.lowerBound < index {
      nextConstruct += 1
    }
    guard nextConstruct < constructs.count,
      constructs[nextConstruct].source.lowerBound == index
    else { return false }
    hide(upTo: constructs[nextConstruct].source.upperBound)
    return true
  }

  private mutating func skipCodeSpan() {
    let start = index
    while index < end, bytes[index] == ASCII.backtick { index += 1 }
    let count = index - start
    guard count <= ConstructScanner.longestCodeMark, !unclosedBackticks.contains(count) else {
      return
    }
    var position = index
    while position < end, kind != .tableRow || bytes[position] != ASCII.pipe {
      guard bytes[position] == ASCII.backtick else {
        // In a table only an escaped bar is a part of the cell.
        let isEscape =
          kind == .tableRow && bytes[position] == ASCII.backslash && position + 1 < end
          && bytes[position + 1] == ASCII.pipe
        position += isEscape ? 2 : 1
        continue
      }
      let run = position
      while position < end, bytes[position] == ASCII.backtick { position += 1 }
      if position - run == count {
        hidden.append(start..<position)
        index = position
        return
      }
    }
    unclosedBackticks.insert(count)
  }

  private mutating func readAngle() {
    if kind == .html, let close = DocumentRenderer.commentEnd(in: bytes, at: index, to: end) {
      hide(upTo: close)
      return
    }
    guard budget > 0 else {
      index += 1
      return
    }
    if bytes.holds("<!--", at: index) {
      guard let close = bytes.firstIndex(of: "-->", from: index + 4, to: end) else {
        budget -= end - index
        index += 1
        return
      }
      hide(upTo: close + 3)
      return
    }
    var reader = MDXTagReader(bytes: bytes, end: end, syntax: .html)
    guard let tag = reader.tag(at: index), !tag.name.isEmpty else {
      budget -= reader.reached - index
      index += 1
      return
    }
    tags.append(tag.source)
    hide(upTo: tag.source.upperBound)
    let name = tag.name.lowercased()
    if kind == .html, tag.form == .opening, HTMLElements.rawText.contains(name) {
      hide(upTo: DocumentRenderer.closingTag(of: name, in: bytes, from: index, to: end))
    }
  }

  // MARK: Brackets

  private mutating func closeBracket() {
    guard let open = brackets.popLast() else {
      index += 1
      return
    }
    let text = open..<index + 1
    index += 1
    if index < end, bytes[index] == ASCII.openParenthesis {
      if budget > 0, let (target, close) = inlineTarget(from: index + 1) {
        places.append((target.lowerBound, target))
        hide(upTo: close)
        return
      }
    }
    guard !definitions.isEmpty else { return }
    if index < end, bytes[index] == ASCII.openBracket,
      let close = LinkDefinition.endOfLabel(in: bytes, from: index, to: end), close > index + 2
    {
      if let found = definition(of: index..<close) {
        places.append((open, found.target))
        hide(upTo: close)
      }
      return
    }
    if let found = definition(of: text), found.label != text {
      places.append((open, found.target))
    }
  }

  private func definition(of label: Range<Int>) -> LinkDefinition? {
    definitions[LinkDefinition.normalized(bytes[label.dropFirst().dropLast()])]
  }

  /// The target behind `](`, and where its bracket closes.
  private mutating func inlineTarget(from start: Int) -> (Range<Int>, close: Int)? {
    var position = start
    skipSpace(&position)
    guard position < end, let target = LinkTarget(in: bytes, at: position, to: end) else {
      budget -= position - start
      return nil
    }
    position = target.end
    skipSpace(&position)
    if position < end, position > target.end {
      let closing: UInt8? =
        switch bytes[position] {
        case ASCII.quote, ASCII.apostrophe: bytes[position]
        case ASCII.openParenthesis: ASCII.closeParenthesis
        default: nil
        }
      if let closing {
        position += 1
        while position < end, bytes[position] != closing {
          position += bytes[position] == ASCII.backslash ? 2 : 1
        }
        position += 1
        skipSpace(&position)
      }
    }
    guard position < end, bytes[position] == ASCII.closeParenthesis else {
      budget -= position - start
      return nil
    }
    return (target.range, position + 1)
  }

  /// Spaces, line ends, and the marks of quotes behind these.
  private func skipSpace(_ position: inout Int) {
    var isAtLineStart = false
    while position < end {
      let byte = bytes[position]
      if byte == ASCII.newline { isAtLineStart = true }
      guard ASCII.isWhitespace(byte) || (isAtLineStart && byte == ASCII.greater) else { return }
      position += 1
    }
  }
}

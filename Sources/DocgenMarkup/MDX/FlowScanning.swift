/// Constructs on lines of their own.
extension ConstructScanner {
  /// Tags, expressions and comments that fill a line (or several, where an attribute is long). Text
  /// behind them makes the line a paragraph's, and then nothing has been read.
  mutating func scanFlow(at start: Int) -> Bool {
    var found: [(kind: Construct.Kind, range: Range<Int>)] = []
    var position = start
    while position < source.count, let (kind, end) = flowConstruct(at: position) {
      found.append((kind, position..<end))
      position = end
      while position < source.count, ASCII.isSpaceOrTab(source[position]) { position += 1 }
      if position < source.count, source[position] == ASCII.carriageReturn { position += 1 }
      if position == source.count || source[position] == ASCII.newline {
        for (kind, range) in found { place(kind, source: range, isFlow: true) }
        index = min(position + 1, source.count)
        return true
      }
    }
    return false
  }

  private mutating func flowConstruct(at start: Int) -> (Construct.Kind, end: Int)? {
    if source[start] == ASCII.openBrace {
      return expression(at: start, limit: source.count)
    }
    if let comment = htmlComment(at: start, limit: source.count) { return comment }
    guard source[start] == ASCII.less, let tag = tag(at: start, limit: source.count) else {
      return nil
    }
    if let raw = rawElement(tag, limit: source.count) { return raw }
    if isText(tag) { return nil }
    return (.tag(tag), tag.source.upperBound)
  }

  mutating func tag(at start: Int, limit: Int) -> MDXTag? {
    guard searchBudget > 0 else { return nil }
    var reader = MDXTagReader(bytes: source, end: limit)
    let found = reader.tag(at: start)
    if found == nil { searchBudget -= reader.reached - start }
    return found
  }

  /// An element whose content is taken as it is, up to its closing tag.
  mutating func rawElement(_ tag: MDXTag, limit: Int) -> (Construct.Kind, end: Int)? {
    guard tag.form == .opening, tag.name == "CodeBlock" || HTMLElements.rawText.contains(tag.name)
    else { return nil }
    guard searchBudget > 0 else { return nil }
    let closing = Array("</\(tag.name)>".utf8)
    var position = tag.source.upperBound
    while let less = source.firstIndex(of: ASCII.less, from: position, to: limit) {
      if less + closing.count <= limit, source[less..<less + closing.count].elementsEqual(closing) {
        return (
          .rawElement(tag, content: tag.source.upperBound..<less), less + closing.count
        )
      }
      position = less + 1
    }
    searchBudget -= limit - tag.source.upperBound
    return nil
  }

  /// `<!-- … -->`.
  mutating func htmlComment(at start: Int, limit: Int) -> (Construct.Kind, end: Int)? {
    guard source.holds("<!--", at: start), searchBudget > 0 else { return nil }
    guard let close = source.firstIndex(of: "-->", from: start + 4, to: limit) else {
      searchBudget -= limit - start
      return nil
    }
    return (.comment(start + 4..<close), close + 3)
  }

  /// `{…}`, a comment among them. Not `{#id}`, which names a heading.
  mutating func expression(at start: Int, limit: Int) -> (Construct.Kind, end: Int)? {
    guard start + 1 < limit, source[start + 1] != ASCII.hash, searchBudget > 0 else { return nil }
    guard let end = MDXExpression.end(in: source, from: start, to: limit) else {
      searchBudget -= limit - start
      return nil
    }
    var inner = start + 1..<end - 1
    while let first = inner.first, ASCII.isWhitespace(source[first]) { inner.removeFirst() }
    while let last = inner.last, ASCII.isWhitespace(source[last]) { inner.removeLast() }
    if inner.count >= 4, source.holds("/*", at: inner.lowerBound),
      source.firstIndex(of: "*/", from: inner.lowerBound + 2, to: inner.upperBound)
        == inner.upperBound - 2
    {
      return (.comment(inner.lowerBound + 2..<inner.upperBound - 2), end)
    }
    return (.expression(start + 1..<end - 1), end)
  }

  /// `import …` and `export …` at a block's beginning.
  mutating func scanModuleStatement(at start: Int) -> Bool {
    guard searchBudget > 0 else { return false }
    var reader = ModuleStatementReader(bytes: source)
    guard let statement = reader.statement(at: start) else {
      searchBudget -= reader.reached - start
      return false
    }
    if !statement.isClosed {
      searchBudget -= reader.reached - start
      result.unclosedStatements.append(start..<statement.end)
    }
    result.imports += statement.imports
    result.exports += statement.exports
    drop(start..<statement.end)
    isAfterModuleStatement = true
    return true
  }

  /// Whether somebody wrote `<name>` and meant just that: no element has the name, or one whose
  /// content is no text is never closed. A name with a
  /// hyphen is a custom element's, but only where it is closed.
  mutating func isText(_ tag: MDXTag) -> Bool {
    // One that is closed has been taken as a whole.
    if HTMLElements.rawText.contains(tag.name) { return tag.form == .opening }
    if tag.name.isEmpty || tag.isComponent || HTMLElements.known.contains(tag.name) { return false }
    guard tag.name.utf8.contains(ASCII.hyphen) else { return true }
    return tag.form == .opening && !hasClosingTag(tag.name, from: tag.source.upperBound)
  }

  private mutating func hasClosingTag(_ name: String, from start: Int) -> Bool {
    if let last = lastClosingTags[name] { return last >= start }
    guard searchBudget > 0 else { return false }
    searchBudget -= source.count - start
    let closing = Array("/\(name)>".utf8)
    var last = -1
    var position = start
    while let less = source.firstIndex(of: ASCII.less, from: position, to: source.count) {
      if source[(less + 1)...].starts(with: closing) { last = less }
      position = less + 1
    }
    lastClosingTags[name] = last
    return last >= start
  }
}

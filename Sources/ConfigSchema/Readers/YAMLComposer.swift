import DocgenCore

/// Puts events together to nodes, with a stack of open collections in place of recursion.
struct YAMLComposer {
  /// A finished value with what it costs to repeat it.
  private struct Finished {
    var node: ConfigNode
    /// A scalar as written, for keys.
    var text: String?
    /// Values in it, itself included, aliases written out.
    var size = 1
    /// Collections in one another; 0 for a scalar.
    var depth = 0
    var isMergeKey = false
  }

  private struct OpenCollection {
    enum Key {
      case named(String, SourceSpan)
      case merge(SourceSpan)
      /// Not usable as a key, and reported; its value is dropped with it.
      case unusable
    }

    let isMapping: Bool
    let span: SourceSpan
    let anchor: String?
    var elements: [ConfigNode] = []
    var members: [ConfigNode.Member] = []
    /// Where each key stands in `members`; the first place, where it stands twice.
    var keys: [String: Int] = [:]
    var mergedMembers: [ConfigNode.Member] = []
    var pendingKey: Key?
    var size = 1
    var depth = 0
  }

  /// Reading can't go on; the reason is in `diagnostics`.
  private struct Stop: Error {}

  private let file: String
  private var places: TextPlaces
  private(set) var diagnostics: [Diagnostic] = []
  private var stack: [OpenCollection] = []
  private var anchors: [String: Finished] = [:]
  private var aliasedValues = 0
  private var root: ConfigNode?

  init(file: String, places: TextPlaces) {
    self.file = file
    self.places = places
  }

  mutating func compose(_ events: YAMLEvents) -> ConfigNode? {
    do {
      var documents = 0
      while true {
        let event = try events.next()
        if case .streamEnd = event.kind { return root }
        if case .documentStart = event.kind {
          documents += 1
          if documents > 1 {
            report(
              "config/multiple-documents", "a second YAML document starts here", span(event),
              hint: "remove the '---' between them: only one document is read")
            return root
          }
        }
        try take(event)
      }
    } catch let failure as YAMLFailure {
      report(failure)
    } catch {
      // `Stop`: reported where it was thrown.
    }
    return nil
  }

  private mutating func take(_ event: YAMLEvent) throws {
    switch event.kind {
    case .streamEnd, .documentStart, .documentEnd:
      break
    case .alias(let name):
      try add(aliased(name, at: span(event)))
    case .scalar(let scalar):
      try add(finished(scalar, at: span(event)), anchor: scalar.anchor)
    case .sequenceStart(let tag, let anchor):
      try open(isMapping: false, tag: tag, anchor: anchor, at: span(event))
    case .mappingStart(let tag, let anchor):
      try open(isMapping: true, tag: tag, anchor: anchor, at: span(event))
    case .collectionEnd:
      guard let collection = stack.popLast() else { break }
      try add(close(collection), anchor: collection.anchor)
    }
  }

  private mutating func finished(_ scalar: YAMLEvent.Scalar, at span: SourceSpan) -> Finished {
    let value = YAMLScalar.value(of: scalar)
    if value == nil { reportTag(at: span) }
    return Finished(
      node: ConfigNode(value ?? .string(scalar.text), span: span), text: scalar.text,
      isMergeKey: scalar.isPlain && scalar.text == "<<")
  }

  private mutating func aliased(_ name: String, at span: SourceSpan) throws -> Finished {
    guard var target = anchors[name] else {
      report(
        "config/yaml-syntax", "an alias names nothing that stands before it", span,
        hint: Suggestions.hint(for: name, among: anchors.keys.sorted())
          ?? "put text that starts with '*' in quotes")
      throw Stop()
    }
    target.isMergeKey = false
    aliasedValues += target.size
    if aliasedValues > YAMLReader.maximumAliasedValues {
      report(
        "config/too-many-aliases",
        "aliases add up to more than \(YAMLReader.maximumAliasedValues) values", span)
      throw Stop()
    }
    return target
  }

  private mutating func open(
    isMapping: Bool, tag: String?, anchor: String?, at span: SourceSpan
  ) throws {
    if !YAMLScalar.isCollectionTag(tag) { reportTag(at: span) }
    // Where a collection ends is known too late to be of use; where it starts is enough.
    let start = SourceSpan(file: span.file, start: span.start)
    stack.append(OpenCollection(isMapping: isMapping, span: start, anchor: anchor))
    try checkDepth(0, at: start)
  }

  private func close(_ collection: OpenCollection) -> Finished {
    let value: ConfigNode.Value
    if collection.isMapping {
      // What is written wins over what is merged, and earlier merges over later ones.
      var keys = collection.mergedMembers.isEmpty ? [] : Set(collection.keys.keys)
      let merged = collection.mergedMembers.filter { keys.insert($0.key).inserted }
      value = .object(collection.members + merged)
    } else {
      value = .array(collection.elements)
    }
    return Finished(
      node: ConfigNode(value, span: collection.span), size: collection.size,
      depth: collection.depth + 1)
  }

  /// Puts a value where it belongs: at the root, into the open list, or as the next key or value of
  /// the open mapping.
  private mutating func add(_ value: Finished, anchor: String? = nil) throws {
    if let anchor { anchors[anchor] = value }
    guard let last = stack.indices.last else {
      // `---` alone is as empty as no document.
      root = value.node.value == .null && value.text == "" ? nil : value.node
      return
    }
    try checkDepth(value.depth, at: value.node.span)
    stack[last].size += value.size
    stack[last].depth = max(stack[last].depth, value.depth)
    guard stack[last].isMapping else {
      stack[last].elements.append(value.node)
      return
    }
    switch stack[last].pendingKey {
    case nil:
      stack[last].pendingKey = key(value)
    case .named(let name, let span):
      stack[last].pendingKey = nil
      let member = ConfigNode.Member(key: name, keySpan: span, value: value.node)
      if let first = stack[last].keys[name] {
        reportDuplicate(member, first: stack[last].members[first].keySpan)
      } else {
        stack[last].keys[name] = stack[last].members.count
      }
      stack[last].members.append(member)
    case .merge(let span):
      stack[last].pendingKey = nil
      merge(value.node, into: last, at: span)
    case .unusable:
      stack[last].pendingKey = nil
    }
  }

  private mutating func key(_ value: Finished) -> OpenCollection.Key {
    if value.isMergeKey { return .merge(value.node.span) }
    if let text = value.text { return .named(text, value.node.span) }
    report(
      "config/unusable-key", "\(value.node.kindName) can't be a key", value.node.span,
      hint: "write 'key: value'; '{' and '[' at the start of text need quotes")
    return .unusable
  }

  private mutating func merge(_ node: ConfigNode, into index: Int, at span: SourceSpan) {
    let sources = node.elements ?? [node]
    guard sources.allSatisfy({ $0.members != nil }) else {
      report(
        "config/unusable-merge", "'<<' takes a group of keys, but this is \(node.kindName)", span)
      return
    }
    for source in sources { stack[index].mergedMembers += source.members ?? [] }
  }

  // MARK: Reports

  private mutating func span(_ event: YAMLEvent) -> SourceSpan {
    let start = places.position(ofCharacter: event.range.lowerBound)
    let end = places.position(ofCharacter: event.range.upperBound)
    return SourceSpan(file: file, start: start, end: end > start ? end : nil)
  }

  private mutating func report(
    _ code: String, _ message: String, _ span: SourceSpan, notes: [Diagnostic.Note] = [],
    hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(.error, code, message, at: span, notes: notes, hint: hint))
  }

  /// - Parameter depth: of the value that is added to the open collections.
  private mutating func checkDepth(_ depth: Int, at span: SourceSpan) throws {
    guard stack.count + depth > YAMLReader.maximumDepth else { return }
    reportDepth(at: span)
    throw Stop()
  }

  private mutating func reportDepth(at span: SourceSpan) {
    report(
      "config/too-deep", "values nest deeper than \(YAMLReader.maximumDepth) levels here", span)
  }

  private mutating func reportTag(at span: SourceSpan) {
    report(
      "config/unknown-tag", "a tag means nothing here", span,
      hint: "put text that starts with '!' in quotes")
  }

  private mutating func reportDuplicate(_ member: ConfigNode.Member, first: SourceSpan) {
    report(
      "config/duplicate-key", "the key '\(member.key)' stands here twice", member.keySpan,
      notes: [Diagnostic.Note("first written here", span: first)],
      hint: "keep one of them")
  }

  private mutating func report(_ failure: YAMLFailure) {
    let position: SourcePosition
    var found: UInt8?
    switch failure.place {
    case .byte(let byte):
      position = places.position(ofByte: byte)
    case .character(let character):
      found = places.byte(atCharacter: character)
      position = places.position(ofCharacter: character)
    }
    if failure.problem.hasPrefix("Maximum nesting level") {
      reportDepth(at: SourceSpan(file: file, start: position))
      return
    }
    let problem = YAMLProblem(problem: failure.problem, context: failure.context, found: found)
    var notes: [Diagnostic.Note] = []
    if failure.context != nil {
      let start = places.position(ofCharacter: failure.contextStart)
      if start != position {
        notes = [
          Diagnostic.Note(
            "what can't be read begins here", span: SourceSpan(file: file, start: start))
        ]
      }
    }
    report(
      "config/yaml-syntax", problem.message, SourceSpan(file: file, start: position), notes: notes,
      hint: problem.hint)
  }
}

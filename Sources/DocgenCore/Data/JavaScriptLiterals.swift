/// Lists and objects.
extension JavaScriptParser {
  /// The list at the cursor.
  mutating func array() throws(JavaScriptError) -> ConfigNode {
    let first = index
    advance()
    var elements: [ConfigNode] = []
    while !isAt("]") {
      if isAt(",") {
        // A hole, as in `[a, , b]`.
        elements.append(ConfigNode(.null, span: SourceSpan(file: file, start: token.start)))
      } else if isAt("...") {
        elements += try spreadElements()
      } else {
        elements.append(try expression())
      }
      guard take(",") || isAt("]") else { throw unexpected(expected: ["','", "']'"]) }
    }
    advance()
    return node(.array(elements), from: first)
  }

  private mutating func spreadElements() throws(JavaScriptError) -> [ConfigNode] {
    let first = index
    advance()
    let value = try expression()
    return value.elements ?? [unknown(from: first)]
  }

  /// The object at the cursor.
  mutating func object() throws(JavaScriptError) -> ConfigNode {
    let first = index
    advance()
    var object = ObjectMembers()
    while !isAt("}") {
      if isAt("...") {
        for member in try spreadMembers() { object.set(member, isSpread: true) }
      } else {
        let member = try member()
        if let earlier = object.set(member, isSpread: false) { report(member, repeats: earlier) }
      }
      guard take(",") || isAt("}") else { throw unexpected(expected: ["','", "'}'"]) }
    }
    advance()
    return node(.object(object.members), from: first)
  }

  private mutating func spreadMembers() throws(JavaScriptError) -> [ConfigNode.Member] {
    let first = index
    advance()
    let value = try expression()
    switch value.value {
    case .object(let members): return members
    // `...null` and `...(isX && {})` add nothing.
    case .null, .bool: return []
    default: return [.unplaced(unknown(from: first))]
    }
  }

  private mutating func member() throws(JavaScriptError) -> ConfigNode.Member {
    let first = index
    skipModifiers()
    let keyIndex = index
    guard let key = try memberKey() else {
      // Which key it is can't be known.
      if take(":") { _ = try expression() } else { _ = try functionBody() }
      return .unplaced(unknown(from: first))
    }
    let keySpan = span(from: keyIndex)
    func member(_ value: ConfigNode) -> ConfigNode.Member {
      ConfigNode.Member(key: key, keySpan: keySpan, value: value)
    }
    if take(":") { return member(try expression()) }
    if isAt("(") || isAt("<") {
      _ = try functionBody()
      return member(unknown(from: first))
    }
    guard tokens[keyIndex].kind == .name, index == keyIndex + 1, isAt(",") || isAt("}") else {
      throw unexpected(expected: ["':'"])
    }
    index = keyIndex
    return member(try expression())
  }

  /// The key at the cursor; nil where it is computed from something unknown.
  private mutating func memberKey() throws(JavaScriptError) -> String? {
    switch token.kind {
    case .name, .string:
      advance()
      return tokens[index - 1].text
    case .number:
      guard let number = JavaScriptNumber.value(of: token.text) else { throw unexpected() }
      advance()
      return ConfigNode.text(of: number)
    case .punctuator where token.text == "[":
      advance()
      let key = try expression()
      try expect("]")
      return key.templateText
    default:
      throw unexpected(expected: ["a key", "'}'"])
    }
  }

  private static let modifiers: Set<String> = ["get", "set", "async"]

  /// `get`, `set`, `async` and `*` before a method's name.
  private mutating func skipModifiers() {
    if token.kind == .name, Self.modifiers.contains(token.text), peek().kind != .end,
      !(peek().kind == .punctuator && [":", ",", "(", "}", "<"].contains(peek().text))
    {
      advance()
    }
    _ = take("*")
  }

  private mutating func report(_ member: ConfigNode.Member, repeats earlier: ConfigNode.Member) {
    diagnostics.append(.repeatedKey(member.key, at: member.keySpan, first: earlier.keySpan))
  }
}

extension Diagnostic {
  /// A key written twice in one object.
  static func repeatedKey(_ key: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "config/duplicate-key", "'\(key)' is set twice and the last one counts", at: span,
      notes: [Diagnostic.Note("first set here", span: first)])
  }
}

/// The members of an object in the making: a key that comes again takes the place of the first.
struct ObjectMembers {
  private(set) var members: [ConfigNode.Member] = []
  private var places: [String: (index: Int, isSpread: Bool)] = [:]

  /// Sets a key; returns what the author had written for it in the same object.
  @discardableResult
  mutating func set(_ member: ConfigNode.Member, isSpread: Bool) -> ConfigNode.Member? {
    guard !member.isUnplaced, let place = places[member.key] else {
      if !member.isUnplaced { places[member.key] = (members.count, isSpread) }
      members.append(member)
      return nil
    }
    let earlier = members[place.index]
    members[place.index] = member
    places[member.key] = (place.index, isSpread)
    return place.isSpread || isSpread ? nil : earlier
  }
}

/// What could not be placed: a spread or a computed key that would have to be run. It stands in its
/// list or object, so that whoever asks for a member knows that it can't be known, until
/// `JavaScriptReader` reports and removes it.
extension ConfigNode.Member {
  static func unplaced(_ node: ConfigNode) -> Self {
    Self(key: "", keySpan: node.span, value: node)
  }

  var isUnplaced: Bool {
    if key.isEmpty, case .unknown = value.value { return true }
    return false
  }
}

extension ConfigNode {
  var isUnplaced: Bool {
    if case .unknown(let source) = value { return source.hasPrefix("...") }
    return false
  }
}

/// Operands: literals, names, members and calls.
extension JavaScriptParser {
  /// A value with the signs before it and the members and calls behind it.
  mutating func operand() throws(JavaScriptError) -> ConfigNode {
    var signs: [(text: String, index: Int)] = []
    while isAtSign {
      signs.append((token.text, index))
      advance()
    }
    let start = index
    var value: ConfigNode
    if isAt("<") {
      // An assertion: `<Config>{…}`.
      guard skipTypeArguments() else { throw unexpected() }
      value = try nested { parser throws(JavaScriptError) in try parser.operand() }
    } else {
      value = try suffixes(of: primary(), from: start)
    }
    for sign in signs.reversed() {
      value = signed(sign.text, value, from: sign.index) ?? unknown(from: sign.index)
    }
    return value
  }

  private static let signs: Set<String> = ["!", "-", "+", "~", "++", "--"]
  private static let wordSigns: Set<String> = ["typeof", "void", "delete", "await", "yield"]

  private var isAtSign: Bool {
    switch token.kind {
    case .punctuator: Self.signs.contains(token.text)
    case .name: Self.wordSigns.contains(token.text)
    default: false
    }
  }

  private func signed(_ sign: String, _ value: ConfigNode, from first: Int) -> ConfigNode? {
    switch (sign, value.value) {
    case ("!", _): value.truth.map { node(.bool(!$0), from: first) }
    case ("+", .number): ConfigNode(value.value, span: span(from: first))
    case ("-", .number(let number, let source)) where number >= 0:
      node(.number(-number, source: "-" + source), from: first)
    case ("-", .number(let number, _)): node(.number(-number), from: first)
    default: nil
    }
  }

  // MARK: What stands alone

  private mutating func primary() throws(JavaScriptError) -> ConfigNode {
    let first = index
    switch token.kind {
    case .string:
      advance()
      return node(.string(tokens[first].text), from: first)
    case .number:
      return try number()
    case .template:
      return try template()
    case .regularExpression:
      advance()
      return unknown(from: first)
    case .name:
      return try name()
    case .punctuator where token.text == "[":
      return try array()
    case .punctuator where token.text == "{":
      return try object()
    case .punctuator where token.text == "(":
      return try parenthesized()
    case .punctuator, .templateContinuation, .end:
      throw unexpected()
    }
  }

  private mutating func parenthesized() throws(JavaScriptError) -> ConfigNode {
    let first = index
    advance()
    let value = try expression()
    guard isAt(",") else {
      try expect(")")
      return value
    }
    index = first
    skipGroup()
    return unknown(from: first)
  }

  private mutating func number() throws(JavaScriptError) -> ConfigNode {
    let source = token.text
    if source.hasSuffix("n"), JavaScriptNumber.value(of: String(source.dropLast())) != nil {
      advance()
      return unknown(from: index - 1)
    }
    guard let value = JavaScriptNumber.value(of: source) else { throw unexpected() }
    advance()
    return node(.number(value, source: source), from: index - 1)
  }

  private mutating func template() throws(JavaScriptError) -> ConfigNode {
    let first = index
    var text: String? = token.text
    while token.opensHole {
      let hole = token.partner
      advance()
      let value = try expression()
      guard index == hole else { throw unexpected(expected: ["'}'"]) }
      if let before = text, let inner = value.templateText {
        try spend(before.utf8.count + inner.utf8.count)
        text = before + inner + token.text
      } else {
        text = nil
      }
    }
    advance()
    return text.map { node(.string($0), from: first) } ?? unknown(from: first)
  }

  // MARK: Names

  /// Words that begin no value.
  private static let reserved: Set<String> = [
    "break", "case", "catch", "const", "continue", "debugger", "default", "do", "else", "enum",
    "export", "extends", "finally", "for", "if", "in", "instanceof", "return", "switch", "throw",
    "try", "var", "while", "with",
  ]

  private mutating func name() throws(JavaScriptError) -> ConfigNode {
    let first = index
    let name = token.text
    guard !Self.reserved.contains(name) else { throw unexpected() }
    if let constant = constants[name] {
      try checkDepth(adding: constant.depth)
      try spend(constant.weight)
      advance()
      return constant.node
    }
    advance()
    switch name {
    case "true": return node(.bool(true), from: first)
    case "false": return node(.bool(false), from: first)
    case "null", "undefined": return node(.null, from: first)
    case "new": return newObject(from: first)
    case "class":
      while !isAt("{"), token.kind != .end { skipGroup() }
      skipGroup()
      return unknown(from: first)
    case "function", "async":
      index = first
      if let function = try function() { return function }
      advance()
      return unknown(from: first)
    case "require" where isAt([".", "resolve", "("]) && peek(3).kind == .string:
      guard peek(4).text == ")", peek(4).kind == .punctuator else { return unknown(from: first) }
      let path = peek(3).text
      index += 5
      return node(.string(path), from: first)
    default: return unknown(from: first)
    }
  }

  private func isAt(_ texts: [String]) -> Bool {
    texts.indices.allSatisfy {
      peek($0).text == texts[$0] && (peek($0).kind == .name || peek($0).kind == .punctuator)
    }
  }

  /// `new Date().getFullYear()` is the one thing a clock is asked for in configurations (the
  /// copyright line); the caller says what it is.
  private mutating func newObject(from first: Int) -> ConfigNode {
    for method in ["getFullYear", "getUTCFullYear"] {
      let words = ["Date", "(", ")", ".", method, "(", ")"]
      if let year, isAt(words) {
        index += words.count
        return node(.number(Double(year)), from: first)
      }
    }
    while token.kind == .name || isAt(".") { advance() }
    if isAt("<") { _ = skipTypeArguments() }
    if isAt("(") { skipGroup() }
    return unknown(from: first)
  }

  // MARK: What follows a value

  private mutating func suffixes(
    of start: ConfigNode, from first: Int
  ) throws(JavaScriptError) -> ConfigNode {
    // Nil once it can't be known; the node is made at the end, so that a long chain stays cheap.
    var known: ConfigNode? = start
    if case .unknown = start.value { known = nil }
    let plainEnd = index
    while true {
      switch token.kind {
      case .template:
        skipGroup()
        known = nil
        continue
      case .punctuator: break
      default: return known ?? (index == plainEnd ? start : unknown(from: first))
      }
      switch token.text {
      case ".", "?.":
        let isOptional = token.text == "?."
        advance()
        if isOptional, isAt("(") || isAt("[") { continue }
        guard token.kind == .name else { throw unexpected(expected: ["a name"]) }
        let key = token.text
        advance()
        known = known?.member(key, isOptional: isOptional)
      case "[":
        advance()
        let key = try expression()
        try expect("]")
        known = known?.member(key)
      case "(":
        skipGroup()
        known = nil
      case "!" where !token.followsNewline:
        advance()
      case "++" where !token.followsNewline, "--" where !token.followsNewline:
        advance()
        known = nil
      case "<" where skipCallTypeArguments():
        known = nil
      default:
        return known ?? (index == plainEnd ? start : unknown(from: first))
      }
    }
  }

  /// Moves over `<T>` where a call follows; elsewhere `<` compares.
  private mutating func skipCallTypeArguments() -> Bool {
    let start = index
    if skipTypeArguments(), isAt("(") || token.kind == .template { return true }
    index = start
    return false
  }
}

extension ConfigNode {
  /// The member of a known value; nil where it can't be known.
  fileprivate func member(_ key: String, isOptional: Bool = false) -> ConfigNode? {
    switch value {
    case .object(let members):
      guard let found = members.last(where: { $0.key == key || $0.isUnplaced }) else {
        return ConfigNode(.null, span: span)
      }
      return found.isUnplaced ? nil : found.value
    case .null where isOptional: return self
    case .array(let elements) where key == "length" && !elements.contains { $0.isUnplaced }:
      return ConfigNode(.number(Double(elements.count)), span: span)
    default: return nil
    }
  }

  fileprivate func member(_ key: ConfigNode) -> ConfigNode? {
    if let elements, let number = key.number {
      guard let position = Int(exactly: number), elements.indices.contains(position),
        !elements[...position].contains(where: \.isUnplaced)
      else { return nil }
      return elements[position]
    }
    return key.templateText.flatMap { member($0) }
  }
}

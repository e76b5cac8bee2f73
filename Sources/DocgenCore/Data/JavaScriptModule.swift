/// Statements: what a module, or the function that makes its configuration, says one after another.
extension JavaScriptParser {
  /// The value that a module exports by default or as `module.exports`; nil where it exports none.
  mutating func module() throws(JavaScriptError) -> ConfigNode? {
    var exported: ConfigNode?
    while token.kind != .end {
      if let value = try statement() { exported = value }
    }
    return try exported.map { value throws(JavaScriptError) in try resultOfFunction(value) }
  }

  /// What a function returns where it is simple enough to read; other values stay as they are.
  private mutating func resultOfFunction(_ value: ConfigNode) throws(JavaScriptError) -> ConfigNode
  {
    guard case .unknown = value.value, let body = functionBodies[value.span] else { return value }
    index = body
    guard isAt("{"), let end = token.partner else { return try expression() }
    advance()
    var returned: ConfigNode?
    while index < end, returned == nil { returned = try statement() }
    return returned ?? value
  }

  /// One statement. Returns what it exports or returns, where it does either.
  private mutating func statement() throws(JavaScriptError) -> ConfigNode? {
    if take(";") { return nil }
    guard token.kind == .name else {
      if token.kind == .string, peek().kind != .punctuator || peek().text == ";" {
        advance()  // 'use strict'
      } else {
        try leaveOut()
      }
      return nil
    }
    switch token.text {
    case "export": return try export()
    case "return":
      advance()
      return try endOfStatement(expression())
    case "module" where peek().text == "." && peek(2).text == "exports" && peek(3).text == "=":
      index += 4
      return try endOfStatement(expression())
    default:
      if try !declaration() { try leaveOut() }
      return nil
    }
  }

  private mutating func endOfStatement(_ value: ConfigNode) throws(JavaScriptError) -> ConfigNode {
    guard take(";") || token.followsNewline || isAt("}") || token.kind == .end else {
      throw unexpected(expected: ["';'"])
    }
    return value
  }

  // MARK: Imports and exports

  private mutating func export() throws(JavaScriptError) -> ConfigNode? {
    advance()
    if take(name: "default") || take("=") {
      if isAt(name: "class") || isAt(name: "interface") || isAt(name: "abstract") {
        _ = try declaration()
        return nil
      }
      return try endOfExport(expression())
    }
    if isAt("{") { return exportList() }
    if isAt("*") || (isAt(name: "type") && (peek().text == "{" || peek().text == "*")) {
      skipToModuleName()
      return nil
    }
    guard try declaration() else { throw unexpected(expected: ["a declaration"]) }
    return nil
  }

  /// A function exported by default needs no semicolon.
  private mutating func endOfExport(_ value: ConfigNode) throws(JavaScriptError) -> ConfigNode {
    functionBodies[value.span] != nil ? value : try endOfStatement(value)
  }

  /// `{config as default}`: the constant, if that is what the list exports by default.
  private mutating func exportList() -> ConfigNode? {
    var exported: ConfigNode?
    let end = token.partner ?? index
    for place in index..<max(index, end - 2)
    where tokens[place + 1].text == "as" && tokens[place + 2].text == "default" {
      exported = constants[tokens[place].text]?.node
    }
    skipGroup()
    if isAt(name: "from") {
      skipToModuleName()
      return nil
    }
    return exported
  }

  /// Moves behind the string that ends an `import` or `export … from`, and its attributes.
  private mutating func skipToModuleName() {
    while token.kind != .string, token.kind != .end, !isAt(";") { skipGroup() }
    advance()
    if isAt(name: "with") || isAt(name: "assert"), peek().text == "{" {
      advance()
      skipGroup()
    }
  }

  // MARK: Declarations

  /// Reads a declaration, if there is one at the cursor.
  private mutating func declaration() throws(JavaScriptError) -> Bool {
    let next = peek()
    let nextIsName = next.kind == .name && !next.followsNewline
    switch token.text {
    case "import" where next.text != "(" && next.text != ".":
      skipToModuleName()
    case "const" where next.text == "enum", "enum" where nextIsName,
      "interface" where nextIsName, "namespace" where nextIsName,
      "class",
      "abstract" where nextIsName:
      skipToBlock()
    case "declare" where nextIsName:
      advance()
      return try declaration()
    case "const", "let", "var":
      try variables()
    case "type" where nextIsName:
      advance()
      advance()
      if isAt("<") { _ = skipTypeArguments() }
      try expect("=")
      try skipType()
    case "function",
      "async" where next.text == "function":
      let name = tokens[index...].prefix(4).first {
        $0.kind == .name && !Self.functionWords.contains($0.text)
      }
      if let node = try function(), let name { define(name.text, node) }
    default:
      return false
    }
    return true
  }

  private static let functionWords: Set<String> = ["async", "function"]

  /// Moves behind the next block, or to the end of a declaration that has none.
  private mutating func skipToBlock() {
    while !isAt("{"), !isAt(";"), token.kind != .end { skipGroup() }
    skipGroup()
  }

  private mutating func variables() throws(JavaScriptError) {
    repeat {
      advance()
      let name = token.kind == .name ? token.text : nil
      guard name != nil || isAt("{") || isAt("[") else { throw unexpected(expected: ["a name"]) }
      skipGroup()
      _ = take("!")
      if take(":") { try skipType() }
      let value = take("=") ? try expression() : node(.null, from: index)
      if let name { define(name, value) }
    } while isAt(",")
    _ = try endOfStatement(ConfigNode(.null, span: span(from: index)))
  }

  // MARK: What is left out

  private static let controlWords: Set<String> = [
    "if", "else", "for", "while", "do", "switch", "try", "catch", "finally", "with", "await",
  ]

  /// Steps over a statement that would have to be run, and says so.
  private mutating func leaveOut() throws(JavaScriptError) {
    let first = index
    if [")", "]", "}"].contains(token.text), token.kind == .punctuator { throw unexpected() }
    repeat {
      while token.kind == .name, Self.controlWords.contains(token.text) {
        advance()
        if isAt("(") { skipGroup() }
      }
      if isAt("{") { skipGroup() } else { skipToEndOfStatement() }
    } while token.kind == .name && ["else", "catch", "finally"].contains(token.text)
    if index == first { advance() }
    diagnostics.append(.needsRunning(unknown(from: first), what: "a statement"))
  }

  private mutating func skipToEndOfStatement() {
    while token.kind != .end, !isAt("}") {
      if take(";") { return }
      let endsOperand = token.endsOperand || token.partner != nil
      skipGroup()
      if token.followsNewline, endsOperand, beginsStatement { return }
    }
  }

  /// Whether the token at the cursor can't continue the expression before it.
  private var beginsStatement: Bool {
    switch token.kind {
    case .name: !["in", "instanceof", "as", "satisfies"].contains(token.text)
    case .number, .string, .regularExpression: true
    case .punctuator: isAt("{")
    case .template, .templateContinuation, .end: false
    }
  }
}

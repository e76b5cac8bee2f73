/// Expressions: operators and functions.
extension JavaScriptParser {
  /// An expression without a comma at its top.
  mutating func expression() throws(JavaScriptError) -> ConfigNode {
    try nested { parser throws(JavaScriptError) in
      if let function = try parser.function() { return function }
      let first = parser.index
      let value = try parser.binary(above: 0)
      if parser.take("?") { return try parser.conditional(value, from: first) }
      if parser.isAtAssignment {
        parser.advance()
        _ = try parser.expression()
        return parser.unknown(from: first)
      }
      return value
    }
  }

  private var isAtAssignment: Bool {
    token.kind == .punctuator && token.text.utf8.last == UInt8(ascii: "=")
      && Self.precedence[token.text] == nil
  }

  private mutating func conditional(
    _ condition: ConfigNode, from first: Int
  ) throws(JavaScriptError) -> ConfigNode {
    let then = try expression()
    try expect(":")
    let otherwise = try expression()
    switch condition.truth {
    case true: return then
    case false: return otherwise
    case nil: return unknown(from: first)
    }
  }

  // MARK: Operators

  private static let precedence: [String: Int] = [
    "??": 1, "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5,
    "==": 6, "!=": 6, "===": 6, "!==": 6,
    "<": 7, ">": 7, "in": 7, "instanceof": 7, "as": 7, "satisfies": 7,
    "+": 8, "-": 8, "*": 9, "/": 9, "%": 9, "**": 10,
  ]

  /// Operators that bind tighter than a level, by precedence climbing: it recurses once a level, not
  /// once an operator.
  private mutating func binary(above level: Int) throws(JavaScriptError) -> ConfigNode {
    let first = index
    var left = try operand()
    while token.kind == .punctuator || token.kind == .name,
      let precedence = Self.precedence[token.text], precedence > level
    {
      let name = token.text
      if name == "as" || name == "satisfies" {
        guard !token.followsNewline else { break }
        advance()
        try skipType()
        continue
      }
      skipOperator()
      let right = try nested { parser throws(JavaScriptError) in
        try parser.binary(above: precedence)
      }
      left = try apply(name, left, right) ?? unknown(from: first)
    }
    return left
  }

  /// `<` and `>` come in pieces: `>=`, `<<`, `>>>`.
  private mutating func skipOperator() {
    let isAngle = isAt("<") || isAt(">")
    var end = token.range.upperBound
    advance()
    while isAngle, token.range.lowerBound == end, isAt("<") || isAt(">") || isAt("=") {
      end = token.range.upperBound
      advance()
    }
  }

  /// What an operator makes of two values, or nil where that can't be known.
  private mutating func apply(
    _ name: String, _ left: ConfigNode, _ right: ConfigNode
  ) throws(JavaScriptError) -> ConfigNode? {
    let span = SourceSpan(file: file, start: left.span.start, end: right.span.end)
    switch name {
    case "||": return left.truth.map { $0 ? left : right }
    case "&&": return left.truth.map { $0 ? right : left }
    case "??":
      if case .unknown = left.value { return nil }
      return left.value == .null ? right : left
    case "===", "!==":
      guard let same = left.isSame(as: right) else { return nil }
      return ConfigNode(.bool(same == (name == "===")), span: span)
    case "+":
      guard left.string != nil || right.string != nil else { break }
      guard let head = left.templateText, let tail = right.templateText else { return nil }
      try spend(head.utf8.count + tail.utf8.count)
      return ConfigNode(.string(head + tail), span: span)
    default: break
    }
    guard let a = left.number, let b = right.number else { return nil }
    let result: Double
    switch name {
    case "+": result = a + b
    case "-": result = a - b
    case "*": result = a * b
    case "/": result = a / b
    default: return nil
    }
    return ConfigNode(.number(result), span: span)
  }

  // MARK: Functions

  /// A function, stepped over, if there is one at the cursor.
  mutating func function() throws(JavaScriptError) -> ConfigNode? {
    let first = index
    if isAt(name: "async"), !peek().followsNewline { advance() }
    if take(name: "function") {
      _ = take("*")
      if token.kind == .name { advance() }
      let body = try functionBody()
      return functionNode(from: first, body: body)
    }
    if let body = try arrowBody() { return functionNode(from: first, body: body) }
    index = first
    return nil
  }

  private mutating func functionNode(from first: Int, body: Int) -> ConfigNode {
    let node = unknown(from: first)
    functionBodies[node.span] = body
    return node
  }

  /// Steps over parameters, the result's type and the block; returns where the block begins.
  mutating func functionBody() throws(JavaScriptError) -> Int {
    if isAt("<") { _ = skipTypeArguments() }
    guard isAt("(") else { throw unexpected(expected: ["'('"]) }
    skipGroup()
    if take(":") { try skipType() }
    guard isAt("{") else { throw unexpected(expected: ["'{'"]) }
    let body = index
    skipGroup()
    return body
  }

  /// Steps over an arrow function; returns where its body begins, or nil where there is none.
  private mutating func arrowBody() throws(JavaScriptError) -> Int? {
    if isAt("<"), !skipTypeArguments() { return nil }
    if token.kind == .name {
      advance()
    } else if isAt("(") {
      skipGroup()
      if isAt(":") {
        let colon = index
        advance()
        if !skipOptionalType() { index = colon }
      }
    } else {
      return nil
    }
    guard take("=>") else { return nil }
    let body = index
    if isAt("{") { skipGroup() } else { _ = try expression() }
    return body
  }
}

// MARK: - Values

extension ConfigNode.Value {
  /// A number that was worked out rather than written.
  static func number(_ value: Double) -> Self {
    .number(value, source: ConfigNode.text(of: value))
  }
}

extension ConfigNode {
  /// How JavaScript shows a number in a text.
  static func text(of number: Double) -> String {
    Int(exactly: number).flatMap { abs($0) < 1 << 53 ? String($0) : nil } ?? "\(number)"
  }

  /// Whether a condition holds; nil where that can't be known.
  var truth: Bool? {
    switch value {
    case .null: false
    case .bool(let flag): flag
    case .number(let number, _): number != 0 && !number.isNaN
    case .string(let text): !text.isEmpty
    case .array, .object: true
    case .unknown: nil
    }
  }

  /// The text that a scalar becomes within a template; nil for what has none or can't be known.
  var templateText: String? {
    switch value {
    case .string(let text): text
    case .number(let number, _): Self.text(of: number)
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object, .unknown: nil
    }
  }

  /// `===` between scalars.
  fileprivate func isSame(as other: ConfigNode) -> Bool? {
    switch (value, other.value) {
    case (.unknown, _), (_, .unknown), (.array, _), (.object, _), (_, .array), (_, .object): nil
    case (.number(let a, _), .number(let b, _)): a == b
    default: value == other.value
    }
  }
}

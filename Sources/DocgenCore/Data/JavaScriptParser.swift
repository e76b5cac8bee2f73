/// Reads tokens of JavaScript or TypeScript as data. What is written down becomes its value; what
/// would have to be run becomes `.unknown` with its source text. Nothing is ever executed.
///
/// The parts: this file moves over the tokens and keeps the limits; `JavaScriptExpressions`,
/// `JavaScriptOperands` and `JavaScriptLiterals` read values; `JavaScriptTypes` steps over types;
/// `JavaScriptModule` reads statements.
struct JavaScriptParser {
  /// A name that stands for a value written earlier.
  struct Constant {
    var node: ConfigNode
    /// How many levels of lists and objects it has.
    var depth: Int
    /// About how much memory a copy of it written out would take.
    var weight: Int
  }

  let tokens: [JavaScriptToken]
  let bytes: [UInt8]
  let file: String
  /// What `new Date().getFullYear()` is; nil makes it unknown.
  let year: Int?

  var index = 0
  var constants: [String: Constant] = [:]
  /// Where the body of each function begins, by the span of its `.unknown` node: a configuration
  /// may be what a function returns.
  var functionBodies: [SourceSpan: Int] = [:]
  var diagnostics: [Diagnostic] = []
  private var depth = 0
  private var spent = 0

  /// Nesting beyond this is refused, so that no input overflows the stack: neither this parser's,
  /// nor that of the readers that walk its values.
  static let depthLimit = 96
  /// A few lines that each repeat the one before can stand for more data than fits in memory.
  static let weightLimit = 4_000_000
  /// How many bytes of an unknown's source are kept.
  private static let sourceLimit = 160

  init(tokens: [JavaScriptToken], bytes: [UInt8], file: String, year: Int?) {
    self.tokens = tokens
    self.bytes = bytes
    self.file = file
    self.year = year
  }
}

// MARK: - Tokens

extension JavaScriptParser {
  var token: JavaScriptToken { tokens[index] }

  /// A token further on, or the end.
  func peek(_ offset: Int = 1) -> JavaScriptToken { tokens[min(index + offset, tokens.count - 1)] }

  func isAt(_ punctuator: String) -> Bool {
    token.kind == .punctuator && token.text == punctuator
  }

  func isAt(name: String) -> Bool { token.kind == .name && token.text == name }

  mutating func advance() { index = min(index + 1, tokens.count - 1) }

  /// Moves behind the bracket that closes the one at the cursor, or behind a whole template; by one
  /// token where it is on neither.
  mutating func skipGroup() {
    while let partner = token.partner { index = partner }
    advance()
  }

  mutating func take(_ punctuator: String) -> Bool {
    guard isAt(punctuator) else { return false }
    advance()
    return true
  }

  mutating func take(name: String) -> Bool {
    guard isAt(name: name) else { return false }
    advance()
    return true
  }

  mutating func expect(_ punctuator: String) throws(JavaScriptError) {
    guard take(punctuator) else { throw unexpected(expected: ["'\(punctuator)'"]) }
  }

  /// The error of a token that can't stand where it does.
  func unexpected(expected: [String] = []) -> JavaScriptError {
    let found = token.kind == .end ? "the end of the file" : "'\(clipped(token.range))'"
    guard !expected.isEmpty else {
      return JavaScriptError(message: "unexpected \(found)", position: token.start)
    }
    return JavaScriptError(
      message: "expected \(expected.joined(separator: " or ")), found \(found)",
      position: token.start)
  }
}

// MARK: - Nodes

extension JavaScriptParser {
  /// From a token to the one before the cursor.
  func span(from first: Int) -> SourceSpan {
    let last = tokens[max(first, index - 1)]
    return SourceSpan(file: file, start: tokens[first].start, end: last.end)
  }

  func node(_ value: ConfigNode.Value, from first: Int) -> ConfigNode {
    ConfigNode(value, span: span(from: first))
  }

  /// What is written from a token to the cursor, as something that can't be known.
  func unknown(from first: Int) -> ConfigNode {
    let end = tokens[max(first, index - 1)].range.upperBound
    return node(.unknown(source: clipped(tokens[first].range.lowerBound..<end)), from: first)
  }

  /// The source text of a range on one line, shortened where it is long.
  private func clipped(_ range: Range<Int>) -> String {
    let most = min(range.count, Self.sourceLimit)
    var end = range.lowerBound + most
    while end < range.upperBound, end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return end < range.upperBound ? words + "…" : words
  }
}

// MARK: - Limits

extension JavaScriptParser {
  /// Runs one more level of nesting.
  mutating func nested<Value>(
    _ read: (inout Self) throws(JavaScriptError) -> Value
  ) throws(JavaScriptError) -> Value {
    try checkDepth(adding: 1)
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  func checkDepth(adding levels: Int) throws(JavaScriptError) {
    guard depth + levels > Self.depthLimit else { return }
    throw JavaScriptError(
      code: "config/too-deep",
      message: "this is nested deeper than \(Self.depthLimit) levels", position: token.start)
  }

  mutating func spend(_ weight: Int) throws(JavaScriptError) {
    spent += weight
    guard spent > Self.weightLimit else { return }
    throw JavaScriptError(
      code: "config/too-large",
      message: "constants repeated here stand for more data than a configuration can have",
      position: token.start)
  }

  /// Keeps a value under a name.
  mutating func define(_ name: String, _ node: ConfigNode) {
    let (depth, weight) = Self.measure(node)
    constants[name] = Constant(node: node, depth: depth, weight: weight)
  }

  /// The levels and the weight of a value. Its depth is limited, so this may recurse.
  private static func measure(_ node: ConfigNode) -> (depth: Int, weight: Int) {
    let children: [ConfigNode]
    var weight = 16
    switch node.value {
    case .array(let elements): children = elements
    case .object(let members):
      children = members.map(\.value)
      for member in members { weight += member.key.utf8.count }
    case .string(let text): return (1, weight + text.utf8.count)
    case .null, .bool, .number, .unknown: return (1, weight)
    }
    var depth = 0
    for child in children {
      let measured = measure(child)
      depth = max(depth, measured.depth)
      weight += measured.weight
    }
    return (depth + 1, weight)
  }
}

/// Splits JavaScript, TypeScript or JSON into tokens and pairs its brackets. That is where a source
/// with a missing bracket or quote is found out, so that the readers can step over anything they do
/// not understand in one move.
struct JavaScriptLexer {
  let bytes: [UInt8]
  private(set) var at = 0
  private var line: Int
  /// The offset at which the current line's column 1 is; negative where the source begins in the
  /// middle of a line.
  private var lineStart: Int
  private var followsNewline = false
  private var tokens: [JavaScriptToken] = []
  /// The brackets and `${` not closed yet, as token indices.
  private var open: [Int] = []
  /// Where the first comment is: JSON has none.
  private(set) var firstComment: SourcePosition?

  /// - Parameter origin: The place of the first byte in its file.
  init(_ bytes: [UInt8], origin: SourcePosition = SourcePosition(line: 1, column: 1)) {
    self.bytes = bytes
    line = origin.line
    lineStart = 1 - origin.column
  }

  mutating func tokenize() throws(JavaScriptError) -> [JavaScriptToken] {
    if peek() == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF {
      // The byte order mark takes no column.
      at = 3
      lineStart += 3
    }
    if peek() == UInt8(ascii: "#"), peek(1) == UInt8(ascii: "!") { skipLine() }
    while true {
      try skipSpace()
      guard at < bytes.count else { break }
      try token()
      followsNewline = false
    }
    if let last = open.last { throw unclosed(tokens[last]) }
    append(.end, text: "", from: at, position)
    return tokens
  }

  // MARK: Bytes

  var position: SourcePosition { SourcePosition(line: line, column: at - lineStart + 1) }

  /// The byte at the cursor or after it; 0 past the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  /// Moves on by some bytes of one line.
  mutating func advance(_ count: Int = 1) { at = min(at + count, bytes.count) }

  /// Moves past the newline at the cursor.
  mutating func advanceLine() {
    at += 1
    line += 1
    lineStart = at
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
  }

  private mutating func skipSpace() throws(JavaScriptError) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\n"):
        advanceLine()
        followsNewline = true
      case UInt8(ascii: " "), 9, 11, 12, 13:
        at += 1
      case 0xC2 where peek(1) == 0xA0:
        at += 2
      case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF:
        at += 3
      case 0xE2 where peek(1) == 0x80 && (peek(2) == 0xA8 || peek(2) == 0xA9):
        at += 3
        followsNewline = true
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        firstComment = firstComment ?? position
        skipLine()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        firstComment = firstComment ?? position
        try skipBlockComment()
      default:
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(JavaScriptError) {
    let start = position
    at += 2
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        at += 2
        return
      }
      if bytes[at] == UInt8(ascii: "\n") {
        advanceLine()
        followsNewline = true
      } else {
        at += 1
      }
    }
    throw JavaScriptError(message: "a comment is not closed with '*/'", position: start)
  }

  // MARK: Tokens

  private mutating func append(
    _ kind: JavaScriptToken.Kind, text: String, from start: Int, _ startPosition: SourcePosition
  ) {
    tokens.append(
      JavaScriptToken(
        kind: kind, text: text, range: start..<at, start: startPosition, end: position,
        followsNewline: followsNewline))
  }

  private mutating func token() throws(JavaScriptError) {
    let (start, place, byte) = (at, position, bytes[at])
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = try stringLiteral()
      append(.string, text: text, from: start, place)
    case UInt8(ascii: "`"):
      advance()
      try templatePiece(.template, from: start, place)
    case UInt8(ascii: "}") where tokens[safe: open.last]?.kind.isTemplatePiece == true:
      if let opener = open.popLast() { tokens[opener].partner = tokens.count }
      advance()
      try templatePiece(.templateContinuation, from: start, place)
    case _ where byte.isDecimalDigit || (byte == UInt8(ascii: ".") && peek(1).isDecimalDigit):
      try skipNumber()
      append(.number, text: text(from: start), from: start, place)
    case _ where byte.startsJavaScriptName,
      UInt8(ascii: "#") where peek(1).startsJavaScriptName:
      advance()
      while peek().startsJavaScriptName || peek().isDecimalDigit { at += 1 }
      append(.name, text: text(from: start), from: start, place)
    case UInt8(ascii: "/") where tokens.last?.endsOperand != true:
      try skipRegularExpression()
      append(.regularExpression, text: text(from: start), from: start, place)
    default:
      try punctuator()
    }
  }

  func text(from start: Int) -> String { String(decoding: bytes[start..<at], as: UTF8.self) }

  private mutating func templatePiece(
    _ kind: JavaScriptToken.Kind, from start: Int, _ place: SourcePosition
  ) throws(JavaScriptError) {
    let (text, opensHole) = try templateText(startedAt: place)
    append(kind, text: text, from: start, place)
    if opensHole {
      open.append(tokens.count - 1)
      tokens[tokens.count - 1].opensHole = true
    }
  }

  /// Takes in everything that could belong to a number; its value is worked out by whoever needs it.
  private mutating func skipNumber() throws(JavaScriptError) {
    let isHex = peek() == UInt8(ascii: "0") && (peek(1) | 0x20) == UInt8(ascii: "x")
    while at < bytes.count {
      let byte = bytes[at]
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      let followsExponent = at > 0 && !isHex && (bytes[at - 1] | 0x20) == UInt8(ascii: "e")
      guard
        byte.isDecimalDigit || byte.startsJavaScriptName || byte == UInt8(ascii: ".")
          || (isSign && followsExponent)
      else { return }
      at += 1
    }
  }

  private mutating func skipRegularExpression() throws(JavaScriptError) {
    let start = position
    var inClass = false
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
      switch bytes[at] {
      case UInt8(ascii: "\\") where peek(1) != UInt8(ascii: "\n"): at += 1
      case UInt8(ascii: "["): inClass = true
      case UInt8(ascii: "]"): inClass = false
      case UInt8(ascii: "/") where !inClass:
        at += 1
        while peek().startsJavaScriptName { at += 1 }
        return
      default: break
      }
      advance()
    }
    throw JavaScriptError(message: "unexpected '/'", position: start)
  }

  // MARK: Punctuators and brackets

  /// The operators of more than one byte, longest first. `<` and `>` always stand alone: whether
  /// `>>` closes two lists of type arguments is the parser's to know.
  private static let operators: [[UInt8]] = [
    "...", "===", "!==", "**=", "&&=", "||=", "??=", "=>", "==", "!=", "&&", "||", "??", "?.",
    "**", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
  ].map { Array($0.utf8) }

  private mutating func punctuator() throws(JavaScriptError) {
    let (start, place, byte) = (at, position, peek())
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      open.append(tokens.count)
      advance()
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      try closeBracket(byte, at: place)
      advance()
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "@"):
      advance()
    case _ where "+-*/%&|^!?=.".utf8.contains(byte):
      advance(operatorLength)
    default:
      throw JavaScriptError(
        message: "unexpected '\(String(decoding: [byte], as: UTF8.self))'", position: place)
    }
    append(.punctuator, text: text(from: start), from: start, place)
  }

  private var operatorLength: Int {
    // `a?.5:1` is a condition, not a chain.
    if peek() == UInt8(ascii: "?"), peek(1) == UInt8(ascii: "."), peek(2).isDecimalDigit {
      return 1
    }
    return Self.operators.first { bytes in
      bytes.indices.allSatisfy { peek($0) == bytes[$0] }
    }?.count ?? 1
  }

  private mutating func closeBracket(
    _ byte: UInt8, at place: SourcePosition
  ) throws(JavaScriptError) {
    let closer = String(decoding: [byte], as: UTF8.self)
    guard let opener = open.popLast() else {
      throw JavaScriptError(message: "'\(closer)' closes nothing", position: place)
    }
    let expected = Self.closer(of: tokens[opener])
    guard expected == closer else {
      throw JavaScriptError(
        message: "expected '\(expected)', found '\(closer)'", position: place,
        note: ("opened here", tokens[opener].start))
    }
    tokens[opener].partner = tokens.count
  }

  private static func closer(of opener: JavaScriptToken) -> String {
    switch opener.text {
    case "(" where opener.kind == .punctuator: ")"
    case "[" where opener.kind == .punctuator: "]"
    default: "}"
    }
  }

  private func unclosed(_ opener: JavaScriptToken) -> JavaScriptError {
    let bracket = opener.kind == .punctuator ? opener.text : "${"
    return JavaScriptError(
      message: "'\(bracket)' is never closed", position: opener.start,
      hint: "add '\(Self.closer(of: opener))'")
  }
}

extension JavaScriptToken.Kind {
  fileprivate var isTemplatePiece: Bool { self == .template || self == .templateContinuation }
}

extension Array {
  fileprivate subscript(safe index: Int?) -> Element? {
    index.flatMap { indices.contains($0) ? self[$0] : nil }
  }
}

extension JavaScriptToken {
  /// Words after which an operand follows, so that a `/` begins a regular expression.
  private static let operators: Set<String> = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "instanceof", "else",
    "do", "await", "yield", "extends", "default",
  ]

  /// Whether an operator may follow this token, as after a value.
  var endsOperand: Bool {
    switch kind {
    case .name: !Self.operators.contains(text)
    case .number, .string, .regularExpression: true
    case .template, .templateContinuation: !opensHole
    case .punctuator: text == ")" || text == "]" || text == "}"
    case .end: false
    }
  }
}

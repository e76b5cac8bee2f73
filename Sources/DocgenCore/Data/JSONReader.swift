/// Reads JSON (RFC 8259), with positions.
package enum JSONReader {
  /// The value of a JSON text; nil with an error (`config/syntax`, `config/too-deep`) where it is
  /// none. Comments, trailing commas, single quotes and other JavaScript are errors. A byte order
  /// mark is allowed.
  package static func value(_ bytes: [UInt8], file: String) -> Diagnosed<ConfigNode?> {
    do throws(JavaScriptError) {
      var lexer = JavaScriptLexer(bytes)
      let tokens = try lexer.tokenize()
      if let comment = lexer.firstComment {
        throw JavaScriptError(message: "JSON has no comments", position: comment)
      }
      var parser = JSONParser(
        cursor: JavaScriptParser(tokens: tokens, bytes: bytes, file: file, year: nil))
      let value = try parser.value()
      guard parser.cursor.token.kind == .end else { throw parser.cursor.unexpected() }
      return Diagnosed(value, parser.cursor.diagnostics)
    } catch {
      return Diagnosed(nil, [error.diagnostic(in: file)])
    }
  }
}

/// JSON's grammar over the tokens that it shares with JavaScript.
private struct JSONParser {
  var cursor: JavaScriptParser
  private var depth = 0

  init(cursor: JavaScriptParser) { self.cursor = cursor }

  mutating func value() throws(JavaScriptError) -> ConfigNode {
    let first = cursor.index
    let token = cursor.token
    switch token.kind {
    case .string:
      return cursor.node(.string(try string()), from: first)
    case .number:
      return try number(from: first, sign: "")
    case .name where token.text == "true" || token.text == "false":
      cursor.advance()
      return cursor.node(.bool(token.text == "true"), from: first)
    case .name where token.text == "null":
      cursor.advance()
      return cursor.node(.null, from: first)
    case .punctuator where token.text == "-":
      cursor.advance()
      guard cursor.token.range.lowerBound == token.range.upperBound else {
        throw cursor.unexpected()
      }
      return try number(from: first, sign: "-")
    case .punctuator where token.text == "[":
      return try nested { parser throws(JavaScriptError) in try parser.array() }
    case .punctuator where token.text == "{":
      return try nested { parser throws(JavaScriptError) in try parser.object() }
    default:
      throw cursor.unexpected(expected: ["a value"])
    }
  }

  private mutating func nested(
    _ read: (inout Self) throws(JavaScriptError) -> ConfigNode
  ) throws(JavaScriptError) -> ConfigNode {
    depth += 1
    defer { depth -= 1 }
    try cursor.checkDepth(adding: depth)
    return try read(&self)
  }

  private mutating func array() throws(JavaScriptError) -> ConfigNode {
    let first = cursor.index
    cursor.advance()
    var elements: [ConfigNode] = []
    if !cursor.isAt("]") {
      repeat { elements.append(try value()) } while cursor.take(",")
    }
    try close("]")
    return cursor.node(.array(elements), from: first)
  }

  private mutating func object() throws(JavaScriptError) -> ConfigNode {
    let first = cursor.index
    cursor.advance()
    var object = ObjectMembers()
    if !cursor.isAt("}") {
      repeat {
        let member = try member()
        if let earlier = object.set(member, isSpread: false) {
          cursor.diagnostics.append(
            .repeatedKey(member.key, at: member.keySpan, first: earlier.keySpan))
        }
      } while cursor.take(",")
    }
    try close("}")
    return cursor.node(.object(object.members), from: first)
  }

  private mutating func close(_ bracket: String) throws(JavaScriptError) {
    guard !cursor.take(bracket) else { return }
    throw cursor.unexpected(expected: ["','", "'\(bracket)'"])
  }

  private mutating func member() throws(JavaScriptError) -> ConfigNode.Member {
    let place = cursor.index
    guard cursor.token.kind == .string else { throw cursor.unexpected(expected: ["a quoted key"]) }
    let key = try string()
    let keySpan = cursor.span(from: place)
    try cursor.expect(":")
    return ConfigNode.Member(key: key, keySpan: keySpan, value: try value())
  }

  private mutating func number(
    from first: Int, sign: String
  ) throws(JavaScriptError) -> ConfigNode {
    let source = cursor.token.text
    guard cursor.token.kind == .number, let value = JavaScriptNumber.jsonValue(of: source) else {
      throw cursor.unexpected(expected: ["a number"])
    }
    cursor.advance()
    return cursor.node(
      .number(sign.isEmpty ? value : -value, source: sign + source), from: first)
  }

  /// The string at the cursor, which JSON allows less than JavaScript does.
  private mutating func string() throws(JavaScriptError) -> String {
    let token = cursor.token
    let source = cursor.bytes[token.range]
    guard source.first == UInt8(ascii: "\"") else {
      throw JavaScriptError(
        message: "JSON has no single-quoted strings", position: token.start, hint: "write \"…\"")
    }
    var isEscape = false
    for byte in source {
      if isEscape, !Self.escapes.contains(byte) {
        throw JavaScriptError(message: "a string has an unknown escape", position: token.start)
      }
      if byte < 0x20 {
        throw JavaScriptError(
          message: "a string has a control character", position: token.start, hint: "write '\\t'")
      }
      isEscape = byte == UInt8(ascii: "\\") && !isEscape
    }
    cursor.advance()
    return token.text
  }

  private static let escapes = Set("\"\\/bfnrtu".utf8)
}

/// Types say nothing about the values of a configuration: they are stepped over.
extension JavaScriptParser {
  /// Moves behind the type at the cursor.
  mutating func skipType() throws(JavaScriptError) {
    guard skipOptionalType() else { throw unexpected(expected: ["a type"]) }
  }

  /// Moves behind a type if there is one. A type is operands between `|`, `&`, `=>`, `is`,
  /// `extends … ? … :`; this reads them in one loop, however they nest.
  mutating func skipOptionalType() -> Bool {
    let start = index
    var conditions = 0
    if isAt("|") || isAt("&") { advance() }
    while skipTypeOperand() {
      if isAt("|") || isAt("&") || (isAt(name: "is") && !token.followsNewline) {
        advance()
      } else if isAt("=>"), tokens[index - 1].text == ")" {
        // Only parameters make a function type: in `(): Config => x` the arrow is the function's.
        advance()
      } else if isAt(name: "extends") {
        conditions += 1
        advance()
      } else if conditions > 0, isAt("?") {
        advance()
      } else if conditions > 0, isAt(":") {
        conditions -= 1
        advance()
      } else {
        return true
      }
    }
    index = start
    return false
  }

  private static let typePrefixes: Set<String> = [
    "keyof", "typeof", "readonly", "unique", "infer", "asserts", "new", "abstract",
  ]

  private mutating func skipTypeOperand() -> Bool {
    while token.kind == .name, Self.typePrefixes.contains(token.text), beginsTypeOperand(peek()) {
      advance()
    }
    if isAt("-"), peek().kind == .number { advance() }
    guard beginsTypeOperand(token) else { return false }
    if isAt("<") {
      // A generic function's parameters: `<T>(x: T) => T`.
      guard skipTypeArguments(), isAt("(") else { return false }
    }
    let isName = token.kind == .name
    let isImport = isAt(name: "import")
    skipGroup()
    if isImport, isAt("(") { skipGroup() }
    while isName, isAt("."), peek().kind == .name {
      advance()
      advance()
    }
    if isAt("<"), !skipTypeArguments() { return false }
    while isAt("["), !token.followsNewline { skipGroup() }
    return true
  }

  private func beginsTypeOperand(_ token: JavaScriptToken) -> Bool {
    switch token.kind {
    case .name, .string, .number, .template: true
    case .punctuator: ["{", "[", "(", "<"].contains(token.text)
    case .templateContinuation, .regularExpression, .end: false
    }
  }

  /// How many tokens a list of type arguments may have: looking for one where `<` compares must not
  /// cost more the longer the file is.
  private static let typeArgumentLimit = 64

  /// Moves behind `<…>`; false, without moving, where the `<` at the cursor opens no such list.
  mutating func skipTypeArguments() -> Bool {
    let start = index
    var open = 0
    for _ in 0..<Self.typeArgumentLimit {
      if isAt("<") {
        open += 1
      } else if isAt(">") {
        open -= 1
        if open == 0 {
          advance()
          return true
        }
      } else if token.kind == .end || isAt(";") || isAt(")") || isAt("]") || isAt("}") {
        break
      }
      skipGroup()
    }
    index = start
    return false
  }
}

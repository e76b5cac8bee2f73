import DocgenCore

extension JSONValue {
  /// On one line as YAML, with quotes only where they are needed: how a value stands behind its
  /// key in a sample.
  package var yamlText: String {
    switch self {
    case .null, .bool, .integer, .number: return text
    case .string(let string): return Self.yamlText(string)
    case .array(let elements):
      return "[" + elements.map(\.yamlText).joined(separator: ", ") + "]"
    case .object(let members):
      let lines = members.map { "\(Self.yamlText($0.key)): \($0.value.yamlText)" }
      return lines.isEmpty ? "{}" : "{ " + lines.joined(separator: ", ") + " }"
    }
  }

  private static func yamlText(_ string: String) -> String {
    if isPlainYAML(string) { return string }
    // JSON leaves these control characters as they are; to YAML they are errors or line breaks.
    return JSONValue.string(string).text.unicodeScalars.reduce(into: "") { text, scalar in
      if (0x7F...0x9F).contains(scalar.value) {
        text += "\\u00" + String(scalar.value, radix: 16)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether text means itself in YAML without quotes, inside of brackets too.
  private static func isPlainYAML(_ text: String) -> Bool {
    func isWordLike(_ scalar: UnicodeScalar) -> Bool {
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "/"
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isWordLike(first), let last = scalars.last, last != " ",
      scalars.allSatisfy({ isWordLike($0) || " ._-".unicodeScalars.contains($0) })
    else { return false }
    return YAMLScalar.plainValue(text) == .string(text)
  }
}

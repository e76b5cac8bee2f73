import DocgenCore

extension ConfigNode {
  /// A value on one line, for tables: texts in double quotes, numbers as written, code in `‹…›`.
  var text: String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(_, let source): return source
    case .string(let text): return "\"\(text)\""
    case .unknown(let source): return "‹\(source)›"
    case .array(let elements):
      return "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { "\($0.key): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }
}

extension Diagnostic {
  /// `code line:column message`.
  var text: String {
    let place = span.map { "\($0.start.line):\($0.start.column)" } ?? "-"
    return "\(code) \(place) \(message)"
  }
}

/// A small generator whose runs can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

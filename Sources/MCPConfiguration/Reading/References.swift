/// A text with references to the environment's variables: `${NAME}`, `${env:NAME}`, and
/// `${NAME:-default}` for one that is unset or empty. `$${` is `${` itself.
struct References {
  enum Part: Equatable {
    case text(String)
    case variable(String, default: String?)
    /// Between braces, but none of the three forms.
    case unknown
  }

  let parts: [Part]

  init(in text: String) {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      literal += rest[..<start.lowerBound]
      let inner = rest[start.upperBound...]
      if literal.last == "$" {
        literal += "{"
        rest = inner
        continue
      }
      // Without an end it is no reference.
      guard let end = inner.firstIndex(of: "}") else {
        literal += "${"
        rest = inner
        break
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
      parts.append(Self.reference(inner[..<end]))
      rest = inner[inner.index(after: end)...]
    }
    literal += rest
    if !literal.isEmpty { parts.append(.text(literal)) }
    self.parts = parts
  }

  var hasVariables: Bool {
    parts.contains { if case .variable = $0 { true } else { false } }
  }

  private static func reference(_ text: Substring) -> Part {
    let text = text.hasPrefix("env:") ? text.dropFirst(4) : text
    let separator = text.firstRange(of: ":-")
    let name = text[..<(separator?.lowerBound ?? text.endIndex)]
    let fallback = separator.map { String(text[$0.upperBound...]) }
    return isName(name) ? .variable(String(name), default: fallback) : .unknown
  }

  /// Letters, digits and underscores, not a digit first.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F
    }
  }
}

import DocgenCore

/// What decoding knows of where it is, and what it has found so far.
package struct DecodingContext {
  /// The first part of codes: `config`, `front-matter`.
  package let area: String
  /// Whether text that reads like a number or a flag is one, and an empty value is no value.
  package let isLenient: Bool
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether values must not be shown.
  private(set) var isSecret: Bool
  private let root: String
  private var path: String

  /// - Parameters:
  ///   - root: what the outermost group of keys is called: "docgen.yml".
  ///   - path: the keys above it, where messages name them.
  init(root: String, area: String, isLenient: Bool, isSecret: Bool, path: String) {
    self.root = root
    self.area = area
    self.isLenient = isLenient
    self.isSecret = isSecret
    self.path = path
  }

  /// What is being decoded, in the author's words: `'navbar.items[2]'`.
  package var subject: String { path.isEmpty ? root : "'\(path)'" }

  /// Decodes a part of what is being decoded: a key's value.
  package mutating func inside<Result>(
    key: String, isSecret: Bool = false, _ decode: (inout DecodingContext) -> Result
  ) -> Result {
    inside(path.isEmpty ? key : ".\(key)", isSecret: isSecret, decode)
  }

  /// Decodes an element of the list that is being decoded.
  package mutating func inside<Result>(
    index: Int, _ decode: (inout DecodingContext) -> Result
  ) -> Result {
    inside("[\(index)]", isSecret: false, decode)
  }

  private mutating func inside<Result>(
    _ part: String, isSecret secret: Bool, _ decode: (inout DecodingContext) -> Result
  ) -> Result {
    let (outerPath, outerSecret) = (path, isSecret)
    path += part
    isSecret = isSecret || secret
    defer { (path, isSecret) = (outerPath, outerSecret) }
    return decode(&self)
  }

  /// - Parameter name: the second part of the code: `unknown-key`.
  package mutating func report(
    _ name: String, _ message: String, severity: Severity = .error, at span: SourceSpan,
    notes: [Diagnostic.Note] = [], hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(severity, "\(area)/\(name)", message, at: span, notes: notes, hint: hint))
  }

  /// Says that something else was expected. A secret's value is not shown, only its kind.
  package mutating func reportMismatch(
    expected: String, found node: ConfigNode, hint: String? = nil
  ) {
    switch node.value {
    case .null:
      if isLenient { return }
      report(
        "wrong-type", "\(subject) must be \(expected), but is empty", at: node.span,
        hint: hint ?? "leave the key out to keep the default")
    case .unknown:
      report(
        "not-static", "\(subject) is code, and its value is known only by running it",
        at: node.span, hint: "write the value itself")
    default:
      report(
        "wrong-type", "\(subject) must be \(expected), not \(shown(node))", at: node.span,
        hint: hint)
    }
  }

  /// "the text 'abc'", or only "text" for a secret or what is long.
  private func shown(_ node: ConfigNode) -> String {
    guard !isSecret, let text = node.scalarText, text.utf8.count <= 60, !text.contains("\n") else {
      return node.kindName
    }
    return switch node.value {
    case .string: text.isEmpty ? "an empty text" : "the text '\(text)'"
    default: text
    }
  }
}

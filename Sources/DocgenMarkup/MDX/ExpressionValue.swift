import DocgenCore

/// What an expression between braces is worth without being run.
enum ExpressionValue {
  case text(String)
  case flag(Bool)
  /// `null`, `undefined`, nothing at all.
  case null
  /// A list or an object.
  case node(ConfigNode)
  /// A path that `useBaseUrl`, `require` or an import made a URL of.
  case url(String)
  case unknown

  init(_ node: ConfigNode) {
    switch node.value {
    case .string(let text): self = .text(text)
    case .number(_, let source): self = .text(source)
    case .bool(let flag): self = .flag(flag)
    case .null: self = .null
    case .array, .object: self = .node(node)
    case .unknown: self = .unknown
    }
  }
}

extension DocumentRenderer {
  mutating func value(ofExpression range: Range<Int>) -> ExpressionValue {
    var range = range
    while let first = range.first, ASCII.isWhitespace(source.body[first]) { range.removeFirst() }
    while let last = range.last, ASCII.isWhitespace(source.body[last]) { range.removeLast() }
    if range.isEmpty { return .unknown }
    if let path = argument(of: "useBaseUrl(", in: range) ?? argument(of: "require(", in: range) {
      return .url(path)
    }
    if let value = valueOfName(range) { return value }
    let read = JavaScriptReader.expression(
      Array(source.body[range]), file: source.file, at: positions.position(of: range.lowerBound))
    guard let node = read.value, read.diagnostics.isEmpty else { return .unknown }
    return ExpressionValue(node)
  }

  /// The text in `call('…')`, whatever follows (`require('./x.png').default`).
  private func argument(of call: StaticString, in range: Range<Int>) -> String? {
    guard source.body.holds(call, at: range.lowerBound) else { return nil }
    let start = range.lowerBound + call.utf8CodeUnitCount
    guard start < range.upperBound,
      [ASCII.quote, ASCII.apostrophe, ASCII.backtick].contains(source.body[start]),
      let end = source.body.firstIndex(
        of: source.body[start], from: start + 1, to: range.upperBound)
    else { return nil }
    return sourceText(start + 1..<end)
  }

  /// `frontMatter.title`, an exported constant, an imported asset; nil where it is no plain name.
  private mutating func valueOfName(_ range: Range<Int>) -> ExpressionValue? {
    let isName = source.body[range].allSatisfy {
      ASCII.isAlphanumeric($0) || $0 == ASCII.period || $0 == ASCII.underscore || $0 == ASCII.dollar
    }
    guard isName, !ASCII.isDigit(source.body[range.lowerBound]) else { return nil }
    let parts = sourceText(range).split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    if first == "frontMatter" || first == "metadata" {
      var node = source.frontMatter
      for part in parts.dropFirst() { node = node?[part] }
      return node.map(ExpressionValue.init) ?? .unknown
    }
    if parts.count == 1, let asset = scanned.imports.first(where: { $0.name == first }) {
      return .url(asset.path)
    }
    guard let export = scanned.exports.last(where: { $0.name == first }), export.value != range
    else { return nil }
    let read = JavaScriptReader.expression(
      Array(source.body[export.value]), file: source.file,
      at: positions.position(of: export.value.lowerBound))
    var node = read.value
    for part in parts.dropFirst() { node = node?[part] }
    return node.map(ExpressionValue.init) ?? .unknown
  }

  /// What an attribute says.
  mutating func value(of attribute: MDXTag.Attribute) -> ExpressionValue {
    switch attribute.value {
    case .none: .flag(true)
    case .text(let range): .text(CharacterReferences.decoded(source.body[range]))
    case .expression(let range): value(ofExpression: range)
    }
  }

  /// The text of a tag's attribute, or nil where it has none or it is no text.
  mutating func attributeText(_ name: String, of tag: MDXTag) -> String? {
    guard let attribute = tag.attributes.last(where: { $0.name == name }) else { return nil }
    switch value(of: attribute) {
    case .text(let text), .url(let text): return text
    case .flag, .null, .node, .unknown: return nil
    }
  }

  /// Whether a tag's attribute is there and not false.
  mutating func attributeFlag(_ name: String, of tag: MDXTag) -> Bool {
    guard let attribute = tag.attributes.last(where: { $0.name == name }) else { return false }
    if case .flag(false) = value(of: attribute) { return false }
    return true
  }
}

import ConfigSchema
import DocgenCore
import DocgenMarkup

/// Decodes the examples in a page by the schemas that they are examples of.
struct ExampleCheck: Sendable {
  let registry: SchemaRegistry

  /// What code must have one of to be looked at, where the fence names no schema.
  var words: [[UInt8]] {
    registry.schemas.flatMap { $0.rootKeys.map { Array($0.name.utf8) } }
  }

  func check(_ examples: [CodeExample], file: String) -> [Diagnostic] {
    examples.flatMap { check($0, file: file) }
  }

  private func check(_ example: CodeExample, file: String) -> [Diagnostic] {
    let place = SourceSpan(
      file: file, start: example.lineStarts.first ?? SourcePosition(line: 1, column: 1))
    let named = example.schema.flatMap { registry[$0] }
    if let name = example.schema, named == nil {
      return [
        Diagnostic(
          .warning, "example/unknown-schema", "There is no schema '\(name)' to check this code by",
          at: place, hint: registry.hint(for: name))
      ]
    }
    let read = read(example, file: file)
    guard let schema = named ?? schema(of: read.value, example) else { return [] }
    guard let node = read.value else {
      return read.diagnostics.map { placed($0, in: example) }
    }
    var found = schema.check(node)
    if !found.isEmpty {
      let template = ExampleTemplate(node)
      found.removeAll(where: template.excuses)
    }
    return (read.diagnostics + found).filter { $0.severity != .note }.map {
      placed($0, in: example)
    }
  }

  // MARK: Reading

  private func read(_ example: CodeExample, file: String) -> Diagnosed<ConfigNode?> {
    let isJSON = example.language?.hasPrefix("json") ?? false
    var code = ExampleTemplate.withoutEllipses(example.code, isJSON: isJSON)
    if !isJSON { Self.dropLastFence(from: &code) }
    guard isJSON else { return YAMLReader.read(code, file: file) }
    let start = SourcePosition(line: 1, column: 1)
    // Comments and commas too many are allowed where such files are read.
    var read = JavaScriptReader.expression(code, file: file, at: start)
    for index in read.diagnostics.indices where read.diagnostics[index].code == "config/syntax" {
      // The reader names what it found, which may be a secret.
      read.diagnostics[index].message = "this is no JSON"
      read.diagnostics[index].hint = nil
    }
    return read
  }

  /// Front matter is shown with a line of `---` behind it, which would begin another document.
  private static func dropLastFence(from code: inout [UInt8]) {
    let end = code.lastIndex { !" \t\n".utf8.contains($0) }.map { $0 + 1 } ?? 0
    if code[..<end].suffix(4).elementsEqual("\n---".utf8) { code.removeSubrange((end - 3)...) }
  }

  /// The schema whose key stands at the root. Where the code can't be read, its text must have the
  /// key as nothing else does.
  private func schema(of node: ConfigNode?, _ example: CodeExample) -> ReferenceSchema? {
    registry.schemas.first { schema in
      schema.rootKeys.contains { key in
        guard let node else { return key.recognizes == nil && Self.starts(example.code, key.name) }
        guard let value = node[key.name] else { return false }
        return key.recognizes?(value) ?? true
      }
    }
  }

  /// Whether a line starts with a key, or the first thing in a line is the key in quotes.
  private static func starts(_ code: [UInt8], _ key: String) -> Bool {
    code.split(separator: UInt8(ascii: "\n")).contains { line in
      if line.starts(with: "\(key):".utf8) { return true }
      return line.drop { " \t{".utf8.contains($0) }.starts(with: "\"\(key)\"".utf8)
    }
  }

  // MARK: Placing

  /// The finding with its places in the page, as one about an example.
  private func placed(_ finding: Diagnostic, in example: CodeExample) -> Diagnostic {
    var placed = finding
    let name = finding.code.split(separator: "/").last ?? "unreadable"
    placed.code = "example/\(name)"
    // The page is as good as it was; who wants to fail for it says so under 'diagnostics'.
    if placed.severity == .error { placed.severity = .warning }
    placed.span = finding.span.map { self.placed($0, in: example) }
    for index in placed.notes.indices {
      placed.notes[index].span = placed.notes[index].span.map { self.placed($0, in: example) }
    }
    return placed
  }

  private func placed(_ span: SourceSpan, in example: CodeExample) -> SourceSpan {
    SourceSpan(
      file: span.file, start: placed(span.start, in: example),
      end: span.end.map { placed($0, in: example) })
  }

  private func placed(_ position: SourcePosition, in example: CodeExample) -> SourcePosition {
    // A reader may name the line behind the last one.
    let index = min(max(position.line - 1, 0), example.lineStarts.count - 1)
    guard example.lineStarts.indices.contains(index) else { return position }
    let start = example.lineStarts[index]
    return SourcePosition(line: start.line, column: start.column + position.column - 1)
  }
}

extension Schema {
  /// All keys as a Markdown table, those of groups behind their group's: `navbar.items[].label`.
  /// A column that says where keys apply is there when one of them says so.
  package var referenceTable: String {
    var rows = ReferenceRows()
    rows.add(shape, below: "", inside: [])
    let showsPlaces = rows.fields.contains { !$0.description.appliesTo.isEmpty }
    var header = ["Key", "Type", "Default"]
    if showsPlaces { header.append("Applies to") }
    header.append("Meaning")
    var lines = [line(header), line(header.map { _ in "---" })]
    for (path, field) in rows.fields {
      var cells = ["`\(path)`", field.shape.typeName, field.defaultCell]
      if showsPlaces {
        cells.append(field.appliesTo.isEmpty ? "all" : field.appliesTo.joined(separator: ", "))
      }
      cells.append(field.meaning)
      lines.append(line(cells))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String]) -> String {
    let escaped = cells.map { cell in
      cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        .split(separator: "\n").joined(separator: " ")
    }
    return "| " + escaped.joined(separator: " | ") + " |"
  }
}

private struct ReferenceRows {
  var fields: [(path: String, description: FieldDescription)] = []

  /// - Parameter names: the named shapes around this one; what holds itself is shown once.
  mutating func add(_ object: ObjectShape, below path: String, inside names: Set<String>) {
    for field in object.fields {
      let fieldPath = path.isEmpty ? field.key : "\(path).\(field.key)"
      fields.append((fieldPath, field))
      addKeys(of: field.shape, below: fieldPath, inside: names)
    }
  }

  private mutating func addKeys(
    of shape: ValueShape, below path: String, inside names: Set<String>
  ) {
    switch shape {
    case .object(let object):
      add(object, below: path, inside: names)
    case .list(let element):
      addKeys(of: element, below: "\(path)[]", inside: names)
    case .map(let keys, let value):
      addKeys(of: value, below: "\(path).<\(keys)>", inside: names)
    case .oneOf(let shapes):
      for shape in shapes { addKeys(of: shape, below: path, inside: names) }
    case .named(let name, let shape) where !names.contains(name):
      addKeys(of: shape(), below: path, inside: names.union([name]))
    case .named, .text, .flag, .integer, .number, .choice, .constant, .anything:
      break
    }
  }
}

extension FieldDescription {
  fileprivate var defaultCell: String {
    if isRequired { return "required" }
    guard let defaultValue, defaultValue != .null, defaultValue != .object([]) else { return "" }
    return "`\(defaultValue.text)`"
  }

  fileprivate var meaning: String {
    var parts = [doc]
    if let unit { parts.append("In \(unit).") }
    if let example { parts.append("Example: `\(example.text)`.") }
    if let since { parts.append("Since \(since).") }
    if let deprecation {
      let advice = deprecation.replacement.map { "; use `\($0)`" } ?? ""
      parts.append("**Deprecated** since \(deprecation.since)\(advice).")
    }
    return parts.joined(separator: " ")
  }
}

extension ValueShape {
  /// The type as references show it, in Markdown.
  package var typeName: String {
    switch self {
    case .flag: "`true` or `false`"
    case .choice(let names): Self.alternatives(names.map { "`\($0)`" })
    case .constant(let value): "`\(value.text)`"
    case .list(let element): "list: \(element.typeName)"
    case .map(let keys, let value): "\(value.typeName) for each \(keys)"
    case .oneOf(let shapes): Self.alternatives(shapes.map(\.typeName))
    case .object: "keys"
    case .named(_, let shape): shape().shortTypeName
    case .text, .integer, .number, .anything: expectation
    }
  }

  /// Without what is inside: a shape that holds itself has no end.
  private var shortTypeName: String {
    switch self {
    case .list: "list"
    case .oneOf(let shapes): Self.alternatives(shapes.map(\.shortTypeName))
    case .map, .object: "keys"
    case .named(let name, _): name
    default: typeName
    }
  }
}

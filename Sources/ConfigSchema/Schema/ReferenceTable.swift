extension ObjectShape {
  /// All keys as a Markdown table, those of groups behind their group's: `navbar.items[].label`.
  /// A column that says where keys apply is there when one of them says so; empty is everywhere.
  package var referenceTable: String {
    let keys = keys
    let showsPlaces = keys.contains { !$0.field.appliesTo.isEmpty }
    var header = ["Key", "Type", "Default"]
    if showsPlaces { header.append("Applies to") }
    header.append("Meaning")
    var lines = [line(header), line(header.map { _ in "---" })]
    for key in keys {
      var cells = ["`\(key.path)`", key.field.shape.typeName, key.field.defaultCell]
      if showsPlaces {
        cells.append(key.field.appliesTo.joined(separator: ", "))
      }
      cells.append(key.field.meaning)
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

extension FieldDescription {
  /// What the value is where the key is left out; nil where that is nothing to show.
  package var shownDefault: JSONValue? {
    isRequired || defaultValue == .null || defaultValue == .object([]) ? nil : defaultValue
  }

  fileprivate var defaultCell: String {
    if isRequired { return "required" }
    return shownDefault.map { "`\($0.yamlText)`" } ?? ""
  }

  fileprivate var meaning: String {
    var parts = [doc]
    if let unit { parts.append("In \(unit).") }
    if let example { parts.append("Example: `\(example.yamlText)`.") }
    if let history { parts.append(history) }
    return parts.joined(separator: " ")
  }

  /// Since when there is the key, and since when it should not be used; Markdown.
  var history: String? {
    var parts: [String] = []
    if let since { parts.append("Since \(since).") }
    if let deprecation {
      let advice = deprecation.replacement.map { "; use `\($0)`" } ?? ""
      parts.append("**Deprecated** since \(deprecation.since)\(advice).")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension ValueShape {
  /// The type as references show it, in Markdown.
  package var typeName: String {
    switch self {
    case .flag: "`true` or `false`"
    case .choice(let names): Self.alternatives(names.map { "`\($0)`" })
    case .constant(let value): "`\(value.yamlText)`"
    case .list(let element): "list: \(element.typeName)"
    case .map(let keys, .text): "text for each \(keys)"
    case .oneOf(let shapes): Self.alternatives(Self.withoutNull(shapes).map(\.typeName))
    case .map, .object: "keys"
    case .named(_, let shape): shape().shortTypeName
    case .text, .integer, .number, .anything: expectation
    }
  }

  /// Without what is inside: a shape that holds itself has no end.
  private var shortTypeName: String {
    switch self {
    case .list: "list"
    case .oneOf(let shapes): Self.alternatives(Self.withoutNull(shapes).map(\.shortTypeName))
    case .map, .object: "keys"
    case .named(let name, _): name
    default: typeName
    }
  }
}

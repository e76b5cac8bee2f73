import DocgenCore

extension Schema {
  /// A YAML file with every key at its default, each below what the reference says of it. Keys
  /// without a default are commented out. Decoding it changes nothing.
  package var sampleFile: String {
    var sample = SampleWriter()
    if !doc.isEmpty {
      sample.comment(doc, indent: "")
      sample.lines.append("")
    }
    sample.write(shape, indent: "", isCommentedOut: false)
    return sample.lines.joined(separator: "\n") + "\n"
  }
}

private struct SampleWriter {
  private static let width = 100
  var lines: [String] = []

  mutating func write(_ object: ObjectShape, indent: String, isCommentedOut: Bool) {
    for (index, field) in object.fields.enumerated() where field.deprecation == nil {
      if index > 0, indent.isEmpty { lines.append("") }
      comment(remarks(on: field), indent: indent)
      if let example = field.example, shownDefault(of: field) != nil {
        lines.append("\(indent)# Example: \(example.yamlText)")
      }
      write(field, indent: indent, isCommentedOut: isCommentedOut)
    }
  }

  private mutating func write(
    _ field: FieldDescription, indent: String, isCommentedOut: Bool
  ) {
    let isLeftOut =
      isCommentedOut || field.defaultValue == nil || field.defaultValue == .null
      || field.isRequired
    // A comment has its `#` in front, so that taking it away leaves the key where it belongs.
    let mark = isLeftOut ? "# " : ""
    let key = JSONValue.string(field.key).yamlText
    if let object = field.shape.object, field.defaultValue != nil {
      lines.append("\(indent)\(mark)\(key):")
      write(object, indent: indent + "  ", isCommentedOut: isLeftOut)
      return
    }
    let value = shownDefault(of: field) ?? field.example
    lines.append("\(indent)\(mark)\(key):" + (value.map { " \($0.yamlText)" } ?? ""))
  }

  private func shownDefault(of field: FieldDescription) -> JSONValue? {
    field.defaultValue == .null || field.isRequired ? nil : field.defaultValue
  }

  private func remarks(on field: FieldDescription) -> String {
    var remarks = [field.doc]
    if let limits = limits(of: field.shape) { remarks.append("Takes \(limits).") }
    if let unit = field.unit { remarks.append("In \(unit).") }
    if !field.appliesTo.isEmpty {
      remarks.append("For \(field.appliesTo.joined(separator: ", ")).")
    }
    if let history = field.history { remarks.append(history) }
    return remarks.joined(separator: " ")
  }

  /// What the value below doesn't show by itself.
  private func limits(of shape: ValueShape) -> String? {
    switch shape {
    case .integer, .number, .choice: shape.expectation
    case .oneOf(let shapes): shapes.lazy.compactMap { limits(of: $0) }.first
    default: nil
    }
  }

  /// Words on lines that begin with `#` and are at most `width` wide.
  mutating func comment(_ text: String, indent: String) {
    var line = "\(indent)#"
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if line.count + 1 + word.count > Self.width, line.count > indent.count + 1 {
        lines.append(line)
        line = "\(indent)#"
      }
      line += " \(word)"
    }
    lines.append(line)
  }
}

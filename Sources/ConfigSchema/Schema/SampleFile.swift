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
    let key = JSONValue.yamlKey(field.key)
    if let object = field.shape.object, field.defaultValue != nil {
      lines.append("\(indent)\(mark)\(key):")
      write(object, indent: indent + "  ", isCommentedOut: isLeftOut)
      return
    }
    let value = isLeftOut ? field.example : field.defaultValue
    lines.append("\(indent)\(mark)\(key):" + (value.map { " \($0.text)" } ?? ""))
  }

  private func remarks(on field: FieldDescription) -> String {
    var remarks = [field.doc]
    remarks.append("Takes \(field.shape.expectation).")
    if let unit = field.unit { remarks.append("In \(unit).") }
    if !field.appliesTo.isEmpty {
      remarks.append("For \(field.appliesTo.joined(separator: ", ")).")
    }
    if let example = field.example { remarks.append("Example: \(example.text)") }
    return remarks.joined(separator: " ")
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

extension JSONValue {
  /// A key as it stands in YAML: quoted where a bare one would mean something else.
  fileprivate static func yamlKey(_ key: String) -> String {
    let isBare =
      key.utf8.first.map { $0 | 0x20 > 0x60 && $0 | 0x20 < 0x7B } == true
      && key.utf8.allSatisfy {
        ($0 | 0x20 > 0x60 && $0 | 0x20 < 0x7B) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
          || $0 == 0x2D
      }
    if isBare, case .string = YAMLScalar.plainValue(key) { return key }
    return JSONValue.string(key).text
  }
}

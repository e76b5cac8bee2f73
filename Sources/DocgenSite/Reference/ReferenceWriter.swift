import ConfigSchema

/// A reference's Markdown: a heading with an anchor for each key, what is known of it, and what it
/// means.
struct ReferenceWriter {
  let schema: String
  /// Every key of the schema, also where only some are shown.
  let all: [ReferenceKey]
  let strings: UIStrings
  let translations: [ReferenceTranslation]

  /// - Parameter level: of the outermost keys' headings. Those of groups' keys are one lower.
  func markdown(of keys: [ReferenceKey], level: Int) -> String {
    let outermost = keys.map(\.depth).min() ?? 0
    let types = ReferenceTypes(
      schema: schema, strings: strings, shown: keys.map(\.path), keys: all)
    let entries = keys.map { key in
      entry(key, level: min(6, level + key.depth - outermost), types)
    }
    return "<div className=\"config-reference\">\n\n\(entries.joined())</div>\n"
  }

  /// The anchor of a key: `mcp.tools.include`. It is the same in every locale.
  static func anchor(of path: String, schema: String) -> String {
    let parts = path.split(separator: ".").filter { !$0.hasPrefix("<") }
      .map { $0.hasSuffix("[]") ? $0.dropLast(2) : $0 }
    return ([schema[...]] + parts).joined(separator: ".")
  }

  private func entry(_ key: ReferenceKey, level: Int, _ types: ReferenceTypes) -> String {
    let anchor = Self.anchor(of: key.path, schema: schema)
    let heading = String(repeating: "#", count: level)
    let facts = facts(of: key.field, types.name(of: key.field.shape, at: key.path))
    let translation = translations.last { $0.schema == schema && $0.path == key.path }
    return """
      \(heading) \(Self.code(key.path)) {#\(anchor)}

      \(facts.map { "- \($0)\n" }.joined())
      \(translation?.text ?? key.field.doc)


      """
  }

  private func facts(of field: FieldDescription, _ type: String) -> [String] {
    var facts = [strings.text(.referenceType, ["type": type])]
    if field.isRequired { facts.append("**\(strings[.referenceRequired])**") }
    if let value = field.shownDefault {
      facts.append(strings.text(.referenceDefault, ["value": Self.code(value.yamlText)]))
    }
    if let unit = field.unit { facts.append(strings.text(.referenceUnit, ["unit": unit])) }
    if !field.appliesTo.isEmpty {
      facts.append(
        strings.text(.referenceAppliesTo, ["places": field.appliesTo.joined(separator: ", ")]))
    }
    if field.isSecret { facts.append(strings[.referenceSecret]) }
    if let example = field.example {
      facts.append(strings.text(.referenceExample, ["value": Self.code(example.yamlText)]))
    }
    if let since = field.since { facts.append(strings.text(.referenceSince, ["version": since])) }
    if let deprecation = field.deprecation {
      facts.append(
        "**\(strings.text(.referenceDeprecated, ["version": deprecation.since]))**")
      if let key = deprecation.replacement {
        facts.append(strings.text(.referenceReplacement, ["key": Self.code(key)]))
      }
    }
    return facts
  }

  /// A code span, whatever stands in it.
  static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "`\(text)`" : "\(marks) \(text) \(marks)"
  }
}

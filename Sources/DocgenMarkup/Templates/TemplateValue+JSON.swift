extension TemplateValue {
  /// The value as JSON, members sorted by name: what a template shows of a list or an object that
  /// it asks for as text, which is good for a script's data and makes a mistake visible.
  package var json: String {
    var output = ""
    appendJSON(to: &output, depth: 0)
    return output
  }

  /// Deeper values are shown as `null`; no author's data gets there.
  private static let deepest = 200

  private func appendJSON(to output: inout String, depth: Int) {
    guard depth < Self.deepest else {
      output += "null"
      return
    }
    switch self {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .number(let number): output += number
    case .text(let text): Self.appendString(text, to: &output)
    case .html(let bytes): Self.appendString(String(decoding: bytes, as: UTF8.self), to: &output)
    case .list(let elements), .record(let elements):
      output += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { output += "," }
        element.appendJSON(to: &output, depth: depth + 1)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, name) in members.keys.sorted().enumerated() {
        if index > 0 { output += "," }
        Self.appendString(name, to: &output)
        output += ":"
        members[name]?.appendJSON(to: &output, depth: depth + 1)
      }
      output += "}"
    }
  }

  private static func appendString(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      // `</script>` must not end the script that the data stands in.
      case "<": output += "\\u003C"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

/// The findings as workflow commands of GitHub Actions, one a line:
/// `::error file=docs/a.md,line=3,col=7,title=link/unknown-page::no page 'instal'`.
///
/// Percent signs and line ends are escaped in messages; colons and commas as well in properties.
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
enum GitHubAnnotations {
  static func report(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var bytes: [UInt8] = []
    for diagnostic in diagnostics { bytes += line(diagnostic).utf8 }
    return bytes
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note, .ignored: "notice"
      }
    var properties: [(String, String)] = []
    if let span = diagnostic.span {
      properties = [
        ("file", span.file), ("line", String(span.start.line)), ("col", String(span.start.column)),
      ]
      if let end = span.end {
        properties.append(("endLine", String(end.line)))
        // GitHub takes the end's column only on the same line, and as the last one marked.
        if end.line == span.start.line, end.column > span.start.column {
          properties.append(("endColumn", String(end.column - 1)))
        }
      }
    }
    properties.append(("title", diagnostic.code))
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(command) \(list)::\(escaped(message(diagnostic), isProperty: false))\n"
  }

  private static func message(_ diagnostic: Diagnostic) -> String {
    var lines = [diagnostic.message]
    for note in diagnostic.notes {
      lines.append("note: \(note.message)" + (note.span.map { " (\($0.place))" } ?? ""))
    }
    if let hint = diagnostic.hint { lines.append("hint: \(hint)") }
    return lines.joined(separator: "\n")
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SourceSpan {
  /// `docs/a.md:3:7`.
  package var place: String { "\(file):\(start.line):\(start.column)" }
}

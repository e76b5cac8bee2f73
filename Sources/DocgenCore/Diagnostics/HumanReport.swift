/// The findings for a person at a terminal:
///
///     docs/a.md:3:7: error: no page 'instal' [link/unknown-page]
///         3 | See [it](./instal.md) first.
///           |          ^~~~~~~~~~~
///           note: docs/b.md:1:1: this page has a similar name
///           hint: did you mean 'install'?
///
/// A blank line stands between files. Of each kind of finding only the first are shown, for a
/// renamed folder breaks a thousand links; the summary counts all.
struct HumanReport {
  var colors: Bool
  /// How many findings of one severity and code are shown.
  var limit = usualLimit
  /// The terminal columns that a source line may fill.
  var width = 100
  /// Whether the number of findings of each code stands at the end.
  var countsCodes = false

  static let usualLimit = 20

  func report(
    _ diagnostics: [Diagnostic], _ counts: DiagnosticCounts, _ columns: ShownColumns,
    source: (String) -> [UInt8]?
  ) -> [UInt8] {
    if diagnostics.isEmpty, counts.codes.isEmpty { return [] }
    let (shown, hidden) = limited(diagnostics)
    var text = ""
    var file: String?
    var excerpts: SourceText?
    for (index, diagnostic) in shown.enumerated() {
      if index == 0 || diagnostic.span?.file != file {
        if index > 0 { text += "\n" }
        file = diagnostic.span?.file
        excerpts = file.flatMap(source).map { SourceText($0) }
      }
      add(diagnostic, excerpts, columns, to: &text)
    }
    text += "\n"
    for (kind, count) in hidden {
      text += "… and \(count) more \(kind.severity.rawValue)s like these: \(kind.code) "
      text += "(the form json shows all)\n"
    }
    let total = counts.codes.reduce(0) { $0 + $1.count }
    if total > diagnostics.count {
      text += "… and \(total - diagnostics.count) more that are not shown\n"
    }
    if countsCodes { text += table(of: counts) }
    let style: Style = counts.errors > 0 ? .error : counts.warnings > 0 ? .warning : .bold
    text += styled(counts.summary, style) + "\n"
    return Array(text.utf8)
  }

  /// A row for each code: how many findings it has.
  private func table(of counts: DiagnosticCounts) -> String {
    let width = counts.codes.map { String($0.count).utf8.count }.max() ?? 0
    return counts.codes.map { row in
      let number = String(row.count)
      let padding = String(repeating: " ", count: width - number.utf8.count)
      let severity = styled(row.severity.rawValue, Style(row.severity))
      return "\(padding)\(number)  \(row.code) (\(severity))\n"
    }.joined()
  }

  private struct Kind: Hashable {
    var severity: Severity
    var code: String
  }

  /// The findings to show, and how many more there are of which kind, in order of appearance.
  private func limited(
    _ diagnostics: [Diagnostic]
  ) -> (shown: [Diagnostic], hidden: [(Kind, Int)]) {
    let total = Dictionary(grouping: diagnostics) { Kind(severity: $0.severity, code: $0.code) }
      .mapValues(\.count)
    var seen: [Kind: Int] = [:]
    var hidden: [(Kind, Int)] = []
    let shown = diagnostics.filter { diagnostic in
      let kind = Kind(severity: diagnostic.severity, code: diagnostic.code)
      let number = seen[kind, default: 0] + 1
      let all = total[kind, default: 0]
      seen[kind] = number
      // A line that says "and 2 more" instead of them helps nobody.
      if number <= limit || all <= limit + limit / 4 { return true }
      if number == all { hidden.append((kind, all - limit)) }
      return false
    }
    return (shown, hidden)
  }

  private func add(
    _ diagnostic: Diagnostic, _ source: SourceText?, _ columns: ShownColumns,
    to text: inout String
  ) {
    if let span = diagnostic.span {
      text += styled(columns.shown(span).place.printable + ":", .bold) + " "
    }
    text += styled(diagnostic.severity.rawValue + ":", Style(diagnostic.severity))
    text += " \(styled(diagnostic.message.printable, .bold)) "
    text += styled("[\(diagnostic.code)]", .faint) + "\n"
    var indent = "  "
    if let span = diagnostic.span, let source,
      let excerpt = SourceExcerpt(source, span, width: width - 8)
    {
      let number = String(span.start.line)
      let padding = String(repeating: " ", count: max(0, 5 - number.utf8.count))
      let gutter = String(repeating: " ", count: max(5, number.utf8.count))
      text += styled("\(padding)\(number) | ", .faint) + excerpt.line + "\n"
      text += styled("\(gutter) | ", .faint)
      text += styled(excerpt.marker, Style(diagnostic.severity), after: excerpt.indent) + "\n"
      indent = gutter + " "
    }
    for note in diagnostic.notes {
      let place = note.span.map { columns.shown($0).place.printable + ": " } ?? ""
      text += "\(indent)\(styled("note:", .note)) \(place)\(note.message.printable)\n"
    }
    if let hint = diagnostic.hint {
      text += "\(indent)\(styled("hint:", .hint)) \(hint.printable)\n"
    }
  }

  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case hint = "1;32"
    case bold = "1"
    case faint = "2"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note, .ignored: self = .note
      }
    }
  }

  private func styled(_ text: String, _ style: Style, after indent: String = "") -> String {
    colors ? "\(indent)\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : indent + text
  }
}

extension String {
  /// The text with what would move the cursor, change colours or turn the reading direction made
  /// visible or harmless: it may come out of anybody's file.
  package var printable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return self }
    return unicodeScalars.reduce(into: "") { $0 += TerminalCell.shown($1) }
  }
}

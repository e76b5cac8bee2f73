import DocgenCore
import DocgenMarkup

/// A page and its translation with all that the rules compare: one value a pair, made by one worker.
struct ComparedPages {
  /// One side.
  struct Side {
    let number: Int
    let page: Page
    let block: FrontMatterBlock
    let structure: DocumentStructure
    /// The line that its text begins at.
    var firstLine: Int { block.bodyLine }
  }

  let source: Side
  let translation: Side

  func span(_ line: Int, column: Int = 1) -> SourceSpan {
    SourceSpan(
      file: translation.page.sourceFile, start: SourcePosition(line: line, column: column))
  }

  func sourceSpan(_ line: Int, column: Int = 1) -> SourceSpan {
    SourceSpan(file: source.page.sourceFile, start: SourcePosition(line: line, column: column))
  }

  /// A finding about the translation.
  func finding(
    _ severity: Severity, _ code: String, _ message: String, at span: SourceSpan,
    notes: [Diagnostic.Note], hint: String
  ) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: span, notes: notes, hint: hint, locale: translation.page.locale)
  }

  /// One finding for all parts of a kind that differ, at the first of them, with the places of the
  /// first few in both files; nil where none differ.
  ///
  /// - Parameters:
  ///   - subject: "The headings".
  ///   - hint: what to do about it.
  func finding(
    _ difference: PartsDifference, _ code: String, _ subject: String, hint: String,
    severity: Severity = .warning
  ) -> Diagnostic? {
    if difference.isEmpty { return nil }
    let placesOfMissing = difference.placesOfMissing
    let missing = difference.missing.map { index in
      let part = difference.source[index]
      let place = placesOfMissing[index] ?? translation.firstLine
      return (
        at: span(place), order: (place, 0, part.line),
        note: Diagnostic.Note(
          "\(part.shown) is missing behind line \(place)",
          span: sourceSpan(part.line, column: part.column))
      )
    }
    let placesOfAdded = difference.placesOfAdded
    let added = difference.added.map { index in
      let part = difference.translation[index]
      let place = placesOfAdded[index] ?? source.firstLine
      return (
        at: span(part.line, column: part.column), order: (part.line, 1, place),
        note: Diagnostic.Note(
          "\(part.shown) in line \(part.line) is not there in the source page",
          span: sourceSpan(place))
      )
    }
    let differing = (missing + added).sorted { $0.order < $1.order }
    guard let first = differing.first else { return nil }
    let counts = [(missing.count, "missing"), (added.count, "added")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return finding(
      severity, code, "\(subject) differ from the source page's: \(counts)", at: first.at,
      notes: differing.prefix(Self.mostNotes).map(\.note), hint: hint)
  }

  private static let mostNotes = 4
}

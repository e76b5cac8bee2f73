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
    let text: SourceText

    /// The line that its text begins at.
    var firstLine: Int {
      (block.bodyLine...max(block.bodyLine, text.lineCount)).first { !isBlank($0) }
        ?? block.bodyLine
    }

    private func isBlank(_ line: Int) -> Bool {
      text.range(ofLine: line).map { text.bytes[$0].allSatisfy(ASCII.isWhitespace) } ?? true
    }

    /// Where a part is written: only the line that its block begins at is known of some.
    func position(of part: PagePart) -> SourcePosition {
      let written = Array((part.written ?? "").utf8)
      var line = part.line
      while !written.isEmpty, !isBlank(line), let range = text.range(ofLine: line) {
        if let found = text.bytes[range].firstRange(of: written) {
          return SourcePosition(line: line, column: found.lowerBound - range.lowerBound + 1)
        }
        line += 1
      }
      return SourcePosition(line: part.line, column: part.column)
    }
  }

  let source: Side
  let translation: Side
  /// Compared first: by what of these both have, the places of other parts are found.
  let headings: PartsDifference
  let fences: PartsDifference

  init(source: Side, translation: Side) {
    self.source = source
    self.translation = translation
    headings = HeadingComparison.difference(source, translation)
    fences = FenceComparison.difference(source, translation)
  }

  func span(_ line: Int, column: Int = 1) -> SourceSpan {
    SourceSpan(
      file: translation.page.sourceFile, start: SourcePosition(line: line, column: column))
  }

  func sourceSpan(_ line: Int, column: Int = 1) -> SourceSpan {
    SourceSpan(file: source.page.sourceFile, start: SourcePosition(line: line, column: column))
  }

  private func sourceSpan(_ position: SourcePosition) -> SourceSpan {
    sourceSpan(position.line, column: position.column)
  }

  /// The lines of parts that both pages have, in the source page's order.
  private typealias Landmark = (source: Lines, translation: Lines)
  private typealias Lines = (first: Int, last: Int)

  private func landmarks(_ difference: PartsDifference) -> [Landmark] {
    func lines(_ part: PagePart) -> Lines { (part.line, part.lastLine ?? part.line) }
    return difference.matched.map {
      (lines(difference.source[$0.source]), lines(difference.translation[$0.translation]))
    }
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
  /// first few in both files; nil where none differ. What is missing would stand behind the last
  /// thing before it that both pages have.
  ///
  /// - Parameters:
  ///   - subject: "The headings".
  ///   - hint: what to do about it.
  func finding(
    _ difference: PartsDifference, _ code: String, _ subject: String, hint: String,
    severity: Severity = .warning
  ) -> Diagnostic? {
    if difference.isEmpty { return nil }
    let known = [headings, fences, difference].flatMap(landmarks)
      .sorted { $0.source.first < $1.source.first }
    let changed = difference.changed.map { index in
      let original = difference.source[index.source]
      let part = difference.translation[index.translation]
      let place = translation.position(of: part)
      return (
        at: place,
        note: Diagnostic.Note(
          "\(part.shown) in line \(place.line) is \(original.shown) in the source page",
          span: sourceSpan(source.position(of: original)))
      )
    }
    let missing = difference.onlyMissing.map { index in
      let part = difference.source[index]
      let place = source.position(of: part)
      let before = known.last { $0.source.first < place.line }.map {
        // Code that is missing stands in the block, not behind it.
        $0.source.last < place.line ? $0.translation.last : $0.translation.first
      }
      let line = before ?? translation.firstLine
      return (
        at: SourcePosition(line: line, column: 1),
        note: Diagnostic.Note(
          "\(part.shown) is missing \(before == nil ? "at the beginning" : "behind line \(line)")",
          span: sourceSpan(place))
      )
    }
    let added = difference.onlyAdded.map { index in
      let part = difference.translation[index]
      let place = translation.position(of: part)
      let before = known.filter { $0.translation.first < place.line }
        .max { $0.translation.first < $1.translation.first }
        .map { $0.translation.last < place.line ? $0.source.last : $0.source.first }
      return (
        at: place,
        note: Diagnostic.Note(
          "\(part.shown) in line \(place.line) is not there in the source page",
          span: sourceSpan(SourcePosition(line: before ?? source.firstLine, column: 1)))
      )
    }
    let differing = (changed + missing + added).sorted { $0.at < $1.at }
    guard let first = differing.first else { return nil }
    let counts = [(changed.count, "changed"), (missing.count, "missing"), (added.count, "added")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return finding(
      severity, code, "\(subject) differ from the source page's: \(counts)",
      at: span(first.at.line, column: first.at.column),
      notes: differing.prefix(Self.mostNotes).map(\.note), hint: hint)
  }

  private static let mostNotes = 4
}

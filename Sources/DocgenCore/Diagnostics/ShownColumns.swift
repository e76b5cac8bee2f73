/// Columns as people and their editors count them: docgen's own count bytes, those in all reports
/// code points. They are counted from the source; where that can't be had, they stay.
package struct ShownColumns {
  /// By file.
  private let sources: [String: SourceText]

  package init(_ diagnostics: [Diagnostic], source: (String) -> [UInt8]?) {
    var sources: [String: SourceText] = [:]
    for span in diagnostics.flatMap({ [$0.span] + $0.notes.map(\.span) }).compactMap({ $0 })
    where sources[span.file] == nil {
      sources[span.file] = source(span.file).map { SourceText($0) }
    }
    self.sources = sources
  }

  /// The diagnostics with columns in code points.
  package func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.span = diagnostic.span.map(shown)
      for index in diagnostic.notes.indices {
        diagnostic.notes[index].span = diagnostic.notes[index].span.map(shown)
      }
      return diagnostic
    }
  }

  package func shown(_ span: SourceSpan) -> SourceSpan {
    var span = span
    span.start.column = column(of: span.start, in: span.file) ?? span.start.column
    span.end = span.end.map {
      SourcePosition(line: $0.line, column: column(of: $0, in: span.file) ?? $0.column)
    }
    return span
  }

  /// In code points, 1-based; nil where the line is not there.
  func column(of position: SourcePosition, in file: String) -> Int? {
    guard let source = sources[file], let line = source.range(ofLine: position.line) else {
      return nil
    }
    let end = min(line.upperBound, line.lowerBound + max(0, position.column - 1))
    return source.bytes[line.lowerBound..<end].count { $0 & 0xC0 != 0x80 } + 1
  }
}

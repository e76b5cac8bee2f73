/// A place in a text: line and column, both 1-based; a column counts UTF-8 bytes, and
/// in reports code points (`ShownColumns`).
public struct SourcePosition: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a source file. `file` is relative to the site's folder, with `/` between its parts,
/// so that diagnostics read the same on every machine.
public struct SourceSpan: Hashable, Sendable {
  public var file: String
  public var start: SourcePosition
  /// The position after the last byte, where it is known and on the same or a later line.
  public var end: SourcePosition?

  package init(file: String, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end
  }

  package init(file: String, line: Int, column: Int = 1) {
    self.init(file: file, start: SourcePosition(line: line, column: column))
  }
}

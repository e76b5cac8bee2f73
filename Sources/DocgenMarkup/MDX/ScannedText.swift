import DocgenCore

/// An author's text as cmark-gfm gets it, with what was taken out of it.
struct ScannedText: Sendable {
  var bytes: [UInt8] = []
  var constructs: [Construct] = []
  var imports: [ModuleImport] = []
  var exports: [ModuleExport] = []
  var lines = LineMap()
  /// Statements whose brackets nothing closes; they end before a blank line.
  var unclosedStatements: [Range<Int>] = []
  /// Lines of colons that close no admonition; they are text.
  var strayAdmonitionEnds: [Range<Int>] = []
  /// Lines that would open an admonition if there were one of that name; they are text.
  var unknownAdmonitions: [(keyword: String, source: Range<Int>)] = []

  /// The construct that a placeholder's number stands for.
  func construct(_ number: Int) -> Construct? {
    number < constructs.count ? constructs[number] : nil
  }
}

/// `import Name from 'path'`.
package struct ModuleImport: Sendable, Equatable {
  /// The name the default export gets here; nil for imports of other shapes.
  package var name: String?
  package var path: String
  package var source: Range<Int>
}

/// `export const name = …`; the range is the initial value's.
struct ModuleExport: Sendable {
  var name: String
  var value: Range<Int>
}

/// Lines of the scanned text and the source lines they come from: constructs over several lines
/// leave one behind.
struct LineMap: Sendable {
  /// From the line on, this many lines more stand in the source. Both ascending.
  private var shifts: [(line: Int, removed: Int)] = []

  mutating func removed(_ count: Int, afterLine line: Int) {
    shifts.append((line + 1, (shifts.last?.removed ?? 0) + count))
  }

  /// The source line, 1-based, of a line of the scanned text.
  func sourceLine(of line: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return line + (low > 0 ? shifts[low - 1].removed : 0)
  }
}

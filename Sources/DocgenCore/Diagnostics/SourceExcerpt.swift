/// The line of a finding and the marker below it, as a terminal shows them.
struct SourceExcerpt: Equatable {
  /// Tabs are spaces; what is too long is cut around the place, with `…` at the cut.
  let line: String
  /// Spaces up to the marker.
  let indent: String
  /// `^` at the first column, `~` for the rest.
  let marker: String

  /// Nil where the file has no such line.
  ///
  /// - Parameter width: the terminal columns that there are.
  init?(_ source: SourceText, _ span: SourceSpan, width: Int) {
    guard let range = source.range(ofLine: span.start.line) else { return nil }
    func offset(_ position: SourcePosition) -> Int {
      min(max(1, position.column), range.count + 1) - 1
    }
    let start = offset(span.start)
    var end = start + 1
    if let last = span.end { end = last.line == span.start.line ? offset(last) : range.count }
    end = max(end, start + 1)
    let cells = Self.cells(source.bytes[range], from: start, to: end, width: width)
    let first = cells.firstIndex { $0.end > start } ?? cells.count
    let past = cells[first...].firstIndex { $0.start >= end } ?? cells.count
    let marked = max(1, Self.columns(cells[first..<past]))

    let window = Self.window(cells, around: first, marked: marked, width: width)
    let isCutBefore = window.lowerBound > 0 || (cells.first?.start ?? 0) > 0
    let isCutAfter = window.upperBound < cells.count || (cells.last?.end ?? 0) < range.count
    line =
      (isCutBefore ? "…" : "") + cells[window].map(\.text).joined() + (isCutAfter ? "…" : "")
    let before = Self.columns(cells[window.lowerBound..<first]) + (isCutBefore ? 1 : 0)
    indent = String(repeating: " ", count: before)
    let visible = max(1, min(marked, Self.columns(cells[first..<max(first, window.upperBound)])))
    marker = "^" + String(repeating: "~", count: visible - 1)
  }

  /// The cells near the place only: a minified line may have a megabyte. Each takes a column at
  /// least but for combining marks, hence the room.
  private static func cells(
    _ bytes: ArraySlice<UInt8>, from start: Int, to end: Int, width: Int
  ) -> [TerminalCell] {
    let near = 16 * max(width, 1)
    var low = bytes.startIndex + min(max(0, start - near), bytes.count)
    let high = bytes.startIndex + min(min(end, start + near) + near, bytes.count)
    while low > bytes.startIndex, low < high, bytes[low] & 0xC0 == 0x80 { low -= 1 }
    return TerminalCell.cells(bytes[low..<max(low, high)], at: low - bytes.startIndex)
  }

  /// The cells to show: all where they fit, otherwise some before the place and as many behind it
  /// as there is room for.
  private static func window(
    _ cells: [TerminalCell], around first: Int, marked: Int, width: Int
  ) -> Range<Int> {
    if columns(cells[...]) <= width { return 0..<cells.count }
    let room = max(4, width - 2)
    var low = first
    var used = 0
    let before = max(room / 3, room - marked - room / 3)
    while low > 0, used + cells[low - 1].width <= before {
      low -= 1
      used += cells[low].width
    }
    var high = first
    while high < cells.count, used + cells[high].width <= room {
      used += cells[high].width
      high += 1
    }
    while high == cells.count, low > 0, used + cells[low - 1].width <= room {
      low -= 1
      used += cells[low].width
    }
    return low..<high
  }

  private static func columns(_ cells: ArraySlice<TerminalCell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }
}

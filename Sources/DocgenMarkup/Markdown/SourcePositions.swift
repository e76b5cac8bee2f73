import DocgenCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Byte offsets in a page's body as lines and columns of its file.
struct SourcePositions {
  private let lineStarts: [Int]
  private let end: Int
  private let firstLine: Int
  /// For a fragment: how far right each of its lines stands in the file.
  private let columnOffsets: [Int]
  private let place: SourcePosition?

  init(_ source: MarkdownSource, columnOffsets: [Int] = []) {
    var starts = [0]
    starts.reserveCapacity(source.body.count / 32)
    source.body.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var index = 0
      while let found = memchr(base + index, Int32(ASCII.newline), bytes.count - index) {
        index = UnsafeRawPointer(found) - base + 1
        starts.append(index)
      }
    }
    lineStarts = starts
    end = source.body.count
    firstLine = source.firstLine
    place = nil
    self.columnOffsets = columnOffsets
  }

  /// For text that stands nowhere in the file: all of it is where what brought it about is.
  init(all place: SourcePosition, length: Int) {
    self.place = place
    lineStarts = [0]
    end = length
    firstLine = place.line
    columnOffsets = []
  }

  func position(of offset: Int) -> SourcePosition {
    if let place { return place }
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(
      line: firstLine + low, column: offset - lineStarts[low] + 1 + columnOffset(ofLine: low))
  }

  /// The bytes of lines of the body (1-based), without the last one's end; where there are fewer, the
  /// last one stands for those.
  func range(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    let first = min(max(lines.lowerBound - 1, 0), lineStarts.count - 1)
    let last = min(max(lines.upperBound - 1, 0), lineStarts.count - 1)
    return lineStarts[first]..<lineStarts[last] + length(ofLine: last)
  }

  /// A fragment whose lines begin at these distances from the beginnings of the body's lines, from
  /// the one with this index on.
  func place(ofLine index: Int, offsets: [Int]) -> LinePlace {
    LinePlace(
      line: firstLine + index,
      columnOffsets: offsets.indices.map { offsets[$0] + columnOffset(ofLine: index + $0) })
  }

  /// Where a line of a block begins, by the line's index in the body and its length in the block: what
  /// is left of it belongs to the lists and quotes around.
  func start(ofLine index: Int, length inner: Int) -> SourcePosition {
    let offset = max(0, length(ofLine: index) - inner)
    return SourcePosition(line: firstLine + index, column: offset + 1 + columnOffset(ofLine: index))
  }

  /// The bytes of a line without its end, by its index; 0 where there is no such line.
  func length(ofLine index: Int) -> Int {
    guard lineStarts.indices.contains(index) else { return 0 }
    let next = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : end
    return next - lineStarts[index]
  }

  private func columnOffset(ofLine index: Int) -> Int {
    index < columnOffsets.count ? columnOffsets[index] : 0
  }
}

/// Where a fragment of a page stands in the file.
struct LinePlace {
  /// The file's line that the fragment's first line is, 1-based.
  var line: Int
  /// How far right each line stands there.
  var columnOffsets: [Int]
}

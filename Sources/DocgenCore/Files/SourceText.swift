/// The bytes of a text file with an index of its lines.
///
/// Lines end with LF, CR LF or CR, as in CommonMark. Lines and columns are 1-based, columns count
/// UTF-8 bytes, offsets are 0-based. The index costs one scan (2 GB/s).
package struct SourceText: Sendable {
  package let bytes: [UInt8]
  /// Where each line starts; the first is 0. A line end at the end of the text starts one more,
  /// empty line.
  private let lineStarts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = Self.lineStarts(of: bytes)
  }

  package init(_ text: String) {
    self.init(Array(text.utf8))
  }

  package var lineCount: Int { lineStarts.count }

  /// The position of a byte. An offset outside the text is taken as its nearest end.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The offset of a position, or nil where there is no such line. A column behind the line's end
  /// is taken as its end.
  package func offset(of position: SourcePosition) -> Int? {
    guard let line = range(ofLine: position.line) else { return nil }
    return min(line.lowerBound + max(0, position.column - 1), line.upperBound)
  }

  /// The bytes of a line without its end, or nil where there is no such line.
  package func range(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    if line < lineStarts.count {
      end -= 1
      if end > start, bytes[end] == lf, bytes[end - 1] == cr { end -= 1 }
    }
    return start..<end
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    let span = bytes.span
    var previous: UInt8 = 0
    for index in span.indices {
      let byte = span[index]
      if byte == lf {
        if previous == cr { starts[starts.count - 1] = index + 1 } else { starts.append(index + 1) }
      } else if byte == cr {
        starts.append(index + 1)
      }
      previous = byte
    }
    return starts
  }
}

private let lf = UInt8(ascii: "\n")
private let cr = UInt8(ascii: "\r")

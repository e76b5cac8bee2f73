import DocgenMarkup

/// A change of lines in place, as `diff -u` shows it. Links are written anew within their lines, so
/// that line N of the old file is line N of the new one.
package struct UnifiedDiff {
  private let file: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  package init(_ repair: FileRepair) {
    file = repair.file
    (old, new) = (Self.lines(of: repair.old), Self.lines(of: repair.new))
  }

  /// With their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.firstIndex(of: ASCII.newline, from: start, to: bytes.count)
      let next = end.map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<next])
      start = next
    }
    return lines
  }

  package var bytes: [UInt8] {
    var bytes = Array("--- a/\(file)\n+++ b/\(file)\n".utf8)
    for hunk in hunks {
      let place = "\(hunk.lowerBound + 1),\(hunk.count)"
      bytes += Array("@@ -\(place) +\(place) @@\n".utf8)
      var index = hunk.lowerBound
      while index < hunk.upperBound {
        let isChanged = { (line: Int) -> Bool in old[line] != new[line] }
        let end = (index..<hunk.upperBound).first { isChanged($0) != isChanged(index) }
        let run = index..<(end ?? hunk.upperBound)
        if isChanged(index) {
          for line in run { Self.append("-", old[line], to: &bytes) }
          for line in run { Self.append("+", new[line], to: &bytes) }
        } else {
          for line in run { Self.append(" ", old[line], to: &bytes) }
        }
        index = run.upperBound
      }
    }
    return bytes
  }

  private static func append(_ mark: Character, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8])
  {
    bytes += Array(String(mark).utf8)
    bytes += line
    if line.last != ASCII.newline { bytes += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Changed lines with three around them, as ranges of lines.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for line in old.indices where old[line] != new[line] {
      let start = max(0, line - 3)
      let end = min(old.count, line + 4)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }
}

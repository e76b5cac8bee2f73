import DocgenMarkup

/// Where a link's target may stand in a file: between the marks that Markdown, HTML and JSX put around
/// one. Code may look the same; who writes there has to parse the file again.
struct LinkOccurrences {
  /// In the order of the text.
  private let ranges: [Range<Int>]

  /// - Parameters:
  ///   - body: where the file's text begins; front matter has no links.
  init(of destination: String, in bytes: [UInt8], body: Int) {
    let wanted = Array(destination.utf8)
    guard let first = wanted.first else {
      ranges = []
      return
    }
    var ranges: [Range<Int>] = []
    var index = body
    while let found = bytes.firstIndex(of: first, from: index, to: bytes.count) {
      index = found + 1
      guard found > body, let range = Self.range(of: wanted, in: bytes, at: found) else { continue }
      ranges.append(range)
    }
    self.ranges = ranges
  }

  /// Where the target stands just at an offset behind the first byte; nil where it doesn't.
  static func range(of destination: [UInt8], in bytes: [UInt8], at offset: Int) -> Range<Int>? {
    guard offset > 0, openings.contains(bytes[offset - 1]),
      let end = end(of: destination, in: bytes, at: offset),
      end > offset, end == bytes.count || closings.contains(bytes[end])
    else { return nil }
    return offset..<end
  }

  private static let openings: [UInt8] = Array(" \t\n(<\"'={`".utf8)
  private static let closings: [UInt8] = Array(" \t\r\n)>\"'}`".utf8)

  /// The end of a text at an index, in which `\(` may stand for `(` and `&amp;` for `&`.
  private static func end(of wanted: [UInt8], in bytes: [UInt8], at start: Int) -> Int? {
    let reference = Array("&amp;".utf8)
    var index = start
    for byte in wanted {
      guard index < bytes.count else { return nil }
      if bytes[index...].starts(with: reference), byte == ASCII.ampersand {
        index += reference.count
      } else if bytes[index] == byte {
        index += 1
      } else if bytes[index] == ASCII.backslash, index + 1 < bytes.count, bytes[index + 1] == byte {
        index += 2
      } else {
        return nil
      }
    }
    return index
  }

  /// The likeliest first: those behind a place, and then those before it, where definitions of
  /// references may stand.
  func from(_ offset: Int) -> [Range<Int>] {
    ranges.filter { $0.lowerBound >= offset } + ranges.filter { $0.lowerBound < offset }
  }
}

/// A few words of a section around what was found.
enum SearchExcerpt {
  /// In bytes.
  private static let length = 160

  /// - Parameter terms: those that stand for the query's words.
  static func text(of text: SearchText, section: Int, terms: Set<[UInt8]>) -> String {
    var content: [UInt8] = []
    var start = 0
    for stretch in text.stretches {
      let shows = stretch.kind == .body || stretch.kind == .key || stretch.kind == .codeBlock
      if stretch.section == section, shows { content += text.bytes[start..<stretch.end] }
      start = stretch.end
    }
    let first = place(of: terms, in: content) ?? 0
    return cut(content, around: first)
  }

  /// Where the first of the terms stands.
  private static func place(of terms: Set<[UInt8]>, in content: [UInt8]) -> Int? {
    var found: Int?
    content.withUnsafeBufferPointer { bytes in
      SearchWords.cut(bytes) { range in
        guard found == nil, let word = SearchTerms(word: Array(bytes[range])[...]) else { return }
        if terms.contains(word.whole) || word.parts.contains(where: terms.contains) {
          found = range.lowerBound
        }
      } pair: { range in
        if found == nil, terms.contains(Array(bytes[range])) { found = range.lowerBound }
      }
    }
    return found
  }

  /// Whole characters, and whole words where there are spaces.
  private static func cut(_ content: [UInt8], around place: Int) -> String {
    func isEdge(_ index: Int) -> Bool {
      index <= 0 || index >= content.count || content[index] & 0xC0 != 0x80
    }
    let space = UInt8(ascii: " ")
    var start = max(0, place - length / 4)
    while !isEdge(start) { start -= 1 }
    if start > 0, let edge = content[start..<place].firstIndex(of: space) { start = edge + 1 }
    var end = min(content.count, start + length)
    while !isEdge(end) { end -= 1 }
    if end < content.count, let edge = content[place..<end].lastIndex(of: space), edge > place {
      end = edge
    }
    let words = String(decoding: content[start..<end], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (start > 0 ? "… " : "") + words + (end < content.count ? " …" : "")
  }
}

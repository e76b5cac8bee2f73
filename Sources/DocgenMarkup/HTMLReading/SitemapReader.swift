import DocgenCore

/// What a sitemap lists. It is XML, of which only two things matter here.
package enum SitemapReader {
  /// The addresses in `<loc>`, references decoded.
  package static func addresses(in bytes: [UInt8]) -> [HTMLMark] {
    var found: [HTMLMark] = []
    let text = SourceText(bytes)
    var index = 0
    while let less = bytes.firstIndex(of: ASCII.less, from: index, to: bytes.count) {
      index = less + 1
      guard bytes.holds("loc>", at: index) else { continue }
      let start = index + 4
      let end = bytes.firstIndex(of: ASCII.less, from: start, to: bytes.count) ?? bytes.count
      var content = bytes[start..<end]
      while let first = content.first, ASCII.isWhitespace(first) { content.removeFirst() }
      while let last = content.last, ASCII.isWhitespace(last) { content.removeLast() }
      found.append(
        HTMLMark(
          text: CharacterReferences.decoded(content),
          position: text.position(at: content.startIndex)))
      index = end
    }
    return found
  }
}

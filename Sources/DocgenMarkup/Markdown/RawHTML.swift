import DocgenCore

/// Raw HTML in CommonMark pages, tag by tag: what it leaves open is closed, URLs in it are resolved
/// like Markdown's, and what an HTML parser would make comments of is left out.
extension DocumentRenderer {
  /// - Parameters:
  ///   - kind: what the block is that holds it.
  ///   - range: the place of the block or tag that holds it, in the source's body.
  mutating func appendRawHTML(
    _ bytes: [UInt8], _ kind: LinkPlaces.Kind = .html, within range: Range<Int>
  ) {
    var position = 0
    while let less = bytes.firstIndex(of: ASCII.less, from: position, to: bytes.count) {
      html += bytes[position..<less]
      if let end = Self.commentEnd(in: bytes, at: less, to: bytes.count) {
        position = end
        continue
      }
      var reader = MDXTagReader(bytes: bytes, end: bytes.count, syntax: .html)
      guard var tag = reader.tag(at: less), !tag.name.isEmpty else {
        html.append("&lt;")
        position = less + 1
        continue
      }
      tag.name = tag.name.lowercased()
      if HTMLElements.ofThePage.contains(tag.name) {
        tag.source = place(of: bytes[tag.source], kind, within: range)
        reportUnknownTag(tag)
        html.append("&lt;")
        position = less + 1
        continue
      }
      position = tag.source.upperBound
      appendRawTag(tag, in: bytes, kind, within: range)
      if tag.form == .opening, HTMLElements.rawText.contains(tag.name) {
        let end = Self.closingTag(
          of: tag.name, in: bytes, from: position, to: bytes.count)
        html += bytes[position..<end]
        position = end
      }
    }
    html += bytes[position...]
  }

  /// The end of `<!-- … -->`, `<!…>`, `<?…>` at an index; nil where none of them is there. One that
  /// is never closed goes to the end of the block.
  static func commentEnd(in bytes: [UInt8], at less: Int, to limit: Int) -> Int? {
    let kinds: [(opening: StaticString, closing: StaticString)] = [
      ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"),
    ]
    guard let kind = kinds.first(where: { bytes.holds($0.opening, at: less) }) else { return nil }
    let start = less + kind.opening.utf8CodeUnitCount
    return bytes.firstIndex(of: kind.closing, from: start, to: limit)
      .map { $0 + kind.closing.utf8CodeUnitCount } ?? limit
  }

  static func closingTag(
    of name: String, in bytes: [UInt8], from start: Int, to limit: Int
  ) -> Int {
    var position = start
    while let less = bytes.firstIndex(of: "</", from: position, to: limit) {
      let end = less + 2 + name.utf8.count
      if end <= limit, text(bytes[less + 2..<end]).lowercased() == name { return less }
      position = less + 2
    }
    return limit
  }

  private mutating func appendRawTag(
    _ tag: MDXTag, in bytes: [UInt8], _ kind: LinkPlaces.Kind, within range: Range<Int>
  ) {
    let place = place(of: bytes[tag.source], kind, within: range)
    if tag.form == .closing {
      var placed = tag
      placed.source = place
      closeTag(placed, nil)
      return
    }
    guard frames.count < Self.deepestFrame, prepareElement(tag.name, at: place) else { return }
    let tagStart = html.count
    html.append("<\(tag.name)")
    let hasSize = tag.attributes.contains { ["width", "height"].contains($0.name.lowercased()) }
    for attribute in tag.firstAttributes {
      var value = ""
      if case .text(let range) = attribute.value {
        value = CharacterReferences.decoded(bytes[range])
      }
      let start = place.lowerBound + attribute.source.lowerBound - tag.source.lowerBound
      appendAttribute(
        attribute.name.lowercased(), value, of: tag,
        at: min(start, place.upperBound)..<place.upperBound,
        hasSize: hasSize)
    }
    html.append(">")
    if HTMLElements.void.contains(tag.name) { return }
    open(
      .element, tag.name, closing: "</\(tag.name)>", place, tagStart: tagStart,
      isLink: tag.name == "a")
    if tag.form == .selfClosing { closeFrame() }
  }

  /// Where a tag stands in the source: from the last place looked for on, or the whole block where it
  /// isn't found as it is (the marks of a quote may stand in it).
  private mutating func place(
    of tag: ArraySlice<UInt8>, _ kind: LinkPlaces.Kind, within range: Range<Int>
  ) -> Range<Int> {
    findLinkPlaces(within: range, kind)
    return linkPlaces.takeTag(tag, in: source.body, budget: &lookupBudget)
      ?? range.lowerBound..<range.lowerBound
  }
}

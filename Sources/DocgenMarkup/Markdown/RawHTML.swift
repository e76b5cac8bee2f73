import DocgenCore

/// Raw HTML in CommonMark pages: passed on as it is written, but for the URLs in it, which are
/// resolved like Markdown's, and for comments, which are left out.
extension DocumentRenderer {
  mutating func appendRawHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    let bytes = restored(literal)
    var position = 0
    while position < bytes.count {
      guard let less = bytes.firstIndex(of: ASCII.less, from: position, to: bytes.count) else {
        html += bytes[position...]
        return
      }
      html += bytes[position..<less]
      if bytes.holds("<!--", at: less) {
        let close = bytes.firstIndex(of: "-->", from: less + 4, to: bytes.count)
        position = close.map { $0 + 3 } ?? bytes.count
        continue
      }
      var reader = MDXTagReader(bytes: bytes, end: bytes.count)
      guard let tag = reader.tag(at: less), !tag.name.isEmpty else {
        html.append(ASCII.less)
        position = less + 1
        continue
      }
      appendRawTag(tag, in: bytes)
      position = tag.source.upperBound
      if tag.form == .opening, HTMLElements.rawText.contains(tag.name.lowercased()) {
        let end = bytes.firstIndex(of: "</", from: position, to: bytes.count) ?? bytes.count
        html += bytes[position..<end]
        position = end
      }
    }
  }

  private mutating func appendRawTag(_ tag: MDXTag, in bytes: [UInt8]) {
    let name = tag.name.lowercased()
    var lowered = tag
    lowered.name = name
    if tag.form == .closing {
      closeRawTag(lowered)
      return
    }
    noteBlock(name)
    var copied = tag.source.lowerBound
    for attribute in tag.attributes {
      guard case .text(let range) = attribute.value else { continue }
      let attributeName = attribute.name.lowercased()
      let value = CharacterReferences.decoded(bytes[range])
      if attributeName == "id" || (attributeName == "name" && name == "a") {
        document.elementIDs.append(value)
      }
      guard AttributeNames.isURL(attributeName, on: name) else { continue }
      // The space before it is a part of what the slot writes.
      html += bytes[copied..<attribute.source.lowerBound].dropLast()
      appendSlot(.link(document.links.count))
      let hasSize = tag.attributes.contains { ["width", "height"].contains($0.name.lowercased()) }
      document.links.append(
        DocumentLink(
          kind: .attribute(element: name, name: attributeName), destination: value,
          position: positions.position(of: linkOffset(of: value)), hasSize: hasSize))
      copied = attribute.source.upperBound
    }
    html += bytes[copied..<tag.source.upperBound]
    if HTMLElements.void.contains(name) || tag.form == .selfClosing { return }
    if name == "a" { linkDepth += 1 }
    frames.append(
      Frame(
        kind: .element, name: name, depth: depth, start: html.count,
        closing: Array("</\(name)>".utf8), source: 0..<0))
  }

  private mutating func closeRawTag(_ tag: MDXTag) {
    guard let index = frames.lastIndex(where: { $0.name == tag.name }), frames[index].depth >= depth
    else { return }
    while frames.count > index { closeFrame() }
  }

  /// Where a URL stands in the source, from the last link on; the page's start where it isn't found.
  private mutating func linkOffset(of value: String) -> Int {
    let wanted = Array(value.utf8)
    guard let first = wanted.first else { return linkCursor }
    var index = linkCursor
    while let found = source.body.firstIndex(of: first, from: index, to: source.body.count) {
      if source.body[found...].starts(with: wanted) {
        linkCursor = found
        return found
      }
      index = found + 1
    }
    return linkCursor
  }
}

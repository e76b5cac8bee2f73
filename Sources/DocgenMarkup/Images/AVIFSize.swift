extension ImageSize {
  /// The `ispe` property of the primary item, turned as its `irot` says (ISO/IEC 23008-12). HEIC
  /// files are built alike.
  static func avif(_ reader: ImageReader) -> ImageSize? {
    guard let meta = boxes(reader, 0..<reader.count).first(where: { $0.type == "meta" }) else {
      return nil
    }
    // A full box: version and flags come before the boxes in it.
    let parts = boxes(
      reader, min(meta.content.lowerBound + 4, meta.content.upperBound)..<meta.content.upperBound)
    guard let properties = parts.first(where: { $0.type == "iprp" }) else { return nil }
    let inner = boxes(reader, properties.content)
    guard let container = inner.first(where: { $0.type == "ipco" }) else { return nil }
    let all = boxes(reader, container.content)

    var wanted = Array(all.indices)
    if let primary = parts.first(where: { $0.type == "pitm" }),
      let item = primaryItem(reader, primary.content),
      let list = inner.first(where: { $0.type == "ipma" }),
      let found = associations(reader, list.content, of: item)
    {
      wanted = found.filter(all.indices.contains)
    }
    let associated = wanted.map { all[$0] }
    guard let size = associated.first(where: { $0.type == "ispe" })?.content.lowerBound,
      let width = reader.big(4, at: size + 4), let height = reader.big(4, at: size + 8)
    else { return nil }
    let turn = associated.first { $0.type == "irot" }.flatMap {
      reader.byte(at: $0.content.lowerBound)
    }
    return (turn ?? 0) & 1 == 1 ? ImageSize(height, width) : ImageSize(width, height)
  }

  private struct Box {
    var type: String
    var content: Range<Int>
  }

  private static func boxes(_ reader: ImageReader, _ range: Range<Int>) -> [Box] {
    var boxes: [Box] = []
    var offset = range.lowerBound
    while offset < range.upperBound, let short = reader.big(4, at: offset),
      let name = reader.big(4, at: offset + 4)
    {
      var header = 8
      var size = short
      if short == 1 {
        // The size has 64 bits; what needs the upper one is no picture.
        guard reader.byte(at: offset + 8) == 0, let long = reader.big(7, at: offset + 9) else {
          break
        }
        (size, header) = (long, 16)
      } else if short == 0 {
        size = range.upperBound - offset
      }
      guard size >= header else { break }
      let end = size > range.upperBound - offset ? range.upperBound : offset + size
      guard offset + header <= end else { break }
      let type = (0..<4).reversed().map { UInt8(truncatingIfNeeded: name >> (8 * $0)) }
      boxes.append(
        Box(type: String(decoding: type, as: UTF8.self), content: offset + header..<end))
      offset = end
    }
    return boxes
  }

  private static func primaryItem(_ reader: ImageReader, _ content: Range<Int>) -> Int? {
    let version = reader.byte(at: content.lowerBound)
    return reader.big(version == 0 ? 2 : 4, at: content.lowerBound + 4)
  }

  /// The 0-based places of an item's properties in the container.
  private static func associations(
    _ reader: ImageReader, _ content: Range<Int>, of item: Int
  ) -> [Int]? {
    guard let version = reader.byte(at: content.lowerBound),
      let flags = reader.byte(at: content.lowerBound + 3),
      let count = reader.big(4, at: content.lowerBound + 4)
    else { return nil }
    let width = flags & 1 == 1 ? 2 : 1
    let idWidth = version == 0 ? 2 : 4
    var offset = content.lowerBound + 8
    for _ in 0..<count {
      guard let id = reader.big(idWidth, at: offset),
        let properties = reader.byte(at: offset + idWidth)
      else { return nil }
      offset += idWidth + 1
      if id == item {
        // The upper bit says "essential"; 0 is none.
        return (0..<properties).compactMap { index in
          reader.big(width, at: offset + width * index)
            .map { $0 & (width == 2 ? 0x7FFF : 0x7F) - 1 }
        }
      }
      offset += width * properties
    }
    return nil
  }
}

extension ImageSize {
  /// The size from the frame header, turned as the EXIF orientation says: browsers do so too.
  static func jpeg(_ reader: ImageReader) -> ImageSize? {
    var offset = 2
    var isTurned = false
    while true {
      guard reader.byte(at: offset) == 0xFF, let marker = reader.byte(at: offset + 1) else {
        return nil
      }
      switch marker {
      case 0xFF:  // Fill bytes may stand before a marker.
        offset += 1
        continue
      case 0x01, 0xD0...0xD8:  // No segment follows these.
        offset += 2
        continue
      default: break
      }
      guard let length = reader.big(2, at: offset + 2), length >= 2 else { return nil }
      switch marker {
      // All frame headers; C4, C8 and CC between them are something else.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = reader.big(2, at: offset + 5), let width = reader.big(2, at: offset + 7)
        else { return nil }
        return isTurned ? ImageSize(height, width) : ImageSize(width, height)
      case 0xE1:
        if let turned = exifTurns(reader, at: offset + 4) { isTurned = turned }
      case 0xD9, 0xDA:  // The picture itself, without a frame header before it.
        return nil
      default: break
      }
      offset += 2 + length
    }
  }

  /// Whether the EXIF orientation swaps width and height; nil where there is none.
  private static func exifTurns(_ reader: ImageReader, at start: Int) -> Bool? {
    guard reader.has([0x45, 0x78, 0x69, 0x66, 0, 0], at: start) else { return nil }
    let tiff = start + 6
    let isBig = reader.has("MM", at: tiff)
    guard isBig || reader.has("II", at: tiff) else { return nil }
    func number(_ count: Int, at offset: Int) -> Int? {
      isBig ? reader.big(count, at: offset) : reader.little(count, at: offset)
    }
    guard let directory = number(4, at: tiff + 4), let count = number(2, at: tiff + directory)
    else { return nil }
    for index in 0..<count {
      let entry = tiff + directory + 2 + 12 * index
      guard let tag = number(2, at: entry) else { return nil }
      if tag == 0x112 { return number(2, at: entry + 8).map { 5...8 ~= $0 } }
    }
    return nil
  }
}

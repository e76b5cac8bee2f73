// The formats whose size stands at a fixed place.
extension ImageSize {
  /// The IHDR chunk comes first; in Apple's optimised files CgBI does.
  static func png(_ reader: ImageReader) -> ImageSize? {
    let header = reader.has("CgBI", at: 12) ? 28 : 12
    guard reader.has("IHDR", at: header), let width = reader.big(4, at: header + 4),
      let height = reader.big(4, at: header + 8)
    else { return nil }
    return ImageSize(width, height)
  }

  /// The logical screen.
  static func gif(_ reader: ImageReader) -> ImageSize? {
    guard let width = reader.little(2, at: 6), let height = reader.little(2, at: 8) else {
      return nil
    }
    return ImageSize(width, height)
  }

  /// The old OS/2 header has 16-bit numbers; in the others a negative height means top to bottom.
  static func bmp(_ reader: ImageReader) -> ImageSize? {
    guard let header = reader.little(4, at: 14) else { return nil }
    if header == 12 {
      guard let width = reader.little(2, at: 18), let height = reader.little(2, at: 20) else {
        return nil
      }
      return ImageSize(width, height)
    }
    guard header >= 40, let width = reader.little(4, at: 18), let height = reader.little(4, at: 22)
    else { return nil }
    return ImageSize(width, Int(Int32(truncatingIfNeeded: height).magnitude))
  }

  /// The largest of the pictures in it; 0 stands for 256.
  static func ico(_ reader: ImageReader) -> ImageSize? {
    guard let count = reader.little(2, at: 4) else { return nil }
    var largest: ImageSize?
    for index in 0..<count {
      guard let width = reader.byte(at: 6 + 16 * index),
        let height = reader.byte(at: 7 + 16 * index)
      else { break }
      let size = ImageSize(width == 0 ? 256 : width, height == 0 ? 256 : height)
      if let size, size.width > largest?.width ?? 0 { largest = size }
    }
    return largest
  }

  /// Lossy (`VP8 `), lossless (`VP8L`) or extended (`VP8X`): RFC 9649.
  static func webP(_ reader: ImageReader) -> ImageSize? {
    if reader.has("VP8X", at: 12) {
      guard let width = reader.little(3, at: 24), let height = reader.little(3, at: 27) else {
        return nil
      }
      return ImageSize(width + 1, height + 1)
    }
    if reader.has("VP8L", at: 12) {
      guard reader.byte(at: 20) == 0x2F, let bits = reader.little(4, at: 21) else { return nil }
      return ImageSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    guard reader.has("VP8 ", at: 12), reader.has([0x9D, 0x01, 0x2A], at: 23),
      let width = reader.little(2, at: 26), let height = reader.little(2, at: 28)
    else { return nil }
    // The two upper bits ask for scaling.
    return ImageSize(width & 0x3FFF, height & 0x3FFF)
  }
}

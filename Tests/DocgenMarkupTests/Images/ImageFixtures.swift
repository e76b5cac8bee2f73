/// Heads of image files, put together after their specifications.
enum ImageFixtures {
  static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func little(_ number: Int, _ count: Int) -> [UInt8] { big(number, count).reversed() }

  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8)
      + big(width, 4) + big(height, 4) + [8, 6, 0, 0, 0]
  }

  static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0xF7, 0, 0]
  }

  static func bmp(_ width: Int, _ height: Int) -> [UInt8] {
    Array("BM".utf8) + little(0, 12) + little(40, 4) + little(width, 4) + little(height, 4)
  }

  static func os2BMP(_ width: Int, _ height: Int) -> [UInt8] {
    Array("BM".utf8) + little(0, 12) + little(12, 4) + little(width, 2) + little(height, 2)
  }

  static func ico(_ sizes: [(Int, Int)]) -> [UInt8] {
    [0, 0, 1, 0] + little(sizes.count, 2)
      + sizes.flatMap { [UInt8($0.0 & 255), UInt8($0.1 & 255)] + [UInt8](repeating: 0, count: 14) }
  }

  static func lossyWebP(_ width: Int, _ height: Int) -> [UInt8] {
    riff("VP8 ", [0x30, 0, 0, 0x9D, 0x01, 0x2A] + little(width | 0x4000, 2) + little(height, 2))
  }

  static func losslessWebP(_ width: Int, _ height: Int) -> [UInt8] {
    riff("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14 | 1 << 28, 4))
  }

  static func extendedWebP(_ width: Int, _ height: Int) -> [UInt8] {
    riff("VP8X", [0x10, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
  }

  private static func riff(_ type: String, _ content: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(content.count + 12, 4) + Array("WEBP\(type)".utf8)
      + little(content.count, 4) + content
  }

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  static func jpeg(_ width: Int, _ height: Int, before: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + segment(0xE0, Array("JFIF".utf8) + [UInt8](repeating: 0, count: 10)) + before
      + segment(0xC4, [UInt8](repeating: 0xFF, count: 30))
      + segment(0xC2, [8] + big(height, 2) + big(width, 2) + [3])
  }

  static func exif(orientation: Int, isBig: Bool) -> [UInt8] {
    let number = isBig ? big : little
    func entry(_ tag: Int, _ value: Int) -> [UInt8] {
      number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 2) + [0, 0]
    }
    let tiff = Array((isBig ? "MM" : "II").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
    return segment(
      0xE1, Array("Exif".utf8) + [0, 0] + tiff + entry(0x100, 1) + entry(0x112, orientation))
  }

  static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + Array(type.utf8) + content
  }

  /// Two items: a small one first, and the primary one, which may be turned.
  static func avif(_ width: Int, _ height: Int, turn: UInt8? = nil, isWide: Bool = false) -> [UInt8]
  {
    func extent(_ width: Int, _ height: Int) -> [UInt8] {
      box("ispe", big(0, 4) + big(width, 4) + big(height, 4))
    }
    let container = box(
      "ipco", extent(16, 16) + box("pixi", [0]) + extent(width, height) + box("irot", [turn ?? 0]))
    let index = isWide ? 2 : 1
    let second = turn == nil ? [2, 3] : [2, 3, 4]
    let lists =
      big(1, 2) + [1] + big(1, index) + big(2, 2) + [UInt8(second.count)]
      + second.flatMap { big($0 | 1 << (8 * index - 1), index) }
    let associations = box("ipma", [0, 0, 0, isWide ? 1 : 0] + big(2, 4) + lists)
    let meta = box(
      "meta", big(0, 4) + box("pitm", big(0, 4) + big(2, 2)) + box("iprp", container + associations)
    )
    return box("ftyp", Array("avif".utf8) + big(0, 4)) + meta
  }
}

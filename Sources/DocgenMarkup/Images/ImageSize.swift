/// The width and height that an image has by itself, in CSS pixels, so that a page can reserve the
/// room before the image is there.
package struct ImageSize: Sendable, Equatable {
  package var width: Int
  package var height: Int

  /// Nil where there is no area, or one that no image has.
  init?(_ width: Int, _ height: Int) {
    guard 1...Self.largest ~= width, 1...Self.largest ~= height else { return nil }
    self.width = width
    self.height = height
  }

  private static let largest = 1 << 24

  /// Reads the size out of a file of a known format, whatever its name says: PNG, JPEG, GIF, WebP,
  /// AVIF, BMP, ICO or SVG. Nil where it is none of them, damaged, or says nothing of its size.
  ///
  /// - Parameter head: the file, or its beginning. 64 KB are enough but for photographs with large
  ///   embedded previews or profiles in front.
  package init?(head bytes: [UInt8]) {
    let reader = ImageReader(bytes)
    let size: ImageSize? =
      if reader.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
        Self.png(reader)
      } else if reader.has([0xFF, 0xD8], at: 0) {
        Self.jpeg(reader)
      } else if reader.has("GIF87a", at: 0) || reader.has("GIF89a", at: 0) {
        Self.gif(reader)
      } else if reader.has("RIFF", at: 0) && reader.has("WEBP", at: 8) {
        Self.webP(reader)
      } else if reader.has("ftyp", at: 4) {
        Self.avif(reader)
      } else if reader.has("BM", at: 0) {
        Self.bmp(reader)
      } else if reader.has([0, 0, 1, 0], at: 0) {
        Self.ico(reader)
      } else {
        Self.svg(bytes)
      }
    guard let size else { return nil }
    self = size
  }
}

/// Numbers out of bytes; nil where there are none.
struct ImageReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func has(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { has($0, at: offset) }
  }

  func has(_ wanted: some Collection<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset <= bytes.count - wanted.count else { return false }
    return bytes[offset..<offset + wanted.count].elementsEqual(wanted)
  }

  func byte(at offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  /// A number of up to seven bytes, the most significant first.
  func big(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of up to seven bytes, the least significant first.
  func little(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

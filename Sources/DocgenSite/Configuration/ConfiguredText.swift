import DocgenCore
import DocgenMarkup

/// Where a value stands in a site's configuration, for findings about values that are kept without
/// their places.
enum ConfiguredText {
  /// The first place where it stands as a whole value; nil where it is put together there.
  static func span(of value: String, in folder: SiteFolder) -> SourceSpan? {
    for file in [SiteConfigReader.ownFile] + DocusaurusSite.configFiles {
      guard let bytes = try? FileSystem.read(folder.absolute(file)),
        let range = place(of: Array(value.utf8), in: bytes)
      else { continue }
      let text = SourceText(bytes)
      return SourceSpan(
        file: file, start: text.position(at: range.lowerBound),
        end: text.position(at: range.upperBound))
    }
    return nil
  }

  private static func place(of value: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard let first = value.first else { return nil }
    var index = 0
    while let start = bytes.firstIndex(of: first, from: index, to: bytes.count) {
      let end = start + value.count
      let isWhole =
        end <= bytes.count && bytes[start..<end].elementsEqual(value)
        && !(start > 0 && isPart(bytes[start - 1])) && !(end < bytes.count && isPart(bytes[end]))
      if isWhole { return start..<end }
      index = start + 1
    }
    return nil
  }

  /// Whether a byte beside a value would make it a part of a longer one.
  private static func isPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte >= 0x80 || "_-./".utf8.contains(byte)
  }
}

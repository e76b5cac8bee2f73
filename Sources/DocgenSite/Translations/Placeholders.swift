import DocgenMarkup

/// The places for values in a text: `{name}`, `{{ name }}`, `${NAME}`, `$NAME`, `<name>`, `%s`.
/// Readers (and programs) put something in their stead, so a translation must have the same.
enum Placeholders {
  /// In order. What stands between the signs is ASCII: a word, or words with hyphens, dots and
  /// underscores between them.
  static func find(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    while index < bytes.count {
      guard let end = end(of: bytes, from: index) else {
        index += 1
        continue
      }
      found.append(String(decoding: bytes[index..<end], as: UTF8.self))
      index = end
    }
    return found
  }

  /// Whether it is one that a translator may put into the reader's words: `<your-key>`.
  static func isForPeople(_ placeholder: String) -> Bool { placeholder.hasPrefix("<") }

  /// How many `<…>` of a text are in the reader's own words: `<你的密钥>`.
  static func translatedCount(in text: String) -> Int {
    text.split(separator: "<", omittingEmptySubsequences: false).dropFirst().count { part in
      guard let end = part.firstIndex(of: ">"), end > part.startIndex else { return false }
      let name = part[..<end]
      return name.utf8.count <= 60 && name.utf8.contains { $0 >= 0x80 }
    }
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    switch bytes[start] {
    case dollar:
      if bytes.dropFirst(start + 1).first == ASCII.openBrace {
        return closed(bytes, from: start + 2, by: ASCII.closeBrace)
      }
      let end = bytes[(start + 1)...].firstIndex { !isCapital($0) } ?? bytes.count
      return end - start > 2 ? end : nil
    case ASCII.openBrace:
      if bytes.dropFirst(start + 1).first == ASCII.openBrace {
        guard let end = closed(bytes, from: start + 2, by: ASCII.closeBrace),
          end < bytes.count, bytes[end] == ASCII.closeBrace
        else { return nil }
        return end + 1
      }
      return closed(bytes, from: start + 1, by: ASCII.closeBrace)
    case ASCII.less:
      return closed(bytes, from: start + 1, by: ASCII.greater)
    case UInt8(ascii: "%"):
      let isFormat = bytes.dropFirst(start + 1).first.map { "sd".utf8.contains($0) } ?? false
      let after = bytes.dropFirst(start + 2).first
      return isFormat && !(after.map(ASCII.isAlphanumeric) ?? false) ? start + 2 : nil
    default: return nil
    }
  }

  /// Behind the sign that closes a name; nil where something else than a name stands before it.
  private static func closed(_ bytes: [UInt8], from start: Int, by sign: UInt8) -> Int? {
    let limit = min(bytes.count, start + 60)
    guard start < limit else { return nil }
    guard let end = bytes[start..<limit].firstIndex(where: { !isNamePart($0) }), bytes[end] == sign,
      bytes[start..<end].contains(where: ASCII.isLetter)
    else { return nil }
    return end + 1
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == ASCII.underscore || byte == ASCII.hyphen
      || byte == ASCII.period || byte == UInt8(ascii: " ")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    ASCII.isUpper(byte) || ASCII.isDigit(byte) || byte == ASCII.underscore
  }

  private static let dollar = UInt8(ascii: "$")
}

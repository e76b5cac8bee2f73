/// Passwords in URLs, which no finding shows.
enum URLPasswords {
  /// `https://user:***@host/` for `https://user:secret@host/`.
  static func hidden(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")), text.contains("//") else { return text }
    var bytes = Array(text.utf8)
    for range in ranges(in: bytes).reversed() { bytes.replaceSubrange(range, with: "***".utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same with a star for each byte, so that columns stay what they are.
  static func masked(in bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for range in ranges(in: bytes) {
      for index in range { bytes[index] = UInt8(ascii: "*") }
    }
    return bytes
  }

  /// What stands between the first colon and the last `@` of an authority.
  private static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    let slash = UInt8(ascii: "/")
    let ends = Set("/?#<>\"".utf8)
    var found: [Range<Int>] = []
    var index = 1
    while index < bytes.count {
      guard bytes[index] == slash, bytes[index - 1] == slash else {
        index += 1
        continue
      }
      index += 1
      var colon: Int?
      var at: Int?
      while index < bytes.count, bytes[index] > 0x20, !ends.contains(bytes[index]) {
        if bytes[index] == UInt8(ascii: ":"), colon == nil { colon = index }
        if bytes[index] == UInt8(ascii: "@") { at = index }
        index += 1
      }
      if let colon, let at, colon + 1 < at { found.append(colon + 1..<at) }
      index += 1
    }
    return found
  }
}

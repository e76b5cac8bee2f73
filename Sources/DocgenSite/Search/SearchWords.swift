/// Cuts text into words: one rule for pages and for queries. The same rule stands in the theme's
/// search script.
enum SearchWords {
  /// Calls `word` with the bytes of each run of letters, digits and `_`, and `pair` with those of
  /// each two neighbouring characters of a dense script and of the last one of their run.
  ///
  /// - Parameter text: UTF-8 without invisible characters (`SearchText` takes them out).
  @inline(__always)
  static func cut(
    _ text: UnsafeBufferPointer<UInt8>, word: (Range<Int>) -> Void, pair: (Range<Int>) -> Void
  ) {
    var index = 0
    while index < text.count {
      let start = index
      let byte = text[index]
      if isWordByte(byte) {
        index = endOfWord(in: text, from: index + 1)
        word(start..<index)
        continue
      }
      index += 1
      if byte < 0x80 { continue }
      let first = character(in: text, at: start)
      index = start + first.length
      switch first.kind {
      case .none: continue
      case .letter:
        index = endOfWord(in: text, from: index)
        word(start..<index)
      case .dense:
        var previous = start
        while index < text.count, text[index] >= 0x80 {
          let next = character(in: text, at: index)
          guard next.kind == .dense else { break }
          pair(previous..<index + next.length)
          previous = index
          index += next.length
        }
        pair(previous..<index)
      }
    }
  }

  @inline(__always)
  private static func endOfWord(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      if isWordByte(text[index]) {
        index += 1
        continue
      }
      guard text[index] >= 0x80 else { break }
      let next = character(in: text, at: index)
      guard next.kind == .letter else { break }
      index += next.length
    }
    return index
  }

  /// What a character that is not ASCII is, and of how many bytes. A malformed one parts words.
  @inline(__always)
  private static func character(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (kind: WordCharacter, length: Int) {
    let lead = text[index]
    // Most Han characters, by their first byte alone.
    if lead >= 0xE5, lead <= 0xE9, index + 2 < text.count { return (.dense, 3) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, index + length <= text.count else { return (.none, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return (.none, length) }
    return (WordCharacter(scalar), length)
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }
}

/// Reserved words and what they are: a hash table over bytes, asked once for each identifier.
struct WordTable: Sendable {
  private struct Entry {
    /// The first eight bytes.
    var head: UInt64
    var word: [UInt8]
    var kind: TokenKind
  }

  private var slots: [Entry?]
  /// Bit *n* is set where a word of *n* bytes exists; it turns away most identifiers.
  private var lengths: UInt64 = 0
  private let mask: Int
  private let ignoresCase: Bool

  /// - Parameter words: kinds with their words, separated by blanks; of two kinds the first wins.
  init(_ words: KeyValuePairs<TokenKind, String>, ignoresCase: Bool = false) {
    let entries = words.flatMap { kind, text in
      text.utf8.split(whereSeparator: ByteSet.whitespace.contains).map { (Array($0), kind) }
    }
    var capacity = 16
    while capacity < entries.count * 3 { capacity *= 2 }
    slots = Array(repeating: nil, count: capacity)
    mask = capacity - 1
    self.ignoresCase = ignoresCase
    for (word, kind) in entries where word.count < 64 {
      word.withUnsafeBufferPointer { insert(ignoresCase ? Self.lowercased($0) : word, kind) }
    }
  }

  private mutating func insert(_ word: [UInt8], _ kind: TokenKind) {
    let head = word.withUnsafeBufferPointer { Self.head(of: $0, ignoringCase: false) }
    var slot = Self.slot(head, word.count) & mask
    while let entry = slots[slot] {
      if entry.word == word { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = Entry(head: head, word: word, kind: kind)
    lengths |= 1 << UInt64(word.count)
  }

  /// The kind of a word, or nil where it isn't reserved.
  func kind(of word: UnsafeBufferPointer<UInt8>) -> TokenKind? {
    guard word.count < 64, lengths >> UInt64(word.count) & 1 == 1 else { return nil }
    let head = Self.head(of: word, ignoringCase: ignoresCase)
    var slot = Self.slot(head, word.count) & mask
    while let entry = slots[slot] {
      if entry.head == head, entry.word.count == word.count, matches(entry.word, word) {
        return entry.kind
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ word: [UInt8], _ candidate: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 8
    while index < word.count {
      let byte = ignoresCase ? Self.lowercased(candidate[index]) : candidate[index]
      if byte != word[index] { return false }
      index += 1
    }
    return true
  }

  private static func head(of word: UnsafeBufferPointer<UInt8>, ignoringCase: Bool) -> UInt64 {
    var head: UInt64 = 0
    for index in 0..<min(8, word.count) {
      head = head << 8 | UInt64(ignoringCase ? lowercased(word[index]) : word[index])
    }
    return head
  }

  private static func slot(_ head: UInt64, _ length: Int) -> Int {
    Int(truncatingIfNeeded: (head &+ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15 >> 40)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func lowercased(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    word.map { lowercased($0) }
  }
}

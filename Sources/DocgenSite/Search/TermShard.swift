/// A part of the index that is one file: some terms, in the order of their bytes, and where they are.
///
/// A file starts with `magic`. A term is the number of bytes that it shares with the one before it,
/// the number of its other bytes, these, its number of pages, its rarity, the length of its postings,
/// and these. Numbers are varints, 7 bits a byte, the lowest first. A posting is a page, as the
/// distance from the one before it, times 16 plus how much of the page is about the term, and a
/// `SectionList`.
struct TermShard: Sendable, Equatable {
  /// Tells a shard from whatever else a server sends; the last byte is the format's version.
  static let magic = Array("dgs1".utf8)

  /// The least text that stands behind the terms of the shard before and not behind its own.
  var first: [UInt8]
  var bytes: [UInt8]

  struct Entry: Equatable {
    var term: [UInt8]
    /// How many pages hold it, also where the postings list only the best of them.
    var pageCount: Int
    /// How much finding it says: 16 times the binary logarithm of all pages over those that hold it.
    var rarity: Int
    var postings: ArraySlice<UInt8>
  }

  struct Posting: Equatable {
    var page: Int
    /// How much of the page is about the term, 0 to 15.
    var level: Int
    var sections: [SectionList.Entry]
  }

  /// The terms from the start on, until `body` returns false.
  func forEachEntry(_ body: (Entry) -> Bool) {
    var index = Self.magic.count
    var term: [UInt8] = []
    func number() -> Int {
      var (value, shift) = (0, 0)
      while index < bytes.count, shift < 56 {
        let byte = bytes[index]
        index += 1
        value |= Int(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 { break }
      }
      return value
    }
    while index < bytes.count {
      let shared = number()
      let length = number()
      guard shared <= term.count, index + length <= bytes.count else { return }
      term.removeSubrange(shared...)
      term += bytes[index..<index + length]
      index += length
      let (pageCount, rarity, size) = (number(), number(), number())
      guard index + size <= bytes.count else { return }
      let entry = Entry(
        term: term, pageCount: pageCount, rarity: rarity, postings: bytes[index..<index + size])
      index += size
      if !body(entry) { return }
    }
  }

  static func postings(of entry: Entry) -> [Posting] {
    postings(entry.postings, hasFollowers: SectionList.hasFollowers(entry.term))
  }

  static func postings(_ bytes: ArraySlice<UInt8>, hasFollowers: Bool) -> [Posting] {
    var result: [Posting] = []
    var index = bytes.startIndex
    var page = 0
    while index < bytes.endIndex {
      var (value, shift) = (0, 0)
      while index < bytes.endIndex, shift < 56 {
        let byte = bytes[index]
        index += 1
        value |= Int(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 { break }
      }
      page += value >> 4
      var list = SectionList(hasFollowers: hasFollowers)
      let sections = list.read(from: bytes, at: &index)
      result.append(Posting(page: page, level: value & 15, sections: sections))
    }
    return result
  }
}

extension [UInt8] {
  /// 7 bits a byte, the lowest first.
  mutating func appendVarint(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

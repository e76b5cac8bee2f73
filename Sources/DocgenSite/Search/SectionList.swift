/// The sections of a page that a term stands in, as the index holds them.
///
/// A byte for each: `0x80` on the last, `0x40` where the term is in the section's heading, and how
/// many sections lie between it and the one before. 63 and a byte of 63 are "63 and more". Terms of
/// scripts with spaces have a second byte, their followers.
struct SectionList {
  struct Entry: Equatable {
    var section: Int
    var isInHeading: Bool
    /// `Follower` bits; all of them for pairs of characters, which overlap anyway.
    var followers: UInt8
  }

  private static let last: UInt8 = 0x80
  private static let heading: UInt8 = 0x40
  private static let more: UInt8 = 0x3F

  let hasFollowers: Bool
  private var next = 0

  init(hasFollowers: Bool) { self.hasFollowers = hasFollowers }

  /// Whether a term's sections have followers: not where it starts with a character of a dense
  /// script.
  static func hasFollowers(_ term: some Collection<UInt8>) -> Bool {
    guard let first = String(decoding: term.prefix(4), as: UTF8.self).unicodeScalars.first else {
      return true
    }
    return first.isASCII || WordCharacter(first) != .dense
  }

  /// - Parameter write: takes the bytes one after the other.
  @inline(__always)
  mutating func append(
    section: Int, isInHeading: Bool, followers: UInt8, isLast: Bool, write: (UInt8) -> Void
  ) {
    var gap = section - next
    while gap >= Int(Self.more) {
      write(Self.more)
      gap -= Int(Self.more)
    }
    write(
      UInt8(truncatingIfNeeded: gap) | (isInHeading ? Self.heading : 0) | (isLast ? Self.last : 0))
    if hasFollowers { write(followers) }
    next = section + 1
  }

  /// Reads a list from `index` on, and moves behind it.
  mutating func read(from bytes: ArraySlice<UInt8>, at index: inout Int) -> [Entry] {
    var entries: [Entry] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      next += Int(byte & Self.more)
      if byte & Self.more == Self.more { continue }
      var followers: UInt8 = 0xFF
      if hasFollowers, index < bytes.endIndex {
        followers = bytes[index]
        index += 1
      }
      entries.append(
        Entry(section: next, isInHeading: byte & Self.heading != 0, followers: followers))
      next += 1
      if byte & Self.last != 0 { break }
    }
    return entries
  }
}

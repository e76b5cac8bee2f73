/// Packs terms into shards.
struct TermShardWriter {
  private(set) var shards: [TermShard] = []
  /// A shard that has as many bytes takes no further term.
  let target: Int
  private var last: [UInt8] = []

  /// Whether the first shard takes every text before its first term.
  private let startsIndex: Bool

  init(target: Int, startsIndex: Bool) {
    self.target = target
    self.startsIndex = startsIndex
  }

  /// Terms come in the order of their bytes.
  mutating func append(
    _ term: ArraySlice<UInt8>, pageCount: Int, rarity: Int, postings: ArraySlice<UInt8>
  ) {
    var shared = 0
    while shared < min(term.count, last.count), term[term.startIndex + shared] == last[shared] {
      shared += 1
    }
    if shards.last.map({ $0.bytes.count >= target }) ?? true {
      shards.append(TermShard(first: Array(first(term, shared)), bytes: TermShard.magic))
      shared = 0
    }
    last.replaceSubrange(min(shared, last.count)..., with: term.dropFirst(shared))
    Self.append(
      term.dropFirst(shared), shared: shared, pageCount: pageCount, rarity: rarity, postings,
      to: &shards[shards.count - 1].bytes)
  }

  private static func append(
    _ ending: ArraySlice<UInt8>, shared: Int, pageCount: Int, rarity: Int,
    _ postings: ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes.appendVarint(shared)
    bytes.appendVarint(ending.count)
    bytes += ending
    bytes.appendVarint(pageCount)
    bytes.appendVarint(rarity)
    bytes.appendVarint(postings.count)
    bytes += postings
  }

  private func first(_ term: ArraySlice<UInt8>, _ shared: Int) -> ArraySlice<UInt8> {
    if shards.isEmpty { return startsIndex ? [] : term }
    var count = shared + 1
    // No character is cut through: the text is written as JSON.
    while count < term.count, term[term.startIndex + count] & 0xC0 == 0x80 { count += 1 }
    return term.prefix(count)
  }
}

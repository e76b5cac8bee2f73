/// The terms of several groups of pages as one list in the order of their bytes.
struct TermOrder: Sendable {
  /// By group and number: a word's place in the list.
  private(set) var words: [[Int32]]
  /// By group and number: a pair's.
  private(set) var pairs: [[Int32]]
  /// By place: a group that has the term, and its number there.
  private(set) var terms: [(group: Int32, term: TermNumber)] = []

  /// A term and its first eight bytes, which tell most terms apart.
  struct Key: Sendable {
    var prefix: UInt64
    var term: TermNumber
  }

  func term(at place: Int, in postings: [Postings]) -> ArraySlice<UInt8> {
    Self.bytes(of: terms[place].term, in: postings[Int(terms[place].group)])
  }

  /// - Parameter sorted: each group's terms, as `sorted(_:)` gives them.
  init(_ postings: [Postings], sorted: [[Key]]) {
    words = postings.map { [Int32](repeating: 0, count: $0.words.count) }
    pairs = postings.map { [Int32](repeating: 0, count: $0.pairs.count) }
    var heads = [Int](repeating: 0, count: sorted.count)
    while let least = Self.least(of: heads, sorted, postings) {
      let place = Int32(truncatingIfNeeded: terms.count)
      terms.append((Int32(truncatingIfNeeded: least.group), least.key.term))
      for group in heads.indices where heads[group] < sorted[group].count {
        let key = sorted[group][heads[group]]
        let isSame =
          group == least.group
          || key.prefix == least.key.prefix
            && Self.bytes(of: key.term, in: postings[group])
              .elementsEqual(Self.bytes(of: least.key.term, in: postings[least.group]))
        guard isSame else { continue }
        if key.term.isPair {
          pairs[group][key.term.number] = place
        } else {
          words[group][key.term.number] = place
        }
        heads[group] += 1
      }
    }
  }

  private static func least(
    of heads: [Int], _ sorted: [[Key]], _ postings: [Postings]
  ) -> (group: Int, key: Key)? {
    var least: (group: Int, key: Key)?
    for group in heads.indices where heads[group] < sorted[group].count {
      let key = sorted[group][heads[group]]
      if let known = least {
        if key.prefix > known.key.prefix { continue }
        if key.prefix == known.key.prefix,
          !bytes(of: key.term, in: postings[group])
            .lexicographicallyPrecedes(bytes(of: known.key.term, in: postings[known.group]))
        {
          continue
        }
      }
      least = (group, key)
    }
    return least
  }

  private static func bytes(of term: TermNumber, in postings: Postings) -> ArraySlice<UInt8> {
    term.isPair ? postings.pairs[term.number] : postings.words[term.number]
  }

  /// A group's terms in the order of their bytes. None holds a zero.
  static func sorted(_ postings: Postings) -> [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(postings.words.count + postings.pairs.count)
    for (table, isPair) in [(postings.words, false), (postings.pairs, true)] {
      for number in 0..<table.count {
        let bytes = table[number]
        var prefix: UInt64 = 0
        for byte in bytes.prefix(8) { prefix = prefix << 8 | UInt64(byte) }
        prefix <<= UInt64(8 * (8 - min(8, bytes.count)))
        keys.append(Key(prefix: prefix, term: TermNumber(number, isPair: isPair)))
      }
    }
    keys.sort { $0.prefix < $1.prefix }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].prefix == keys[start].prefix { end += 1 }
      if end - start > 1 {
        keys[start..<end].sort {
          bytes(of: $0.term, in: postings)
            .lexicographicallyPrecedes(bytes(of: $1.term, in: postings))
        }
      }
      start = end
    }
    return keys
  }
}

/// The terms of several tables as one list in the order of their bytes.
struct TermOrder: Sendable {
  /// By table and term: its place in the list.
  private(set) var ranks: [[Int32]]
  /// By rank: a table that has the term, and its number there.
  private(set) var terms: [(table: Int32, term: Int32)] = []

  /// - Parameter sorted: the terms of each table, as `sorted(_:)` gives them.
  init(_ tables: [ByteStringTable], sorted: [[Key]]) {
    ranks = sorted.map { [Int32](repeating: 0, count: $0.count) }
    var heads = [Int](repeating: 0, count: sorted.count)
    func isSame(_ a: (table: Int, key: Key), _ b: (table: Int, key: Key)) -> Bool {
      a.key.prefix == b.key.prefix
        && tables[a.table][Int(a.key.term)].elementsEqual(tables[b.table][Int(b.key.term)])
    }
    while true {
      var least: (table: Int, key: Key)?
      for (table, head) in heads.enumerated() where head < sorted[table].count {
        let key = sorted[table][head]
        if let known = least {
          let isLess =
            key.prefix != known.key.prefix
            ? key.prefix < known.key.prefix
            : tables[table][Int(key.term)].lexicographicallyPrecedes(
              tables[known.table][Int(known.key.term)])
          if !isLess { continue }
        }
        least = (table, key)
      }
      guard let least else { return }
      let rank = Int32(truncatingIfNeeded: terms.count)
      terms.append((Int32(truncatingIfNeeded: least.table), least.key.term))
      for (table, head) in heads.enumerated() where head < sorted[table].count {
        let key = sorted[table][head]
        guard table == least.table || isSame((table, key), least) else { continue }
        ranks[table][Int(key.term)] = rank
        heads[table] += 1
      }
    }
  }

  /// A term and its first eight bytes, which tell most terms apart.
  struct Key: Sendable {
    var prefix: UInt64
    /// Its number in the table.
    var term: Int32
  }

  static func sorted(_ table: ByteStringTable) -> [Key] {
    var keys = (0..<table.count).map { number in
      let bytes = table[number]
      var prefix: UInt64 = 0
      for byte in bytes.prefix(8) { prefix = prefix << 8 | UInt64(byte) }
      prefix <<= UInt64(8 * (8 - min(8, bytes.count)))
      return Key(prefix: prefix, term: Int32(truncatingIfNeeded: number))
    }
    keys.sort { $0.prefix < $1.prefix }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].prefix == keys[start].prefix { end += 1 }
      if end - start > 1 {
        keys[start..<end].sort {
          table[Int($0.term)].lexicographicallyPrecedes(table[Int($1.term)])
        }
      }
      start = end
    }
    return keys
  }
}

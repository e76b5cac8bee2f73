/// A page's words in their order, each by its number among the page's words.
struct PageWords {
  private(set) var table = ByteStringTable()
  /// Their numbers, in the order in which they first come.
  private(set) var words: [Int32] = []
  /// The same of pairs of characters.
  private(set) var pairs: [Int32] = []
  /// All of the page, by number.
  private(set) var sequence: [Int32] = []
  /// Where each stretch of the text ends in `sequence`.
  private(set) var ends: [Int] = []

  mutating func cut(_ text: SearchText) {
    table.removeAll()
    words.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    sequence.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for stretch in text.stretches {
        let part = UnsafeBufferPointer(rebasing: bytes[start..<stretch.end])
        SearchWords.cut(part) { range in
          let (number, isNew) = table.insert(UnsafeBufferPointer(rebasing: part[range]))
          sequence.append(Int32(truncatingIfNeeded: number))
          if isNew { words.append(Int32(truncatingIfNeeded: number)) }
        } pair: { range in
          let (number, isNew) = table.insert(UnsafeBufferPointer(rebasing: part[range]))
          sequence.append(Int32(truncatingIfNeeded: number))
          if isNew { pairs.append(Int32(truncatingIfNeeded: number)) }
        }
        ends.append(sequence.count)
        start = stretch.end
      }
    }
  }
}

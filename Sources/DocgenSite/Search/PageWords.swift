/// A page's words in their order, each by its number among the page's words.
struct PageWords {
  private(set) var table = ByteStringTable()
  /// Their numbers, in the order in which they first come.
  private(set) var words: [Int32] = []
  /// The same of pairs of characters.
  private(set) var pairs: [Int32] = []
  /// All of the page, by number. Behind the last of `ends` is room for longer pages.
  private(set) var sequence: [Int32] = []
  /// Where each stretch of the text ends in `sequence`.
  private(set) var ends: [Int] = []

  mutating func cut(_ text: SearchText) {
    table.removeAll()
    words.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    // A word takes a byte or more, so that nothing has to grow on the way.
    if sequence.count < text.bytes.count {
      sequence = [Int32](repeating: 0, count: text.bytes.count)
    }
    var numbers: [Int32] = []
    swap(&numbers, &sequence)
    numbers.withUnsafeMutableBufferPointer { numbers in
      text.bytes.withUnsafeBufferPointer { cut($0, text.stretches, into: numbers) }
    }
    swap(&numbers, &sequence)
  }

  private mutating func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stretches: [SearchText.Stretch],
    into numbers: UnsafeMutableBufferPointer<Int32>
  ) {
    var start = 0
    var count = 0
    for stretch in stretches {
      let part = UnsafeBufferPointer(rebasing: bytes[start..<stretch.end])
      SearchWords.cut(part) { range in
        let (number, isNew) = table.insert(UnsafeBufferPointer(rebasing: part[range]))
        numbers[count] = Int32(truncatingIfNeeded: number)
        count += 1
        if isNew { words.append(Int32(truncatingIfNeeded: number)) }
      } pair: { range in
        let (number, isNew) = table.insert(UnsafeBufferPointer(rebasing: part[range]))
        numbers[count] = Int32(truncatingIfNeeded: number)
        count += 1
        if isNew { pairs.append(Int32(truncatingIfNeeded: number)) }
      }
      ends.append(count)
      start = stretch.end
    }
  }
}

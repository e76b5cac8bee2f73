/// Numbers byte strings in the order in which they first come: 0, 1, 2, …. Open addressing over one
/// buffer, because a Swift dictionary of arrays takes ten times as long for a million words.
struct ByteStringTable: Sendable {
  private struct Slot: Sendable {
    /// A string of up to seven bytes itself, with its length; the hash of a longer one.
    var key: UInt64
    /// Negative: free.
    var number: Int32
  }

  /// Where each string ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int32] = []
  private var keys: [UInt64] = []
  private var bytes: [UInt8] = []
  private var slots = Self.free
  /// What is left of a key's product is an index into `slots`.
  private var shift = Self.freeShift

  private static let freeShift: UInt64 = 64 - 12
  private static let free = [Slot](repeating: Slot(key: 0, number: -1), count: 1 << 12)

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// - Returns: the string's number, and whether it is new.
  @inline(__always)
  mutating func insert(_ string: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    insert(string, Self.key(string))
  }

  @inline(__always)
  private mutating func insert(
    _ string: UnsafeBufferPointer<UInt8>, _ key: UInt64
  ) -> (number: Int, isNew: Bool) {
    let mask = slots.count - 1
    var index = place(of: key)
    while true {
      let slot = slots[index]
      if slot.number < 0 { return (add(string, key, at: index), true) }
      if slot.key == key, string.count < 8 || holds(string, at: Int(slot.number)) {
        return (Int(slot.number), false)
      }
      index = (index + 1) & mask
    }
  }

  /// Inserts strings of another table and writes their numbers to `numbers`.
  ///
  /// A large table lies in no cache, and each look into it waits for memory. Those of the first loop
  /// don't depend on each other, so a processor waits for many of them at once.
  mutating func insert(
    _ chosen: [Int32], of other: ByteStringTable, numbers: inout [Int32]
  ) {
    var found = [Slot]()
    found.reserveCapacity(chosen.count)
    for number in chosen { found.append(slots[place(of: other.keys[Int(number)])]) }
    numbers.removeAll(keepingCapacity: true)
    other.bytes.withUnsafeBufferPointer { bytes in
      for (slot, number) in zip(found, chosen) {
        let key = other.keys[Int(number)]
        let range = other.range(Int(number))
        if slot.number >= 0, slot.key == key, range.count < 8 {
          numbers.append(slot.number)
        } else {
          let (own, _) = insert(UnsafeBufferPointer(rebasing: bytes[range]), key)
          numbers.append(Int32(truncatingIfNeeded: own))
        }
      }
    }
  }

  /// Forgets all strings; costs little if there were few.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    if slots.count > Self.free.count {
      slots = Self.free
      shift = Self.freeShift
    } else {
      for index in slots.indices { slots[index].number = -1 }
    }
  }

  private mutating func add(
    _ string: UnsafeBufferPointer<UInt8>, _ key: UInt64, at index: Int
  ) -> Int {
    let number = ends.count
    bytes.append(contentsOf: string)
    ends.append(Int32(truncatingIfNeeded: bytes.count))
    keys.append(key)
    slots[index] = Slot(key: key, number: Int32(truncatingIfNeeded: number))
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func holds(_ string: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == string.count else { return false }
    for offset in 0..<string.count where bytes[start + offset] != string[offset] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(key: 0, number: -1), count: slots.count * 4)
    let mask = larger.count - 1
    shift -= 2
    for slot in slots where slot.number >= 0 {
      var index = place(of: slot.key)
      while larger[index].number >= 0 { index = (index + 1) & mask }
      larger[index] = slot
    }
    slots = larger
  }

  @inline(__always)
  private static func key(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let (count, bytes) = (string.count, UnsafeRawBufferPointer(string))
    func word<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type, at offset: Int) -> UInt64 {
      UInt64(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self))
    }
    let length = UInt64(truncatingIfNeeded: count)
    switch count {
    case 0: return 0
    // The first, the middle and the last byte are all there are; so are two halves that overlap.
    case 1..<4:
      return length << 56 | UInt64(string[0]) | UInt64(string[count / 2]) << 8
        | UInt64(string[count - 1]) << 16
    case 4..<8:
      let last = word(UInt32.self, at: count - 4) >> (8 * (8 - length))
      return length << 56 | word(UInt32.self, at: 0) | last << 32
    default:
      var hash = length
      var offset = 0
      while offset + 8 < count {
        hash = mixed(hash, with: word(UInt64.self, at: offset))
        offset += 8
      }
      return mixed(hash, with: word(UInt64.self, at: count - 8))
    }
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, with word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The upper bits of a product depend on all bits of the key.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

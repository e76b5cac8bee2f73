/// Numbers byte strings in the order in which they first come: 0, 1, 2, …. Open addressing over one
/// buffer, because a Swift dictionary of arrays takes ten times as long for a million words.
struct ByteStringTable: Sendable {
  /// Where each string ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int32] = []
  private var bytes: [UInt8] = []
  private var hashes: [UInt64] = []
  /// A string's number and 1; 0 is free.
  private var slots = [Int32](repeating: 0, count: 1 << 12)

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return bytes[start..<Int(ends[number])]
  }

  /// - Returns: the string's number, and whether it is new.
  mutating func insert(_ string: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(string)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, holds(string, at: number) { return (number, false) }
      slot = (slot + 1) & mask
    }
    let number = ends.count
    bytes.append(contentsOf: string)
    ends.append(Int32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: number + 1)
    if ends.count * 2 > slots.count { grow() }
    return (number, true)
  }

  private func holds(_ string: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == string.count else { return false }
    for offset in 0..<string.count where bytes[start + offset] != string[offset] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Int32](repeating: 0, count: slots.count * 4)
    let mask = larger.count - 1
    for number in 0..<ends.count {
      var slot = Int(truncatingIfNeeded: hashes[number] >> 20) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = Int32(truncatingIfNeeded: number + 1)
    }
    slots = larger
  }

  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: string.count)
    for byte in string { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash ^ hash >> 29
  }
}

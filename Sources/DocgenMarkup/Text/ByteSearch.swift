import CMarkSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Searches that look at many bytes at once. Most bytes of a page mean nothing to any of its readers,
/// so passing over them is most of the work.
extension UnsafeBufferPointer<UInt8> {
  /// The first index from `start` below `end` with that byte, or nil.
  package func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let end = Swift.min(end, count)
    guard let baseAddress, start >= 0, start < end,
      let found = memchr(baseAddress + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }

  func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: 0, to: count) != nil }

  /// Whether these bytes, of which there is at least one, stand anywhere.
  func contains(_ wanted: [UInt8]) -> Bool {
    guard let baseAddress, let first = wanted.first else { return false }
    let end = count - wanted.count + 1
    var index = 0
    while let found = firstIndex(of: first, from: index, to: end) {
      if memcmp(baseAddress + found, wanted, wanted.count) == 0 { return true }
      index = found + 1
    }
    return false
  }

  /// The first index from `start` on whose byte is one of `wanted` or less than `least`, or the end.
  ///
  /// - Parameter wanted: eight bytes of ASCII, some of them the same where there are fewer.
  @inline(__always)
  func firstIndex(ofAny wanted: StaticString, below least: UInt8 = 0, from start: Int) -> Int {
    guard let baseAddress, start >= 0, start < count, wanted.utf8CodeUnitCount == 8 else {
      return count
    }
    return docgen_first_index(baseAddress, start, count, least, wanted.utf8Start)
  }
}

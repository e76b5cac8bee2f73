#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension String {
  /// Whether the two are the same UTF-8 bytes. `==` holds `é` and `e` with an accent for the same, which
  /// no disk and no browser does.
  package func hasSameBytes(as other: String) -> Bool {
    let fast = utf8.withContiguousStorageIfAvailable { a in
      other.utf8.withContiguousStorageIfAvailable { b in
        guard a.count == b.count, let left = a.baseAddress, let right = b.baseAddress else {
          return a.count == b.count
        }
        return memcmp(left, right, a.count) == 0
      }
    }
    if case .some(.some(let isSame)) = fast { return isSame }
    return utf8.elementsEqual(other.utf8)
  }

  /// Whether the text comes before the other by its UTF-8 bytes.
  ///
  /// Unlike `<`, this is a total order of paths: `é` and `e` with an accent are two files, and one
  /// always comes first. It is also some ten times faster than comparing `utf8` views.
  package func precedesByBytes(_ other: String) -> Bool {
    let fast = utf8.withContiguousStorageIfAvailable { a in
      other.utf8.withContiguousStorageIfAvailable { b in
        guard let left = a.baseAddress, let right = b.baseAddress else { return a.count < b.count }
        let order = memcmp(left, right, min(a.count, b.count))
        return order == 0 ? a.count < b.count : order < 0
      }
    }
    if case .some(.some(let precedes)) = fast { return precedes }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }
}

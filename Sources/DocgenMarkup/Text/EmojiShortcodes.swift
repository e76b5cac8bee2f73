/// GitHub's emoji shortcodes (`tada` for 🎉) and, for emoji that GitHub has none for, Unicode's own
/// short names (`melting_face` for 🫠).
///
/// The table is text in the program's read-only data, searched where it lies: nothing to build at
/// start-up and nothing to keep.
package enum EmojiShortcodes {
  /// The longest shortcode in bytes; what is longer between two colons cannot be one.
  package static let longestShortcode = 64

  /// The emoji's UTF-8 for a shortcode given without its colons, or nil where there is none.
  package static func emoji(for shortcode: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !shortcode.isEmpty, shortcode.count <= longestShortcode else { return nil }
    return table.withUTF8Buffer { search($0, for: shortcode).map(Array.init) }
  }

  package static func emoji(for shortcode: some Collection<UInt8>) -> [UInt8]? {
    Array(shortcode).withUnsafeBufferPointer { emoji(for: $0) }
  }

  /// Binary search over byte offsets: the middle is moved back to the start of its line.
  private static func search(
    _ table: UnsafeBufferPointer<UInt8>, for shortcode: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    var (low, high) = (0, table.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, table[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      let rest = table[start..<high]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? high
      let space = rest.firstIndex(of: UInt8(ascii: " ")) ?? end
      let name = table[start..<space]
      if name.elementsEqual(shortcode) { return table[min(space + 1, end)..<end] }
      if name.lexicographicallyPrecedes(shortcode) {
        low = min(end + 1, high)
      } else {
        high = start
      }
    }
    return nil
  }
}

import Testing

@testable import DocgenMarkup

/// Searches that look at many bytes at once find what one looking at each finds.
@Suite struct ByteSearchTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func findsWhatALoopFinds(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let length = Int(seed) * 2 - 1
    let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    bytes.withUnsafeBufferPointer { buffer in
      for start in 0...length + 1 {
        let wanted = bytes.indices.first {
          $0 >= start && ("\n\\`]*<{{".utf8.contains(bytes[$0]) || bytes[$0] < 0x08)
        }
        #expect(
          buffer.firstIndex(ofAny: "\n\\`]*<{{", below: 0x08, from: start) == wanted ?? length)
        let first = bytes.indices.first { $0 >= start && bytes[$0] < 0x80 }
        let byte = first.map { bytes[$0] } ?? 0x80
        let place = bytes.indices.first { $0 >= start && bytes[$0] == byte }
        #expect(buffer.firstIndex(of: byte, from: start, to: length) == place)
      }
    }
  }

  /// A match stands at each place of a text of each length, with nothing else in it.
  @Test(arguments: 0...34)
  func findsTheOnlyOne(_ length: Int) {
    for place in 0...length {
      var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      if place < length { bytes[place] = UInt8(ascii: "~") }
      for start in 0...length {
        let found = bytes.withUnsafeBufferPointer {
          $0.firstIndex(ofAny: "~~~~~~~~", from: start)
        }
        #expect(found == (place >= start ? place : length))
      }
    }
  }

  @Test(arguments: [
    ("abcabd", "abd", true), ("abcabd", "abe", false), ("ab", "abc", false), ("", "a", false),
    ("xa", "a", true), ("aab", "ab", true),
  ])
  func containsBytes(_ text: String, _ wanted: String, _ isThere: Bool) {
    let found = Array(text.utf8).withUnsafeBufferPointer { $0.contains(Array(wanted.utf8)) }
    #expect(found == isThere)
  }

  @Test(arguments: [0, 7, 9, 10, 42, 99, 100, 1_234_567, Int.max])
  func numbers(_ number: Int) {
    var bytes = Array("n".utf8)
    bytes.append(decimal: number)
    #expect(text(bytes) == "n\(number)")
  }
}

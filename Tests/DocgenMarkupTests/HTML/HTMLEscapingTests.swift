import Testing

@testable import DocgenMarkup

@Suite struct HTMLEscapingTests {
  @Test(arguments: [
    ("", ""),
    ("plain", "plain"),
    ("<", "&lt;"),
    ("a<b", "a&lt;b"),
    ("& < > \" '", "&amp; &lt; &gt; &quot; &#39;"),
    ("&amp;", "&amp;amp;"),
    ("<<>>", "&lt;&lt;&gt;&gt;"),
    ("带 'é' 的文字", "带 &#39;é&#39; 的文字"),
    ("ends with &", "ends with &amp;"),
  ])
  func escapes(_ text: String, _ expected: String) {
    #expect(HTMLEscaping.escaped(text) == expected)
  }

  @Test func appendsToWhatIsThere() {
    var output = Array("x=".utf8)
    HTMLEscaping.appendEscaped(Array("a&b".utf8)[1...], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x=&amp;b")
  }

  /// Every byte, invalid UTF-8 among them, against the obvious implementation.
  @Test(arguments: 0..<40)
  func agreesWithTheObviousImplementation(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let specials = Array("&<>\"'".utf8)
    let bytes = (0..<Int(next() % 400)).map { _ in
      next() % 3 == 0 ? specials[Int(next() % 5)] : UInt8(next() % 256)
    }
    var names: [UInt8: String] = [
      0x22: "&quot;", 0x26: "&amp;", 0x27: "&#39;", 0x3C: "&lt;", 0x3E: "&gt;",
    ]
    for control in UInt8(0)..<0x20 where !"\t\n\r".utf8.contains(control) {
      names[control] = "\u{FFFD}"
    }
    let expected = bytes.flatMap { byte in names[byte].map { Array($0.utf8) } ?? [byte] }
    var output: [UInt8] = []
    HTMLEscaping.appendEscaped(bytes, into: &output)
    #expect(output == expected)
  }
}

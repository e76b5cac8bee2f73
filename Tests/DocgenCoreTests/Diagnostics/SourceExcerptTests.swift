import Testing

@testable import DocgenCore

@Suite struct SourceExcerptTests {
  private func shown(
    _ line: String, column: Int, end: Int? = nil, width: Int = 40
  ) -> SourceExcerpt? {
    let span = SourceSpan(
      file: "f", start: SourcePosition(line: 1, column: column),
      end: end.map { SourcePosition(line: 1, column: $0) })
    return SourceExcerpt(SourceText(line), span, width: width)
  }

  @Test(arguments: [
    ("abc def", 5, 8, "abc def", "    ^~~"),
    ("abc", 1, 1, "abc", "^"),
    ("abc", 4, 9, "abc", "   ^"),
    ("abc", 99, 120, "abc", "   ^"),
    ("abc", -3, -1, "abc", "^"),
    ("", 1, 1, "", "^"),
    ("\tabc", 2, 5, "    abc", "    ^~~"),
    ("ab\tc", 4, 5, "ab  c", "    ^"),
    ("中文 x", 8, 9, "中文 x", "     ^"),
    ("中文 x", 4, 7, "中文 x", "  ^~"),
    ("中文", 5, 6, "中文", "  ^~"),
    ("e\u{301}x", 4, 5, "e\u{301}x", " ^"),
    ("a\u{1b}[31mb", 7, 8, "a␛[31mb", "      ^"),
  ])
  func marks(text: String, column: Int, end: Int, line: String, marker: String) {
    let excerpt = shown(text, column: column, end: end)
    #expect(excerpt?.line == line)
    #expect(excerpt.map { $0.indent + $0.marker } == marker)
  }

  @Test func invalidBytesTakeOneColumnEach() {
    let source = SourceText([0x61, 0xFF, 0xE4, 0xB8, 0x62])
    let span = SourceSpan(file: "f", line: 1, column: 5)
    let excerpt = SourceExcerpt(source, span, width: 40)
    #expect(excerpt?.line == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
    #expect(excerpt?.indent == "    ")
  }

  @Test func severalLinesAreMarkedToTheEndOfTheFirst() {
    let span = SourceSpan(
      file: "f", start: SourcePosition(line: 1, column: 3), end: SourcePosition(line: 2, column: 2))
    #expect(SourceExcerpt(SourceText("abcde\nfg"), span, width: 40)?.marker == "^~~")
  }

  @Test func aLineThatIsNotThere() {
    let span = SourceSpan(file: "f", line: 7)
    #expect(SourceExcerpt(SourceText("a\n"), span, width: 40) == nil)
  }

  /// Wherever the place is in a long line, it is in sight and marked.
  @Test(arguments: [1, 2, 39, 40, 41, 500, 990, 996, 1000])
  func longLinesAreCutAroundThePlace(column: Int) throws {
    let digits = (0..<1000).map { String($0 % 10) }.joined()
    let excerpt = try #require(self.shown(digits, column: column, end: column + 3))
    #expect(excerpt.line.count <= 40)
    let marked = Array(excerpt.line)[excerpt.indent.count]
    #expect(String(marked) == String((column - 1) % 10))
    #expect(excerpt.line.hasPrefix("…") == (column > 30))
    #expect(excerpt.line.hasSuffix("…") == (column < 980))
    #expect(excerpt.marker == (column == 1000 ? "^" : "^~~"))
  }

  @Test func aLongMarkIsCut() throws {
    let text = String(repeating: "x", count: 100_000)
    let excerpt = try #require(self.shown(text, column: 50, end: 90_000))
    #expect(excerpt.indent.count + excerpt.marker.count <= 40)
    #expect(excerpt.marker.count > 20)
  }

  @Test func anySpanInAnyBytes() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [UInt8] = [
      0x09, 0x0A, 0x0D, 0x20, 0x61, 0x80, 0xCC, 0x81, 0xE4, 0xB8, 0xAD, 0xF0,
    ]
    let numbers = [Int.min, -1, 0, 1, 2, 9, 50, 200, Int.max]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...120, using: &random)
      let bytes = (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }
      func number() -> Int { numbers.randomElement(using: &random) ?? 0 }
      let span = SourceSpan(
        file: "f", start: SourcePosition(line: number(), column: number()),
        end: Bool.random(using: &random) ? SourcePosition(line: number(), column: number()) : nil)
      let excerpt = SourceExcerpt(SourceText(bytes), span, width: 30)
      #expect((excerpt?.line.unicodeScalars.count ?? 0) <= 200)
      #expect((excerpt?.indent.count ?? 0) <= 32)
    }
  }
}

extension SourceExcerptTests {
  /// SplitMix64: the same numbers in each run.
  struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}

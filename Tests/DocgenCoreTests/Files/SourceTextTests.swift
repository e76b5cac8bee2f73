import DocgenCore
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("\n", ["", ""]), ("a\nbc", ["a", "bc"]),
    ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb", ["a", "b"]), ("a\r\rb", ["a", "", "b"]),
    ("a\n\rb", ["a", "", "b"]), ("\r\n", ["", ""]), ("é\n中", ["é", "中"]),
  ])
  func lines(text: String, expected: [String]) {
    let source = SourceText(text)
    let lines = (1...source.lineCount).map { line in
      source.range(ofLine: line).map { String(decoding: source.bytes[$0], as: UTF8.self) }
    }
    #expect(lines == expected)
    #expect(source.range(ofLine: 0) == nil)
    #expect(source.range(ofLine: source.lineCount + 1) == nil)
  }

  @Test func columnsAreBytes() {
    let source = SourceText("aé\n中b\n")
    #expect(source.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(source.position(at: 3) == SourcePosition(line: 1, column: 4))
    #expect(source.position(at: 4) == SourcePosition(line: 2, column: 1))
    #expect(source.position(at: 7) == SourcePosition(line: 2, column: 4))
    #expect(source.position(at: 9) == SourcePosition(line: 3, column: 1))
    #expect(source.position(at: -5) == SourcePosition(line: 1, column: 1))
    #expect(source.position(at: 900) == SourcePosition(line: 3, column: 1))
  }

  @Test func offsetsAndPositionsAreInverse() {
    let source = SourceText("one\r\ntwo\rthree\n\nfour")
    for offset in 0...source.bytes.count {
      let position = source.position(at: offset)
      guard let range = source.range(ofLine: position.line), offset <= range.upperBound else {
        continue
      }
      #expect(source.offset(of: position) == offset)
    }
    #expect(source.offset(of: SourcePosition(line: 1, column: 99)) == 3)
    #expect(source.offset(of: SourcePosition(line: 9, column: 1)) == nil)
  }
}

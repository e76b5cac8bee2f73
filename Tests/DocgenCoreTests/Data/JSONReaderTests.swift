import DocgenCore
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    (
      #"{"a": [1, -2.5e+3, true, false, null], "b": {}}"#,
      "{a: [1, -2.5e+3, true, false, null], b: {}}"
    ),
    (#""\"\\\/\b\u0041\ud83d\ude00""#, "\"\"\\/\u{8}A😀\""),
    (" [ ] ", "[]"),
    ("0", "0"),
    ("\u{FEFF}{}", "{}"),
  ])
  func values(source: String, expected: String) {
    let result = JSONReader.value(Array(source.utf8), file: "a.json")
    #expect(result.value?.text == expected)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("{a: 1}", "config/syntax 1:2 expected a quoted key, found 'a'"),
    ("{'a': 1}", "config/syntax 1:2 JSON has no single-quoted strings"),
    (#"{"a": 1,}"#, "config/syntax 1:9 expected a quoted key, found '}'"),
    ("[1,]", "config/syntax 1:4 expected a value, found ']'"),
    ("[1 2]", "config/syntax 1:4 expected ',' or ']', found '2'"),
    ("// x\n1", "config/syntax 1:1 JSON has no comments"),
    ("1 /* x */", "config/syntax 1:3 JSON has no comments"),
    ("01", "config/syntax 1:1 expected a number, found '01'"),
    ("1.", "config/syntax 1:1 expected a number, found '1.'"),
    (".5", "config/syntax 1:1 expected a number, found '.5'"),
    ("0x1", "config/syntax 1:1 expected a number, found '0x1'"),
    ("1_0", "config/syntax 1:1 expected a number, found '1_0'"),
    ("- 1", "config/syntax 1:3 unexpected '1'"),
    ("+1", "config/syntax 1:1 expected a value, found '+'"),
    ("undefined", "config/syntax 1:1 expected a value, found 'undefined'"),
    ("`a`", "config/syntax 1:1 expected a value, found '`a`'"),
    (#""\x41""#, "config/syntax 1:1 a string has an unknown escape"),
    ("\"a\tb\"", "config/syntax 1:1 a string has a control character"),
    ("1 2", "config/syntax 1:3 unexpected '2'"),
    ("", "config/syntax 1:1 expected a value, found the end of the file"),
  ])
  func errors(source: String, expected: String) {
    let result = JSONReader.value(Array(source.utf8), file: "a.json")
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.text) == [expected])
  }

  @Test func repeatedKeysAreReported() {
    let result = JSONReader.value(Array(#"{"a": 1, "a": 2}"#.utf8), file: "a.json")
    #expect(result.value?.text == "{a: 2}")
    #expect(result.diagnostics.map(\.code) == ["config/duplicate-key"])
  }

  @Test func nestingIsLimited() {
    let source = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
    let result = JSONReader.value(Array(source.utf8), file: "a.json")
    #expect(result.diagnostics.map(\.code) == ["config/too-deep"])
  }
}

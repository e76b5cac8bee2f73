import DocgenCore
import Testing

@Suite struct JSONValueTests {
  private func parse(_ text: String) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false\n", .bool(false)), ("0", .integer(0)),
      ("-7", .integer(-7)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("9007199254740993", .integer(9_007_199_254_740_993)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("123456789012345678901234567890", .number(1.2345678901234568e29)),
      ("-0", .number(-0.0)), ("1.5", .number(1.5)), ("1e3", .number(1000)),
      ("2.5E-1", .number(0.25)), ("5.0", .number(5)), (#""""#, .string("")),
      (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u00e9\uD83D\ude00""#, .string("é😀")), (#""\ud83d""#, .string("\u{FFFD}")),
      (#""\ud83d\u0041""#, .string("\u{FFFD}A")), (#""\udc00x""#, .string("\u{FFFD}x")),
      ("\"é中😀\u{2028}\"", .string("é中😀\u{2028}")), ("[]", .array([])), ("{}", .object([])),
      (" [ 1 , [ ] , { } ] ", [1, [], [:]]),
      (#"{"b":1,"a":{"c":[null]}}"#, ["b": 1, "a": ["c": [nil]]]),
    ] as [(String, JSONValue)])
  func parses(text: String, value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulL", "tru", "01", "-", "-a", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN",
    "\"", "\"a", "\"\n\"", #""\x""#, #""\u12""#, #""\u12g4""#, #""\"#, "[", "[1", "[1,", "[1,]",
    "[,1]", "[1 2]", "{", "{a:1}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1"#, "{1:2}", "1 2",
    "// c\n1", "]", "'a'",
  ])
  func refuses(text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test func saysWhere() {
    let error = #expect(throws: JSONError.self) { try parse(#"{"a": [1, x]}"#) }
    #expect(error?.problem == "has no value")
    #expect(error?.offset == 10)
  }

  @Test(arguments: [
    [0xFF], [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22],
  ])
  func refusesWhatIsNoUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
  }

  @Test func nestingIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(256))
    #expect(throws: JSONError.self) { try parse(nested(257)) }
    #expect(throws: JSONError.self) { try parse(String(repeating: "{\"a\":[", count: 1_000_000)) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array("[[1]]".utf8), depth: 1) }
  }

  @Test func theLastOfTwoKeysCounts() throws {
    let value = try parse(#"{"a":1,"a":2}"#)
    #expect(value["a"] == 2)
    #expect(value.text == #"{"a":1,"a":2}"#)
  }

  @Test func writes() {
    let value: JSONValue = [
      "z": 1, "a": [true, nil, 0.5, "\u{7F}\u{80}\u{2029}\u{FEFF}é—<"], "e": [], "o": [:],
      "big": .integer(.min), "whole": 5.0, "none": .number(.infinity),
    ]
    #expect(
      value.text
        == #"{"z":1,"a":[true,null,0.5,"\u007F\u0080\u2029\uFEFFé—<"],"e":[],"o":{},"#
        + #""big":-9223372036854775808,"whole":5,"none":null}"#)
    #expect((["a": [1]] as JSONValue).prettyText == "{\n  \"a\": [\n    1\n  ]\n}")
    #expect(JSONValue.integer(5).number == 5 && JSONValue.number(5).integer == 5)
    #expect(JSONValue.number(5.5).integer == nil && JSONValue.string("5").integer == nil)
  }

  /// Whatever is written is read as what it was.
  @Test func randomValuesComeBack() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2000 {
      let value = randomValue(depth: 4, &generator)
      #expect(try JSONValue(parsing: value.bytes) == value)
      #expect(try JSONValue(parsing: Array(value.prettyText.utf8)) == value)
    }
  }

  /// Whatever comes in, it ends with a value or an error.
  @Test func damagedTextDoesNotCrash() {
    var generator = SeededGenerator(state: 11)
    let source = Array(#"{"a":[1,-2.5e3,"x\u00e9\n😀",{"b":null}],"c":true,"d":{"e":[[],{}]}}"#.utf8)
    for _ in 0..<20_000 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: index)
        }
      }
      if let value = try? JSONValue(parsing: bytes) {
        #expect((try? JSONValue(parsing: value.bytes)) != nil)
      }
    }
  }

  private func randomValue(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    func text() -> String {
      let characters = Array("ab\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{FEFF}é中😀<&")
      return String(
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          characters.randomElement(using: &generator) ?? "a"
        })
    }
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int.random(in: .min ... .max, using: &generator))
    case 3: return .number(Double.random(in: -1e6...1e6, using: &generator) + 0.123)
    case 4: return .string(text())
    case 5:
      return .array(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          randomValue(depth: depth - 1, &generator)
        })
    default:
      return .object(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          .init(text(), randomValue(depth: depth - 1, &generator))
        })
    }
  }
}

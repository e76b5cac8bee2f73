import ConfigSchema
import DocgenCore
import Testing

struct YAMLReaderTests {
  @Test(
    arguments: [
      ("yes", .string("yes")), ("No", .string("No")), ("on", .string("on")), ("y", .string("y")),
      ("true", .bool(true)), ("False", .bool(false)), ("tRUE", .string("tRUE")),
      ("~", .null), ("null", .null), ("", .null), ("nUll", .string("nUll")),
      ("2.0", .number(2, source: "2.0")), ("-1", .number(-1, source: "-1")),
      ("007", .number(7, source: "007")), ("1e3", .number(1000, source: "1e3")),
      (".5", .number(0.5, source: ".5")), ("5.", .number(5, source: "5.")),
      ("0x1F", .number(31, source: "0x1F")), ("0o17", .number(15, source: "0o17")),
      ("0x", .string("0x")), ("0x-1", .string("0x-1")), ("0xG", .string("0xG")),
      (".inf", .number(.infinity, source: ".inf")), ("-.Inf", .number(-.infinity, source: "-.Inf")),
      (".", .string(".")), ("+", .string("+")), ("1e", .string("1e")), ("1.2.3", .string("1.2.3")),
      ("1_000", .string("1_000")), ("12:30", .string("12:30")), ("0b1", .string("0b1")),
      ("2026-11-22", .string("2026-11-22")),
      ("2026-11-22T10:00:00Z", .string("2026-11-22T10:00:00Z")),
      ("'2.0'", .string("2.0")), ("\"true\"", .string("true")), ("!!str 2.0", .string("2.0")),
      ("!!int '3'", .number(3, source: "3")), ("! 3", .string("3")), ("中文", .string("中文")),
      ("\"a\\tb\\u4e2d\"", .string("a\tb中")), ("'it''s'", .string("it's")),
    ] as [(String, ConfigNode.Value)])
  func resolvesScalars(text: String, value: ConfigNode.Value) {
    let read = YAMLReader.read(Array("key: \(text)".utf8), file: "a.yml")
    #expect(read.diagnostics == [])
    #expect(read.value?["key"]?.value == value)
  }

  @Test func keepsOrderAndNests() {
    let node = read(
      """
      b: 1
      a: [x, {y: z}]
      c:
        - d
        - e: |
            two
            lines
      1.0: number
      ~: nothing
      """)
    #expect(node?.members?.map(\.key) == ["b", "a", "c", "1.0", "~"])
    #expect(node?["a"]?.elements?[1]["y"]?.string == "z")
    #expect(node?["c"]?.elements?[1]["e"]?.string == "two\nlines\n")
  }

  @Test(arguments: [1, 2, 40])
  func knowsPlaces(startLine: Int) {
    let marked = MarkedText(
      "▸title: ▸中文 \n▸日本: ▸\"é\" # c\nlist:\n  - ▸a\r\n  - {k: ▸v}\n", startLine: startLine)
    let read = YAMLReader.read(marked.bytes, file: "a.md", startLine: startLine)
    #expect(read.diagnostics == [])
    let node = read.value
    let members = node?.members ?? []
    let places = [
      members.first?.keySpan, node?["title"]?.span, members.dropFirst().first?.keySpan,
      node?["日本"]?.span, node?["list"]?.elements?[0].span, node?["list"]?.elements?[1]["k"]?.span,
    ]
    #expect(places.map { $0?.start } == marked.places)
    #expect(places.allSatisfy { $0?.file == "a.md" })
    let title = node?["title"]?.span
    #expect(
      title?.end == title.map { SourcePosition(line: startLine, column: $0.start.column + 6) })
  }

  @Test func countsAByteOrderMark() {
    let read = YAMLReader.read([0xEF, 0xBB, 0xBF] + Array("a: b\nc: d".utf8), file: "a.yml")
    #expect(read.value?.members?.map(\.key) == ["a", "c"])
    #expect(read.value?["a"]?.span.start == SourcePosition(line: 1, column: 7))
    #expect(read.value?["c"]?.span.start == SourcePosition(line: 2, column: 4))
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "---\n...\n"])
  func readsNothingFromAnEmptyDocument(text: String) {
    let read = YAMLReader.read(Array(text.utf8), file: "a.yml")
    #expect(read.value == nil)
    #expect(read.diagnostics == [])
  }

  @Test func readsJSON() {
    let node = read("{\n\t\"a\": [1, true, null],\n\t\"b\": {\"c\": \"x\\/y\\u00e9\"}\n}\n")
    #expect(node?["a"]?.elements?.map(\.kindName) == ["a number", "true or false", "nothing"])
    #expect(node?["b"]?["c"]?.string == "x/yé")
  }

  @Test func followsAliasesAndMerges() {
    let node = read(
      """
      base: &base {color: red, size: 1}
      other: &other {size: 2, weight: 3}
      one:
        <<: *base
        size: 9
      many: {<<: [*base, *other]}
      same: *base
      "<<": text
      """)
    #expect(node?["one"]?["color"]?.string == "red")
    #expect(node?["one"]?["size"]?.number == 9)
    #expect(node?["many"]?["size"]?.number == 1)
    #expect(node?["many"]?["weight"]?.number == 3)
    #expect(node?["same"] == node?["base"])
    #expect(node?["<<"]?.string == "text")
  }

  private func read(_ text: String) -> ConfigNode? {
    let read = YAMLReader.read(Array(text.utf8), file: "a.yml")
    #expect(read.diagnostics == [])
    return read.value
  }
}

struct YAMLReaderErrorTests {
  @Test(arguments: [
    ("title: a▸: b", "config/yaml-syntax", "a ':' can't stand here"),
    ("a:\n▸\tb: c", "config/yaml-syntax", "a tab can't indent YAML"),
    ("a: ▸@b", "config/yaml-syntax", "text can't start with '@' here"),
    ("a: ▸`b`", "config/yaml-syntax", "text can't start with '`' here"),
    ("a: \"never closed\nb: c\n▸", "config/yaml-syntax", "the quotes are never closed"),
    ("a: [b, c\nd▸: e", "config/yaml-syntax", "a ',' or ']' is missing in a list"),
    ("a: 'it'▸s'", "config/yaml-syntax", "a key was expected here"),
    ("a: b\ntext\n▸c: d", "config/yaml-syntax", "a ':' is missing after the key"),
    ("a: ▸*nowhere", "config/yaml-syntax", "an alias names nothing that stands before it"),
    ("a: \"▸\\q\"", "config/yaml-syntax", "this backslash escape doesn't exist in double quotes"),
    ("a: b\n▸---\nc: d", "config/multiple-documents", "a second YAML document starts here"),
    ("a: 1\n▸a: 2", "config/duplicate-key", "the key 'a' stands here twice"),
    ("é: {b: 1, c: 2, ▸b: 3}", "config/duplicate-key", "the key 'b' stands here twice"),
    ("? ▸[a]\n: b", "config/unusable-key", "a list can't be a key"),
    ("a:\n  ▸<<: 3", "config/unusable-merge", "'<<' takes a group of keys, but this is a number"),
    ("a: ▸!env HOME", "config/unknown-tag", "a tag means nothing here"),
  ])
  func saysWhatIsWrongAndWhere(marked: String, code: String, message: String) {
    let text = MarkedText(marked, startLine: 2)
    let found = YAMLReader.read(text.bytes, file: "a.md", startLine: 2).diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.span?.start) == text.places)
    #expect(found.allSatisfy { $0.severity == .error && $0.span?.file == "a.md" })
  }

  @Test func reportsAllDuplicatesAndKeepsReading() {
    let text = MarkedText("▸a: 1\n▸a: 2\nb:\n  ▸c: 1\n  ▸c: 2\n  d: 3\n")
    let read = YAMLReader.read(text.bytes, file: "a.yml")
    #expect(read.diagnostics.map(\.span?.start) == [text.places[1], text.places[3]])
    #expect(
      read.diagnostics.map(\.notes.first?.span?.start) == [text.places[0], text.places[2]])
    #expect(read.value?["b"]?["d"]?.number == 3)
    #expect(read.value?["a"]?.number == 2)
  }

  @Test func refusesInvalidUTF8() {
    let read = YAMLReader.read(Array("a: b\nc: ".utf8) + [0xFF, 0x41], file: "a.yml")
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.message) == ["this is not valid UTF-8"])
    #expect(read.diagnostics.first?.span?.start == SourcePosition(line: 2, column: 4))
  }

  enum DeepText: CaseIterable {
    case lists, dashes, groups, questions, indentation, aliases

    var text: String {
      switch self {
      case .lists: "a: " + String(repeating: "[", count: 100_000)
      case .dashes: String(repeating: "- ", count: 100_000)
      case .groups: String(repeating: "{a: ", count: 100_000)
      case .questions: String(repeating: "? ", count: 100_000)
      case .indentation:
        (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      case .aliases:
        (1..<2_000).reduce("a0: &a0 [x]\n") { $0 + "a\($1): &a\($1) [*a\($1 - 1)]\n" }
      }
    }
  }

  @Test(arguments: DeepText.allCases)
  func boundsDepth(deep: DeepText) {
    let read = YAMLReader.read(Array(deep.text.utf8), file: "a.yml")
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.code) == ["config/too-deep"])
  }

  @Test(arguments: ["[*a, *a, *a, *a, *a, *a, *a, *a, *a]", "{? *a : *a, ? [*a, *a] : *a}"])
  func boundsAliases(repetition: String) {
    var text = "a: &a [lol, lol]\n"
    for level in 0..<60 { text += "b\(level): &a \(repetition)\n" }
    let read = YAMLReader.read(Array(text.utf8), file: "a.yml")
    #expect(read.value == nil)
    #expect(read.diagnostics.contains { $0.code == "config/too-many-aliases" })
  }

  @Test func boundsMerges() {
    var text = "a: &a {k: [1, 2, 3, 4]}\n"
    for level in 0..<90 {
      text += "b\(level): &a\n  x\(level): *a\n  y\(level): *a\n  <<: *a\n"
    }
    let read = YAMLReader.read(Array(text.utf8), file: "a.yml")
    #expect(read.diagnostics.map(\.code) == ["config/too-many-aliases"])
  }

  /// Texts made of what YAML is made of: whatever comes, there is a value or a reason, with a place
  /// inside the text.
  @Test func survivesAnything() {
    let pieces = [
      "a", "b: ", "- ", "\n", "\n  ", "\n\t", "[", "]", "{", "}", ",", ": ", ":", "? ", "&a ",
      "*a", "*a ", "<<: ", "!!str ", "!x ", "'", "\"", "|\n", ">-\n ", "#", "---\n", "...\n", "\\u",
      "%YAML 1.2\n", "中", "\u{2028}", "\u{85}", "\r", "\u{FEFF}", "1.5", "~", "\u{0}",
    ].map { Array($0.utf8) }
    var random = SeededGenerator(seed: 20_261_122)
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
        if Int.random(in: 0..<200, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      let read = YAMLReader.read(bytes, file: "a.yml", startLine: 5)
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      for diagnostic in read.diagnostics {
        let line = diagnostic.span?.start.line ?? 0
        #expect((5..<5 + lines).contains(line), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}

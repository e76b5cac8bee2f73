import DocgenCore
import Testing

@Suite struct JSONWriterTests {
  private func text(indented: Bool = false, _ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(indented: indented)
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", #""plain""#), (#"a"b\c"#, #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{0}\u{1f}\u{8}\u{7f}", #""\u0000\u001F\u0008\u007F""#), ("é中🎉", #""é中🎉""#),
  ])
  func strings(value: String, expected: String) {
    #expect(text { $0.string(value) } == expected)
  }

  @Test func nesting() {
    func write(_ json: inout JSONWriter) {
      json.object { json in
        json.member("a", 1)
        json.member("empty") { json in json.object { _ in } }
        json.member("list") { json in
          json.array { json in
            json.element { $0.bool(true) }
            json.element { json in json.array { _ in } }
            json.element { $0.null() }
          }
        }
        json.member("none", nil as String?)
      }
    }
    #expect(text(write) == #"{"a":1,"empty":{},"list":[true,[],null],"none":null}"#)
    #expect(
      text(indented: true, write) == """
        {
          "a": 1,
          "empty": {},
          "list": [
            true,
            [],
            null
          ],
          "none": null
        }
        """)
  }
}

import ConfigSchema
import DocgenCore
import Testing

@Suite struct YAMLDocumentTests {
  @Test func groupsStandOnLinesAndShortThingsOnOne() {
    let value: JSONValue = [
      "title": "House plants",
      "locales": ["en", "zh-CN"],
      "navbar": [
        "items": [["label": "Install: now", "to": "/install"], "localeDropdown"],
        "title": "yes, it is",
      ],
      "sidebars": ["docs": ["intro", ["Guides": ["a", "b"]]]],
      "empty": [:],
    ]
    #expect(
      value.yamlDocument == """
        title: House plants

        locales: [en, zh-CN]

        navbar:
          items:
            - { label: "Install: now", to: /install }
            - localeDropdown
          title: "yes, it is"

        sidebars:
          docs:
            - intro
            - Guides: [a, b]
        empty: {}

        """)
  }

  @Test func whatIsTooLongForALineStandsOnSeveral() {
    let long = JSONValue.string(String(repeating: "word ", count: 16) + "end")
    let value: JSONValue = [
      "items": [["html": long, "position": "left"], long], "texts": [long, long],
    ]
    let text = value.yamlDocument
    #expect(text.contains("\n  - html: word "))
    #expect(text.contains("\n    position: left\n"))
    #expect(text.contains("\ntexts:\n  - word "))
  }

  @Test(arguments: [
    "true", "null", "12", "", " a", "a: b", "a #b", "- a", "{a}", "[a]", "@a", "`a`", "'a'",
    "\"a\"",
    "two\nlines", "tab\t", "é", "日本語", "\u{7F}", "\u{85}", "\u{2028}", "🪴", "%a", "&a", "*a", "!a",
    "|", ">", "~", "0x1F", "1e3", ".5", "2026-01-01", "yes", "=", "<<",
  ])
  func everyTextIsReadAsItWas(text: String) throws {
    let value: JSONValue = .object([.init(text, .string(text)), .init("list", [.string(text)])])
    let read = YAMLReader.read(Array(value.yamlDocument.utf8), file: "a.yml")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)\n\(value.yamlDocument)")
    let node = try #require(read.value)
    #expect(node.members?.first?.key == text)
    #expect(node.members?.first?.value.string == text)
    #expect(node["list"]?.elements?.first?.string == text)
  }
}

import Testing

@testable import DocgenMarkup

/// The title and the description that a page's first lines give it.
@Suite struct OpeningLinesTests {
  @Test(arguments: [
    ("# Title", "Title"),
    ("\n\n# Title `x` *y* #\n", "Title x *y*"),
    ("# Title {#id}", "Title"),
    ("# C#", "C#"),
    ("#\tTab", "Tab"),
    ("Title\n===", "Title"),
    ("import A from 'a'\nimport B from 'b'\n\n# Title", "Title"),
    ("text\n\n# Title", nil),
    ("<!-- c -->\n# Title", nil),
    ("## Second", nil),
    ("#Title", nil),
    ("Title\n---", nil),
    ("# ", nil),
    ("", nil),
  ])
  func titles(_ body: String, _ title: String?) {
    #expect(OpeningLines(of: Array(body.utf8)).title == title)
  }

  @Test(arguments: [
    ("# Title\n\nSome *text* with `code`, **all** ~~of~~ it.", "Some text with code, all of it."),
    ("Title\n===\nText", "Text"),
    ("import A from 'a'\n\nText [a](b) ![c](d)", "Text a c"),
    ("export const a = 1\n\nText", "Text"),
    ("```js\ncode\n```\n\nText", "Text"),
    ("````\n```\n````\nText", "Text"),
    (":::note\n\nInside", "Inside"),
    ("<div>\n\nText <b>bold</b>", "Text bold"),
    ("## Heading {#id}\n\nText", "Heading"),
    ("> Quote", "Quote"),
    ("- item", "- item"),
    ("Text[^1] here :smile: now", "Text here now"),
    ("快速**开始**。", "快速开始。"),
    ("# Only", nil),
    ("", nil),
  ])
  func excerpts(_ body: String, _ excerpt: String?) {
    #expect(OpeningLines(of: Array(body.utf8)).excerpt == excerpt)
  }
}

import DocgenMarkup
import Testing

@Suite struct CodeFenceInfoTests {
  @Test(arguments: [
    ("", nil), ("   ", nil), ("bash", "bash"), ("  TypeScript ", "typescript"), ("c++ x", "c++"),
    ("js{1}", "js"), ("{1}", nil), ("title=\"a\"", nil),
    ("shell-session\ttitle='x'", "shell-session"),
  ])
  func language(info: String, language: String?) {
    #expect(CodeFenceInfo(info).language == language)
  }

  @Test(arguments: [
    ("ts title=\"a b.ts\" {1}", "a b.ts"), ("ts title='it is \"x\"'", "it is \"x\""),
    ("ts title=\"\"", ""), ("ts title=\"open", nil), ("ts title=bare", nil), ("ts", nil),
    ("ts {1} title=\"日本\"", "日本"), ("ts title=\"", nil),
  ])
  func title(info: String, title: String?) {
    #expect(CodeFenceInfo(info).title == title)
  }

  @Test(arguments: [
    ("ts {1,3-5}", [1...1, 3...5]), ("ts {5-3}", [3...5]), ("ts{2}", [2...2]),
    ("ts {1} {9}", [1...1, 9...9]), ("ts", nil), ("ts {a}", nil), ("ts {}", nil),
    ("ts {1-2-3}", nil), ("ts {1..3}", nil), ("ts {99999999999999999999}", nil),
  ])
  func lines(info: String, lines: [ClosedRange<Int>]?) {
    #expect(CodeFenceInfo(info).highlightedLines == lines)
  }

  @Test func flagsAndOtherWords() {
    let info = CodeFenceInfo("jsx live noInline showLineNumbers=5 npm2yarn title=x {a}")
    #expect(info.isLive && info.isNoInline && info.showsLineNumbers)
    #expect(info.firstLineNumber == 5)
    #expect(info.otherWords == ["npm2yarn", "title=x", "{a}"])
    let plain = CodeFenceInfo("js showLineNumbers")
    #expect(plain.showsLineNumbers && plain.firstLineNumber == nil && plain.otherWords.isEmpty)
    #expect(CodeFenceInfo("js showLineNumbers=x").otherWords == ["showLineNumbers=x"])
  }
}

import Testing

@testable import DocgenMarkup

@Suite struct SluggerTests {
  @Test(arguments: [
    ("What's new in v2.0? C++ & C# foo_bar (x/y) a.b", "whats-new-in-v20-c--c-foo_bar-xy-ab"),
    ("A — B", "a--b"),
    ("🚀 Launch — now", "-launch--now"),
    ("快速 开始（Linux）：第1步", "快速-开始linux第1步"),
    ("全角，标点。", "全角标点"),
    ("naïve café", "naïve-café"),
    ("x²", "x"),
    ("ÀÉÎ ŞİL", "àéî-şi̇l"),
    (" two  spaces ", "-two--spaces-"),
    ("tab\tand\u{A0}more", "tabandmore"),
    ("snake_case-kebab", "snake_case-kebab"),
    ("हिन्दी भाषा", "हिन्दी-भाषा"),
    ("Ⅳ ½ ٣", "ⅳ--٣"),
    ("", ""),
    ("!?", ""),
  ])
  func slugs(_ text: String, _ slug: String) {
    #expect(Slugger.slug(of: text) == slug)
  }

  @Test func keepsCaseWhereAsked() {
    #expect(Slugger.slug(of: "Ünd API v2", maintainCase: true) == "Ünd-API-v2")
    #expect(Slugger.slug(of: "API v2", maintainCase: true) == "API-v2")
  }

  @Test(arguments: [
    (["A", "A", "A 1", "A-1"], ["a", "a-1", "a-1-1", "a-1-2"]),
    (["a-1", "a", "a"], ["a-1", "a", "a-2"]),
    (["", "", ""], ["", "-1", "-2"]),
    (["A", "a", "Ä", "ä"], ["a", "a-1", "ä", "ä-1"]),
    // The same to a reader, but not to a browser that looks for an id.
    (["\u{E9}", "e\u{301}", "\u{E9}"], ["\u{E9}", "e\u{301}", "\u{E9}-1"]),
  ])
  func numbersRepeats(_ texts: [String], _ slugs: [String]) {
    var slugger = Slugger()
    #expect(texts.map { slugger.slug(for: $0) } == slugs)
  }
}

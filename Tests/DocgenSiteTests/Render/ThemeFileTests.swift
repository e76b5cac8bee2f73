import Testing

@testable import DocgenSite

@Suite struct ThemeFileTests {
  @Test(arguments: ThemeFile.all.map(\.path))
  func saysWhatItIs(_ path: String) throws {
    let file = try #require(ThemeFile.all.first { $0.path == path })
    #expect(!file.purpose.isEmpty, "begin it with a comment")
    #expect(!file.purpose.contains("\n") && !file.purpose.hasSuffix("."), "\(file.purpose)")
  }

  @Test(arguments: [
    ("/* Notes. The rest. */\na {}", "Notes"), ("// One\n// sentence. Two.\n", "One sentence"),
    ("{{! What ends every page. }}\n", "What ends every page"), ("a {}", ""),
    ("/* Without an end */", "Without an end"),
  ])
  func purposeIsTheFirstSentence(contents: String, purpose: String) {
    #expect(ThemeFile(path: "x", contents: contents).purpose == purpose)
  }

  @Test func publishedCodeHasNoCommentsAndFewerLines() {
    let source = """
      /* A comment
         of two lines. */
      a {
        color: red;
      }

      // Another.
      f(1, [
        2,
      ]);
      g()
      """
    let published = ThemeSource.withoutComments(source)
    #expect(String(decoding: published, as: UTF8.self) == "a {color: red;}\nf(1, [2,]);g()\n")
  }

  /// Sides of the line and of the block, so that right-to-left pages need no rules of their own.
  @Test(arguments: ThemeFile.all.filter { $0.path.hasSuffix(".css") }.map(\.path))
  func stylesKnowNoLeftAndRight(_ path: String) throws {
    let file = try #require(ThemeFile.all.first { $0.path == path })
    let physical =
      /(?m)^\s*((?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|float|text-align|clear)\s*:\s*([^;]+);/
    for match in file.contents.matches(of: physical) {
      let (name, value) = (String(match.1), String(match.2))
      let isLogical =
        ["float", "text-align", "clear"].contains(name) && value != "left" && value != "right"
      #expect(isLogical, "\(path): \(name): \(value)")
    }
  }
}

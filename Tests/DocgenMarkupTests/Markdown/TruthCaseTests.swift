import DocgenCore
import Testing

@testable import DocgenMarkup

/// What Docusaurus makes of 75 small texts in both formats, where that is at hand.
@Suite(.enabled(if: TruthCase.areThere, "../shared/truth/cases-markdown.json is not here"))
struct TruthCaseTests {
  /// Where docgen differs, and why that is better. `mdx` and `md` name a case in one format.
  static let exceptions: [String: String] = [
    "adm unknown brackets": "the author's text is kept rather than made an empty-looking box",
    "adm uppercase": "the author's text is kept, with a suggestion",
    "adm title in code fence": "code is shown as it is written",
    "text directive label": "text with a colon stays text",
    "text directive attr": "text with a colon stays text",
    "leaf directive": "text with colons stays text",
    "heading id spaces mdx": "a page is built where MDX gives up; the finding names the place",
    "heading id html comment": "the comment means what it means in MDX",
    "lt tag-like mdx": "a page is built where MDX gives up; the finding names the place",
    "brace mdx": "a page is built where MDX gives up; the finding names the place",
    "autolink angle mdx": "an autolink works as in Markdown",
    "void br mdx": "an element without content needs no closing tag, as in HTML",
    "html attr style string mdx": "style works as in HTML too",
    "unclosed tag mdx": "a page is built where MDX gives up; the finding names the place",
    "cjk bold": "emphasis works next to CJK punctuation",
    "cjk bold2": "emphasis works next to CJK punctuation",
  ]

  @Test func allCasesAreRead() throws {
    #expect(try TruthCase.all().count == 150)
  }

  @Test(arguments: (try? TruthCase.all()) ?? []) func rendersAlike(_ test: TruthCase) {
    var options = MarkdownOptions()
    options.code.rendersMermaid = true
    let plain = PlainHTML()
    let ours = plain.lines(rendered(test.source, test.format, options: options))
    let truth = plain.lines(test.expected)
    if let reason = Self.exceptions[test.name] ?? Self.exceptions[test.testDescription] {
      #expect(ours != truth, "no exception any more: \(reason)")
    } else {
      #expect(ours == truth, "\(test.source.debugDescription)")
    }
  }
}

struct TruthCase: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var format: MarkdownSource.Format
  var expected: String

  var testDescription: String { "\(name) \(format == .md ? "md" : "mdx")" }

  private static let path = "../shared/truth/cases-markdown.json"

  static var areThere: Bool { TestFiles.exists(path) }

  static func all() throws -> [TruthCase] {
    guard areThere else { return [] }
    let read = JSONReader.value(try TestFiles.bytes(path), file: path)
    return (read.value?.members ?? []).flatMap { member in
      [("mdx", MarkdownSource.Format.mdx), ("md", .md)].map { key, format in
        TruthCase(
          name: member.key, source: member.value["src"]?.string ?? "", format: format,
          expected: member.value[key]?.string ?? "")
      }
    }
  }
}

import DocgenCore
import Testing

@testable import DocgenMarkup

/// The examples of the CommonMark and GFM 0.29 specification through docgen's own renderer, in
/// pages of the format `md`. `Tools/fetch-spec` places the specification.
@Suite(.enabled(if: SpecificationExample.isThere, "run Tools/fetch-spec first"))
struct SpecificationTests {
  /// Examples that docgen renders otherwise on purpose.
  static let exceptions: [Int: String] = [
    118: "what raw HTML leaves open is closed, so that a page never breaks the layout around it",
    126: "a tag that never ends is shown as text: it would swallow the page",
    127: "a tag that never ends is shown as text",
    128: "a tag that never ends is shown as text",
    149: "an HTML parser makes a comment of it, and comments are left out",
    150: "an HTML parser makes a comment of it",
    151: "an HTML parser makes a comment of it",
    647: "an HTML parser makes a comment of it",
    648: "an HTML parser makes a comment of it",
    649: "an HTML parser makes a comment of it",
    610: "URLs in running text are links (GFM's extended autolinks are on everywhere)",
    614: "URLs in running text are links",
    616: "URLs in running text are links",
    619: "URLs in running text are links",
    620: "URLs in running text are links",
    653: "authors are trusted: no element is filtered out",
  ]

  @Test func allExamplesAreRead() throws {
    let examples = try SpecificationExample.all()
    #expect(examples.count == 673)
    #expect(examples.contains { $0.markdown.contains("\t") })
    #expect(Set(examples.map(\.section)).count > 30)
  }

  @Test(arguments: (try? SpecificationExample.all()) ?? [])
  func example(_ example: SpecificationExample) {
    guard !example.isDisabled else { return }
    let plain = PlainHTML(keepsHeadingIDs: false)
    let ours = plain.lines(rendered(example.markdown, .md))
    let truth = plain.lines(example.html)
    if let reason = Self.exceptions[example.number] {
      #expect(ours != truth, "example \(example.number) is no exception any more: \(reason)")
    } else {
      #expect(ours == truth, "\(example.section): \(example.markdown.debugDescription)")
    }
  }
}

struct SpecificationExample: Sendable, CustomTestStringConvertible {
  var number: Int
  var section: String
  var markdown: String
  var html: String
  /// cmark-gfm's own tests leave it out.
  var isDisabled: Bool

  var testDescription: String { "\(number)" }

  private static let path = ".build/spec/spec.txt"

  static var isThere: Bool { TestFiles.exists(path) }

  /// Reads the specification: an example stands between lines of 32 backticks, a line with a period
  /// is between its Markdown and its HTML, and `→` is a tab.
  static func all() throws -> [SpecificationExample] {
    guard isThere else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var parts: [[Substring]] = []
    var isDisabled = false
    for line in try TestFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        parts = [[]]
        isDisabled = line.hasSuffix("disabled")
      } else if line == fence, parts.count == 2 {
        let texts = parts.map { part in
          part.map { $0.replacing("→", with: "\t") + "\n" }.joined()
        }
        examples.append(
          SpecificationExample(
            number: examples.count + 1, section: section, markdown: texts[0], html: texts[1],
            isDisabled: isDisabled))
        parts = []
      } else if line == ".", parts.count == 1 {
        parts.append([])
      } else if parts.isEmpty {
        if line.hasPrefix("#") { section = line.drop { $0 == "#" }.trimmingPrefix(" ").description }
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    return examples
  }
}

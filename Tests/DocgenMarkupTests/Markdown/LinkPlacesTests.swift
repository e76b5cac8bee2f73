import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct LinkPlacesTests {
  /// `▸` stands where links are to be found; those of attributes at the attribute.
  static let both = [
    "[a](▸/u) [b](▸/u \"t\") [c](<▸/u>)",
    "`[a](/u)` [b](▸/u)",
    "text `[a](/u)\n[b](/u)` and\n[c](▸/u)",
    "\\[a](/u) \\`[b](▸/u)\\`",
    "[![i](▸/u)](▸/u)",
    "<a ▸href=\"/u\">x</a> [b](▸/u)",
    "`<a href=\"/u\">` <a ▸href=\"/u\">x</a>",
    "[a](▸/u) <!-- [b](/u) --> [c](▸/u)",
    "| a | b |\n| --- | --- |\n| `(/u)` | [a](▸/u) |\n| [b](▸/u) | `x\\|y` [c](▸/u) |",
    "| ` | [a](▸/u) | ` |\n| --- | --- | --- |",
    "> [a](▸/u)\n> - [b](▸/u)\n>   [c](▸/u)",
    "# [a](▸/u)\n\n[b](▸/u)\n===",
    "text\nand ▸[a] with ▸[b][a] and ▸[c][A  b]\n\n[a]: /u\n[a b]: /v",
    "# H\n\n[a]: /u\n\nSee ▸[a], [none] and ▸[a][].",
    "[a]: /u\n▸[a]",
    "`https://x.example` ▸https://x.example [a](▸https://x.example)",
    "[a](▸/u?x&amp;y) [b](▸/\\(u)",
    "[a][^1]\n\n[^1]: See [b](▸/u).",
  ]

  @Test(arguments: both)
  func places(marked: String) {
    for format in [MarkdownSource.Format.mdx, .md] {
      var wanted: [SourcePosition] = []
      var (line, column) = (1, 1)
      for character in marked.unicodeScalars {
        switch character {
        case "▸":
          wanted.append(SourcePosition(line: line, column: column))
          continue
        case "\n": (line, column) = (line + 1, 1)
        default: column += UTF8.width(character)
        }
      }
      let document = parsed(marked.replacing("▸", with: ""), format).value
      let found = document.links.map(\.position).sorted {
        ($0.line, $0.column) < ($1.line, $1.column)
      }
      #expect(found == wanted, "\(format): \(marked)")
    }
  }

  @Test func commentsInMDX() {
    let document = parsed("[a](/u) {/* [b](/u)\n */} [c](/u)").value
    #expect(document.links.map(\.position.line) == [1, 2])
    #expect(document.links.map(\.position.column) == [5, 10])
  }

  @Test func blocksOfHTML() {
    let document = parsed("<div>\n<!-- <a href=\"/u\"> -->\n`<a href=\"/u\">x</a>`\n</div>", .md)
      .value
    #expect(document.links.map(\.position) == [SourcePosition(line: 3, column: 5)])
  }
}

import DocgenCore
import Testing

@testable import DocgenMarkup

/// Inputs made to hang a parser. Each is parsed at one size and at four times that: what takes
/// quadratic time would take 16 times as long.
@Suite(.serialized) struct AdversarialTests {
  struct Input: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var size: Int
    var text: @Sendable (Int) -> String

    init(_ name: String, _ size: Int, _ text: @escaping @Sendable (Int) -> String) {
      testDescription = name
      self.size = size
      self.text = text
    }

    static func repeated(_ piece: String, _ size: Int, before: String = "", after: String = "")
      -> Input
    {
      Input("\(before)\(piece)\(after)".debugDescription, size) {
        before + String(repeating: piece, count: $0) + after
      }
    }
  }

  static let inputs: [Input] = [
    .repeated(">", 625, after: " deep"),
    .repeated("> ", 625, after: "deep"),
    .repeated("[", 2500), .repeated("![", 1250), .repeated("[a](", 1250),
    .repeated("*a ", 2500), .repeated("*a **a ", 1250), .repeated("~a ~~b ", 1250),
    .repeated("a~~ b~ ", 1250, before: String(repeating: "~a ", count: 2_500)),
    .repeated("<div>", 3125), .repeated("<div>\n", 3125), .repeated("<b>a", 3125),
    .repeated("{", 3125), .repeated("{\n", 3125), .repeated("{`${", 1250),
    .repeated(":::note\n", 2500), .repeated(":::note\n\n", 2500), .repeated(":::\n", 2500),
    .repeated("<a b={", 2500), .repeated("<a b='", 2500), .repeated("<!--", 2500),
    .repeated("<x-", 2500), .repeated("</a>", 2500), .repeated("<a>[b](c)", 1250),
    .repeated("import a (\n\n", 1250), .repeated("export const a = (\n\n", 1250),
    .repeated("_www.", 2500), .repeated("a@", 2500), .repeated("http://", 2500),
    .repeated(":a", 2500), .repeated("[a] ", 2500, after: "\n\n[a]: /u"),
    .repeated("- ", 250), .repeated("| a ", 500, after: "|\n|---|"),
    .repeated("# a\n", 2500), .repeated("[^a]", 1250, after: "\n\n[^a]: b"),
    .repeated("<p>", 2500), .repeated("<li>", 2500),
    .repeated("<Tabs><TabItem value='a'>", 625),
    .repeated("<script>", 2500), .repeated("<CodeBlock>\n", 1250), .repeated("a\\\n", 2500),
    .repeated("**“a”**中", 1250), .repeated("    ", 1250, after: "a"),
    Input("attributes", 5_000) { "<b " + (0..<$0).map { "a\($0) " }.joined() + ">" },
    Input("runs of backticks", 150) {
      (1...$0).map { String(repeating: "`", count: $0) + "a " }.joined()
    },
    Input("custom elements", 5_000) { (0..<$0).map { "<x-\($0)>" }.joined() },
    Input("footnotes", 2_000) {
      (0..<$0).map { "[^\($0)]" }.joined() + "\n\n"
        + (0..<$0).map { "[^\($0)]: a\n" }.joined()
    },
  ]

  @Test(arguments: inputs) func takesLinearTime(_ input: Input) {
    for format in [MarkdownSource.Format.mdx, .md] {
      let small = Array(input.text(input.size).utf8)
      let large = Array(input.text(input.size * 4).utf8)
      let growth = Double(large.count) / Double(small.count)
      // Other work on the machine may slow down one measurement, but not each of three.
      let isLinear = (0..<3).contains { _ in
        let (first, second) = (time(small, format), time(large, format))
        return second < first * (growth * 2.5) || second < .milliseconds(300)
      }
      #expect(isLinear, "\(format)")
      #expect(treeErrors(in: filled(parsed(Array(small.prefix(2_000)), format).value)).isEmpty)
    }
  }

  private func time(_ bytes: [UInt8], _ format: MarkdownSource.Format) -> Duration {
    ContinuousClock().measure { _ = parsed(bytes, format) }
  }

  @Test func aLargePageIsParsedWhole() {
    let paragraph = "Some *plain* words of a page with a [link](./other.md) and `code` in them.\n\n"
    let count = 2_000_000 / paragraph.utf8.count
    let document = parsed(String(repeating: paragraph, count: count)).value
    #expect(document.links.count == count)
    #expect(document.links.last?.position == SourcePosition(line: count * 2 - 1, column: 44))
  }
}

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
    .repeated(">", 2_500, after: " deep"),
    .repeated("> ", 2_500, after: "deep"),
    .repeated("[", 10_000), .repeated("![", 5_000), .repeated("[a](", 5_000),
    .repeated("*a ", 10_000), .repeated("*a **a ", 5_000), .repeated("~a ~~b ", 5_000),
    .repeated("a~~ b~ ", 5_000, before: String(repeating: "~a ", count: 10_000)),
    .repeated("<div>", 12_500), .repeated("<div>\n", 12_500), .repeated("<b>a", 12_500),
    .repeated("{", 12_500), .repeated("{\n", 12_500), .repeated("{`${", 5_000),
    .repeated(":::note\n", 10_000), .repeated(":::note\n\n", 10_000), .repeated(":::\n", 10_000),
    .repeated("<a b={", 10_000), .repeated("<a b='", 10_000), .repeated("<!--", 10_000),
    .repeated("<x-", 10_000), .repeated("</a>", 10_000), .repeated("<a>[b](c)", 5_000),
    .repeated("import a (\n\n", 5_000), .repeated("export const a = (\n\n", 5_000),
    .repeated("_www.", 10_000), .repeated("a@", 10_000), .repeated("http://", 10_000),
    .repeated(":a", 10_000), .repeated("[a] ", 10_000, after: "\n\n[a]: /u"),
    .repeated("- ", 1_000), .repeated("| a ", 2_000, after: "|\n|---|"),
    .repeated("# a\n", 10_000), .repeated("[^a]", 5_000, after: "\n\n[^a]: b"),
    .repeated("<p>", 10_000), .repeated("<li>", 10_000),
    .repeated("<Tabs><TabItem value='a'>", 2_500),
    .repeated("<script>", 10_000), .repeated("<CodeBlock>\n", 5_000), .repeated("a\\\n", 10_000),
    .repeated("**“a”**中", 5_000), .repeated("    ", 5_000, after: "a"),
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
      let small = time(Array(input.text(input.size).utf8), format)
      let large = time(Array(input.text(input.size * 4).utf8), format)
      #expect(
        large < small * 10 || large < .milliseconds(400), "\(format): \(small), then \(large)")
    }
  }

  private func time(_ bytes: [UInt8], _ format: MarkdownSource.Format) -> Duration {
    let clock = ContinuousClock()
    return clock.measure {
      let document = parsed(bytes, format).value
      if bytes.count < 20_000 { #expect(treeErrors(in: filled(document)).isEmpty) }
    }
  }

  @Test func aLargePageIsParsedWhole() {
    let paragraph = "Some *plain* words of a page with a [link](./other.md) and `code` in them.\n\n"
    let count = 2_000_000 / paragraph.utf8.count
    let document = parsed(String(repeating: paragraph, count: count)).value
    #expect(document.links.count == count)
    #expect(document.links.last?.position == SourcePosition(line: count * 2 - 1, column: 46))
  }
}

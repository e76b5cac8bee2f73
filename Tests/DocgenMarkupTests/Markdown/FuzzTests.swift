import DocgenCore
import Testing

@testable import DocgenMarkup

/// Broken pages: whatever an author writes, the HTML is well-formed, slots are whole and no word is
/// lost.
@Suite struct FuzzTests {
  static let seeds: [UInt64] = Array(1...24)

  /// A page with everything in it.
  static let page = """
    import Tabs from '@theme/Tabs'
    export const a = {b: [1, 'two']}

    # Title `code` {#top}

    Some *text* with **strong ~~gone~~ words**, [a link](./b.md#c "title"), ![image](c.png) and
    https://example.org/x_y, <https://e.org>, :smile: and a footnote[^n]. {a.b} \\{not\\} &amp; <b>c</b>

    <Tabs groupId="os">
      <TabItem value="x" label={'X'}>

      ```js title="a.js" {1}
      let a = '{'
      ```

      </TabItem>
      <TabItem value="y">inline *y*</TabItem>
    </Tabs>

    - one
      :::note[With *title*]{.c #d}
      > quote {/* comment */}
      :::
    - [x] done <br/> two

      <details open>
      <summary>Sum</summary>

      1. deep <kbd>K</kbd>

      </details>

    | a | b |
    |:--|--:|
    | `x\\|y` | <Link to="/z">z</Link> |

    <div style={{color: 'red'}} className="q"><p align="center">para</p></div>
    <!-- comment --> 中文**“引号”**文字

    <CodeBlock language="sh">{`ls`}</CodeBlock>

    ::::tip
    <Unknown x={1}>inside</Unknown> {unknown + 1}
    ::::

    [^n]: The note <i>here</i>
    """

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "{", "}", "[", "]", "(", ")", "*", "**", "_", "`", "```", "~~", "~~~", "|", "\n",
      "\n\n",
      "> ", "- ", "  ", "    ", ":::", ":::note\n", "::::", "<p>", "</p>", "<div>", "</div>",
      "<a href=x>",
      "</a>", "<b>", "<h2>", "<!--", "-->", "{/*", "*/}", "<Tabs>", "</Tabs>", "<br>", "\"", "'",
      "\\",
      "<p\n", "# ", "===\n", "![", "](", "<table><tr><td>", "<li>", "</li>", "<script>",
      "</script>",
      "<?", "<![CDATA[", "&", "import ", "export const x = (\n", "<Link to=x>", "</Link>", "<></>",
      "\r",
      "\u{0}", "\u{1}", "\u{2}", "é", "中", "。", "@", "www.", "http://", "[^n]", "<x-y>", "{#id}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xF0, 0x9F]]

  private func mutated(_ page: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = page
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let index = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, index + Int.random(in: 0...30, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(index..<end)
      case 1:
        bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...index, using: &random))
      default:
        bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: index)
      }
    }
    return bytes
  }

  private func errors(_ bytes: [UInt8], _ format: MarkdownSource.Format) -> [String] {
    let document = parsed(bytes, format).value
    var errors = treeErrors(in: filled(document))
    errors += treeErrors(in: filled(document.headHTML, of: document))
    for link in document.links where link.position.line < 1 || link.position.column < 1 {
      errors.append("a link stands nowhere")
    }
    for case .heading(let index) in document.outline
    where !document.headings.indices.contains(index) {
      errors.append("the outline names a heading that isn't there")
    }
    return errors
  }

  /// Reports what is wrong with a page, if anything, by the shortest page found that has it too.
  private func check(_ bytes: [UInt8]) {
    for format in [MarkdownSource.Format.mdx, .md] where !errors(bytes, format).isEmpty {
      let small = shrunk(bytes) { !errors($0, format).isEmpty }
      Issue.record(
        """
        \(format) \(String(decoding: small, as: UTF8.self).debugDescription)
        \(errors(small, format))
        \(filled(parsed(small, format).value))
        """)
    }
  }

  @Test(arguments: seeds) func mutationsOfAPage(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      check(mutated(Array(Self.page.utf8), using: &random))
    }
  }

  @Test(arguments: seeds) func soups(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 7919)
    for _ in 0..<120 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...25, using: &random) {
        bytes += Self.pieces.randomElement(using: &random) ?? []
        if Bool.random(using: &random) { bytes += Array("w ".utf8) }
      }
      check(bytes)
    }
  }

  /// Words that stand in prose are in what a reader sees, whatever stands around them.
  @Test(arguments: seeds) func noWordIsLost(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 104_729)
    // What hides text by right (comments, code of the page, URLs, attributes) is not among them.
    let marks = [
      "<", ">", "{", "}", "[", "]", "*", "**", "_", "`", "~~", "\n", "\n\n", "> ", "- ", "    ",
      ":::note\n",
      ":::", "<b>", "</b>", "<div>", "</div>", "<name>", "<br>", "| ", "# ", "\\", "{x}",
      "<Unknown>",
      "</Unknown>", "<Tabs>", "</Tabs>", "\n```\n", "&amp;", "<p>", "</p>", "<a>", "</a>",
    ]
    for _ in 0..<150 {
      var text = ""
      var words: [String] = []
      for number in 0..<Int.random(in: 2...20, using: &random) {
        text += (marks.randomElement(using: &random) ?? "") + " word\(number)x "
        words.append("word\(number)x")
      }
      // A fence's first line is its info: a word there names a language.
      if text.contains("```") { continue }
      let html = filled(parsed(text).value)
      let shown = HTMLNode.read(html).text
      for word in words where !shown.contains(word) {
        Issue.record("\(word) in \(text.debugDescription)\n\(html)")
      }
    }
  }
}

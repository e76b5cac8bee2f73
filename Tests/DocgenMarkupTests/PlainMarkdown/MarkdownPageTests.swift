import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite("HTML as plain Markdown") struct MarkdownPageTests {
  private static let addresses = MarkdownAddresses(
    site: "https://a.example", page: "https://a.example/docs/x")

  private func markdown(_ html: String, title: String = "") -> MarkdownPage {
    MarkdownPage(title: title, html: Array(html.utf8), addresses: Self.addresses)
  }

  @Test(
    arguments: [
      ("<p>a\nb</p>\n<p>c</p>", "a\nb\n\nc\n"),
      ("<h2 class=\"anchor\" id=\"x\">A<a class=\"hash-link\" href=\"#x\"></a></h2>", "## A\n"),
      ("<p><strong>a</strong> <em>b</em> <del>c</del></p>", "**a** *b* ~~c~~\n"),
      ("<p>a<br>\nb</p>", "a\\\nb\n"),
      (
        "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n<p>d</p>",
        "- a\n- b\n  - c\n\nd\n"
      ),
      (
        "<ol start=\"3\">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ol>",
        "3. a\n\n   b\n\n4. c\n"
      ),
      (
        "<ul class=\"contains-task-list\">\n<li class=\"task-list-item\">"
          + "<input type=\"checkbox\" disabled=\"\" checked=\"\"> a</li>\n</ul>", "- [x] a\n"
      ),
      ("<blockquote>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</blockquote>", "> a\n>\n> - b\n"),
      ("<p>a</p><hr>\n<p>b</p>", "a\n\n---\n\nb\n"),
      ("<p><code>a``b</code> <code>`</code></p>", "```a``b``` `` ` ``\n"),
      (
        "<table><thead><tr><th style=\"text-align:right\">a</th><th>b</th></tr></thead>"
          + "<tbody><tr><td>x|y</td><td><code>p|q</code></td></tr></tbody></table>",
        "| a | b |\n| --: | --- |\n| x\\|y | `p\\|q` |\n"
      ),
      (
        "<table><tr><td><p>a</p><p>b</p></td><td></td></tr></table>",
        "| a b |  |\n| --- | --- |\n"
      ),
    ])
  func blocksAndWords(html: String, expected: String) {
    #expect(text(markdown(html).bytes) == expected)
  }

  /// What would be a mark of Markdown's is none, and nothing else is touched.
  @Test(
    arguments: [
      ("a*b 2 * 3", "a\\*b 2 * 3"), ("_a_ b_c", "\\_a\\_ b_c"), ("[a](b)", "[a\\](b)"),
      ("[a]", "[a]"), ("1. a", "1\\. a"), ("# a", "\\# a"), ("#a", "#a"), ("- a", "\\- a"),
      ("&lt;div&gt; a &lt; b", "\\<div> a < b"), ("&gt; a", "\\> a"),
      ("&amp;lt; R&amp;D", "\\&lt; R&D"),
      (":::note", "\\:::note"), ("C:\\dir \\*", "C:\\dir \\\\\\*"), ("~~a", "\\~\\~a"),
      ("{x}", "{x}"),
    ])
  func marks(html: String, expected: String) {
    #expect(text(markdown("<p>\(html)</p>").bytes) == expected + "\n")
  }

  @Test(
    arguments: [
      ("<a href=\"/docs/y#z\">a</a>", "[a](https://a.example/docs/y#z)"),
      ("<a href=\"#z\">a</a>", "[a](https://a.example/docs/x#z)"),
      ("<a href=\"https://b.example\">https://b.example</a>", "<https://b.example>"),
      ("<a href=\"mailto:a@b.example\" title=\"T\">a</a>", "[a](mailto:a@b.example \"T\")"),
      ("<a id=\"old\"></a>a", "a"),
      ("<a href=\"/y\">\n<p>a</p>\n</a> b", "[ a](https://a.example/y)\nb"),
      ("<a href=\"/y_(z)\">a</a>", "[a](<https://a.example/y_(z)>)"),
      ("<img src=\"/a.png\" alt=\"A [b]\">", "![A \\[b\\]](https://a.example/a.png)"),
      (
        "<img class=\"themed-image themed-image--light\" src=\"/l.png\">"
          + "<img class=\"themed-image themed-image--dark\" src=\"/d.png\">",
        "![](https://a.example/l.png)"
      ),
      (
        "<iframe src=\"https://v.example/1\" title=\"A film\"></iframe>",
        "[A film](https://v.example/1)"
      ),
    ])
  func linksAreWhole(html: String, expected: String) {
    #expect(text(markdown("<p>\(html)</p>").bytes) == expected + "\n")
  }

  /// From Markdown with components to Markdown without, through the HTML that they become.
  @Test(
    arguments: [
      (":::tip[Do *this*]\nhi\n\n- a\n:::", "> **Do *this***\n>\n> hi\n>\n> - a\n"),
      (
        "<Tabs>\n<TabItem value=\"l\" label=\"Linux\">\n\na\n\n</TabItem>\n"
          + "<TabItem value=\"m\" label=\"macOS\">\n\nb\n\n</TabItem>\n</Tabs>",
        "**Linux**\n\na\n\n**macOS**\n\nb\n"
      ),
      ("<details>\n<summary>More</summary>\n\na\n\n</details>", "**More**\n\na\n"),
      ("{/* gone */}\n\na <!-- gone --> b", "a  b\n"),
      (
        "```yaml title=\"a.yml\"\n# <A> {b} &lt; *c*\n  d: |\n```",
        "```yaml title=\"a.yml\"\n# <A> {b} &lt; *c*\n  d: |\n```\n"
      ),
      ("````md\n```\na\n```\n````", "````md\n```\na\n```\n````\n"),
      ("- a\n\n  ```\n  b\n\n  c\n  ```", "- a\n\n  ```\n  b\n\n  c\n  ```\n"),
      ("```mermaid\ngraph LR\n```", "```mermaid\ngraph LR\n```\n"),
      ("a[^n]\n\n[^n]: Note *b*", "a[^n]\n\n[^n]: Note *b*\n"),
      ("H<sub>2</sub>O <kbd>x</kbd>", "H<sub>2</sub>O x\n"),
    ])
  func componentsAreResolved(source: String, expected: String) {
    let html = rendered(source, .mdx)
    #expect(text(markdown(html).bytes) == expected)
  }

  @Test func sectionsAreFound() throws {
    let page = markdown(
      "<h2 id=\"a\">A</h2>\n<p>1</p>\n<h3 id=\"b\">B <code>c</code></h3>\n<p>2</p>\n"
        + "<h2 id=\"d\">D</h2>\n<p>3</p>", title: "T *x*")
    #expect(text(page.bytes) == "# T \\*x\\*\n\n## A\n\n1\n\n### B `c`\n\n2\n\n## D\n\n3\n")
    #expect(page.sections.map(\.title) == ["A", "B `c`", "D"])
    #expect(try text(#require(page.section("a"))) == "## A\n\n1\n\n### B `c`\n\n2\n\n")
    #expect(try text(#require(page.section("d"))) == "## D\n\n3\n")
    #expect(page.section("x") == nil)
  }

  /// Whatever authors write as HTML, there is an end.
  @Test(
    arguments: [
      "<p", "<a href=\"x", "</div></p></table>", "<table><td>a", "<ul><li>a<ul><li>", "<pre>", "&",
      "<a href='/x'><h2>a", "<b><p>a</p><ul><li>b</li></ul></b>", "<li>a", "<tr><td>", "<code>a",
    ])
  func anyHTMLIsRead(html: String) {
    let page = markdown(html)
    #expect(page.bytes.allSatisfy { $0 != 0 })
  }
}

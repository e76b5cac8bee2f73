import Testing

@testable import DocgenMarkup

/// Running text: what GFM and docgen add to CommonMark's.
@Suite struct TextTests {
  @Test(arguments: [
    ("~~a~~ ~b~", "<del>a</del> <del>b</del>"),
    ("~~a *b* c~~", "<del>a <em>b</em> c</del>"),
    ("*a ~~b~~ c*", "<em>a <del>b</del> c</em>"),
    ("x ~~~a~~~", "x ~~~a~~~"),
    ("~~a~", "~~a~"),
    ("a~~b~~c", "a<del>b</del>c"),
    ("~ a ~", "~ a ~"),
    ("\\~~a~~ b", "~~a~~ b"),
    ("\\~a~ b", "~a~ b"),
    ("~~a <b>b~~ c</b>", "~~a <b>b~~ c</b>"),
    ("~~a <b>b</b> c~~", "<del>a <b>b</b> c</del>"),
    ("about ~5 to ~10 minutes", "about ~5 to ~10 minutes"),
    ("`~~a~~`", "<code>~~a~~</code>"),
    ("~~中文~~", "<del>中文</del>"),
  ])
  func strikethrough(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>")
  }

  @Test(arguments: [
    (":smile: :+1:", "😄 👍"),
    (":no-such-name:", ":no-such-name:"),
    ("10:30:45", "10:30:45"),
    ("\\:smile:", ":smile:"),
    ("`:smile:`", "<code>:smile:</code>"),
  ])
  func emoji(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>")
  }

  @Test func emojiCanBeOff() {
    var options = MarkdownOptions()
    options.hasEmoji = false
    #expect(rendered(":smile:", options: options) == "<p>:smile:</p>")
  }

  @Test(arguments: [
    ("see https://x.y/z.", "see <a href=\"https://x.y/z\">https://x.y/z</a>."),
    ("(https://x.y/a_(b))", "(<a href=\"https://x.y/a_(b)\">https://x.y/a_(b)</a>)"),
    ("www.x.y/?a=1&b;", "<a href=\"http://www.x.y/?a=1\">www.x.y/?a=1</a>&amp;b;"),
    ("me@x-y.org.", "<a href=\"mailto:me@x-y.org\">me@x-y.org</a>."),
    ("me@localhost", "me@localhost"),
    ("awww.x.y", "awww.x.y"),
    ("http://a_b.c_d", "http://a_b.c_d"),
    ("javascript://x.y", "javascript://x.y"),
    (
      "<https://x.y?a=b&c>", "<a href=\"https://x.y?a=b&amp;c\">https://x.y?a=b&amp;c</a>"
    ),
    ("<me@x.org>", "<a href=\"mailto:me@x.org\">me@x.org</a>"),
    ("[https://x.y](z)", "<a href=\"z\">https://x.y</a>"),
    ("`https://x.y`", "<code>https://x.y</code>"),
    ("**https://x.y/a**", "<strong><a href=\"https://x.y/a\">https://x.y/a</a></strong>"),
    ("看 https://x.y/中文 吧", "看 <a href=\"https://x.y/中文\">https://x.y/中文</a> 吧"),
  ])
  func autolinks(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>")
  }

  @Test(arguments: [
    ("这是**“引号”**文字", "这是<strong>“引号”</strong>文字"),
    ("**注意：**这里", "<strong>注意：</strong>这里"),
    ("使用**（括号）**。", "使用<strong>（括号）</strong>。"),
    ("*斜体。*接着", "<em>斜体。</em>接着"),
    ("***全部！***的", "<em><strong>全部！</strong></em>的"),
    ("**`code`**中文", "<strong><code>code</code></strong>中文"),
    ("한국어**(강조)**입니다", "한국어<strong>(강조)</strong>입니다"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("中 ** 文 ** 字", "中 ** 文 ** 字"),
    ("\\**中。*文", "*<em>中。</em>文"),
  ])
  func emphasisNextToCJK(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>")
  }

  @Test(arguments: [
    ("a  \nb\\\nc", "a<br>\nb<br>\nc"),
    ("it's \"x\" -- y ...", "it&#39;s &quot;x&quot; -- y ..."),
    ("&lt;b&gt; &nbsp;x &copy;", "&lt;b&gt; \u{A0}x ©"),
    ("a $x_1$ b", "a $x_1$ b"),
    (
      "![a *b* `c` &lt;i>](x.png \"t\")",
      "<img src=\"x.png\" alt=\"a b c &lt;i&gt;\" title=\"t\""
        + " loading=\"lazy\">"
    ),
    ("[a ![b](c.png)](d)", "<a href=\"d\">a <img src=\"c.png\" alt=\"b\" loading=\"lazy\"></a>"),
    ("[x](</a b> 'q\"')", "<a href=\"/a b\" title=\"q&quot;\">x</a>"),
  ])
  func others(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>")
  }

  /// To cmark-gfm these are footnotes; a page without any has none of its mistakes about them.
  @Test(arguments: ["[\\^1]", "[&Hat;1]", "[&#94;1]"])
  func aCaretThatIsNoFootnote(_ text: String) {
    #expect(rendered(text) == "<p>[^1]</p>")
  }
}

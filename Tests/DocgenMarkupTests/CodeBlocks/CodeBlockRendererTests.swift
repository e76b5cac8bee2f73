import DocgenMarkup
import Testing

@Suite struct CodeBlockRendererTests {
  private func render(
    _ code: String, _ info: String, _ change: (inout CodeBlockOptions) -> Void = { _ in }
  ) -> (html: String, status: CodeLanguageStatus) {
    var options = CodeBlockOptions()
    change(&options)
    var output: [UInt8] = []
    let status = Array(code.utf8).withUnsafeBufferPointer {
      CodeBlockRenderer(options: options)
        .appendCodeBlock($0, info: CodeFenceInfo(info), into: &output)
    }
    return (String(decoding: output, as: UTF8.self), status)
  }

  /// The lines of a block with a mark for each class: what magic comments did.
  private func lines(_ code: String, _ info: String, rules: [MagicCommentRule]) -> [String] {
    let html = render(code, info) { $0.magicComments = rules }.html
    guard let start = html.firstRange(of: "<code>"), let end = html.firstRange(of: "</code>") else {
      return []
    }
    return html[start.upperBound..<end.lowerBound].split(separator: "\n").map {
      String($0).replacing("</span>", with: "").replacing("<span class=\"code-line", with: "")
        .replacing("theme-code-block-highlighted-line", with: "H").replacing("\">", with: "|")
    }
  }

  @Test func plainBlock() {
    let (html, status) = render("a < b & \"c\"\n", "")
    #expect(status == .known)
    #expect(
      html == """
        <div class="theme-code-block language-text"><pre class="prism-code language-text" \
        tabindex="0"><code>a &lt; b &amp; &quot;c&quot;</code></pre></div>\n
        """)
  }

  @Test func titleAndLineNumbers() {
    let (html, _) = render("x\n\ny\n\n", "txt title=\"<a>\" showLineNumbers=4")
    #expect(
      html == """
        <div class="theme-code-block language-txt"><div class="code-block-title">&lt;a&gt;</div>\
        <pre class="prism-code language-txt line-numbers" tabindex="0" style="--line-start:4">\
        <code><span class="code-line">x\n</span><span class="code-line">\n</span>\
        <span class="code-line">y\n</span><span class="code-line"></span></code></pre></div>\n
        """)
  }

  @Test func tokensAreClosedInEachLine() {
    let (html, _) = render("/* a\nb */ let", "swift {2}")
    #expect(
      html.contains(
        """
        <span class="code-line"><span class="token comment">/* a</span>\n</span>\
        <span class="code-line theme-code-block-highlighted-line">\
        <span class="token comment">b */</span> <span class="token keyword">let</span></span></code>
        """))
  }

  @Test(arguments: [
    ("bash", CodeLanguageStatus.known), ("text", .known), ("", .known),
    ("nosuch", .unknown("nosuch")), ("mermaid", .unknown("mermaid")),
  ])
  func languageStatus(info: String, status: CodeLanguageStatus) {
    #expect(render("x", info).status == status)
  }

  @Test func defaultLanguage() {
    let (html, _) = render("let x", "") { $0.defaultLanguage = "swift" }
    #expect(html.contains("language-swift"))
    #expect(html.contains("token keyword"))
  }

  @Test func languageIsEscaped() {
    #expect(render("x", "a\"><b>").html.contains("language-a&quot;&gt;&lt;b&gt;\""))
  }

  @Test func mermaid() {
    let (html, status) = render("A --> B\n", "mermaid") { $0.rendersMermaid = true }
    #expect(
      html == """
        <figure class="theme-mermaid"><pre class="mermaid" tabindex="0">A --&gt; B</pre></figure>

        """)
    #expect(status == .known)
  }

  @Test(arguments: [
    ("", ""), ("\n", ""), ("\n\n", "\n"), ("a", "a"), ("a\r\n", "a"), ("\r\n\r\n", "\r\n"),
  ])
  func removesOneLineFeed(code: String, shown: String) {
    #expect(render(code, "text").html.contains("<code>\(shown)</code>"))
  }

  // MARK: Magic comments

  @Test(arguments: [
    ("a\n// highlight-next-line\nb\nc", "js", ["|a", " H|b", "|c"]),
    ("# highlight-start\na\nb\n# highlight-end\nc", "bash", [" H|a", " H|b", "|c"]),
    ("x\n<!-- highlight-next-line -->\ny", "html", ["|x", " H|y"]),
    ("x\n  {/* highlight-next-line */}  \ny", "jsx", ["|x", " H|y"]),
    ("x\n/*highlight-next-line*/\ny", "js", ["|x", " H|y"]),
    ("-- highlight-next-line\ny", "sql", [" H|y"]), ("% highlight-next-line\ny", "tex", [" H|y"]),
    ("# highlight-next-line\na: 1", "nosuch", [" H|a: 1"]),
    // An open block marks nothing, an end without a start nothing either; both are taken out.
    ("# highlight-start\na", "bash", ["|a"]), ("a\n# highlight-end", "bash", ["|a"]),
    // Nothing behind it to mark.
    ("a\n# highlight-next-line", "bash", ["|a"]),
  ])
  func marks(code: String, info: String, expected: [String]) {
    let stripped = lines(code, info, rules: [.highlight]).map {
      $0.replacing(/<span class="token [a-z-]+\|/, with: "")
        .replacing(/\|(function|property|class-name)\|/, with: "|")
    }
    #expect(stripped == expected)
  }

  @Test(arguments: [
    ("# highlight-next-line\na", "js"), ("// highlight-next-line\na", "python"),
    ("a // highlight-next-line\nb", "js"), ("// highlight-next-line please\nb", "js"),
    ("<!-- highlight-next-line -->\nb", "js"), ("# highlight-next-line\na", "js {9}"),
    ("/* highlight-next-line\na", "js"),
  ])
  func leavesOtherComments(code: String, info: String) {
    #expect(render(code, info).html.contains("highlight-"))
    #expect(!render(code, info).html.contains("code-line theme"))
  }

  @Test func configuredRules() {
    let rules = [
      MagicCommentRule.highlight,
      MagicCommentRule(
        className: "added", line: "add", blockStart: "add-start", blockEnd: "add-end"),
    ]
    let code = "// add-start\n// highlight-next-line\na\nb\n// add-end\n// add\nc"
    #expect(lines(code, "nosuch", rules: rules) == [" H added|a", " added|b", " added|c"])
  }
}

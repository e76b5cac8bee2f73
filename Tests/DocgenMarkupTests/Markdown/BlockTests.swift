import Testing

@testable import DocgenMarkup

@Suite struct BlockTests {
  @Test(arguments: [
    (
      "- [x] done\n- [ ] *to do*",
      """
      <ul class="contains-task-list">
      <li class="task-list-item"><label><input type="checkbox" disabled="" checked=""> done</label></li>
      <li class="task-list-item"><label><input type="checkbox" disabled=""> <em>to do</em></label></li>
      </ul>
      """
    ),
    (
      "1. [x] one\n2. two",
      """
      <ol class="contains-task-list">
      <li class="task-list-item"><label><input type="checkbox" disabled="" checked=""> one</label></li>
      <li>two</li>
      </ol>
      """
    ),
    (
      "- [x] a\n\n  b",
      """
      <ul class="contains-task-list">
      <li class="task-list-item">
      <p><label><input type="checkbox" disabled="" checked=""> a</label></p>
      <p>b</p>
      </li>
      </ul>
      """
    ),
    (
      "- [ ] [a](b)",
      """
      <ul class="contains-task-list">
      <li class="task-list-item"><input type="checkbox" disabled=""> <a href="b">a</a></li>
      </ul>
      """
    ),
    (
      "- [ ] a <b>x</b>",
      """
      <ul class="contains-task-list">
      <li class="task-list-item"><input type="checkbox" disabled=""> a <b>x</b></li>
      </ul>
      """
    ),
  ])
  func taskLists(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == html)
  }

  @Test(arguments: [
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
    ("> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>"),
    ("a\n\n***", "<p>a</p>\n<hr>"),
  ])
  func containers(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == html)
  }

  @Test func tables() {
    let html = rendered(
      """
      | a | b | c | d |
      |---|:--|:-:|--:|
      | 1 | **2** | `a\\|b` | ~~4~~ |
      | 5 |
      """)
    #expect(
      html == """
        <div class="table-wrapper" tabindex="0"><table><thead><tr><th>a</th>\
        <th style="text-align:left">b</th><th style="text-align:center">c</th>\
        <th style="text-align:right">d</th></tr></thead><tbody><tr><td>1</td>\
        <td style="text-align:left"><strong>2</strong></td>\
        <td style="text-align:center"><code>a|b</code></td>\
        <td style="text-align:right"><del>4</del></td></tr><tr><td>5</td>\
        <td style="text-align:left"></td><td style="text-align:center"></td>\
        <td style="text-align:right"></td></tr></tbody></table></div>
        """)
    #expect(rendered("| a |\n|---|").hasSuffix("<th>a</th></tr></thead></table></div>"))
  }

  @Test func footnotes() {
    let html = rendered("a[^x] b[^1] c[^x]\n\n[^1]: one\n[^x]: - two\n[^gone]: nothing")
    #expect(
      html == """
        <p>a<sup><a href="#user-content-fn-x" id="user-content-fnref-x" data-footnote-ref="" \
        aria-describedby="footnote-label">1</a></sup> b<sup><a href="#user-content-fn-1" \
        id="user-content-fnref-1" data-footnote-ref="" aria-describedby="footnote-label">2</a>\
        </sup> c<sup><a href="#user-content-fn-x" id="user-content-fnref-x-2" \
        data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>
        <section data-footnotes="" class="footnotes"><h2 class="sr-only" \
        id="footnote-label">Footnotes</h2>
        <ol>
        <li id="user-content-fn-x">
        <ul>
        <li>two</li>
        </ul>
         <a href="#user-content-fnref-x" data-footnote-backref="" aria-label="Back to reference x" \
        class="data-footnote-backref">↩</a> <a href="#user-content-fnref-x-2" \
        data-footnote-backref="" aria-label="Back to reference x-2" \
        class="data-footnote-backref">↩<sup>2</sup></a></li>
        <li id="user-content-fn-1">
        <p>one <a href="#user-content-fnref-1" data-footnote-backref="" \
        aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>
        </li>
        </ol>
        </section>
        """)
  }

  @Test func footnotesWithinFootnotes() {
    let html = rendered("a[^1]\n\n[^1]: see[^2]\n[^2]: end")
    #expect(treeErrors(in: html).isEmpty)
    #expect(html.contains("<p>see<sup><a href=\"#user-content-fn-2\""))
  }

  @Test func indentedCodeIsMarkdownInMDXOnly() {
    #expect(rendered("    *a*") == "<p><em>a</em></p>")
    #expect(rendered("    *a*", .md).contains("<code>*a*</code>"))
  }

  @Test func unwrapsCodeBlocksForMDX() {
    #expect(rendered("```mdx-code-block\n<b>*hi*</b>\n```") == "<b><em>hi</em></b>")
  }

  @Test func knowsMermaid() {
    var options = MarkdownOptions()
    options.code.rendersMermaid = true
    #expect(parsed("```mermaid\ngraph TD\n```", options: options).value.usesMermaid)
    #expect(!parsed("```js\ngraph TD\n```", options: options).value.usesMermaid)
    #expect(!parsed("```mermaid\ngraph TD\n```").value.usesMermaid)
  }
}

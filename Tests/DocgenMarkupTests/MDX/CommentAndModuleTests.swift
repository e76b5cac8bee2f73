import Testing

@testable import DocgenMarkup

/// What leaves no trace: comments of both kinds, imports and exports.
@Suite struct CommentAndModuleTests {
  @Test(arguments: [
    ("a {/* x */} b", "<p>a  b</p>"),
    ("a <!-- x --> b", "<p>a  b</p>"),
    ("a\n\n<!-- x\n\n- y -->\n\nb", "<p>a</p>\n<p>b</p>"),
    ("a\n\n{/* x\n\n# y */}\n\nb", "<p>a</p>\n<p>b</p>"),
    ("- a\n  <!-- x -->\n- b", "<ul>\n<li>a\n</li>\n<li>b</li>\n</ul>"),
    ("> {/* x */}\n> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("{/* a */}{/* b */}", ""),
    ("a {/* `b */} `c`", "<p>a  <code>c</code></p>"),
    ("`<!-- x -->`", "<p><code>&lt;!-- x --&gt;</code></p>"),
    ("\\<!-- x -->", "<p>&lt;!-- x --&gt;</p>"),
    ("a <!-- never closed", "<p>a &lt;!-- never closed</p>"),
  ])
  func comments(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == html)
    #expect(parsed(markdown).diagnostics.isEmpty)
  }

  @Test func commentsInMarkdownPages() {
    #expect(rendered("a <!-- x --> b\n\n<!-- y\n\nz -->\nc", .md) == "<p>a  b</p>\n\n<p>c</p>")
    #expect(rendered("{/* x */}", .md) == "<p>{/* x */}</p>")
  }

  @Test(arguments: [
    ("import A from 'a'\n\nx", "<p>x</p>"),
    ("import A from 'a';\nimport B from \"b\";\nx", "<p>x</p>"),
    ("import {\n  A,\n  B,\n} from 'a';\n\nx", "<p>x</p>"),
    ("import 'a.css'\n\nx", "<p>x</p>"),
    ("export const a = {\n  b: 1,\n\n  c: '}',\n};\n\nx", "<p>x</p>"),
    ("export default function f() {\n  return `\n`\n}\n\nx", "<p>x</p>"),
    ("a\n\nexport const b = 1\n\nx", "<p>a</p>\n<p>x</p>"),
    ("import the file, then go on\nfrom here", "<p>import the file, then go on\nfrom here</p>"),
    ("import 'it' from the menu", "<p>import &#39;it&#39; from the menu</p>"),
    ("export it as \"x\"", "<p>export it as &quot;x&quot;</p>"),
    ("export constants = 1", "<p>export constants = 1</p>"),
    ("important", "<p>important</p>"),
    ("a\nimport B from 'b'", "<p>a\nimport B from &#39;b&#39;</p>"),
    ("- import A from 'a'", "<ul>\n<li>import A from &#39;a&#39;</li>\n</ul>"),
  ])
  func modules(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == html)
  }

  @Test func modulesAreTextInMarkdownPages() {
    #expect(rendered("import A from 'a'", .md) == "<p>import A from &#39;a&#39;</p>")
  }

  /// `export const a = (` must not take the page with it.
  @Test func anUnclosedStatementEndsAtABlankLine() {
    #expect(rendered("export const a = (\n\ntext") == "<p>text</p>")
    #expect(findings("⟦export const a = (⟧\n\ntext") == ["mdx/unclosed-statement"])
  }
}

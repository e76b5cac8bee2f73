import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("{'a < b'}", "a &lt; b"),
    ("{\"a\\n\\u4e2d\"}", "a\n中"),
    ("{42}", "42"),
    ("{-1.5e3}", "-1.5e3"),
    ("{`plain`}", "plain"),
    ("{`a ${1 + 1}`}", "a 2"),
    ("{true}{false}{null}{undefined}", ""),
    ("{'a' + 'b'}", "ab"),
    ("{useBaseUrl('/x.png')}", "/x.png"),
    ("{'{'}", "{"),
    ("{' '}", " "),
    ("\\{name}", "{name}"),
    ("`{name}`", "<code>{name}</code>"),
    ("**{'x'}**", "<strong>x</strong>"),
  ])
  func literals(_ markdown: String, _ html: String) {
    #expect(rendered("x \(markdown) y") == "<p>x \(html) y</p>")
    #expect(parsed("x \(markdown) y").diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ("a ⟦{name}⟧ b", "<p>a {name} b</p>"),
      ("a ⟦{f(1)}⟧ b", "<p>a {f(1)} b</p>"),
      ("⟦{items.map(i => <b>{i}</b>)}⟧", "<p>{items.map(i =&gt; &lt;b&gt;{i}&lt;/b&gt;)}</p>"),
      ("- a\n\n  ⟦{x.y}⟧", "<ul>\n<li>\n<p>a</p>\n<p>{x.y}</p>\n</li>\n</ul>"),
      ("> b ⟦{\n> x}⟧", nil),
      ("| a |\n|---|\n| ⟦{x}⟧ |", nil),
      ("a ⟦{frontMatter.none}⟧", "<p>a {frontMatter.none}</p>"),
      ("# a ⟦{x}⟧", nil),
      ("é ⟦{x}⟧ ⟦{y}⟧", "<p>é {x} {y}</p>"),
    ] as [(String, String?)])
  func unknownOnesAreTextAndReported(_ marked: String, _ html: String?) {
    let count = marked.count { $0 == "⟦" }
    #expect(
      findings(marked) == Array(repeating: "mdx/unknown-expression", count: count))
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    if let html { #expect(rendered(text) == html) }
  }

  @Test(arguments: [
    "a { b", "a } b", "a {{ b", "a { \"b }", "{", "}", "{{{{", "x {#y} z", "{`", "{/* never closed",
  ])
  func straysAreText(_ text: String) {
    #expect(rendered(text) == "<p>\(HTMLEscaping.escaped(text))</p>")
  }

  @Test func frontMatter() throws {
    let yaml = JSONReader.value(
      Array(#"{"title": "A <b>", "count": 3, "nested": {"x": "y"}, "list": [1]}"#.utf8), file: "f")
    let front = try #require(yaml.value)
    #expect(
      rendered(
        "{frontMatter.title}: {frontMatter.nested.x} {frontMatter.count}", frontMatter: front)
        == "<p>A &lt;b&gt;: y 3</p>")
    #expect(
      rendered("<b title={frontMatter.title}>x</b> y", frontMatter: front)
        == "<p><b title=\"A &lt;b&gt;\">x</b> y</p>")
    #expect(rendered("## {frontMatter.title}", frontMatter: front).contains("id=\"a-b\""))
  }

  @Test(arguments: [
    ("export const a = 'x'\n\n{a} y", "<p>x y</p>"),
    ("export const a = {b: {c: 2}};\n\nv {a.b.c}", "<p>v 2</p>"),
    ("{a} y\n\nexport const a = `late`", "<p>late y</p>"),
    ("export const s = {color: 'red'}\n\n<b style={s}>x</b>", "<b style=\"color:red\">x</b>"),
    ("import pic from './a.png'\n\n<img src={pic} />", "<img src=\"./a.png\">"),
    ("<img src={require('./a.png').default} />", "<img src=\"./a.png\">"),
    ("<img src={useBaseUrl('/img/a.png')} />", "<img src=\"/img/a.png\">"),
  ])
  func namesOfThePage(_ markdown: String, _ html: String) {
    #expect(rendered(markdown) == html)
    #expect(parsed(markdown).diagnostics.isEmpty)
  }

  @Test func anExportOfItselfIsUnknown() {
    #expect(findings("export const a = a\n\nx ⟦{a}⟧") == ["mdx/unknown-expression"])
  }
}

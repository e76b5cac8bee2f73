import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct ComponentTests {
  @Test(
    arguments: [
      ("<Link to=\"/a\" className=\"b\">*c*</Link>", "<a href=\"/a\" class=\"b\"><em>c</em></a>"),
      ("<Link href=\"https://x.y\">z</Link>", "<a href=\"https://x.y\">z</a>"),
      (
        "<Details summary=\"A <b>\">\n\nx\n\n</Details>",
        "<details class=\"theme-details\"><summary>A &lt;b&gt;</summary>\n<p>x</p>\n</details>"
      ),
      ("<DocCardList />", "{cards}"),
      ("<Translate id=\"x\">Word</Translate>", "Word"),
      ("<CodeBlock language=\"js\">\nlet a = '<'\n</CodeBlock>", nil),
      (
        "<Admonition type=\"tip\" title=\"T <\">\n\nx\n\n</Admonition>",
        "<div class=\"theme-admonition theme-admonition-tip alert alert--success\" role=\"note\">"
          + "<div class=\"admonition-heading\">T &lt;</div><div class=\"admonition-content\">\n"
          + "<p>x</p>\n</div></div>"
      ),
      (
        "<ThemedImage alt=\"a\" sources={{light: '/l.png', dark: useBaseUrl('/d.png')}} />",
        "<img class=\"themed-image themed-image--light\" src=\"/l.png\" alt=\"a\">"
          + "<img class=\"themed-image themed-image--dark\" src=\"/d.png\" alt=\"a\">"
      ),
      (
        "import X from '@theme/Admonition'\n\n<X type=\"note\">x</X>",
        "<div class=\"theme-admonition theme-admonition-note alert alert--secondary\" role=\"note\">"
          + "<div class=\"admonition-heading\">note</div><div class=\"admonition-content\">\nx"
          + "</div></div>"
      ),
    ] as [(String, String?)])
  func builtIn(_ markdown: String, _ html: String?) {
    let found = rendered(markdown)
    if let html { #expect(found == html) }
    #expect(treeErrors(in: found).isEmpty)
    #expect(parsed(markdown).diagnostics.isEmpty)
  }

  @Test func headGoesToThePagesHead() {
    let document = parsed("a\n\n<Head>\n  <meta name=\"x\" content=\"y\" />\n</Head>\n\nb").value
    #expect(filled(document) == "<p>a</p>\n<p>b</p>")
    #expect(
      filled(document.headHTML, of: document).contains("<meta name=\"x\" content=\"y\">"))
  }

  @Test func codeBlocksKeepTheirText() {
    let html = rendered(
      "<CodeBlock language=\"txt\" title=\"a &quot;b\">\n{`x < {y}\n  *z*`}\n</CodeBlock>")
    #expect(html.contains("x &lt; {y}\n  *z*</code>"))
    #expect(html.contains("a &quot;b"))
  }

  @Test(
    arguments: [
      ("⟦<Unknown a=\"b\">⟧*c*</Unknown>", ["mdx/unknown-component"], "<em>c</em>"),
      ("x ⟦<Tabz />⟧ y", ["mdx/unknown-component"], "<p>x  y</p>"),
      ("⟦<Foo.Bar>⟧\n\nx\n\n</Foo.Bar>", ["mdx/unknown-component"], "<p>x</p>"),
      ("⟦<TabItem value=\"a\">⟧x</TabItem>", ["mdx/tab-outside-tabs"], nil),
      ("⟦<Admonition type=\"tipp\">⟧x</Admonition>", ["mdx/unknown-admonition"], nil),
      ("⟦<ThemedImage />⟧", ["mdx/unknown-attribute-value"], ""),
      ("⟦<Details>⟧\n\nx", ["mdx/unclosed-tag"], nil),
    ] as [(String, [String], String?)])
  func findingsOfComponents(_ marked: String, _ codes: [String], _ html: String?) {
    #expect(findings(marked) == codes)
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    if let html { #expect(rendered(text) == html) }
    #expect(treeErrors(in: rendered(text)).isEmpty)
  }

  @Test func suggestsNamesThatAreAlike() {
    let hints = parsed("<Tabz /> x <tabz> y\n\n:::tipp\n:::").diagnostics.compactMap(\.hint)
    #expect(hints.contains("did you mean 'Tabs'?"))
    #expect(hints.contains("did you mean 'tip'?"))
  }

  private func site(_ templates: [String: String], data: TemplateValue = [:])
    -> MarkdownOptions
  {
    var options = MarkdownOptions()
    let library = TemplateLibrary(
      Dictionary(
        uniqueKeysWithValues: templates.map { name, text in
          (name, TemplateSource(text, file: "components/\(name).html"))
        }))
    options.components.data = data
    for name in templates.keys {
      let compiled = library.template(name, for: ComponentContext.self)
      options.components.templates[name] = compiled.value
      #expect(compiled.diagnostics.isEmpty)
    }
    return options
  }

  @Test func theSitesOwnComponents() {
    let options = site(
      [
        "Card":
          "<section title=\"{{attributes.title}}\">{{#hasChildren}}{{{children}}}{{/hasChildren}}"
          + "{{#attributes.tags}}<i>{{.}}</i>{{/attributes.tags}}</section>",
        "Version": "{{data.release.version}}",
      ], data: ["release": ["version": "1.2 <"]])
    #expect(
      rendered(
        "<Card title={'a \"b\"'} tags={['x', 2]}>\n\n*c* <Version />\n\n</Card>", options: options)
        == "<section title=\"a &quot;b&quot;\"><p><em>c</em> 1.2 &lt;</p>\n"
        + "<i>x</i><i>2</i></section>")
    #expect(rendered("v<Version />.", options: options) == "<p>v1.2 &lt;.</p>")
  }

  @Test func aComponentsURLsAreResolved() {
    let options = site(["Pic": "<img src=\"{{{attributes.src}}}\" alt=\"\">"])
    let document = parsed(
      "import p from './a.png'\n\n<Pic src={p} />", options: options
    ).value
    #expect(document.links.map(\.destination) == ["./a.png"])
    #expect(filled(document) == "<img src=\"./a.png\" alt=\"\">")
  }
}

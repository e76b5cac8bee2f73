import DocgenCore
import Testing

@testable import DocgenMarkup

@Suite struct ExampleFenceTests {
  private func examples(_ text: String) -> [CodeExample] {
    var options = MarkdownOptions()
    options.exampleWords = [Array("servers".utf8)]
    return parsed(text, options: options).value.examples
  }

  @Test(arguments: [
    ("```yaml\nservers:\n```", 1), ("```json\n{\"servers\": {}}\n```", 1),
    ("```YAML\na: b\n  servers:\n```", 1), ("```js\nservers:\n```", 0),
    ("```yaml\nmy servers:\n```", 0), ("```yaml check=false\nservers:\n```", 0),
    ("```yaml check=\"false\" schema=\"a\"\nservers:\n```", 0), ("```x schema=\"a\"\nb\n```", 1),
    ("    servers:\n", 0), ("```yaml\n```", 0),
  ])
  func areNoted(text: String, count: Int) { #expect(examples(text).count == count) }

  @Test func haveTheirLinesPlaces() throws {
    let example = try #require(
      examples("a\n\n* b\n\n  > ```yaml schema=\"x\"\n  > servers:\n  >   é: {c}\n  > ```\n").first)
    #expect(example.schema == "x")
    #expect(String(decoding: example.code, as: UTF8.self) == "servers:\n  é: {c}\n")
    #expect(
      example.lineStarts.prefix(2) == [
        SourcePosition(line: 6, column: 5), SourcePosition(line: 7, column: 5),
      ])
  }

  @Test func generatedComponentsArePartOfThePage() {
    var options = MarkdownOptions()
    options.generatedComponents["Made"] = GeneratedComponent { tag in
      Diagnosed(
        "## Made {#made}\n\n[a](b.md) <Made /> \u{1}`<x>`\n\n\(tag["n"]?.text ?? "")",
        [Diagnostic(.note, "test/a", "a", at: tag.span)])
    }
    let page = parsed("## Made\n\n- x\n  <Made n={3} />\n\n`code`\n", options: options)
    let document = page.value
    #expect(document.headings.map(\.id) == ["made", "made"])
    #expect(document.links.map(\.position) == [SourcePosition(line: 4, column: 3)])
    #expect(document.generated.map(\.name) == ["Made"])
    #expect(document.codeSpans.map(\.text) == ["code"])
    #expect(page.diagnostics.map(\.code) == ["test/a", "mdx/unknown-component"])
    #expect(page.diagnostics.allSatisfy { $0.span?.start.line == 4 })
    let html = filled(document)
    #expect(html.contains("3") && html.contains("&lt;x&gt;"))
    #expect(treeErrors(in: html).isEmpty)
  }
}

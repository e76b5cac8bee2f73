import Foundation
import Testing

@Suite struct SchemaCommandTests {
  @Test(arguments: ["mcp", "site", "front-matter", "category", "locale"])
  func printsEachForm(name: String) throws {
    let schema = try Program.run("schema", name)
    #expect(schema.status == 0, "\(schema.text)")
    let object = try JSONSerialization.jsonObject(with: Data(schema.output.utf8))
    let members = try #require(object as? [String: Any])
    #expect(members["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((members["properties"] as? [String: Any])?.isEmpty == false)
    #expect(try Program.run("schema", name, "--format", "json-schema").output == schema.output)
    let table = try Program.run("schema", name, "--format", "markdown").output
    #expect(table.hasPrefix("| Key | Type | Default | "))
    let sample = try Program.run("schema", name, "--format", "example").output
    #expect(sample.hasPrefix("# "))
  }

  @Test func anUnknownNameHasASuggestion() throws {
    let run = try Program.run("schema", "mpc")
    #expect(run.status == 2)
    #expect(run.errors.contains("There is no schema 'mpc'; did you mean 'mcp'?"), "\(run.errors)")
    #expect(try Program.run("schema", "mcp", "--format", "xml").status == 2)
  }
}

@Suite struct SchemaSiteTests {
  private let page = "# A\n\n<ConfigReference schema=\"mcp\" fields=\"timeout\" />\n"

  @Test func schemasArePublishedWhereTheyAreShown() throws {
    let folder = try makeSite([
      "site/docgen.yml": "title: Small\nurl: https://a.example\nbaseUrl: /b/\n",
      "site/docs/second.md": page + "\n[schema](/schemas/mcp-servers.schema.json)\n",
    ])
    let run = try Program.run("build", "site", "-o", "out", "--strict", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    let text = try folder.text("out/schemas/mcp-servers.schema.json")
    #expect(text.contains("\"$id\": \"https://a.example/b/schemas/mcp-servers.schema.json\""))
    #expect(!folder.exists("out/schemas/docgen.schema.json"))
    #expect(try folder.text("out/second/index.html").contains("href=\"/b/schemas/mcp-servers"))
  }

  @Test func theConfigurationSaysWhich() throws {
    let folder = try makeSite([
      "site/docgen.yml": "title: Small\nschemas: [site]\n", "site/docs/second.md": page,
    ])
    #expect(try Program.run("build", "site", "-o", "out", in: folder.path).status == 0)
    #expect(folder.files(below: "out/schemas") == ["docgen.schema.json"])
    try folder.write("schemas: [sites]\n", to: "site/docgen.yml")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("did you mean 'site'?"), "\(run.errors)")
  }

  @Test func referencesAreTranslated() throws {
    let german = "references: {mcp: {timeout: Wie lange ein Aufruf dauern darf.}}\n"
    let folder = try makeSite([
      "site/docs/second.md": page, "site/docs/locales/zh-Hans/second.md": page,
      "site/docs/locales/de/second.md": page,
      "site/docs/locales/de/_locale.yml": german,
      "site/docs/locales/fr/_locale.yml": "label: Français\n",
      "site/data/references.zh-Hans.json": "{\"mcp\": {\"timeout\": \"一次调用的时间。\"}}",
    ])
    let run = try Program.run("build", "site", "-o", "out", "--strict", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    for (path, words) in [
      ("second", "How long one tool call may take."), ("fr/second", "How long one tool call"),
      ("de/second", "Wie lange ein Aufruf dauern darf."), ("zh-Hans/second", "一次调用的时间。"),
      ("zh-Hans/second", "<li>默认值：<code>300</code></li>"),
    ] {
      let html = try folder.text("out/\(path)/index.html")
      #expect(html.contains(words), "\(path)")
      #expect(html.contains("href=\"#mcp.timeout\"><code>timeout</code></a>"), "\(path)")
    }
    try folder.write(
      german.replacingOccurrences(of: "timeout", with: "timout"),
      to: "site/docs/locales/de/_locale.yml")
    let wrong = try Program.run("build", "site", "-o", "out", "--strict", in: folder.path)
    #expect(wrong.errors.contains("docs/locales/de/_locale.yml:1:20"), "\(wrong.errors)")
  }
}

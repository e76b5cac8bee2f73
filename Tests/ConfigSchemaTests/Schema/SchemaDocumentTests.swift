import ConfigSchema
import DocgenCore
import Testing

struct SchemaDocumentTests {
  @Test func sampleDecodesToTheDefaults() {
    let sample = Server.schema.sampleFile
    let read = YAMLReader.read(Array(sample.utf8), file: "server.yml")
    #expect(read.diagnostics == [])
    var server = Server()
    server.name = "changed"
    server.retry.count = 9
    let found = read.value.map { Server.schema.decode($0, into: &server) }
    #expect(found == [])
    #expect(server == Server())
  }

  @Test func sampleShowsEveryKey() {
    let lines = Server.schema.sampleFile.split(separator: "\n").map(String.init)
    for line in [
      "# The configuration of a *server*.", "name: web", "port: 8080", "timeout: 30",
      "# How long a call may take. Takes a number of at least 0. In seconds. For HTTP, SSE.",
      "# token: \"${TOKEN}\"", "hosts: [localhost]", "environment: { LANG: C }",
      "# Example: [{ path: /a, target: /b }]",
      "retry:", "  count: 3", "# fallback:",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(!lines.contains { $0.hasPrefix("title") })
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func uncommentingAGroupSetsIt() {
    let lines = Server.schema.sampleFile.split(separator: "\n").map(String.init)
    let start = lines.firstIndex { $0.hasPrefix("# fallback:") } ?? 0
    let group = lines[start...].prefix { $0 == lines[start] || $0.hasPrefix("  ") }
    let keys = group.filter { $0.contains(":") }.map { $0.replacing("# ", with: "") }
    let read = YAMLReader.read(Array(keys.joined(separator: "\n").utf8), file: "server.yml")
    var server = Server()
    #expect(read.value.map { Server.schema.decode($0, into: &server) }?.isEmpty == true)
    #expect(server.fallback == Server.Retry())
  }

  @Test func tableHasARowForEveryKey() {
    let table = Server.schema.shape.referenceTable
    let rows = table.split(separator: "\n").map(String.init)
    #expect(rows.first == "| Key | Type | Default | Applies to | Meaning |")
    for row in [
      "| `name` | text | `web` |  | What the server \\| the host is called. |",
      "| `enabled` | `true` or `false` | `true` |  | Whether it runs. |",
      "| `port` | a whole number from 1 to 65535 | `8080` |  | The port. Since 0.2. |",
      "| `timeout` | a number of at least 0 | `30` | HTTP, SSE |"
        + " How long a call may take. In seconds. |",
      "| `mode` | `fast`, `safe` or `offline` | `safe` |  | What matters more. |",
      "| `token` | text |  |  |"
        + " What clients have to show. Example: `\"${TOKEN}\"`. |",
      "| `hosts` | list: text | `[localhost]` |  | The names it answers to. |",
      "| `routes[].path` | text | required |  | Where requests come in. |",
      "| `retry.delay` | a number of at least 0 | `0.5` |  |"
        + " How long to wait before. In seconds. |",
      "| `folders[].name` | text | required |  | Its name. |",
      "| `title` | text | `\"\"` |  | Its name, once."
        + " **Deprecated** since 0.3; use `name`. |",
    ] {
      #expect(rows.contains(row), "\(row)")
    }
    let columns = rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
    #expect(Set(columns) == [6])
  }

  @Test func jsonSchemaIsWellFormed() throws {
    let text = Server.schema.jsonSchema(id: "https://example.com/server.json").prettyText
    // JSON is YAML: the reader is the witness.
    let read = YAMLReader.read(Array(text.utf8), file: "schema.json")
    #expect(read.diagnostics == [])
    let schema = try #require(read.value)
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"]?.string == "https://example.com/server.json")
    #expect(schema["additionalProperties"]?.bool == false)
    let properties = try #require(schema["properties"])
    #expect(properties.members?.map(\.key) == Server.schema.fields.map(\.description.key))
    #expect(properties["port"]?["type"]?.string == "integer")
    #expect(properties["port"]?["minimum"]?.number == 1)
    #expect(properties["port"]?["default"]?.number == 8080)
    #expect(properties["mode"]?["enum"]?.elements?.map(\.string) == ["fast", "safe", "offline"])
    #expect(properties["token"]?["writeOnly"]?.bool == true)
    #expect(properties["title"]?["deprecated"]?.bool == true)
    #expect(properties["environment"]?["additionalProperties"]?["type"]?.string == "string")
    let route = properties["routes"]?["items"]
    #expect(route?["required"]?.elements?.map(\.string) == ["path", "target"])
    #expect(properties["folders"]?["items"]?["$ref"]?.string == "#/$defs/folder")
    let folder = schema["$defs"]?["folder"]
    #expect(folder?["properties"]?["folders"]?["items"]?["$ref"]?.string == "#/$defs/folder")
  }

  @Test(arguments: [
    ("a\"b\\c\n\t\u{1}\u{2028}é中😀", "\"a\\\"b\\\\c\\n\\t\\u0001\\u2028é中😀\""), ("", "\"\""),
  ])
  func writesText(value: String, json: String) {
    #expect(JSONValue.string(value).text == json)
    let read = YAMLReader.read(Array("[\(json)]".utf8), file: "a.yml")
    #expect(read.value?.elements?.first?.string == value)
  }

  @Test(arguments: [
    ("text", "text"), ("docs/a b-c_d.md", "docs/a b-c_d.md"), ("简体中文", "简体中文"),
    ("", "\"\""), ("true", "\"true\""), ("2.0", "\"2.0\""), ("a: b", "\"a: b\""),
    ("a ", "\"a \""), ("-a", "\"-a\""), ("a,b", "\"a,b\""), ("~", "\"~\""), ("{}", "\"{}\""),
    ("**/*.md", "\"**/*.md\""), ("2026-11-22", "2026-11-22"), ("null", "\"null\""),
  ])
  func quotesYAMLWhereNeeded(value: String, yaml: String) {
    #expect(JSONValue.string(value).yamlText == yaml)
    for text in ["[\(yaml)]", "- \(yaml)"] {
      let read = YAMLReader.read(Array(text.utf8), file: "a.yml")
      #expect(read.value?.elements?.first?.string == value)
    }
  }

  @Test(
    arguments: [
      (5, "5"), (-0.5, "-0.5"), (1e300, "1e+300"), (.infinity, "null"),
    ] as [(Double, String)])
  func writesNumbers(value: Double, json: String) {
    #expect(JSONValue.number(value).text == json)
  }
}

import ConfigSchema
import DocgenCore
import Foundation
import Testing

@testable import DocgenSite
@testable import MCPConfiguration

private let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private let corpus = packageRoot.appending(path: "../shared/corpora/hermes-docs")
  .standardizedFileURL

/// What is found in a page's examples by the schema of MCP servers.
private func findings(_ text: String, file: String = "page.md") -> [Diagnostic] {
  let examples = ExampleCheck(registry: SchemaRegistry([MCPServers.reference]))
  let config = SiteConfig()
  let parser = PageParser(
    folder: SiteFolder(path: ""), config: config,
    options: .init(config, components: .init(), exampleWords: examples.words), examples: examples)
  let page = parser.parse(
    Array(text.utf8),
    ContentFile(locale: "en", contentPath: file, sourceFile: file, size: 0, isPartial: false))
  return page.diagnostics.filter { $0.code.hasPrefix("example/") }
}

@Suite struct MCPExampleTests {
  @Test(arguments: [
    ("mcp_servers:\n  web: {url: https://a.example, tiemout: 3}", "3:33 example/unknown-key"),
    ("mcp_servers:\n  web:\n    url: a.example", "4:10 example/invalid-url"),
    ("mcp_servers:\n  web: {args: []}", "3:8 example/missing-key"),
    ("mcp_servers:\n  web: {command: a, url: https://a.example}", "3:21 example/conflicting-keys"),
    ("mcp_servers:\n  web:\n    command: a\n    headers: {a: b}", "5:5 example/misplaced-key"),
    ("mcp_servers: 3", "2:14 example/wrong-type"),
    ("servers:\n  web: {url: https://a.example, tiemout: 3}", "3:33 example/unknown-key"),
    ("{\"mcpServers\": {\"web\": {\"url\": \"ftp://a\"}}}", "2:32 example/invalid-url"),
  ])
  func mistakesAreReported(code: String, finding: String) {
    let found = findings("```yaml\n\(code)\n```")
    #expect(
      found.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0) \($0.code)" }
        == [finding])
  }

  @Test(arguments: [
    "servers:\n  pyright:\n    disabled: true",
    "servers:\n  - url: https://a.example/v1",
    "servers: 3",
    "lsp:\n  servers: {web: {url: 3}}",
    // Where its file comes from, another client's key needs no word.
    "{\"mcpServers\": {\"web\": {\"type\": \"http\", \"url\": \"https://a.example\"}}}",
    "mcp_servers:\n  web:\n    url: https://<host>/mcp\n    timeout: <seconds>",
    "mcp_servers:\n  a:\n    command: \"...\"\n    # or\n    url: \"...\"\n    headers: {A: \"***\"}",
    """
    mcp_servers:
      <server_name>:
        command: "..."
        args: []
        url: "..."
        headers: {}
        client_key: a
        tools: {include: []}
    """,
  ])
  func othersAreNot(code: String) { #expect(findings("```yaml\n\(code)\n```") == []) }

  @Test func aTemplateStillKnowsItsKeys() {
    let found = findings("```yaml\nmcp_servers:\n  <name>:\n    url: \"...\"\n    tiemout: 3\n```")
    #expect(found.map(\.code) == ["example/unknown-key"])
  }
}

/// The site that docgen was first made for.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: corpus.path),
    "needs ../shared/corpora/hermes-docs beside the package"))
struct MCPExampleCorpusTests {
  private static let pages: [(path: String, text: String)] = {
    let files = FileManager.default.enumerator(atPath: corpus.path)?.allObjects as? [String] ?? []
    return files.filter { $0.hasSuffix(".md") || $0.hasSuffix(".mdx") }.sorted().compactMap {
      path in
      (try? String(contentsOf: corpus.appending(path: path), encoding: .utf8)).map { (path, $0) }
    }
  }()

  @Test func onlyTheRealMistakesAreReported() {
    let found = Self.pages.flatMap { findings($0.text, file: $0.path) }
    let places = found.map { finding in
      let name = finding.span.map { $0.file.split(separator: "/").last ?? "" } ?? ""
      return "\(name) \(finding.code)"
    }
    // A group where the name of a way to authenticate belongs, in both languages.
    #expect(
      places == [String](repeating: "build-a-hermes-plugin.md example/wrong-type", count: 2))
  }

  /// Each server is given a key that there is not: what reports it has decoded the fence.
  @Test func everyExampleIsDecoded() {
    var expected: [String] = []
    var reported: [String] = []
    for page in Self.pages {
      var lines = page.text.components(separatedBy: "\n")
      var index = 0
      while index + 1 < lines.count {
        defer { index += 1 }
        let isYAML = lines[index] == "mcp_servers:"
        guard isYAML || lines[index] == "  \"mcpServers\": {" else { continue }
        // Comments may stand before the first server.
        while lines[index + 1].drop(while: { $0 == " " }).hasPrefix("#") { index += 1 }
        let line = index + 3
        lines.insert(isYAML ? "    sabotage: 1" : "      \"sabotage\": 1,", at: index + 2)
        expected.append("\(page.path):\(line)")
      }
      for finding in findings(lines.joined(separator: "\n"), file: page.path)
      where finding.message.contains("'sabotage'") {
        reported.append("\(page.path):\(finding.span?.start.line ?? 0)")
      }
    }
    #expect(expected.count > 90)
    #expect(reported == expected)
  }
}

@Suite struct WebsiteReferenceTests {
  private func build(_ schema: ReferenceSchema, into folder: TemporaryFolder) async -> BuildReport {
    var options = BuildOptions(site: packageRoot.appending(path: "website").path, year: 2026)
    options.output = folder("site")
    options.workers = 2
    return await SiteBuilder(options, schemas: [schema]).build()
  }

  /// The page is generated: with another default it is another page, and no other changes but those
  /// that show the key as well.
  @Test func aBrokenDefaultChangesThePage() async throws {
    let (right, wrong) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(await build(MCPServers.reference, into: right).diagnostics == [])
    var broken = WrittenServer()
    broken.session.connectTimeout = .seconds(61)
    #expect(await build(MCPServers.reference(defaults: broken), into: wrong).diagnostics == [])
    let before = try right.contents(below: "site")
    let after = try wrong.contents(below: "site")
    let changed = before.keys.filter { before[$0] != after[$0] }.sorted()
    #expect(changed.contains("reference/mcp-servers/index.html"))
    #expect(changed.contains("schemas/mcp-servers.schema.json"))
    #expect(changed.allSatisfy { !$0.hasSuffix(".html") || $0.hasSuffix("mcp-servers/index.html") })
    let page = try right.text("site/reference/mcp-servers/index.html")
    let entry = page.components(separatedBy: "id=\"mcp.connect_timeout\"").dropFirst().first ?? ""
    #expect(entry.prefix(600).contains("<code>60</code>"))
    let changedPage = try wrong.text("site/reference/mcp-servers/index.html")
    #expect(changedPage.contains("<li>Default: <code>61</code></li>"))
  }

  /// A wrong example on docgen's own page fails its build.
  @Test func theExamplesAreChecked() throws {
    let page = packageRoot.appending(path: "website/docs/reference/mcp-servers.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(findings(text) == [])
    let broken = text.replacingOccurrences(of: "    command: npx\n", with: "    comand: npx\n")
    #expect(Set(findings(broken).map(\.code)) == ["example/unknown-key", "example/missing-key"])
  }
}

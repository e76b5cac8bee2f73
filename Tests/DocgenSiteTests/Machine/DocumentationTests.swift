import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct DocumentationTests {
  private func documentation() async throws -> Documentation {
    let folder = try TemporaryFolder()
    let config = """
      baseUrl: /docs/
      locales: [en, de]
      redirects: [{ from: /start, to: / }]
      llms: { exclude: ['/docs/internal/*'] }
      """
    let files = [
      "docgen.yml": config, "docs/index.md": "# Home\n\nWords.\n",
      "docs/install.md": "---\naliases: [/setup]\n---\n# Install\n\nWords.\n",
      "docs/internal/secret.md": "# Secret\n\nWords.\n",
    ]
    for (path, content) in files { try folder.write(content, to: path) }
    let load = await SiteBuilder(BuildOptions(site: folder.path, year: 2026)).load()
    return Documentation(try #require(load.site), workers: 2)
  }

  @Test(arguments: [
    ("/docs/install", "/docs/install"), ("/docs/setup", "/docs/install"),
    ("/docs/setup/", "/docs/install"), ("/docs/start", "/docs/"), ("install", "/docs/install"),
    ("/docs/de/setup", "/docs/de/install"), ("/docs/nowhere", nil), ("/docs/internal/secret", nil),
  ])
  func pagesHaveOldAddressesToo(name: String, path: String?) async throws {
    #expect(try await documentation().entry(named: name, locale: nil)?.path == path)
  }

  @Test func whatIsKeptFromProgramsIsNeitherListedNorFound() async throws {
    let documentation = try await documentation()
    #expect(documentation.list(locale: "en").map(\.path).sorted() == ["/docs/", "/docs/install"])
    let found = await documentation.search("words", locale: "en", limit: 2)
    #expect(found.map(\.path).sorted() == ["/docs/", "/docs/install"])
  }
}

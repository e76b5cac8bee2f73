import DocgenCore
import Testing

@testable import DocgenSite

/// What is right is not called wrong.
@Suite struct ValidSiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var config = "url: https://a.example"
    var files: [String: String]
  }

  private static let start = "---\ndescription: The start\n---\n# Start\n\n"

  static let cases = [
    Case(
      testDescription: "lists of tags, which nobody links to",
      files: ["docs/index.md": "---\ndescription: The start\ntags: [one]\n---\n# Start\n"]),
    Case(
      testDescription: "finished HTML below static, and a link to its folder",
      files: [
        "docs/index.md": start + "[API](/api/) [API](/api)\n",
        "static/api/index.html":
          "<!doctype html><html lang=en><title>API</title><meta name=description content=x><p>x",
      ]),
    Case(
      testDescription: "what an author vouches for",
      files: ["docs/index.md": start + "[API](pathname:///made-later/)\n"]),
    Case(
      testDescription: "a page left out of the sitemap",
      config: "url: https://a.example\nsitemap: { ignorePatterns: ['/'] }",
      files: ["docs/index.md": start]),
    Case(
      testDescription: "severities of a locale that has a folder alone",
      config: "url: https://a.example\ndiagnostics: { locales: { de: { translation: note } } }",
      files: [
        "docs/index.md": start,
        "docs/locales/de/index.md": "---\ndescription: Der Anfang\n---\n# Anfang\n",
      ]),
  ]

  @Test(arguments: cases)
  func hasNothingWrong(_ site: Case) async throws {
    let built = try await BuiltSite(site.config, site.files)
    #expect(built.diagnostics.map { "\($0.code): \($0.message)" } == [])
  }

  @Test func aMissingLocaleOfPoliciesIsReported() async throws {
    let built = try await BuiltSite(
      "url: https://a.example\ndiagnostics: { locales: { fr: { link: note } } }",
      ["docs/index.md": Self.start])
    #expect(built.diagnostics.map(\.code) == ["config/unknown-locale"])
  }
}

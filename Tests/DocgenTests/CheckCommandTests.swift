import Foundation
import Testing

@Suite struct CheckCommandTests {
  private let config = """
    title: Small
    url: https://small.example
    baseUrl: /docs/
    defaultLocale: en
    locales: { en: {}, de: {} }
    """

  private func findings(_ run: Program) -> [String] {
    run.output.split(separator: "\n").map { line in
      let place =
        line.firstMatch(of: /file=\w+\/([^,]*),line=(\d+)/).map { "\($0.1):\($0.2) " } ?? ""
      let code = line.firstMatch(of: /title=([^:]*)::/).map { String($0.1) } ?? String(line)
      return place + code
    }
  }

  @Test func everyFindingHasItsPlaceInTheSource() throws {
    let folder = try makeSite([
      "site/docgen.yml": config,
      "site/docs/index.md": """
      # Start

      [second](second.md) [hidden](hidden.md) [draft](draft.md) [draft](/draft)

      [German](https://small.example/docs/de/second) [old](/old) <a href="/docs/nope">nope</a>

      <img src="/docs/img/none.png">

      ## Two {#same}

      #### Four {#same}
      """,
      "site/docs/draft.md": "---\ndraft: true\n---\n# Draft\n",
      "site/docs/hidden.md": "---\nunlisted: true\n---\n# Hidden\n",
      "site/docs/locales/de/index.md": "# Anfang\n\n[Versteckt](hidden.md)\n",
      "site/docs/locales/de/second.md": "# Zweite\n",
    ])
    try folder.write(config + "\nredirects: [{ from: /old, to: /second }]\n", to: "site/docgen.yml")
    let run = try Program.run("check", "site", "--format", "github", in: folder.path)
    #expect(run.status == 1, "\(run.text)")
    let found = findings(run)
    for expected in [
      "docs/index.md:3 link/unlisted", "docs/index.md:3 link/draft",
      "docs/index.md:5 link/wrong-locale", "docs/index.md:5 link/redirect",
      "docs/index.md:5 link/unknown-page", "docs/index.md:7 link/unknown-image",
      "docs/index.md:7 publish/no-alt", "docs/index.md:11 publish/heading-order",
      "docs/locales/de/index.md:3 link/fallback", "docs/locales/de/index.md:3 link/unlisted",
    ] {
      #expect(found.contains(expected), "\(expected) in \(found)")
    }
    #expect(found.count { $0 == "docs/index.md:3 link/draft" } == 2)
    #expect(!folder.exists("site/build"))
    let built = try Program.run(
      "build", "site", "--check", "--diagnostics", "github", "-o", "out", in: folder.path)
    #expect(built.status == 1 && built.output == run.output)
  }

  @Test func aTemplatesLinkIsReportedOnce() throws {
    let folder = try makeSite([
      "site/templates/partials/footer.html": "<footer><a href=\"/gone\">Gone</a></footer>\n"
    ])
    let run = try Program.run("check", "site", "--only", "link", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("There is no page '/gone'"))
    #expect(run.errors.contains("on 4 pages, the first of them /"), "\(run.errors)")
    #expect(run.errors.contains("1  link/unknown-page (error)\n1 error"))
  }

  @Test func aBuiltFolder() throws {
    let folder = try makeSite([
      "site/docs/second.md": "# Second\n\n<a href=\"/docs/gone\">x</a> <a href=\"/docs/\">y</a>\n"
    ])
    _ = try Program.run("build", "site", "--base-url", "/docs/", "-o", "out", in: folder.path)
    let run = try Program.run(
      "check", "out", "--base-url", "/docs/", "--only", "link", "--format", "github",
      in: folder.path)
    #expect(run.status == 1)
    #expect(findings(run).count == 1 && findings(run)[0].hasPrefix("second/index.html:"))
    try folder.write("x", to: "empty/a.txt")
    #expect(try Program.run("check", "empty", in: folder.path).status == 2)
    #expect(try Program.run("check", "nowhere", in: folder.path).status == 2)
  }

  @Test func aBaselineLeavesKnownFaultsOut() throws {
    let folder = try makeSite(["site/docs/second.md": brokenLink])
    let first = try Program.run(
      "check", "site", "--baseline", "known.json", "--write-baseline", in: folder.path)
    #expect(first.status == 0, "\(first.text)")
    let known = ["check", "site", "--baseline", "known.json"]
    #expect(try Program.run(known, in: folder.path).status == 0)
    try folder.write("\n\n# Second\n\n" + brokenLink + "\n[New](/new)\n", to: "site/docs/second.md")
    let run = try Program.run(known, in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("'/new'") && !run.errors.contains("'/away'"), "\(run.errors)")
    try folder.write("{}", to: "known.json")
    #expect(try Program.run(known, in: folder.path).status == 2)
  }

  /// What was not looked for stays known.
  @Test func aBaselineIsWrittenAnewInPart() throws {
    let folder = try makeSite(["site/docs/second.md": brokenLink])
    let write = ["check", "site", "--baseline", "known.json", "--write-baseline"]
    #expect(try Program.run(write, in: folder.path).status == 0)
    let first = try String(contentsOfFile: folder("known.json"), encoding: .utf8)
    #expect(first.contains("link/"))
    #expect(try Program.run(write + ["--only", "publish"], in: folder.path).status == 0)
    #expect(try String(contentsOfFile: folder("known.json"), encoding: .utf8) == first)
    let external = #"{"code": "external/moved", "file": "a", "message": "m", "count": 1}"#
    try folder.write(
      #"{"version": 1, "findings": [\#(external)]}"#, to: "known.json")
    #expect(try Program.run(write, in: folder.path).status == 0)
    let both = try String(contentsOfFile: folder("known.json"), encoding: .utf8)
    #expect(both.contains("external/moved") && both.contains("link/"), "\(both)")
    try folder.write("{}", to: "known.json")
    #expect(try Program.run(write + ["--only", "link"], in: folder.path).status != 0)
  }

  private static let calls: [(arguments: [String], status: Int32)] = [
    (["--strict"], 1), ([], 0), (["--strict", "--ignore", "link/unknown-anchor"], 0),
    (["--strict", "--only", "publish"], 0), (["--only", "lnik"], 2),
    (["--ignore", "link/unknown-anchr"], 2), (["--max-findings", "-1"], 2),
    (["--format", "xml"], 2), (["--compat", "jekyll"], 2), (["--url", "small.example"], 2),
  ]

  @Test(arguments: calls)
  func exitCodes(arguments: [String], status: Int32) throws {
    let folder = try makeSite(["site/docs/second.md": onlyWarning])
    let run = try Program.run(["check", "site"] + arguments, in: folder.path)
    #expect(run.status == status, "\(run.text)")
  }

  /// With Docusaurus' rules a base URL in a link is what it is in a browser.
  @Test func compatibility() throws {
    let folder = try makeSite([
      "site/docgen.yml": config,
      "site/docs/second.md": "# Second\n\n## Part\n\n[Start](/docs/)\n",
      "site/docs/locales/de/second.md":
        "# Zweite\n\n## Teil\n\n[Teil](#part) [x](/docs/) [y](./index.md)\n",
    ])
    let only = [
      "check", "site", "--only", "link", "--ignore", "link/base-url", "--format", "github",
    ]
    let repaired = try Program.run(only, in: folder.path)
    #expect(
      Set(findings(repaired)) == ["docs/locales/de/second.md:5 link/fallback"], "\(repaired.text)")
    let run = try Program.run(only + ["--compat", "docusaurus"], in: folder.path)
    let found = findings(run)
    #expect(found.contains("docs/locales/de/second.md:5 link/unknown-anchor"), "\(run.text)")
    #expect(found.contains("docs/locales/de/second.md:5 link/unknown-page"))
    #expect(found.contains("docs/locales/de/second.md:5 link/unknown-file"))
    #expect(!found.contains { $0.hasPrefix("docs/second.md") })
  }

  /// Docusaurus writes none of the files that docgen makes for programs.
  @Test func compatibilityOfGeneratedFiles() throws {
    let folder = try makeSite([
      "site/docgen.yml": config, "site/docs/second.md": "# Second\n\n[List](/llms.txt)\n",
    ])
    let only = ["check", "site", "--only", "link", "--format", "github"]
    #expect(findings(try Program.run(only, in: folder.path)) == [])
    let run = try Program.run(only + ["--compat", "docusaurus"], in: folder.path)
    #expect(findings(run).count == 1, "\(run.text)")
  }
}

import Foundation
import Testing

@Suite struct RepairTests {
  private let config = """
    title: Small
    baseUrl: /docs/
    defaultLocale: en
    locales: { en: {}, de: {} }
    redirects:
      - { from: /old, to: "/guides/second#part" }
      - { from: /older, to: /old }
    """

  /// A site whose page `guides/first.md` has a text; it stands two lines below the front matter.
  private func site(_ text: String, more: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var files = [
      "site/docgen.yml": config,
      "site/docs/index.md": "# Start\n",
      "site/docs/guides/first.md": text,
      "site/docs/guides/second.md": "# Second\n\n## Part\n\n## Setup guide\n",
      "site/docs/guides/two words.md": "# Two words\n",
      "site/docs/locales/de/guides/second.md": "# Zweite\n\n## Teil\n\n## Anleitung\n",
      "site/static/img/a.png": "x",
    ]
    files.merge(more) { $1 }
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func fix(_ folder: TemporaryFolder, _ options: String...) throws -> String {
    let run = try Program.run(["check", "site", "--fix", "--no-git"] + options, in: folder.path)
    #expect(run.status < 2, "\(run.text)")
    return try folder.text("site/docs/guides/first.md")
  }

  private static let repairs: [(String, String, String?)] = [
    ("[a](/docs/guides/second)", "[a](/guides/second)", nil),
    ("[a](/docs/guides/second#part \"t\")", "[a](/guides/second#part \"t\")", nil),
    ("[a](</docs/guides/second>)", "[a](</guides/second>)", nil),
    ("[a](/docs/de/guides/second)", "[a](/guides/second)", nil),
    ("[a](/docs)", "[a](/)", nil),
    ("![a](/docs/img/a.png)", "![a](/img/a.png)", nil),
    ("<a href=\"/docs/guides/second\">a</a>", "<a href=\"/guides/second\">a</a>", nil),
    (
      "<a href='/docs/guides/second?a=1&amp;b=2'>a</a>",
      "<a href='/guides/second?a=1&b=2'>a</a>", nil
    ),
    (
      "[a][x] and [b][x]\n\n[x]: /docs/guides/second", "[a][x] and [b][x]\n\n[x]: /guides/second",
      nil
    ),
    ("`[a](/docs/)` [a](/docs/)", "`[a](/docs/)` [a](/)", nil),
    ("[/docs/guides/second](/docs/guides/second)", "[/docs/guides/second](/guides/second)", nil),
    (
      "```md\n[a](/docs/guides/second)\n```\n\n[a](/docs/guides/second)",
      "```md\n[a](/docs/guides/second)\n```\n\n[a](/guides/second)", nil
    ),
    ("[a](/old)", "[a](/guides/second#part)", nil),
    ("[a](/older?q#setup-guide)", "[a](/guides/second?q#setup-guide)", nil),
    ("[a](second.md#prat)", "[a](second.md#part)", nil),
    ("## Own part\n\n[a](#own-prat)", "## Own part\n\n[a](#own-part)", nil),
    ("[a](/guides/second)", "[a](./second.md)", "file"),
    ("[a](/docs/guides/second#part)", "[a](./second.md#part)", "file"),
    ("[a](/)", "[a](../index.md)", "file"),
    ("[a](/guides/two%20words)", "[a](./two%20words.md)", "file"),
    ("[a](./second.md#part)", "[a](/guides/second#part)", "route"),
    ("[a](../index.md)", "[a](/)", "route"),
    ("[a](/old)", "[a](./second.md#part)", "file"),
    // What stays as it is.
    ("[a](/guides/second)", "[a](/guides/second)", nil),
    ("[a](./second.md)", "[a](./second.md)", nil),
    ("[a](second.md#nothing-like-it)", "[a](second.md#nothing-like-it)", nil),
    ("[a](/docs/nowhere)", "[a](/docs/nowhere)", nil),
    (
      "[a](https://example.com/docs/guides/second)", "[a](https://example.com/docs/guides/second)",
      "file"
    ),
    ("    [a](/docs/guides/second)", "    [a](/guides/second)", nil),
  ]

  @Test(arguments: repairs)
  func links(written: String, wanted: String, style: String?) throws {
    let folder = try site("---\ntitle: /docs/\n---\n\n\(written)\n")
    let options = style.map { ["--style", $0] } ?? []
    let run = try Program.run(["check", "site", "--fix"] + options, in: folder.path)
    let text = try folder.text("site/docs/guides/first.md")
    #expect(text == "---\ntitle: /docs/\n---\n\n\(wanted)\n", "\(run.text)")
  }

  /// Of two anchors that may be meant, none is taken.
  @Test func anchorsWithTwoCandidatesStay() throws {
    let text = "# First\n\n## Step one\n\n## Step two\n\n[a](#step-oe) [b](#step)\n"
    let folder = try site(text)
    #expect(try fix(folder) == text.replacing("#step-oe", with: "#step-one"))
  }

  /// A page is repaired for all who read it: for a translation's readers the anchor is the original's.
  @Test func translationsKeepTheirNeighbours() throws {
    let folder = try site(
      "# First\n",
      more: [
        "site/docs/locales/de/guides/first.md": "# Erste\n\n[x](/docs/de/guides/second#part)\n"
      ])
    _ = try fix(folder, "--style", "file")
    #expect(
      try folder.text("site/docs/locales/de/guides/first.md")
        == "# Erste\n\n[x](./second.md#part)\n")
  }

  @Test func everyOtherByteStays() throws {
    let folder = try site("")
    let text =
      "\u{FEFF}---\r\ntitle: x\r\n---\r\n\r\n# A  \r\n\r\n[a](/docs/guides/second)\t[b](/docs/) \r\n\r\nend"
    try folder.write(text, to: "site/docs/guides/first.md")
    let path = folder("site/docs/guides/first.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let wanted = text.replacing("/docs/guides", with: "/guides").replacing("(/docs/)", with: "(/)")
    #expect(try fix(folder) == wanted)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    let dates = try folder.modificationDates(below: "site")
    _ = try fix(folder)
    #expect(try folder.modificationDates(below: "site") == dates, "a second run writes nothing")
    #expect(folder.files(below: "site").allSatisfy { !$0.contains(".docgen-") })
  }

  @Test func aDryRunShowsADiff() throws {
    let text = (1...9).map { "line \($0)\n\n" }.joined() + "[a](/docs/)"
    let folder = try site(text)
    let run = try Program.run("check", "site", "--fix", "--dry-run", in: folder.path)
    #expect(run.status == 0)
    #expect(
      run.output == """
        --- a/docs/guides/first.md
        +++ b/docs/guides/first.md
        @@ -16,4 +16,4 @@
         \("")
         line 9
         \("")
        -[a](/docs/)
        \\ No newline at end of file
        +[a](/)
        \\ No newline at end of file

        """, "\(run.text)")
    #expect(try folder.text("site/docs/guides/first.md") == text)
  }

  @Test func styleIsAFindingOfItsOwn() throws {
    let folder = try site("# First\n\n[a](/guides/second) [b](./second.md)\n")
    let wanted = ["check", "site", "--only", "link/style", "--format", "github"]
    let run = try Program.run(wanted + ["--style", "file"], in: folder.path)
    #expect(run.output.contains("line=3,col=5,title=link/style"), "\(run.text)")
    #expect(run.output.split(separator: "\n").count == 1)
    _ = try fix(folder, "--style", "file")
    #expect(try Program.run(wanted + ["--style", "file"], in: folder.path).output.isEmpty)
  }

  @Test func finishedHTMLIsNotRepaired() throws {
    let folder = try TemporaryFolder()
    try folder.write("<!doctype html><title>x</title>", to: "out/index.html")
    #expect(try Program.run("check", "out", "--fix", in: folder.path).status == 2)
    #expect(try Program.run("check", "out", "--dry-run", in: folder.path).status == 2)
  }
}

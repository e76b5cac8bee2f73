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
    ("[a](second.md#Setup_guide)", "[a](second.md#setup-guide)", nil),
    ("## Own part\n\n[a](#own--part)", "## Own part\n\n[a](#own-part)", nil),
    (
      "[a](/docs/) <!-- [a](/docs/) --> [b](/docs/) {/* [a](/docs/) */} [c](/docs/)",
      "[a](/) <!-- [a](/docs/) --> [b](/) {/* [a](/docs/) */} [c](/)", nil
    ),
    ("\\[a](/docs/) [a](/docs/)", "\\[a](/docs/) [a](/)", nil),
    (
      "# L\n\n[ref]: /docs/old\n\nSee [ref].", "# L\n\n[ref]: /guides/second#part\n\nSee [ref].",
      nil
    ),
    ("Text.\n\n[unused]: </docs/img/a.png> 't'", "Text.\n\n[unused]: </img/a.png> 't'", nil),
    (
      "<!--\n[x]: /docs/\n-->\n\n```\n[x]: /docs/\n```\n\n[x]: /docs/\n\n[x] [a](/docs/)",
      "<!--\n[x]: /docs/\n-->\n\n```\n[x]: /docs/\n```\n\n[x]: /\n\n[x] [a](/)", nil
    ),
    ("<!--\n[x]: /docs/\n-->", "<!--\n[x]: /docs/\n-->", nil),
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

  @Test func manyLinksOfOneTargetBesideCode() throws {
    let row = "| `(/docs/guides/second)` | [a](/docs/guides/second) |\n"
    let text = "| a | b |\n| --- | --- |\n" + String(repeating: row, count: 12)
    let folder = try site(text)
    #expect(try fix(folder) == text.replacing("[a](/docs", with: "[a]("))
  }

  @Test func theImageOfTheFrontMatter() throws {
    for quote in ["", "'", "\""] {
      let text = "---\ntitle: /docs/\nimage: \(quote)/docs/img/a.png\(quote) # x\n---\n\n# First\n"
      let folder = try site(text)
      #expect(try fix(folder) == text.replacing("/docs/img", with: "/img"))
    }
  }

  /// Hints say what `--fix` writes.
  @Test func hintsNameWhatIsToBeWritten() throws {
    let folder = try site(
      "# First\n\n[a](/docs/old) [b](/old#setup-guide) [c](/older)\n\n<a href=\"/docs/old\">d</a>\n"
    )
    let run = try Program.run("check", "site", "--only", "link", "--no-git", in: folder.path)
    let hints = run.text.matches(of: /write '([^']*)'/).map { String($0.1) }
    #expect(
      Set(hints) == ["/guides/second#part", "/guides/second#setup-guide"], "\(run.text)")
  }

  /// Other words and other numbers are another heading, which may be gone.
  @Test(arguments: [
    "create-user", "step-2", "ipv6-settings", "disable-cache", "step", "step-11", "c", "v12",
    "setup",
    "instal", "enable", "delete-user-2", "phase-1", "version-1-1",
  ])
  func otherAnchorsStay(anchor: String) throws {
    let text = """
      # First

      ## Delete user

      ## Step 1

      ## IPv4 settings

      ## Enable cache

      ## C++

      ## V1.2 {#release}

      ## Set up

      ## Set-up {#set_up}

      ## Install

      ## Phase

      ## Phase 2

      ## Version 1

      [a](#\(anchor))

      """.replacing("## C++", with: "## C++ {#cpp}")
    #expect(try fix(try site(text)) == text)
  }

  @Test(arguments: [
    ("Delete-User", "delete-user"), ("delete_user", "delete-user"), ("deleteuser", "delete-user"),
    ("uber-uns", "über-uns"), ("%C3%9CBER-uns", "über-uns"), ("c++", "cpp"), ("v1-2", "release"),
    ("version-1.2", "version-12"), ("install-1", "install"), ("node-js--tools", "nodejs-tools"),
  ])
  func anchorsInAnotherSpelling(anchor: String, wanted: String) throws {
    let text = """
      # First

      ## Delete user

      ## Über uns

      ## C++ {#cpp}

      ## C

      ## V1.2 {#release}

      ## Version 1.2

      ## Install

      ## Node.js Tools

      [a](#\(anchor))

      """
    #expect(try fix(try site(text)) == text.replacing("](#\(anchor))", with: "](#\(wanted))"))
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

import Foundation
import Testing

/// What authors get wrong: each is said at its place, with what to do, and the rest of the site is
/// built all the same.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var files: [String: String]
    var status: Int32 = 1
    /// What has to be printed, in any order.
    var prints: [String]

    var testDescription: String { name }
  }

  @Test(arguments: cases)
  func isReported(_ item: Case) throws {
    let folder = try makeSite(item.files)
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(!run.wasKilled)
    #expect(run.status == item.status, "\(run.text)")
    for text in item.prints { #expect(run.errors.contains(text), "\(run.errors)") }
    #expect(folder.exists("out/index.html"))
    for path in folder.files(below: "out") where path.hasSuffix(".html") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder("out/" + path)))
      let controls = bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }
      #expect(!controls, "\(path)")
      #expect(String(bytes: bytes, encoding: .utf8) != nil, "\(path)")
    }
  }

  static let cases: [Case] = [
    Case(
      name: "a byte order mark", files: ["site/docs/bom.md": "\u{FEFF}---\ntitle: Mark\n---\n"],
      status: 0, prints: []),
    Case(
      name: "CR LF", files: ["site/docs/crlf.md": "---\r\ntitle: Lines\r\n---\r\n\r\n# A\r\n"],
      status: 0, prints: []),
    Case(
      name: "a NUL byte", files: ["site/docs/nul.md": "# A\n\nsome\0thing\n"],
      prints: ["docs/nul.md:3:5: error: There is a control character (U+0000)"]),
    Case(
      name: "control characters in front matter",
      files: [
        "site/docs/x.md":
          "---\ntitle: \"a\\x01\\x029999999999999999999999\\0b\"\n---\n\n{frontMatter.title}\n"
      ],
      status: 0, prints: []),
    Case(
      name: "malformed front matter",
      files: ["site/docs/bad.md": "---\ntitle: [a\nid: b\n---\n\nText.\n"],
      prints: ["docs/bad.md:", "error: "]),
    Case(
      name: "front matter that nothing closes",
      files: ["site/docs/open.md": "---\ntitle: A\n\nText.\n"],
      status: 0, prints: ["docs/open.md:1:1: warning: Nothing closes the front matter"]),
    Case(
      name: "a malformed configuration", files: ["site/docgen.yml": "title: [a\n"],
      prints: ["docgen.yml:"]),
    Case(
      name: "an unknown key", files: ["site/docgen.yml": "titel: A\n"],
      prints: ["docgen.yml:1:1: error: ", "did you mean 'title'?"]),
    Case(
      name: "a slug out of the site",
      files: ["site/docs/out.md": "---\nslug: ../../etc/passwd\n---\n# Out\n"],
      prints: [
        "docs/out.md:2:7: error: The slug '../../etc/passwd' leads out of the site",
        "hint: write a path below the site's root",
      ]),
    Case(
      name: "a slug with a control character",
      files: ["site/docs/out.md": "---\nslug: \"/a\\0b\"\n---\n# Out\n"],
      prints: ["docs/out.md:2:7: error: The address '/a"]),
    Case(
      name: "a locale out of the site", files: ["site/docgen.yml": "locales: [en, ../up]\n"],
      prints: ["error: The locale path '../up' leads out of the site"]),
    Case(
      name: "two pages at one address",
      files: ["site/docs/third.md": "---\nslug: /second\n---\n# Third\n"],
      prints: [
        "docs/third.md:2:7: error: Two pages have the address '/second'",
        "note: docs/second.md:1:1: The first page at that address",
        "give one of them another 'slug'",
      ]),
    Case(
      name: "two pages with one ID", files: ["site/docs/02-second.md": "# Third\n"],
      prints: ["error: Two pages have the ID 'second'"]),
    Case(
      name: "an import out of the site",
      files: ["site/docs/in.md": "import A from '../../../etc/passwd.md'\n\n<A />\n"],
      prints: ["docs/in.md:", "error: There is no file '../../../etc/passwd.md' to import"]),
    Case(
      name: "a category file that is no JSON",
      files: ["site/docs/a/_category_.json": "{label: ", "site/docs/a/b.md": "# B\n"],
      prints: ["docs/a/_category_.json:1:"]),
    Case(
      name: "a redirect to nowhere",
      files: ["site/docgen.yml": "redirects:\n  - from: /old\n    to: /secnd\n"],
      prints: [
        "docgen.yml:2:5: error: The redirect leads to '/secnd', which is no page",
        "hint: did you mean '/second'?",
      ]),
    Case(
      name: "redirects out of the site and over a page",
      files: [
        "site/docgen.yml":
          "redirects:\n  - from: ../../etc/passwd\n    to: /second\n  - from: /second\n    to: /\n"
      ],
      prints: [
        "docgen.yml:2:5: error: The redirect starts at '../../etc/passwd', which is not in the site",
        "docgen.yml:4:5: warning: The redirect starts at '/second', where a page is",
      ]),
    Case(
      name: "a navbar that leads nowhere",
      files: [
        "site/docgen.yml":
          "navbar:\n  items:\n    - {label: A, to: /secnd}\n    - {label: B, doc: secon}\n"
      ],
      prints: [
        "docgen.yml:3:22: error: The navbar's 'A' leads to '/secnd', which is no page",
        "docgen.yml:4:23: error: The navbar's 'B' leads to 'secon', which is no page",
        "did you mean 'second'?",
      ]),
    Case(
      name: "a stylesheet that is not there, and one elsewhere",
      files: ["site/docgen.yml": "customCss: [a.css, ../../etc/passwd]\n"],
      prints: [
        "docgen.yml:1:13: error: The stylesheet 'a.css' does not exist",
        "error: The stylesheet '../../etc/passwd' is not in the site's folder",
      ]),
    Case(
      name: "a static file at a page's address",
      files: ["site/static/second/index.html": "<p>mine</p>"], status: 0,
      prints: [
        "static/second/index.html:1:1: warning: The file's address is taken",
        "hint: rename it: a page or another file is 'second/index.html'",
      ]),
  ]

  @Test func aTemplateWithAMistakeStopsTheOutputOnly() throws {
    let folder = try makeSite(["site/templates/partials/footer.html": "{{nothing.here}}\n"])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("templates/partials/footer.html:1:"), "\(run.errors)")
    #expect(!folder.exists("out"))
  }

  @Test func aConfigurationThatCantBeRead() throws {
    let folder = try makeSite()
    try folder.remove("site/docgen.yml")
    try folder.write("", to: "site/docgen.yml/file")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docgen.yml:1:1: error: The file can't be read: it is a folder"))
  }

  @Test func bytesThatAreNoUTF8() throws {
    let folder = try makeSite()
    try folder.write(
      Data([0x23, 0x20, 0x41, 0x0A, 0x0A, 0x61, 0xFF, 0x62]), to: "site/docs/bad.md")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docs/bad.md:3:2: error: The file is not valid UTF-8 here"))
    #expect(try folder.text("out/bad/index.html").contains("a\u{FFFD}b"))
  }

  @Test func frontMatterThatIsNoUTF8() throws {
    let folder = try makeSite()
    try folder.write(
      Data("---\ntitle: a".utf8) + [0xFF] + Data("\n---\n\nText.\n".utf8), to: "site/docs/bad.md")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docs/bad.md:2"), "\(run.errors)")
  }

  @Test func linksInACircleAndOutOfTheSite() throws {
    let folder = try makeSite()
    try folder.link("site/docs/loop", to: ".")
    try folder.link("site/docs/round.md", to: "round.md")
    try folder.link("site/docs/passwd.md", to: "/etc/passwd")
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docs/loop:1:1: error: the symbolic link leads to a folder"))
    #expect(run.errors.contains("docs/round.md:1:1: error: the symbolic link leads round"))
    #expect(run.errors.contains("docs/passwd.md:1:1: error: the symbolic link leads out"))
    #expect(!folder.exists("out/passwd/index.html"))
    #expect(folder.exists("out/second/index.html"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aFileThatMayNotBeRead() throws {
    let folder = try makeSite()
    chmod(folder("site/docs/second.md"), 0)
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docs/second.md:1:1: error: The file can't be read: permission"))
  }

  /// Partials that show each other twice have more copies than fit on any disk.
  @Test func partialsThatMultiply() throws {
    var files = ["site/docs/many.md": "import A from './_p0.md'\n\n<A />\n"]
    for number in 0..<40 {
      let next = "_p\(number + 1).md"
      files["site/docs/_p\(number).md"] =
        "import A from './\(next)'\nimport B from './x/../\(next)'\n\n<A />\n\n<B />\n"
    }
    files["site/docs/_p40.md"] = "The end.\n"
    let folder = try makeSite(files)
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("partial/too-many"), "\(run.errors)")
  }

  @Test func quotesWithoutEnd() throws {
    let folder = try makeSite([
      "site/docs/deep.md": String(repeating: "> ", count: 20_000) + "deep\n",
      "site/docs/lists.md": String(repeating: "- ", count: 20_000) + "deep\n",
      "site/docs/brackets.md": String(repeating: "[", count: 50_000) + "\n",
    ])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(!run.wasKilled)
    #expect(run.status <= 1)
    #expect(folder.exists("out/deep/index.html"))
  }
}

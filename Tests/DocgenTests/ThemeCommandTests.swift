import Foundation
import Testing

@Suite struct ThemeCommandTests {
  private func paths() throws -> [String] {
    let run = try Program.run("theme", "list", "--site", "/nowhere")
    #expect(run.status == 0)
    return run.output.split(separator: "\n").map { String($0.split(separator: " ")[0]) }
  }

  @Test func listsEveryFileWithItsPurpose() throws {
    let folder = try makeSite(["site/templates/partials/footer.html": "<footer></footer>\n"])
    let run = try Program.run("theme", "list", "--site", "site", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("* partials/footer.html           What ends every page\n"))
    #expect(
      run.output.contains("  layouts/page.html              Every page, composed of partials\n"))
    #expect(try paths().count > 40)
  }

  /// What is copied is the theme's own, so nothing changes until it is edited.
  @Test func ejectedFilesMakeTheSameSite() throws {
    let folder = try makeSite()
    let templates = try paths().filter { $0.hasSuffix(".html") }
    #expect(try Program.run("build", "site", "-o", "before", in: folder.path).status == 0)
    let eject = try Program.run(["theme", "eject", "--site", "site"] + templates, in: folder.path)
    #expect(eject.status == 0, "\(eject.text)")
    #expect(eject.output.contains("site/templates/partials/footer.html\n"))
    let run = try Program.run("build", "site", "-o", "after", "--strict", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    #expect(try folder.contents(below: "after") == folder.contents(below: "before"))
  }

  @Test func anEditedFileIsUsed() throws {
    let folder = try makeSite()
    let eject = try Program.run(
      "theme", "eject", "partials/backToTop.html", "--site", "site", in: folder.path)
    #expect(eject.status == 2)
    #expect(eject.errors.contains("The theme has no file 'partials/backToTop.html'"))
    let path = "partials/breadcrumbs.html"
    #expect(try Program.run("theme", "eject", path, "--site", "site", in: folder.path).status == 0)
    try folder.write("<p>Here</p>\n", to: "site/templates/\(path)")
    #expect(try Program.run("build", "site", "-o", "out", in: folder.path).status == 0)
    #expect(try folder.text("out/index.html").contains("<p>Here</p>"))
  }

  @Test func noFileIsLostByIt() throws {
    let folder = try makeSite(["site/templates/partials/footer.html": "Mine\n"])
    let refused = try Program.run(
      "theme", "eject", "partials/brand.html", "partials/footer.html", "--site", "site",
      in: folder.path)
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains("site/templates/partials/footer.html is there already; --force"))
    #expect(!folder.exists("site/templates/partials/brand.html"))
    let forced = try Program.run(
      "theme", "eject", "partials/footer.html", "--site", "site", "--force", in: folder.path)
    #expect(forced.status == 0)
    #expect(try folder.text("site/templates/partials/footer.html").contains("theme-layout-footer"))
  }

  @Test func aMisspelledPathHasASuggestion() throws {
    let run = try Program.run("theme", "eject", "partials/foter.html")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "The theme has no file 'partials/foter.html'; did you mean 'partials/footer.html'?\n")
  }
}

import Testing

/// Partials outside of the content folder, from the site's root.
@Suite struct ImportedPartialsTests {
  @Test func theirTextAndHeadingsJoinThePage() throws {
    let folder = try makeSite([
      "site/docs/page.md": """
      # Page

      import Setup from '@site/src/parts/_setup';
      import Usage from "@site/src/parts/_usage.mdx";

      <Setup />

      <Usage />

      """,
      "site/src/parts/_setup.mdx":
        "## Set it up\n\nimport Inner from './_inner.md';\n\n<Inner />\n",
      "site/src/parts/_inner.md": "Inner words.\n",
      "site/src/parts/_usage.mdx": "## Use it\n",
    ])
    let run = try Program.run("build", "site", "-o", "out", "--strict", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    let html = try folder.text("out/page/index.html")
    #expect(html.contains("Inner words."))
    for id in ["set-it-up", "use-it"] {
      #expect(html.contains("class=\"table-of-contents__link\" href=\"#\(id)\""))
    }
  }

  @Test(arguments: ["@site/src/_gone.mdx", "@site/../../etc/x.md", "@site/src/../../x.md"])
  func oneThatIsNotThereIsReported(path: String) throws {
    let folder = try makeSite([
      "site/docs/page.md": "# Page\n\nimport Part from '\(path)';\n\n<Part />\n"
    ])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("docs/page.md:5:1: error:"), "\(run.errors)")
  }
}

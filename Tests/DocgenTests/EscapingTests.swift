import Testing

/// Text from front matter and configuration, which may come from anybody, stays text.
@Suite struct EscapingTests {
  static let attack = #"<script>alert('x')</script>"><img src=x onerror=alert(1)> & 'quoted'"#

  @Test func nothingFromTextsIsMarkup() throws {
    let yaml = Self.attack.replacing("'", with: "''")
    let folder = try makeSite([
      "site/docgen.yml": """
      title: '\(yaml)'
      tagline: '\(yaml)'
      url: https://a.example
      locales: {en: {label: '\(yaml)'}, de: {label: '\(yaml)'}}
      navbar:
        title: '\(yaml)'
        items:
          - {label: '\(yaml)', to: /second}
          - {label: '\(yaml)', items: [{label: '\(yaml)', to: /second, className: '\(yaml)'}]}
      footer:
        columns: [{title: '\(yaml)', items: [{label: '\(yaml)', to: /second}]}]
      redirects:
        - {from: /old, to: '/second#\(yaml)'}
      """,
      "site/docs/evil.md": """
      ---
      title: '\(yaml)'
      description: '\(yaml)'
      sidebar_label: '\(yaml)'
      pagination_label: '\(yaml)'
      sidebar_class_name: '\(yaml)'
      keywords: ['\(yaml)']
      image: 'https://a.example/\(yaml)'
      tags: ['\(yaml)']
      custom_edit_url: 'https://a.example/\(yaml)'
      last_update: {author: '\(yaml)', date: '\(yaml)'}
      ---

      Text with {frontMatter.title} in it.
      """,
      "site/docs/group/_category_.yml": """
      label: '\(yaml)'
      description: '\(yaml)'
      className: '\(yaml)'
      link: {type: generated-index, title: '\(yaml)', description: '\(yaml)'}
      """,
      "site/docs/group/inner.md": "# Inner <b>x</b>\n",
    ])
    let run = try Program.run("build", "site", "-o", "out", in: folder.path)
    #expect(!run.wasKilled)
    #expect(run.status <= 1)
    var pages = 0
    for path in folder.files(below: "out") where path.hasSuffix(".html") {
      let html = try folder.text("out/" + path)
      #expect(!html.contains("<script>alert"), "\(path)")
      #expect(!html.contains("<img src=x"), "\(path)")
      pages += 1
    }
    #expect(pages > 8)
    let page = BuiltPage(try folder.text("out/evil/index.html"))
    #expect(page.title?.hasPrefix(Self.attack) == true)
    #expect(page.meta("description") == Self.attack)
    #expect(page.meta("keywords") == Self.attack)
  }
}

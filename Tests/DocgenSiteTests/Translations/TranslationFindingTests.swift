import DocgenCore
import DocgenMarkup
import Testing

@testable import DocgenSite

@Suite struct TranslationFindingTests {
  @Test func aGoodTranslationHasNoFindings() async throws {
    let site = try TranslationSite.pair(
      """
      ---
      title: Use
      slug: used
      ---
      # Use it

      See [Linux](../other.md#linux), `--dry-run` and `{name}`.

      :::note Mind
      Text.
      :::

      ```bash title="run"
      tool --dry-run ./a_file # a comment with a_word
      echo "A sentence, e.g. one-line and/or two"
      ```
      """,
      """
      ---
      title: 使用
      slug: used
      ---
      # 使用方法

      `{name}`，`--dry-run` 见 [系统](../other.md#linux)。

      :::note 注意
      文字。
      :::

      ```bash title="运行"
      tool --dry-run ./a_file # 注释
      echo "一句话"
      ```
      """)
    #expect(try await site.findings() == [])
  }

  @Test(arguments: [
    ("title: 使用\n---\n# 使用\n", ["front-matter/unfenced"]),
    ("# 使用\n", ["translation/lost-front-matter"]),
    ("---\ntitle: 使用\n# 使用\n", ["front-matter/unclosed"]),
    ("---\n- a\n---\n# 使用\n", ["front-matter/wrong-type"]),
    ("---\ntitle: \"使\"用\n---\n# 使用\n", ["config/yaml-syntax"]),
    (
      "---\ntitle: 使用\n---\n# 使用\n\n---\ntitle: 一\ntags:\n  - 二\n---\n",
      ["front-matter/repeated"]
    ),
    ("---\ntitle: 使用\n---\n# 使用\n\n```\n---\ntitle: 一\n---\n```\n\n---\n\n---\n", []),
  ])
  func lostFrontMatterIsReportedOnce(_ translation: String, _ expected: [String]) async throws {
    let site = try TranslationSite.pair("---\ntitle: Use\n---\n# Use\n", translation)
    var options = BuildOptions(site: site.folder.path, year: 2026)
    options.readsHistory = false
    let built = await SiteBuilder(options).load().report.diagnostics
    let compared = try await site.findings()
    let found = (built + compared).map(\.code)
      .filter { $0.contains("front-matter") || $0 == "config/yaml-syntax" }
    #expect(found == expected)
  }

  @Test func missingFrontMatterNamesThatOfTheSourcePage() async throws {
    let site = try TranslationSite.pair("---\ntitle: Use\n---\n# Use\n", "# 使用\n")
    #expect(
      try await site.findings("translation/lost-front-matter").map(\.brief) == [
        "1:1 The front matter of the source page is missing here | use.md:1"
      ])
  }

  @Test func keysAndValuesOfFrontMatter() async throws {
    let site = try TranslationSite.pair(
      "---\ntitle: Use\nslug: used\ndescription: It\nhide_title: true\n---\n# Use\n",
      "---\ntitle: 使用\nslug: 使用\n---\n# 使用\n")
    #expect(
      try await site.findings().map(\.brief) == [
        "1:1 The front matter has no 'description', 'hide_title' | use.md:4 use.md:5",
        "3:7 'slug' is not what the source page says | use.md:3",
      ])
  }

  @Test(arguments: [
    ("# A\n\n## B\n\n### C\n", "# 一\n\n## 二\n\n### 三\n", []),
    (
      "# A\n\n## B\n\n## C\n", "# 一\n\n## 二\n",
      ["3:1 The headings differ from the source page's: 1 missing | use.md:5"]
    ),
    (
      "# A\n\n## B\n", "# 一\n\n## 二\n\n### 三\n",
      ["5:1 The headings differ from the source page's: 1 added | use.md:3"]
    ),
    (
      "# A\n\n## B\n", "# 一\n\n### 二\n",
      ["3:1 The headings differ from the source page's: 1 changed | use.md:3"]
    ),
  ])
  func headings(_ source: String, _ translation: String, _ expected: [String]) async throws {
    let site = try TranslationSite.pair(source, translation)
    #expect(try await site.findings("translation/headings").map(\.brief) == expected)
  }

  @Test(arguments: [
    ("```js\nx\n```\n\n```\ny\n```\n", "```js\nx\n```\n\n```\ny\n```\n", []),
    (
      "```js\nx\n```\n\n```\ny\n```\n", "字\n\n```js\nx\n```\n",
      ["5:1 The code blocks differ from the source page's: 1 missing | use.md:5"]
    ),
    (
      "- a\n\n  ```js\n  x\n  ```\n", "- 一\n\n  ```\n  x\n  ```\n",
      ["3:1 The code blocks differ from the source page's: 1 changed | use.md:3"]
    ),
    // MDX has no indented code: a fence may stand as far right as it likes.
    ("a\n\n      ```js\n      x\n      ```\n", "一\n\n```js\nx\n```\n", []),
  ])
  func fences(_ source: String, _ translation: String, _ expected: [String]) async throws {
    let site = try TranslationSite.pair(source, translation)
    #expect(try await site.findings("translation/fences").map(\.brief) == expected)
  }

  @Test(arguments: [
    ("[a](../other.md) [b](/other)", "[乙](/other) [甲](../other.md)", nil, nil),
    ("[a](../other.md#linux)", "[甲](../other.md#系统)", nil, "1:1"),
    ("[a](../other.md)", "[甲](/other)", nil, "1:1"),
    ("[a](../other.md)", "[甲](/zh-Hans/other)", nil, "1:1"),
    ("[a](../other.md)", "[甲](../index.md)", "1 changed", nil),
    ("[a](../other.md#linux)", "[甲](../other.md#视窗)", "1 changed", nil),
    ("[a](../other.md) and [b](../other.md)", "[甲](../other.md)", "1 missing", nil),
    ("![a](https://a.example/a.png)", "![甲](https://a.example/b.png)", "1 changed", nil),
  ])
  func links(
    _ source: String, _ translation: String, _ elsewhere: String?, _ spelling: String?
  ) async throws {
    let findings = try await TranslationSite.pair(source, translation).findings()
    let links = findings.filter { $0.code == "translation/links" }
    #expect(
      links.map(\.message)
        == (elsewhere.map { ["The links differ from the source page's: \($0)"] } ?? []))
    let spelled = findings.filter { $0.code == "translation/link-spelling" }
    #expect(spelled.map(\.severity) == (spelling == nil ? [] : [.note]))
  }

  @Test func admonitions() async throws {
    let site = try TranslationSite.pair(
      ":::note\nA\n:::\n\n:::tip Do\nB\n:::\n", ":::note\n一\n:::\n\n:::warning 做\n二\n:::\n")
    #expect(
      try await site.findings("translation/admonitions").map(\.brief) == [
        "5:1 The admonitions differ from the source page's: 1 changed | use.md:5"
      ])
  }

  @Test(arguments: [
    ("`{name}` and `<your-key>`", "`{name}`，`<你的密钥>`", nil),
    ("`{name}`", "`{名字}`", "1 missing"),
    ("`<your-key>`", "`密钥`", "1 missing"),
    ("```sh\necho ${HOME} $USER\n```", "```sh\necho ${家} $USER\n```", "1 missing"),
    ("Text {/* {name} */}", "文字", nil),
    ("GET /a/\\{id}", "GET /a/{id}", "1 added"),
  ])
  func placeholders(_ source: String, _ translation: String, _ counts: String?) async throws {
    let found = try await TranslationSite.pair(source, translation)
      .findings("translation/placeholders")
    #expect(
      found.map(\.message)
        == (counts.map { ["The placeholders differ from the source page's: \($0)"] } ?? []))
  }

  @Test func code() async throws {
    let site = try TranslationSite.pair(
      "Use `a_b` and `plain words`.\n\n```sh\ntool --all\n  --log-file x # my_note\n```\n",
      "用 `a_c` 和 `字`。\n\n```sh\ntool --所有\n  --log-file x # 注\n```\n")
    let findings = try await site.findings()
    #expect(
      findings.map(\.code) == ["translation/code-spans", "translation/code"])
    #expect(
      findings.map(\.brief) == [
        "1:6 The words marked as code differ from the source page's: 1 changed | use.md:1",
        "4:1 The lines of code blocks differ from the source page's: 1 changed | use.md:4",
      ])
  }

  /// Where what differs stands, not what is before it.
  @Test(arguments: [
    ("[a](../index.md)", "[甲](../other.md)", "9:7 1 changed 9:5"),
    ("`${HOME}`", "`${HEIM}`", "9:2 1 changed 9:2"),
    ("`${HOME}`", "`HEIM`", "7:1 1 missing 9:2"),
    (":::note\nA\n:::", ":::tip\n一\n:::", "9:1 1 changed 9:1"),
    ("### C", "## 三", "9:1 1 changed 9:1"), ("### C", "三", "7:1 1 missing 9:1"),
    ("```sh\nx\n```", "```py\nx\n```", "9:1 1 changed 9:1"),
    ("```sh\nls\nrm a\n```", "```sh\nls\nrm b\n```", "11:1 1 changed 11:1"),
    ("```sh\nls\nrm a\n```", "```sh\nls\n```", "10:1 1 missing 11:1"),
  ])
  func places(_ source: String, _ translation: String, _ expected: String) async throws {
    let site = try TranslationSite.pair(
      "# A\n\n[o](../other.md)\n\n```sh\nls\n```\n\n\(source)\n",
      "# 一\n\n[o](../other.md)\n\n```sh\nls\n```\n\n\(translation)\n")
    let found = try await site.findings().map { finding in
      let spans = [finding.span] + finding.notes.map(\.span)
      let places = spans.map { "\($0?.start.line ?? 0):\($0?.start.column ?? 0)" }
      let counts = finding.message.split(separator: ": ").last ?? ""
      return "\(places[0]) \(counts) \(places.dropFirst().joined(separator: " "))"
    }
    #expect(found == [expected])
  }

  @Test(arguments: [
    ("sh", "npm install", "npm installieren", 1), ("sh", "a # b", "a # 乙", 0),
    ("sh", "echo 'Hello'", "echo \"你好\"", 0), ("sh", "x <your key>", "x <你的>", 0),
    ("sh", "$ a b\nDone", "$ a b\n完成", 0), ("sh", "$ a b\nDone", "$ a c\n完成", 1),
    ("sh", "/plan Do it", "/plan 做", 0), ("sh", "A=your_key", "A=你的", 0),
    ("sh", "npm install", "npm 安装", 1), ("py", "f(\n'a'\n'b'\n)", "f(\n'一'\n)", 0),
    ("js", "f('OpenAI-compatible 8-bit')", "f('八')", 0), ("js", "f('a_b c')", "f('c')", 1),
    ("sh", "cat <<EOF\nHello\nEOF\nls", "cat <<EOF\n你好\nEOF\nls", 0),
    ("sh", "cat <<EOF\nHello\nEOF\nls", "cat <<EOF\n你好\nEOF\nla", 1),
    ("json", #"{"name": "a"}"#, #"{"name": "b"}"#, 0),
    ("json", #"{"name": "a"}"#, #"{"nombre": "a"}"#, 1),
    ("json", #"{"n": 8080}"#, #"{"n": 80}"#, 1),
    ("yaml", "title: A b # c\nbaseUrl: /", "title: 一 # 二\nbaseUrl: /", 0),
    ("yaml", "title: A\nbaseUrl: /", "title: 一", 1), ("yaml", "port: 8080", "port: 80", 1),
    ("yaml", "a: |\n  Some text: here\nb: 1", "a: |\n  文字\nb: 1", 0),
    ("yaml", "- Some text", "- 文字", 0), ("env", "KEY=some-value", "KEY=你的", 0),
    ("js", "import a from 'b' // c", "importiere a from 'b' // c", 1),
    ("js", "/* a\nb */\nf(`x\ny`)", "/* 一 */\nf(`二`)", 2),
    ("js", "f(`x\ny`) // 1\ng()", "f(`一\n二`) // 二\ng()", 0),
    ("py", "f('''Some\ntext''')\nx = 'it'", "f('''文\n字''')\nx = \"它\"", 0),
    ("py", "a()\nb()", "a()", 1), ("text", "Some text", "文字", 0),
    ("sh title=\"run\" {2}", "a", "a", 0),
  ])
  func codeLines(
    _ info: String, _ source: String, _ translation: String, _ count: Int
  ) async throws {
    let site = try TranslationSite.pair(
      "```\(info)\n\(source)\n```\n", "```\(info)\n\(translation)\n```\n")
    #expect(try await site.findings("translation/code").flatMap(\.notes).count == count)
  }

  @Test(arguments: [
    (#"sh title="run" {2}"#, #"sh title="运行" {2}"#, 0), (#"sh title="run""#, "sh", 1),
    ("sh {2}", "sh", 1), ("sh {2}", "sh {3}", 1),
  ])
  func fenceInfo(_ source: String, _ translation: String, _ count: Int) async throws {
    let site = try TranslationSite.pair(
      "```\(source)\na\n```\n", "```\(translation)\na\n```\n")
    #expect(try await site.findings("translation/code").count == count)
  }

  @Test func pagesWithoutASource() async throws {
    let site = try TranslationSite([
      "docs/locales/zh-Hans/guide/instal.md": "# 安装\n", "docs/guide/install.md": "# Install\n",
      "docs/later.md": "---\ndraft: true\n---\n# Later\n",
      "docs/locales/zh-Hans/later.md": "# 以后\n",
      "docs/named.md": "---\nid: other-name\n---\n# Named\n",
      "docs/locales/zh-Hans/named.md": "# 名\n",
    ])
    let found = try await site.findings("translation/no-source")
    #expect(
      found.map(\.message) == [
        "There is no page 'guide/instal' in 'en'", "There is no page 'later' in 'en'",
        "There is no page 'named' in 'en'",
      ])
    #expect(found[0].hint == "did you mean 'guide/install'?")
    #expect(
      found.map { $0.notes.map(\.message) } == [
        [], ["this page is a draft"], ["this page's ID is 'other-name'"],
      ])
  }

  @Test func textsOfTheTheme() async throws {
    let site = try TranslationSite([
      "docgen.yml": "locales: [en, zh-Hans, nl]\n",
      "docs/locales/nl/_locale.yml":
        "label: Nederlands\nstrings:\n  next: Verder\n  headingLinkTitle: Link naar {titel}\n",
    ])
    let found = try await site.findings().filter { $0.code.hasPrefix("ui/") }
    #expect(found.map(\.code) == ["ui/missing-string", "ui/placeholders"])
    #expect(found.allSatisfy { $0.locale == "nl" })
    let missing = UIString.allCases.count - 2 - 3
    #expect(
      found[0].message
        == "The theme's texts 'skipToMainContent', 'navLabel', 'toggleSidebar' and \(missing) more "
        + "are in English for readers of 'nl'")
    #expect(
      found[1].brief
        == "4:21 The text 'headingLinkTitle' has no place for {heading} | ")
  }

  /// Two long lists with nothing in common, and a page of nothing but code.
  @Test func muchDamageTakesLittleTime() async throws {
    let source = (0..<2_100).map { "```a\($0)\n```\n" }.joined(separator: "\n")
    let translation = (0..<2_100).map { "```b\($0)\n```\n" }.joined(separator: "\n")
    let found = try await TranslationSite.pair(source, translation).findings("translation/fences")
    #expect(
      found.map(\.message) == [
        "The code blocks differ from the source page's: 2100 changed"
      ])
    #expect(found[0].notes.count == 4)
  }
}

@Suite struct CodeWordTests {
  @Test(arguments: [
    ("tool --dry-run -v ./a/b.md", ["--dry-run", "./a/b.md"]),
    ("client_cert: mcpServers # a_b", ["client_cert", "mcpServers"]),
    ("one-line and/or e.g. README.md it's", []),
    ("GPT-4 http://a.example/b", ["GPT-4", "http://a.example/b"]),
    (#"print("a\nFound 3\n")"#, []), ("使用my_name文件", []), ("// a_b", []), ("", []), ("\\", []),
  ])
  func words(_ line: String, _ expected: [String]) {
    #expect(CodeWords.find(in: Array(line.utf8)) == expected)
  }

  @Test(arguments: [
    ("{a} {{ b }} ${C} $DE <f-g> %s", ["{a}", "{{ b }}", "${C}", "$DE", "<f-g>", "%s"]),
    ("{} ${} $ $1 < > a<b {\"a\": 1} 100%sure", []), ("<你的> {名} {a", []), ("", []),
    ("{{a} {a}}", ["{a}", "{a}"]),
  ])
  func placeholders(_ text: String, _ expected: [String]) {
    #expect(Placeholders.find(in: text) == expected)
  }
}

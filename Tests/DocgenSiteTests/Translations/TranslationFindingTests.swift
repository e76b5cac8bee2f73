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
    (
      "title: 使用\n---\n# 使用\n",
      "1:1 The front matter has lost its first line | use.md:1"
    ),
    ("# 使用\n", "1:1 The front matter of the source page is missing here | use.md:1"),
    ("---\ntitle: 使用\n# 使用\n", "1:1 Nothing closes the front matter | use.md:1"),
    ("---\n- a\n---\n# 使用\n", "1:1 The front matter can't be read | use.md:1"),
  ])
  func lostFrontMatter(_ translation: String, _ expected: String) async throws {
    let site = try TranslationSite.pair("---\ntitle: Use\n---\n# Use\n", translation)
    #expect(try await site.findings("translation/lost-front-matter").map(\.brief) == [expected])
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
      [
        "1:1 The headings differ from the source page's: 1 missing, 1 added | use.md:3 use.md:1"
      ]
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
      ["3:1 The code blocks differ from the source page's: 1 missing | use.md:5"]
    ),
    (
      "- a\n\n  ```js\n  x\n  ```\n", "- 一\n\n  ```\n  x\n  ```\n",
      ["1:1 The code blocks differ from the source page's: 1 missing, 1 added | use.md:3 use.md:1"]
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
    ("[a](../other.md)", "[甲](../index.md)", "1 missing, 1 added", nil),
    ("[a](../other.md#linux)", "[甲](../other.md#视窗)", "1 missing, 1 added", nil),
    ("[a](../other.md) and [b](../other.md)", "[甲](../other.md)", "1 missing", nil),
    ("![a](https://a.example/a.png)", "![甲](https://a.example/b.png)", "1 missing, 1 added", nil),
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
        "1:1 The admonitions differ from the source page's: 1 missing, 1 added | use.md:5 use.md:1"
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
      findings.map(\.code) == ["translation/code", "translation/code-spans"])
    #expect(
      findings.map(\.brief) == [
        "1:1 The words in code blocks differ from the source page's: 1 missing | use.md:4",
        "1:1 The words marked as code differ from the source page's: 1 missing | use.md:1",
      ])
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
        "The code blocks differ from the source page's: 2100 missing, 2100 added"
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

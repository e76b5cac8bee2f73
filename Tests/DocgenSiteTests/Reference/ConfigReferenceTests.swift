import ConfigSchema
import DocgenCore
import DocgenMarkup
import Foundation
import Testing

@testable import DocgenSite

@Suite struct ConfigReferenceTests {
  private let whole = "# Gadget\n\n<ConfigReference schema=\"gadget\" />\n"

  @Test func everyKeyIsAHeadingInTheTableOfContents() throws {
    let page = gadgetPage(whole)
    #expect(page.diagnostics == [])
    let headings = page.value.document.headings.dropFirst()
    #expect(
      headings.map(\.id) == [
        "gadget.wait", "gadget.mode", "gadget.token", "gadget.lamps", "gadget.lamps.color",
        "gadget.lamps.lamps", "gadget.lamp", "gadget.lamp.color", "gadget.lamp.lamps", "gadget.old",
        "gadget.labels",
      ])
    #expect(headings.map(\.level) == [3, 3, 3, 3, 4, 4, 3, 4, 4, 3, 3])
    #expect(headings.map(\.text).contains("lamps[].color"))
    #expect(page.value.document.outline.count == headings.count)
    #expect(headings.allSatisfy { $0.line == 3 })
  }

  @Test func saysWhatTheSchemaSays() throws {
    let html = gadgetPage(whole).value.html
    for part in [
      "<li>Type: a number from 0 to 60</li>", "<li>Default: <code>30</code></li>",
      "<li>In seconds</li>", "<li>For AC, DC</li>", "<li>Since 0.2</li>",
      "<li>Example: <code>12.5</code></li>", "<p>How long it <em>waits</em>.</p>",
      "<li>Type: <code>fast</code> or <code>slow</code></li>", "<li>A secret</li>",
      "<li><strong>Deprecated since 0.3</strong></li>", "<li>Use <code>mode</code> instead</li>",
      "<li><strong>Required</strong></li>", "<li>Type: for each language: text</li>",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test func typesLeadToTheirKeys() {
    let page = gadgetPage(whole).value
    let destinations = Set(page.document.links.map(\.destination))
    #expect(destinations.contains("#gadget.lamps.color"))
    let ids = Set(page.document.headings.map(\.id))
    #expect(
      destinations.filter { $0.hasPrefix("#") }.allSatisfy { ids.contains(String($0.dropFirst())) })
  }

  @Test(arguments: [
    ("path=\"lamp\"", ["gadget.lamp.color", "gadget.lamp.lamps"]),
    ("path=\"lamps\" fields=\"color\"", ["gadget.lamps.color"]),
    (
      "fields=\"mode, lamp\"",
      ["gadget.mode", "gadget.lamp", "gadget.lamp.color", "gadget.lamp.lamps"]
    ),
    ("path=\"wait\"", ["gadget.wait"]), ("path=\"labels\"", ["gadget.labels"]),
  ])
  func showsAPart(attributes: String, ids: [String]) {
    let page = gadgetPage("<ConfigReference schema=\"gadget\" \(attributes) heading-level=\"5\" />")
    #expect(page.diagnostics == [])
    #expect(page.value.document.headings.map(\.id) == ids)
    #expect(page.value.document.headings.first?.level == 5)
    #expect(page.value.document.headings.allSatisfy { $0.level <= 6 })
    #expect(!page.value.html.contains("yaml-language-server"))
  }

  @Test(
    arguments: [
      ("schema=\"gadgit\"", "reference/unknown-schema", 18, "did you mean 'gadget'?"),
      ("", "reference/no-schema", 1, nil),
      ("schema=\"gadget\" path=\"lmps\"", "reference/unknown-key", 34, "did you mean 'lamps'?"),
      ("schema=\"gadget\" fields=\"mod\"", "reference/unknown-key", 34, "did you mean 'mode'?"),
      (
        "schema=\"gadget\" feilds=\"mode\"", "reference/unknown-attribute", 34,
        "did you mean 'fields'?"
      ),
      ("schema=\"gadget\" heading-level=\"7\"", "reference/invalid-level", 34, nil),
      ("schema=\"gadget\" heading-level={a + b}", "reference/invalid-level", 34, nil),
    ] as [(String, String, Int, String?)])
  func reportsWhatIsWrong(attributes: String, code: String, column: Int, hint: String?) {
    let found = gadgetPage("\n<ConfigReference \(attributes) />\n").diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.span?.start == SourcePosition(line: 2, column: column))
    if let hint { #expect(found.first?.hint == hint) }
  }

  /// The page is made from the defaults themselves: where one is broken, the page changes with it.
  @Test func aChangedDefaultChangesThePage() {
    let page = gadgetPage(whole).value.html
    var broken = Gadget()
    broken.wait = 31
    let changed = gadgetPage(whole, defaults: broken).value.html
    #expect(page != changed)
    #expect(changed == page.replacingOccurrences(of: "<code>30</code>", with: "<code>31</code>"))
  }

  // MARK: Locales

  @Test func hasTheWordsOfTheLocale() {
    let translations = [
      ReferenceTranslation(
        schema: "gadget", path: "lamps[].color", text: "灯的*颜色*。",
        span: SourceSpan(file: "a", line: 1))
    ]
    let page = gadgetPage(whole, language: "zh-Hans", translations: translations).value
    for part in [
      "<li>类型：0 到 60 的数字</li>", "<li>默认值：<code>30</code></li>", "灯的<em>颜色</em>。",
      "<p>How it works.</p>",
    ] {
      #expect(page.html.contains(part), "\(part)")
    }
    #expect(!page.html.contains("Type:"))
    #expect(page.document.headings.map(\.id) == gadgetPage(whole).value.document.headings.map(\.id))
  }

  @Test func translationsOfUnknownKeysAreReported() {
    let read = ReferenceTranslation.read(
      Array(
        "{\n \"gadget\": {\n  \"wait\": \"Warten.\", \"wiat\": \"x\"\n },\n \"gdget\": {\"a\": \"b\"}\n}"
          .utf8),
      file: "data/references.de.json")
    #expect(read.diagnostics == [])
    #expect(read.value.map(\.path) == ["wait", "wiat", "a"])
    let found = ReferenceTranslation.check(read.value, SchemaRegistry([Gadget.reference()]))
    #expect(found.map(\.code) == ["reference/unknown-key", "reference/unknown-schema"])
    #expect(found.map(\.span?.start.line) == [3, 5])
    #expect(found.map(\.hint) == ["did you mean 'wait'?", "did you mean 'gadget'?"])
  }

  // MARK: Editors

  @Test(arguments: [
    ("", "/", "$schema=./gadget.schema.json"),
    ("https://a.example", "/docs/", "$schema=https://a.example/docs/schemas/gadget.schema.json"),
  ])
  func tellsEditorsOfTheSchema(url: String, base: String, line: String) {
    var config = SiteConfig()
    config.url = url
    config.baseURL = base
    let page = gadgetPage(whole, config: config).value
    #expect(page.html.contains("# yaml-language-server: \(line)<"))
    #expect(page.document.links.first?.destination == "/schemas/gadget.schema.json")
    config.schemas = ["site"]
    #expect(!gadgetPage(whole, config: config).value.html.contains("yaml-language-server"))
  }

  @Test func publishesWhatIsShownOrAskedFor() {
    let registry = SchemaRegistry([Gadget.reference()])
    func published(_ text: String, _ names: [String]?) -> Diagnosed<[PublishedSchema]> {
      var config = SiteConfig()
      config.schemas = names
      return PublishedSchema.all(config, shown: [gadgetPage(text).value], registry)
    }
    #expect(published("# No reference", nil).value.isEmpty)
    #expect(published(whole, nil).value.map(\.path) == ["schemas/gadget.schema.json"])
    #expect(published(whole, []).value.isEmpty)
    let asked = published(whole, ["site", "gdget"])
    #expect(asked.value.map(\.path) == ["schemas/docgen.schema.json"])
    #expect(asked.diagnostics.map(\.code) == ["reference/unknown-schema"])
    let text = asked.value.first?.text(publishedAt: "https://a.example/") ?? ""
    #expect(text.contains("\"$id\": \"https://a.example/schemas/docgen.schema.json\""))
  }

  // MARK: Prose

  @Test(
    arguments: [
      ("`wait`, `lamps[].color`, `mode: fast`, `slow`, `lamp.color`", []),
      ("the `tokn` of", ["6 token"]), ("x\n\n- `labls: {}`", ["4 labels"]),
      ("`lamps[].colour`", ["2 lamps[].color"]), ("`other`, `docgen build`, `wai`, `--mode`", []),
    ] as [(String, [String])])
  func keysInTheTextAreNearlyRight(text: String, expected: [String]) {
    let found = gadgetPage("\(text)\n\n<ConfigReference schema=\"gadget\" />").diagnostics
    #expect(found.allSatisfy { $0.code == "reference/unknown-key" && $0.severity == .note })
    let shown = found.map { finding in
      "\(finding.span?.start.column ?? 0) \(finding.hint?.split(separator: "'")[1] ?? "")"
    }
    #expect(shown == expected)
  }

  @Test func textWithoutAReferenceIsLeftAlone() {
    #expect(gadgetPage("the `tokn` of").diagnostics == [])
    #expect(gadgetPage("the `tokn` of").value.document.codeSpans == [])
  }
}

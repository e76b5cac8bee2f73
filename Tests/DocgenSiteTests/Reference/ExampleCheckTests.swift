import DocgenCore
import Testing

@testable import DocgenSite

/// `▸` marks where a finding is; it is taken out of the page.
@Suite struct ExampleCheckTests {
  private func findings(_ marked: String) -> (found: [Diagnostic], places: [SourcePosition]) {
    var text = ""
    var places: [SourcePosition] = []
    for (index, line) in marked.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      var column = 1
      if index > 0 { text += "\n" }
      for character in line {
        if character == "▸" {
          places.append(SourcePosition(line: index + 1, column: column))
        } else {
          text.append(character)
          column += character.utf8.count
        }
      }
    }
    return (gadgetPage(text).diagnostics.filter { !$0.code.hasPrefix("code/") }, places)
  }

  @Test(arguments: [
    ("```yaml\ngadget:\n  ▸wiat: 3\n```", "example/unknown-key"),
    (
      "---\ntitle: a\n---\n\n```yml title=\"a\"\ngadget: { wait: ▸soon }\n```", "example/wrong-type"
    ),
    ("- one\n\n  ~~~yaml\n  # first\n  gadget:\n    wait: ▸90\n  ~~~", "example/out-of-range"),
    ("> ```yaml\n> gadget:\n>   ▸wiat: 3\n> ```", "example/unknown-key"),
    (
      "1. a\n   > ```yaml\n   > é: 1\n   > gadget: {labels: {é: a}, ▸wiat: 3}\n   > ```",
      "example/unknown-key"
    ),
    (":::note\n\n```yaml\ngadget:\n  mode: ▸quick\n```\n\n:::", "example/unknown-value"),
    ("```json\n{\n  // why\n  \"gadget\": {▸\"wiat\": 3,}\n}\n```", "example/unknown-key"),
    ("```yaml schema=\"gadget\"\n▸wiat: 3\n```", "example/unknown-key"),
    ("```text schema=gadget\n▸wiat: 3\n```", "example/unknown-key"),
    ("```yaml schema='gadgit'\n▸wiat: 3\n```", "example/unknown-schema"),
    ("```yaml\nthings: {mode: ▸quick}\n```", "example/unknown-value"),
    ("```yaml\ngadget:\n  lamp: {▸lamps: []}\n```", "example/missing-key"),
    ("```yaml schema=\"front-matter\"\n---\ndraft: ▸[]\n---\n```", "example/wrong-type"),
    ("```yaml\ngadget: {}\n  ▸a: b\n```", "example/yaml-syntax"),
    ("```json\n{\"gadget\": {\n  wait ▸]\n}\n```", "example/syntax"),
    ("```yaml\ngadget: {wait: 3, ▸wait: 4}\n```", "example/duplicate-key"),
  ])
  func pointsIntoTheFence(marked: String, code: String) {
    let (found, places) = findings(marked)
    let own = found.filter { !($0.code == "example/unknown-key" && code != $0.code) }
    #expect(own.map(\.code) == [code], "\(found)")
    #expect(own.map(\.span?.file) == ["docs/page.md"])
    if code != "example/missing-key", code != "example/unknown-schema" {
      #expect(own.map(\.span?.start) == places)
    }
  }

  @Test(arguments: [
    "```yaml check=false\ngadget: {wiat: 3}\n```",
    "```python\ngadget = {}\n```", "```\ngadget:\n  wiat: 3\n```",
    "```yaml\nother:\n  gadget: {wiat: 3}\n```", "```yaml\nthings: {wiat: 3}\n```",
    "```yaml\nthings: [\n```", "```yaml\ngadgets: {wiat: 3}\n```",
    "```yaml\n# gadget: {wiat: 3}\na: b\n```",
    "~~~md\n```yaml\ngadget: {wiat: 3}\n```\n~~~",
    // Placeholders
    "```yaml\ngadget:\n  wait: \"***\"\n  mode: <mode>\n  lamps: ...\n```",
    "```yaml\ngadget:\n  wait: <seconds>\n  <key>: <value>\n  mode: your-mode\n```",
    "```yaml\ngadget:\n  ...\n  wait: 3\n  # …\n  …\n```",
    "```json\n{\n  \"gadget\": { \"wait\": 3, ... }\n}\n```",
    "```json\n{\n  \"gadget\": {\n    \"token\": \"a...b\",\n    …\n  }\n}\n```",
    "```yaml\ngadget:\n  lamps:\n    - <lamp>: {}\n      color: \"...\"\n```",
  ])
  func leavesTheRestAlone(text: String) {
    #expect(findings(text).found == [])
  }

  @Test func aPlaceholderExcusesOnlyItself() {
    let found = findings("```yaml\ngadget:\n  ▸wiat: \"***\"\n  mode: ▸5\n  <key>: {}\n```")
    #expect(found.found.map(\.span?.start) == found.places)
  }

  /// What stands in an example may be somebody's real secret.
  @Test(arguments: [
    "```yaml\ngadget: {wait: S3CRET, mode: S3CRET, token: [S3CRET], old: {a: S3CRET}}\n```",
    "```json\n{\"gadget\": {\"token\": S3CRET S3CRET}}\n```",
    "```json\n{\"gadget\": {\"token\": \"S3CRET}}\n```",
    "```yaml\ngadget:\n  token: \"S3CRET\n  wait: 3\n```",
    "```yaml\ngadget:\n  token: *S3CRET\n```", "```yaml\ngadget:\n  token: !S3CRET a\n```",
  ])
  func showsNoValues(text: String) {
    let found = findings(text).found
    #expect(!found.isEmpty)
    for finding in found {
      let words = [finding.message, finding.hint ?? ""] + finding.notes.map(\.message)
      #expect(!words.contains { $0.contains("S3CRET") }, "\(finding)")
    }
  }

  /// Whatever stands in a fence, the build goes on.
  @Test func survivesAnyCode() {
    var state: UInt64 = 42
    let pieces = Array(
      "gadget: {}[]\"'\n  -...*&<>|#\u{1}é%@`!,\t\\/0".unicodeScalars.map(String.init))
    for _ in 0..<400 {
      var code = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        code += pieces[Int(state >> 33) % pieces.count]
      }
      for language in ["yaml", "json"] {
        let found = findings("~~~~~\(language) schema=gadget\n\(code)\n~~~~~").found
        for finding in found { #expect((1...80).contains(finding.span?.start.line ?? 0)) }
      }
    }
  }
}

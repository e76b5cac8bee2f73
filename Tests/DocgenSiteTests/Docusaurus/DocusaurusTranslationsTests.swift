import DocgenCore
import DocgenSite
import Testing

private func read(_ files: [String: String]) -> Diagnosed<LocaleTranslations> {
  LocaleTranslations.read(folder: "i18n/de") { files[$0].map { Array($0.utf8) } }
}

@Suite struct DocusaurusTranslationsTests {
  @Test func eachFileHasItsPart() {
    let result = read([
      "i18n/de/code.json": #"{"theme.next": {"message": "Weiter", "description": "d"}}"#,
      "i18n/de/docusaurus-plugin-content-docs/current.json":
        #"{"version.label": {"message": "Nächste"}, "sidebar.docs.category.A": {"message": ""}}"#,
      "i18n/de/docusaurus-theme-classic/navbar.json": #"{"title": {"message": "N"}}"#,
      "i18n/de/docusaurus-theme-classic/footer.json": #"{"copyright": {"message": "C"}}"#,
      "i18n/fr/code.json": #"{"x": {"message": "y"}}"#,
    ])
    #expect(result.diagnostics == [])
    #expect(result.value.strings == ["theme.next": "Weiter"])
    #expect(result.value.sidebar == ["version.label": "Nächste", "sidebar.docs.category.A": ""])
    #expect(result.value.navbar == ["title": "N"])
    #expect(result.value.footer == ["copyright": "C"])
  }

  @Test func filesNeedNotBeThere() {
    let result = read([:])
    #expect(result.value == LocaleTranslations())
    #expect(result.diagnostics == [])
  }

  @Test(arguments: [
    ("[]", "translation/wrong-type 1:1 a translation file must be a group of messages, not a list"),
    (
      #"{"a": "b"}"#,
      "translation/wrong-type 1:7 'a' must be a group of 'message' and 'description', not text"
    ),
    (#"{"a": {}}"#, "translation/no-message 1:2 'a' has no 'message'"),
    (
      #"{"a": {"message": 1}}"#,
      "translation/wrong-type 1:19 'a.message' must be text, not a number"
    ),
    ("{", "config/syntax 1:1 '{' is never closed"),
    ("{'a': 1}", "config/syntax 1:2 JSON has no single-quoted strings"),
  ])
  func wrongShapes(source: String, expected: String) {
    let result = read(["i18n/de/code.json": source])
    #expect(result.value.strings == [:])
    #expect(result.diagnostics.map(\.text) == ["error " + expected])
    #expect(result.diagnostics.first?.span?.file == "i18n/de/code.json")
  }

  @Test func theRestOfAFileIsKept() {
    let result = read(["i18n/de/code.json": #"{"a": 1, "b": {"message": "B"}}"#])
    #expect(result.value.strings == ["b": "B"])
    #expect(result.diagnostics.count == 1)
  }
}

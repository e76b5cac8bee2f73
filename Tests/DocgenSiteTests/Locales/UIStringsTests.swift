import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct UIStringsTests {
  @Test(arguments: UIStrings.translations.filter { !$0.value.isEmpty }.map(\.key).sorted())
  func translationsAreCompleteAndKeepPlaceholders(_ language: String) {
    let translation = UIStrings.translations[language] ?? [:]
    for string in UIString.allCases {
      let text = translation[string] ?? ""
      #expect(!text.isEmpty, "\(language): \(string)")
      #expect(
        UIString.placeholders(in: text).sorted() == string.placeholders.sorted(),
        "\(language): \(string)")
    }
  }

  /// One text for every number: so it must not stand before a noun, whose form depends on it. Only
  /// Chinese and Japanese nouns have one form.
  @Test(arguments: UIStrings.translations.filter { !$0.value.isEmpty }.map(\.key).sorted())
  func numbersFitAnyCount(_ language: String) {
    let text = UIStrings(language: language)[.searchCount]
    #expect(["ja", "zh"].contains(language) || text.hasSuffix(": {count}"), "\(text)")
  }

  /// A text that is the same as in English was forgotten, unless it is a word of both languages.
  @Test(arguments: UIStrings.translations.filter { !$0.value.isEmpty }.map(\.key).sorted())
  func translationsAreNotEnglish(_ language: String) {
    let shared: Set<UIString> = [
      .info, .note, .danger, .tags, .tagList, .referenceJoint, .referenceText, .referenceSecret,
      .referenceUnit,
    ]
    let strings = UIStrings(language: language)
    let same = UIString.allCases.filter {
      !shared.contains($0) && strings[$0].lowercased() == $0.english.lowercased()
    }
    #expect(same == [])
  }

  @Test func docusaurusIDsAreUnique() {
    let ids = UIString.allCases.compactMap(\.docusaurusID)
    #expect(Set(ids).count == ids.count)
    #expect(UIString.editThisPage.docusaurusID == "theme.common.editThisPage")
  }

  @Test(arguments: [
    ("en", "Next"), ("en-GB", "Next"), ("xx", "Next"), ("", "Next"), ("zh", "下一页"),
    ("zh-Hans", "下一页"), ("zh-CN", "下一页"), ("ZH_hans_CN", "下一页"), ("zh-TW", "Next"),
    ("zh-Hant-HK", "Next"), ("ja", "次へ"), ("ja-JP", "次へ"), ("ko-KR", "다음"), ("de", "Weiter"),
    ("de-AT", "Weiter"), ("fr-CA", "Suivant"), ("es-419", "Siguiente"), ("pt", "Próxima"),
    ("pt-BR", "Próxima"), ("ru", "Вперёд"), ("ar-EG", "التالي"),
  ])
  func languagesFallBack(_ language: String, _ next: String) {
    #expect(UIStrings(language: language)[.next] == next)
  }

  @Test func aSiteHasItsOwnByKeyOrDocusaurusID() {
    let own = UIStrings.overrides([
      "next": "Onwards", "theme.docs.paginator.previous": "Back",
      "theme.docs.paginator.next": "Later", "theme.common.editThisPage": "",
    ])
    #expect(own.diagnostics == [])
    let strings = UIStrings(language: "zh", texts: own.value)
    #expect(strings[.next] == "Onwards")
    #expect(strings[.previous] == "Back")
    #expect(strings[.editThisPage] == "")
    #expect(strings[.copy] == "复制")
  }

  @Test func unknownKeysAreReported() {
    let span = SourceSpan(file: "docgen.yml", line: 3)
    let found = UIStrings.overrides(
      ["edithThisPage": "x", "theme.blog.title": "y", "theme.NotFound.titel": "z"], at: span)
    #expect(found.value == [:])
    #expect(
      found.diagnostics == [
        Diagnostic(
          .warning, "ui/unknown-string", "the theme has no text 'edithThisPage'", at: span,
          hint: "did you mean 'editThisPage'?"),
        Diagnostic(
          .note, "ui/unused-string", "the theme shows no text with the id 'theme.NotFound.titel'",
          at: span, hint: "did you mean 'theme.NotFound.title'?"),
        Diagnostic(
          .note, "ui/unused-string", "the theme shows no text with the id 'theme.blog.title'",
          at: span),
      ])
  }

  @Test func placeholdersAreFilled() {
    let strings = UIStrings(
      language: "en", texts: [.headingLinkTitle: "{heading} {x} {heading}{", .tags: "{}"])
    #expect(strings.text(.headingLinkTitle, ["heading": "{x}"]) == "{x} {x} {x}{")
    #expect(strings.text(.tags, [:]) == "{}")
    #expect(strings.text(.expandCategory, ["label": "Go"]) == "Expand sidebar category 'Go'")
  }

  @Test(arguments: [
    ("en", "1 May", "Ann", "Last updated on 1 May by Ann"),
    ("en", nil, "Ann", "Last updated by Ann"),
    ("zh-Hans", "5月1日", nil, "最近更新于 5月1日"),
    ("de", "1. Mai", "Ann", "Zuletzt aktualisiert am 1. Mai von Ann"),
    ("fr", nil, "Ann", "Dernière mise à jour par Ann"),
    ("ja", "5月1日", "Ann", "最終更新：5月1日（Ann）"),
    ("ko", "5월 1일", nil, "최종 수정: 5월 1일"),
    ("en", nil, nil, ""),
  ])
  func lastUpdated(_ language: String, _ date: String?, _ author: String?, _ expected: String) {
    #expect(UIStrings(language: language).lastUpdated(date: date, author: author) == expected)
  }
}

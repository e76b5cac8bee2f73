import DocgenCore
import DocgenMarkup

/// The theme's texts in one language: the site's own where it says so, else docgen's translation,
/// else English.
package struct UIStrings: Sendable, Equatable, TemplateRecord {
  /// Translations that come with docgen, by language in lower case. A language is one file in
  /// `Strings/`; each has all strings.
  static let translations: [String: [UIString: String]] = [
    "ar": arabic, "de": german, "es": spanish, "fr": french, "ja": japanese, "ko": korean,
    // Readers of European Portuguese are served better by Brazilian than by English.
    "pt": brazilianPortuguese, "ru": russian, "zh": simplifiedChinese,
    // Traditional Chinese is no kind of Simplified Chinese: its readers get English until it is
    // translated.
    "zh-hant": [:], "zh-tw": [:], "zh-hk": [:], "zh-mo": [:],
  ]

  /// In the order of `UIString.allCases`; what templates read.
  package let templateValue: TemplateValue
  private let texts: [UIString: String]
  /// Those of the texts that values are filled into.
  private let phrases: [UIString: Phrase]

  /// - Parameters:
  ///   - language: a BCP 47 tag; `zh-Hans-CN` is looked up as itself, `zh-Hans`, `zh`.
  ///   - texts: the site's own.
  package init(language: String, texts own: [UIString: String] = [:]) {
    let translation = Self.translation(for: language)
    var texts: [UIString: String] = [:]
    for string in UIString.allCases {
      texts[string] = own[string] ?? translation[string] ?? string.english
    }
    self.texts = texts
    phrases = texts.filter { $0.value.contains("{") }.mapValues(Phrase.init)
    templateValue = .record(UIString.allCases.map { .text(texts[$0] ?? $0.english) })
  }

  package subscript(string: UIString) -> String { texts[string] ?? string.english }

  /// The text with values in place of its `{name}`s.
  package func text(_ string: UIString, _ values: KeyValuePairs<String, String>) -> String {
    (phrases[string] ?? Phrase(self[string])).filled(values)
  }

  /// "Last updated on … by …", as a sentence of the language; empty where neither is known.
  package func lastUpdated(date: String?, author: String?) -> String {
    if date == nil, author == nil { return "" }
    return text(
      .lastUpdated,
      [
        "atDate": date.map { text(.lastUpdatedOn, ["date": $0]) } ?? "",
        "byUser": author.map { text(.lastUpdatedBy, ["user": $0]) } ?? "",
      ])
  }

  /// Whether docgen itself has the text in a language; English is its own.
  static func isTranslated(_ string: UIString, language: String) -> Bool {
    let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return primary == "en" || translation(for: language)[string] != nil
  }

  private static func translation(for language: String) -> [UIString: String] {
    var subtags = language.lowercased().split { $0 == "-" || $0 == "_" }
    while !subtags.isEmpty {
      if let found = translations[subtags.joined(separator: "-")] { return found }
      subtags.removeLast()
    }
    return [:]
  }
}

extension UIStrings {
  /// A site's own texts by key (`editThisPage`) or by Docusaurus' id (`theme.common.editThisPage`),
  /// the key winning over the id.
  ///
  /// - Parameter span: where they are written, for findings.
  package static func overrides(
    _ written: [String: String], at span: SourceSpan? = nil
  ) -> Diagnosed<[UIString: String]> {
    var result = Diagnosed<[UIString: String]>([:])
    for (id, text) in written.sorted(by: { $0.key < $1.key }) {
      if let string = byDocusaurusID[id] {
        if written[string.rawValue] == nil { result.value[string] = text }
      } else if let string = UIString(rawValue: id) {
        result.value[string] = text
      } else {
        result.diagnostics.append(unknown(id, at: span))
      }
    }
    return result
  }

  private static let byDocusaurusID: [String: UIString] = UIString.allCases.reduce(into: [:]) {
    ids, string in
    if let id = string.docusaurusID { ids[id] = string }
  }

  /// Docusaurus writes all its theme's texts into `code.json`, also those that docgen shows nowhere:
  /// worth a note. A key that nothing has is a mistake.
  private static func unknown(_ id: String, at span: SourceSpan?) -> Diagnostic {
    if id.hasPrefix("theme.") {
      return Diagnostic(
        .note, "ui/unused-string", "the theme shows no text with the id '\(id)'", at: span,
        hint: Suggestions.hint(for: id, among: byDocusaurusID.keys.sorted()))
    }
    return Diagnostic(
      .warning, "ui/unknown-string", "the theme has no text '\(id)'", at: span,
      hint: Suggestions.hint(for: id, among: UIString.allCases.map(\.rawValue)))
  }
}

extension UIStrings {
  package static let templateFields = TemplateFields<Self>(
    UIString.allCases.map { string in
      .text(string.rawValue, "“\(string.english)” in the reader's language.") { $0[string] }
    })
}

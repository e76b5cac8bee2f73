/// What a locale's `_locale.yml` says: how the locale is called, and the texts of its that stand in
/// no page.
package struct LocaleFile: Sendable, Equatable {
  /// Its name for readers: `简体中文`.
  package var label: String?
  /// The `lang` attribute (BCP 47).
  package var lang: String?
  package var direction: TextDirection?
  /// The theme's own texts, by their key.
  package var strings: [String: String] = [:]
  /// Labels of sidebar items and categories, by the item's key or the label in the default locale.
  package var sidebar: [String: String] = [:]
  /// Labels of navbar items and the title, by the text in the default locale.
  package var navbar: [String: String] = [:]
  /// Headings, labels and the copyright line, by the text in the default locale.
  package var footer: [String: String] = [:]
  /// What references say of keys.
  package var references: [ReferenceTranslation] = []

  package init() {}
}

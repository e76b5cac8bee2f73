import DocgenCore

/// What the items of one sidebar are called in the reader's language.
struct SidebarLabels {
  private let sidebar: String
  private let pages: ReaderPages
  private let translations: SidebarTranslations
  /// Where each of Docusaurus' messages was used first.
  private var used: [String: SourceSpan?] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(sidebar: String, _ pages: ReaderPages, _ translations: SidebarTranslations) {
    self.sidebar = sidebar
    self.pages = pages
    self.translations = translations
  }

  /// The label that a `doc`, `ref` or `link` was given; nil where it was given none.
  mutating func given(_ item: SidebarItem, _ kind: SidebarTranslations.Entry.Kind) -> String? {
    guard let label = item.label else { return nil }
    return translation(of: item, kind, label) ?? label
  }

  /// A category's label: its translation, else what it was called, else that of the page it leads to.
  mutating func label(of item: SidebarItem, _ category: CategoryItem) -> String {
    if let text = translation(of: item, .category, original(item, category)) { return text }
    if item.label == nil, case .doc(let id) = category.link {
      return pages.label(of: ContentID(id))
    }
    return original(item, category)
  }

  /// A category's label in the default locale.
  func original(_ item: SidebarItem, _ category: CategoryItem) -> String {
    if let label = item.label { return label }
    if case .doc(let id) = category.link { return pages.originalLabel(of: ContentID(id)) }
    return ""
  }

  /// The title and the description of a category's generated index.
  func texts(
    of page: GeneratedIndex, _ item: SidebarItem, _ category: CategoryItem
  ) -> (title: String?, description: String?) {
    let entry = entry(of: item, .category, original(item, category))
    return (
      translations.indexTitle(entry, page.title),
      translations.indexDescription(entry, page.description)
    )
  }

  func description(_ original: String?) -> String? { original.map(translations.text) }

  private func entry(
    of item: SidebarItem, _ kind: SidebarTranslations.Entry.Kind, _ label: String
  ) -> SidebarTranslations.Entry {
    SidebarTranslations.Entry(sidebar: sidebar, kind: kind, key: item.key, label: label)
  }

  private mutating func translation(
    of item: SidebarItem, _ kind: SidebarTranslations.Entry.Kind, _ label: String
  ) -> String? {
    let entry = entry(of: item, kind, label)
    if translations.messages[entry.message] != nil { use(entry.message, item) }
    return translations.label(entry)
  }

  /// Two items that share a message can't be told apart by who translates them.
  private mutating func use(_ message: String, _ item: SidebarItem) {
    guard let first = used[message] else {
      used[message] = .some(item.span)
      return
    }
    diagnostics.append(
      Diagnostic(
        .warning, "sidebar/duplicate-translation-key",
        "two items of the sidebar '\(sidebar)' share the translation '\(message)'",
        at: item.span, notes: [Diagnostic.Note("the first is here", span: first)],
        hint: "give one of them a 'key'"))
  }
}

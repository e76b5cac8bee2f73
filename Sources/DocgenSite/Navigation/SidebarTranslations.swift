/// A locale's texts for sidebars. An item that has none keeps its text in the default locale.
package struct SidebarTranslations: Sendable, Equatable {
  /// As Docusaurus' `current.json` names them: `sidebar.<sidebar>.category.<key or label>`.
  package var messages: [String: String]
  /// As `_locale.yml` names them: by the item's key, or by the text in the default locale.
  package var labels: [String: String]

  package init(messages: [String: String] = [:], labels: [String: String] = [:]) {
    self.messages = messages
    self.labels = labels
  }
}

extension SidebarTranslations {
  /// What a translation is looked up by (docusaurus-rules 2.17).
  struct Entry {
    enum Kind: String { case category, link, doc }

    var sidebar: String
    var kind: Kind
    /// Tells entries of equal labels apart.
    var key: String?
    /// In the default locale.
    var label: String

    var message: String { "sidebar.\(sidebar).\(kind.rawValue).\(key ?? label)" }
  }

  func label(_ entry: Entry) -> String? {
    if !messages.isEmpty, let message = messages[entry.message] { return message }
    return entry.key.flatMap { labels[$0] } ?? labels[entry.label]
  }

  /// The title of a category's generated index; `title` is that in the default locale, if it has
  /// one of its own.
  func indexTitle(_ entry: Entry, _ title: String?) -> String? {
    messages["\(entry.message).link.generated-index.title"] ?? title.map { text($0) }
  }

  func indexDescription(_ entry: Entry, _ description: String?) -> String? {
    messages["\(entry.message).link.generated-index.description"] ?? description.map { text($0) }
  }

  /// Any other text of the sidebar.
  func text(_ original: String) -> String { labels[original] ?? original }
}

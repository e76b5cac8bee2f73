import ConfigSchema

extension LocaleFile {
  /// What may stand in a locale's `_locale.yml`.
  package static let schema = Schema(
    "_locale.yml", defaults: LocaleFile(), doc: "A locale's name and the texts outside of pages."
  ) {
    Field("label", \.label, .text, "The locale's name for readers; its code by default.")
      .example("简体中文")
    Field("lang", \.lang, .text, "The language of its pages (BCP 47); the code by default.")
      .example("zh-Hans")
    Field(
      "direction", \.direction, .choice, "The direction of its script; by default, as `lang` says.")
    Field("strings", \.strings, .map(keys: "text", of: .text), "The theme's own texts, by key.")
    Field(
      "sidebar", \.sidebar, .map(keys: "label", of: .text),
      "Sidebar labels, by the item's key or the label in the default locale."
    ).example(["Guides": "指南"])
    Field(
      "navbar", \.navbar, .map(keys: "label", of: .text),
      "The navbar's texts, by the text in the default locale."
    ).example(["Install": "安装"])
    Field(
      "footer", \.footer, .map(keys: "label", of: .text),
      "The footer's texts, by the text in the default locale."
    ).example(["More": "更多"])
    Field(
      "references", \.references, .referenceTranslations,
      "What references say of keys, by the schema's name and the key's path."
    ).example(["mcp": ["tools.include": "提供给模型的工具。"]])
  }
}

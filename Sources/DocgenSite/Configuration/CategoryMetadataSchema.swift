import ConfigSchema
import DocgenCore

extension CategoryMetadata {
  /// What may stand in `_category_.yml`, `.yaml` and `.json`.
  package static let schema = Schema(
    "the category file", defaults: CategoryMetadata(), doc: "What a folder is in the sidebar."
  ) {
    Field("label", \.label, .text, "Its label; by default, the folder's name.")
    Field("key", \.key, .text, "Names it for translations, where labels are equal.")
    Field("description", \.description, .text, "What cards say of it.")
    Field("position", \.position, .number, "Its place among its siblings.").example(2)
    Field("collapsed", \.collapsed, .flag, "Whether it is closed at first.")
    Field("collapsible", \.collapsible, .flag, "Whether it can be closed.")
    Field("className", \.className, .text, "A class for the stylesheet.")
    Field("link", \.link, .categoryLink, "Where its label leads; `null` is nowhere.")
      .example(["type": "generated-index", "title": "All guides"])
  }
  .lenient
  .ignoring(["customProps": "they are for Docusaurus components"])
}

/// Where a category's label leads, as it is written.
private struct CategoryLinkForm: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case doc
    case generatedIndex = "generated-index"
  }

  var type = Kind.doc
  var id: String?
  var index = GeneratedIndex()

  static let schema = Schema("category link", defaults: CategoryLinkForm()) {
    Field("type", \.type, .choice, "A page, or a page that lists what is in the category.")
      .required
    Field("id", \.id, .text, "The page.").applies(to: "doc")
    Field("slug", \.index.slug, .text, "The list's path.").applies(to: "generated-index")
    Field("title", \.index.title, .text, "The list's title.").applies(to: "generated-index")
    Field("description", \.index.description, .text, "What it says below its title.")
      .applies(to: "generated-index")
    Field("image", \.index.image, .text, "The picture for social cards.")
      .applies(to: "generated-index")
    Field("keywords", \.index.keywords, .list(of: .text), "For search engines.")
      .applies(to: "generated-index")
  }

  func link(at node: ConfigNode, _ context: inout DecodingContext) -> CategoryMetadata.Link? {
    context.reportMisplacedKeys(in: node, of: Self.schema, for: type.rawValue)
    switch type {
    case .generatedIndex:
      return .generatedIndex(index)
    case .doc:
      if let id { return .doc(id: id) }
      context.reportMissing("id", at: node)
      return nil
    }
  }
}

extension ValueType where Value == CategoryMetadata.Link {
  fileprivate static var categoryLink: Self {
    let written = ValueType<CategoryLinkForm>.object(CategoryLinkForm.schema)
    return Self(.oneOf([written.shape, .constant(.null)])) { node, _, context in
      if node.value == .null { return CategoryMetadata.Link.none }
      return written.decode(node, nil, &context)?.link(at: node, &context)
    }
  }
}

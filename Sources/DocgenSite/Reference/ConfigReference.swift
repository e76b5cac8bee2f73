import ConfigSchema
import DocgenCore
import DocgenMarkup

/// `<ConfigReference schema="mcp" />`: a schema's keys in a page of one locale.
///
/// Attributes: `schema`; `path`, a key whose group alone is shown; `fields`, the keys to show of the
/// group, with commas between them; `heading-level`, the level of the outermost keys' headings.
struct ConfigReference: Sendable {
  static let componentName = "ConfigReference"
  private static let attributes = ["schema", "path", "fields", "heading-level"]
  private static let levels = 2...6

  let registry: SchemaRegistry
  /// The texts of the locale that the page is written in.
  let strings: UIStrings
  let translations: [ReferenceTranslation]
  let config: SiteConfig

  var component: GeneratedComponent { GeneratedComponent { markdown(for: $0) } }

  /// The schemas that a page shows, by name.
  static func schemas(shownBy document: Document) -> [String] {
    document.generated.filter { $0.name == componentName }.compactMap { $0["schema"]?.text }
  }

  private func markdown(for tag: GeneratedComponent.Tag) -> Diagnosed<String> {
    var diagnostics = tag.attributes.filter { !Self.attributes.contains($0.name) }.map {
      attribute in
      Diagnostic(
        .warning, "reference/unknown-attribute",
        "<\(tag.name)> has no attribute '\(attribute.name)'", at: attribute.span,
        hint: Suggestions.hint(for: attribute.name, among: Self.attributes)
          ?? "it has \(Self.attributes.joined(separator: ", "))")
    }
    guard let schema = schema(of: tag, &diagnostics) else { return Diagnosed("", diagnostics) }
    let all = schema.shape.keys
    guard let keys = keys(of: tag, among: all, of: schema, &diagnostics) else {
      return Diagnosed("", diagnostics)
    }
    let writer = ReferenceWriter(
      schema: schema.name, all: all, strings: strings, translations: translations)
    var markdown = writer.markdown(of: keys, level: level(of: tag, &diagnostics))
    let isWhole = tag["path"] == nil && tag["fields"] == nil
    if isWhole { markdown = editorNote(on: schema) + markdown }
    return Diagnosed(markdown, diagnostics)
  }

  /// How an editor is told of the schema, which then completes and checks a file.
  private func editorNote(on schema: ReferenceSchema) -> String {
    guard schema.describesFile, config.schemas?.contains(schema.name) ?? true else { return "" }
    let path = PublishedSchema.path(of: schema)
    // Without a host only the reader knows where the file is.
    let address = config.publishedRoot.map { $0 + path } ?? "./\(schema.publishedName)"
    let link = "[\(schema.publishedName)](/\(path))"
    return """
      \(strings.text(.referenceEditors, ["schema": link]))

      ```yaml
      # yaml-language-server: $schema=\(address)
      ```


      """
  }

  // MARK: Attributes

  private func schema(
    of tag: GeneratedComponent.Tag, _ diagnostics: inout [Diagnostic]
  ) -> ReferenceSchema? {
    guard let name = tag["schema"]?.text else {
      diagnostics.append(
        Diagnostic(
          .error, "reference/no-schema", "<\(tag.name)> doesn't say which schema it shows",
          at: tag.span, hint: "write schema=\"…\": \(registry.names.joined(separator: ", "))"))
      return nil
    }
    if let schema = registry[name] { return schema }
    diagnostics.append(
      Diagnostic(
        .error, "reference/unknown-schema", "There is no schema '\(name)'",
        at: tag["schema"]?.span ?? tag.span, hint: registry.hint(for: name)))
    return nil
  }

  private func level(
    of tag: GeneratedComponent.Tag, _ diagnostics: inout [Diagnostic]
  ) -> Int {
    guard let attribute = tag["heading-level"] else { return 3 }
    if let level = attribute.text.flatMap({ Int($0) }), Self.levels.contains(level) { return level }
    diagnostics.append(
      Diagnostic(
        .warning, "reference/invalid-level", "The heading level is no number from 2 to 6",
        at: attribute.span, hint: "write heading-level=\"3\""))
    return 3
  }

  /// The keys that the tag asks for, by `path` and `fields`.
  private func keys(
    of tag: GeneratedComponent.Tag, among all: [ReferenceKey], of schema: ReferenceSchema,
    _ diagnostics: inout [Diagnostic]
  ) -> [ReferenceKey]? {
    var keys = all
    if let attribute = tag["path"] {
      let path = attribute.text ?? ""
      let below = all.filter { $0.isBelow(path) }
      // A key that is no group is shown itself.
      keys = below.isEmpty ? all.filter { $0.path == path } : below
      if keys.isEmpty {
        diagnostics.append(unknown(path, at: attribute, among: all, of: schema))
        return nil
      }
    }
    guard let attribute = tag["fields"] else { return keys }
    let depth = keys.map(\.depth).min() ?? 0
    let outermost = keys.filter { $0.depth == depth }
    var chosen: [ReferenceKey] = []
    for part in (attribute.text ?? "").split(separator: ",") {
      let name = part.filter { !$0.isWhitespace }
      guard let key = outermost.first(where: { $0.field.key == name }) else {
        diagnostics.append(unknown(name, at: attribute, among: outermost, of: schema))
        continue
      }
      chosen += keys.filter { $0.path == key.path || $0.isBelow(key.path) }
    }
    return chosen
  }

  private func unknown(
    _ name: String, at attribute: GeneratedComponent.Tag.Attribute, among keys: [ReferenceKey],
    of schema: ReferenceSchema
  ) -> Diagnostic {
    let known = attribute.name == "fields" ? keys.map(\.field.key) : keys.map(\.path)
    return Diagnostic(
      .error, "reference/unknown-key", "The schema '\(schema.name)' has no key '\(name)' here",
      at: attribute.span, hint: Suggestions.hint(for: name, among: known))
  }
}

extension ReferenceKey {
  /// Whether it stands in the group of another key, in an entry of its list or of its map.
  func isBelow(_ other: String) -> Bool {
    guard path.hasPrefix(other) else { return false }
    let rest = path.dropFirst(other.count)
    return rest.hasPrefix(".") || rest.hasPrefix("[]")
  }
}

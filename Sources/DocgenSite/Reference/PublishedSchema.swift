import ConfigSchema
import DocgenCore

/// A JSON Schema that the site publishes for editors.
package struct PublishedSchema: Sendable {
  let schema: ReferenceSchema

  /// Below the site's base URL, the same for all locales.
  var path: String { Self.path(of: schema) }

  static func path(of schema: ReferenceSchema) -> String { "schemas/\(schema.publishedName)" }

  /// - Parameter root: where the site is published, with scheme and host; nil where that isn't known.
  func text(publishedAt root: String?) -> String {
    schema.jsonSchema(id: root.map { $0 + path })
  }

  /// Those that the configuration names, else those whose reference a page shows.
  static func all(
    _ config: SiteConfig, shown documents: some Sequence<Page>, _ registry: SchemaRegistry
  ) -> Diagnosed<[PublishedSchema]> {
    guard let names = config.schemas else {
      let shown = Set(documents.lazy.flatMap { ConfigReference.schemas(shownBy: $0.document) })
      let schemas = registry.schemas.filter { shown.contains($0.name) }
      return Diagnosed(schemas.map(PublishedSchema.init))
    }
    let unknown = names.filter { registry[$0] == nil }.map { name in
      Diagnostic(
        .error, "reference/unknown-schema", "'schemas' names '\(name)', which is no schema",
        at: SourceSpan(file: SiteConfigReader.ownFile, line: 1), hint: registry.hint(for: name))
    }
    let wanted = registry.schemas.filter { names.contains($0.name) }
    return Diagnosed(wanted.map(PublishedSchema.init), unknown)
  }
}

extension SiteConfig {
  /// Where the default locale's start page is, with scheme and host; nil where no host is set.
  var publishedRoot: String? {
    if url.isEmpty { return nil }
    let host = url.hasSuffix("/") ? String(url.dropLast()) : url
    return host + URLPath.join(baseURL, "/").encoded
  }
}

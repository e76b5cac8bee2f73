import ConfigSchema
import DocgenCore

/// What a locale says of a key in place of the schema's own words: below `references` in the
/// locale's `_locale.yml`, or in `data/references.CODE.json`.
package struct ReferenceTranslation: Sendable, Equatable {
  package var schema: String
  /// As references show it: `tools.include`.
  package var path: String
  /// Markdown.
  package var text: String
  package var span: SourceSpan

  /// The file that a locale's translations may stand in.
  static func dataFile(locale: String) -> String { "data/references.\(locale).json" }

  /// The content of that file. What is wrong in it is reported and left out.
  static func read(_ bytes: [UInt8], file: String) -> Diagnosed<[ReferenceTranslation]> {
    let read = JSONReader.value(bytes, file: file)
    var content = File()
    let found = read.value.map { File.schema.decode(below: "references", $0, into: &content) } ?? []
    return Diagnosed(content.references, read.diagnostics + found)
  }

  /// Translations of keys that no schema has: misspelt, or gone since.
  static func check(
    _ translations: [ReferenceTranslation], _ registry: SchemaRegistry
  ) -> [Diagnostic] {
    let paths = Dictionary(
      uniqueKeysWithValues: Set(translations.map(\.schema)).compactMap { name in
        registry[name].map { (name, $0.shape.keys.map(\.path)) }
      })
    return translations.compactMap { translation in
      guard let known = paths[translation.schema] else {
        return Diagnostic(
          .warning, "reference/unknown-schema", "There is no schema '\(translation.schema)'",
          at: translation.span, hint: registry.hint(for: translation.schema))
      }
      if known.contains(translation.path) { return nil }
      return Diagnostic(
        .warning, "reference/unknown-key",
        "The schema '\(translation.schema)' has no key '\(translation.path)'",
        at: translation.span, hint: Suggestions.hint(for: translation.path, among: known))
    }
  }

  /// Its own file, as if it stood below a key: so messages name the same places.
  private struct File: Sendable {
    var references: [ReferenceTranslation] = []

    static let schema = Schema("the translations", defaults: File()) {
      Field("references", \.references, .referenceTranslations, "Texts by schema and key.")
    }
  }
}

extension Schema {
  fileprivate func decode(
    below key: String, _ node: ConfigNode, into root: inout Root
  ) -> [Diagnostic] {
    let member = ConfigNode.Member(key: key, keySpan: node.span, value: node)
    return decode(ConfigNode(.object([member]), span: node.span), into: &root)
  }
}

extension ValueType where Value == [ReferenceTranslation] {
  /// Texts by the names of schemas and the paths of keys.
  static var referenceTranslations: Self {
    let written = ValueType<[Keyed<[Keyed<String>]>]>.members(
      keys: "schema", of: .members(keys: "key", of: .text))
    return written.converted(literal: { $0.isEmpty ? .object([]) : nil }) { schemas, _, _ in
      schemas.flatMap { schema in
        schema.value.map {
          ReferenceTranslation(
            schema: schema.key, path: $0.key, text: $0.value, span: $0.keySpan)
        }
      }
    }
  }
}

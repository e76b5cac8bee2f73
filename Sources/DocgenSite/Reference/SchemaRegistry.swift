import ConfigSchema
import DocgenCore

/// The schemas that pages can show and check examples with, by name: docgen's own files, and what
/// the program around brings along.
package struct SchemaRegistry: Sendable {
  /// In the order in which they are listed.
  package let schemas: [ReferenceSchema]

  /// - Parameter others: schemas of what is not docgen's: of MCP servers.
  package init(_ others: [ReferenceSchema] = []) {
    schemas = others + Self.own
  }

  package var names: [String] { schemas.map(\.name) }

  package subscript(name: String) -> ReferenceSchema? { schemas.first { $0.name == name } }

  /// What a finding about a name that is none says.
  package func hint(for name: String) -> String {
    Suggestions.hint(for: name, among: names) ?? "there are \(names.joined(separator: ", "))"
  }

  /// An example of a policy need not list the site's locales.
  @Sendable private static func isElsewhere(_ finding: Diagnostic, in node: ConfigNode) -> Bool {
    finding.code == "config/unknown-locale" && node["locales"] == nil
  }

  private static let own = [
    ReferenceSchema("site", publishedName: "docgen.schema.json", ignoring: isElsewhere) {
      SiteConfig.schema
    },
    ReferenceSchema(
      "front-matter", publishedName: "front-matter.schema.json", describesFile: false
    ) { PageFrontMatter.schema },
    ReferenceSchema("category", publishedName: "category.schema.json") { CategoryMetadata.schema },
    ReferenceSchema("locale", publishedName: "locale.schema.json") { LocaleFile.schema },
  ]
}

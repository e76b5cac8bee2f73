import DocgenCore

/// A schema by its name, whatever type it decodes: what sites show as a reference, publish for
/// editors and check examples with.
package struct ReferenceSchema: Sendable {
  /// A key at the root of a file that tells what the file is.
  package struct RootKey: Sendable {
    package let name: String
    /// Whether a value is what the schema means by the key; nil where nothing else has such a key.
    package let recognizes: (@Sendable (ConfigNode) -> Bool)?

    package init(_ name: String, where recognizes: (@Sendable (ConfigNode) -> Bool)? = nil) {
      self.name = name
      self.recognizes = recognizes
    }
  }

  /// As pages and the command line name it: `mcp`.
  package let name: String
  /// The name that its JSON Schema is published under: `mcp-servers.schema.json`.
  package let publishedName: String
  /// Code with one of these keys is an example without being marked as one.
  package let rootKeys: [RootKey]
  /// Whether it describes a whole file, to which an editor can be told its schema.
  package let describesFile: Bool
  /// The keys that references list.
  package var shape: ObjectShape { makeShape() }
  package var sampleFile: String { makeSampleFile() }
  /// What is wrong in a file's data. It shows no value that may be a secret.
  package let check: @Sendable (ConfigNode) -> [Diagnostic]
  private let makeShape: @Sendable () -> ObjectShape
  private let makeSampleFile: @Sendable () -> String
  private let makeJSONSchema: @Sendable (_ id: String?) -> String

  /// - Parameters:
  ///   - shape: made when it is asked for: most builds show no reference.
  ///   - jsonSchema: the JSON Schema's text, given where it is published.
  package init(
    _ name: String, publishedName: String, rootKeys: [RootKey] = [], describesFile: Bool = true,
    shape: @escaping @Sendable () -> ObjectShape, sampleFile: @escaping @Sendable () -> String,
    jsonSchema: @escaping @Sendable (_ id: String?) -> String,
    check: @escaping @Sendable (ConfigNode) -> [Diagnostic]
  ) {
    self.name = name
    self.publishedName = publishedName
    self.rootKeys = rootKeys
    self.describesFile = describesFile
    self.check = check
    makeShape = shape
    makeSampleFile = sampleFile
    makeJSONSchema = jsonSchema
  }

  /// A file that one schema decodes as a whole.
  /// - Parameter ignored: findings that mean nothing where a part of a file is shown.
  package init<Root>(
    _ name: String, publishedName: String, describesFile: Bool = true,
    ignoring ignored: @escaping @Sendable (Diagnostic, _ in: ConfigNode) -> Bool = { _, _ in false
    },
    of schema: @escaping @Sendable () -> Schema<Root>
  ) {
    self.init(
      name, publishedName: publishedName, describesFile: describesFile,
      shape: { schema().shape }, sampleFile: { schema().sampleFile },
      jsonSchema: { schema().jsonSchema(id: $0).prettyText + "\n" },
      check: { node in
        let schema = schema()
        var root = schema.defaults
        return schema.decode(node, into: &root).filter { !ignored($0, node) }
      })
  }

  /// The JSON Schema (draft 2020-12) of a file.
  /// - Parameter id: where it is published.
  package func jsonSchema(id: String? = nil) -> String { makeJSONSchema(id) }
}

import ArgumentParser
import ConfigSchema
import DocgenSite
import MCPConfiguration

/// `docgen schema`: what the reference says of a kind of configuration, for other programs.
struct SchemaCommand: ParsableCommand {
  private static let registry = SchemaRegistry([MCPServers.reference])

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the keys of a configuration.",
    discussion: """
      The names are \(registry.names.joined(separator: ", ")): the entries of MCP servers, \
      docgen.yml, a page's front matter, _category_.yml and _locale.yml.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonSchema = "json-schema"
    case markdown
    case example
  }

  @Argument(help: "The configuration's name.")
  var name: String

  @Option(help: "json-schema for editors, markdown for a table, example for a file with all keys.")
  var format = Format.jsonSchema

  func validate() throws {
    guard Self.registry[name] == nil else { return }
    throw ValidationError("There is no schema '\(name)'; \(Self.registry.hint(for: name)).")
  }

  func run() throws {
    guard let schema = Self.registry[name] else { return }
    switch format {
    case .jsonSchema: print(schema.jsonSchema(), terminator: "")
    case .markdown: print(schema.shape.referenceTable, terminator: "")
    case .example: print(schema.sampleFile, terminator: "")
    }
  }
}

import ConfigSchema

/// A file with servers, for references only: reading one looks for other clients' keys too.
private struct WrittenFile: Sendable {
  var servers: [String: WrittenServer] = [:]

  static let schema = Schema(
    "mcp_servers", defaults: WrittenFile(), doc: "The MCP servers that a program uses."
  ) {
    Field(
      "mcp_servers", \.servers,
      .map(keys: "server", of: .named("server") { .object(WrittenServer.schema) }),
      "The servers by name.")
  }.allowingUnknownKeys
}

extension MCPServers {
  /// The JSON Schema (draft 2020-12) of a file with `mcp_servers`, for editors.
  /// - Parameter id: where the schema is published.
  public static func jsonSchema(id: String? = nil) -> String {
    WrittenFile.schema.jsonSchema(id: id).prettyText + "\n"
  }

  /// All keys of a server's entry as a Markdown table.
  public static var referenceTable: String { WrittenServer.schema.referenceTable }

  /// A YAML file with one server of each kind, each key below what the reference says of it. What
  /// holds for both kinds stands in the first one.
  public static var sampleFile: String {
    var program = WrittenServer()
    program.command = "npx"
    program.stdio.arguments = ["-y", "@modelcontextprotocol/server-filesystem", "."]
    var remote = WrittenServer()
    remote.url = ServerURL("https://mcp.example.com/mcp")
    return """
      # The MCP servers that a program uses, by names of your choice.
      mcp_servers:
        files:
      \(sample(of: program) { $0.isEmpty || $0.contains("stdio") })
        remote:
      \(sample(of: remote) { $0.contains("HTTP") })

      """
  }

  /// The keys that apply, with an example's values in place of the defaults.
  private static func sample(
    of server: WrittenServer, where applies: ([String]) -> Bool
  ) -> String {
    let schema = Schema("the server", defaults: server) {
      WrittenServer.schema.fields.filter { applies($0.description.appliesTo) }
    }
    return schema.sampleFile.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }
}

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

  /// A YAML file with one server of each kind, each key below what the reference says of it.
  public static var sampleFile: String {
    var program = WrittenServer()
    program.command = "npx"
    program.stdio.arguments = ["-y", "@modelcontextprotocol/server-filesystem", "."]
    var remote = WrittenServer()
    remote.url = ServerURL("https://mcp.example.com/mcp")
    return """
      mcp_servers:
        files:
      \(sample(of: program, for: "stdio"))
        remote:
      \(sample(of: remote, for: "HTTP"))

      """
  }

  /// The keys that apply, with an example's values in place of the defaults.
  private static func sample(of server: WrittenServer, for transport: String) -> String {
    let schema = Schema("the server", defaults: server) {
      WrittenServer.schema.fields.filter { field in
        let places = field.description.appliesTo
        return places.isEmpty || places.contains(transport)
      }
    }
    return schema.sampleFile.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }
}

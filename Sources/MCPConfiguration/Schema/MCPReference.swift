import ConfigSchema
import DocgenCore

/// A file with servers, for references only: reading one looks for other clients' keys too.
private struct WrittenFile: Sendable {
  var servers: [String: WrittenServer] = [:]

  static func schema(of server: Schema<WrittenServer>) -> Schema<WrittenFile> {
    Schema("mcp_servers", defaults: WrittenFile(), doc: "The MCP servers that a program uses.") {
      Field(
        "mcp_servers", \.servers, .map(keys: "server", of: .named("server") { .object(server) }),
        "The servers by name.")
    }.allowingUnknownKeys
  }
}

extension MCPServers {
  /// What documentation shows, publishes and checks its examples with: the keys of a server's entry,
  /// and files with `mcp_servers`, or with other clients' `mcpServers` and `servers`.
  package static let reference = reference(defaults: WrittenServer())

  /// - Parameter defaults: the entry that defaults are read off.
  package static func reference(defaults: WrittenServer) -> ReferenceSchema {
    let server = WrittenServer.schema.replacingDefaults(with: defaults)
    return ReferenceSchema(
      "mcp", publishedName: "mcp-servers.schema.json",
      rootKeys: [
        .init("mcp_servers"), .init("mcpServers"), .init("servers", where: isListOfServers),
      ],
      shape: { server.shape }, sampleFile: { sampleFile },
      jsonSchema: { WrittenFile.schema(of: server).jsonSchema(id: $0).prettyText + "\n" },
      check: { validate($0) })
  }

  /// `servers` is many programs' word: only groups that say how a server is reached count.
  @Sendable private static func isListOfServers(_ node: ConfigNode) -> Bool {
    guard let members = node.members, !members.isEmpty else { return false }
    return members.allSatisfy { member in
      member.value["url"]?.string != nil || member.value["command"]?.string != nil
    }
  }

  /// The JSON Schema (draft 2020-12) of a file with `mcp_servers`, for editors.
  /// - Parameter id: where the schema is published.
  public static func jsonSchema(id: String? = nil) -> String { reference.jsonSchema(id: id) }

  /// All keys of a server's entry as a Markdown table.
  public static var referenceTable: String { WrittenServer.schema.shape.referenceTable }

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

import ConfigSchema
import DocgenCore

/// The servers of a configuration file, read to connect to them.
///
///     let servers = MCPServers.load("mcp.yml", environment: ProcessInfo.processInfo.environment)
///     for problem in servers.diagnostics { print(problem.message) }
///     for server in servers.servers { … }
///
/// YAML with the key `mcp_servers` is the own form. Files of other clients, in JSON (with comments)
/// or YAML and with `mcpServers`, `servers` or `mcp.servers`, are translated, which notes tell. One
/// entry with an error doesn't keep the others from being used.
public struct MCPServers: Sendable {
  /// Those that can be connected to, in the order of the file.
  public private(set) var servers: [MCPServer] = []
  /// The names of those with `enabled: false`. Their variables and files are not looked for.
  public private(set) var disabled: [String] = []
  /// The names of those with an error.
  public private(set) var refused: [String] = []
  /// All that was found, server by server. No secret is in it; a file's own lines may have some.
  public private(set) var diagnostics: [Diagnostic]

  public subscript(name: String) -> MCPServer? { servers.first { $0.name == name } }

  /// Reads a file from the disk; one that can't be read is an error among the diagnostics.
  /// - Parameters:
  ///   - path: a name that ends in `.json` or `.jsonc` says that it is JSON, all else is YAML.
  ///   - environment: the variables that `${NAME}` names; `HOME` is where `~` leads.
  public static func load(_ path: String, environment: [String: String]) -> MCPServers {
    do throws(FileError) {
      return read(try FileSystem.read(path), file: path, environment: environment)
    } catch {
      let span = SourceSpan(file: path, line: 1)
      let problem = Diagnostic(.error, "mcp/unreadable-file", error.message, at: span)
      return MCPServers(nil, [problem], environment: environment)
    }
  }

  /// Reads a file's text.
  /// - Parameter file: its name, which says whether it is JSON, and where diagnostics are.
  public static func read(
    _ bytes: [UInt8], file: String, environment: [String: String]
  ) -> MCPServers {
    let node = ConfigurationText.read(bytes, file: file)
    return MCPServers(node.value, node.diagnostics, environment: environment)
  }

  /// Checks a file's text without looking at this machine's variables and files.
  public static func validate(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let node = ConfigurationText.read(bytes, file: file)
    return MCPServers(node.value, node.diagnostics, environment: nil).diagnostics
  }

  /// The same for what has been read already: an example in a page.
  package static func validate(_ node: ConfigNode) -> [Diagnostic] {
    MCPServers(node, [], environment: nil).diagnostics
  }

  private init(
    _ node: ConfigNode?, _ diagnostics: [Diagnostic], environment: [String: String]?
  ) {
    self.diagnostics = diagnostics
    guard let node else { return }
    let list = ServerList(in: node)
    self.diagnostics += list.diagnostics
    // Making a schema costs more than reading an entry, and pages have a hundred examples.
    let connecting =
      environment.map { WrittenServer.schema(TextTypes(environment: $0)) } ?? WrittenServer.schema
    for entry in list.entries {
      let isEnabled = entry.value["enabled"]?.bool ?? true
      let read = Self.read(
        entry, isForeign: list.isForeign, isEnabled ? connecting : WrittenServer.schema)
      self.diagnostics += read.diagnostics
      if read.diagnostics.contains(where: { $0.severity == .error }) {
        refused.append(entry.key)
      } else if !read.value.isEnabled {
        disabled.append(entry.key)
      } else if environment != nil, let server = read.value.server(named: entry.key) {
        servers.append(server)
      }
    }
  }

  private static func read(
    _ entry: ConfigNode.Member, isForeign: Bool, _ schema: Schema<WrittenServer>
  ) -> Diagnosed<WrittenServer> {
    var node = entry.value
    var diagnostics: [Diagnostic] = []
    // An entry without keys lacks some; it isn't no entry.
    if node.value == .null { node.value = .object([]) }
    if isForeign, node.members != nil {
      let foreign = ForeignEntry(node, server: entry.key)
      node.value = .object(foreign.members)
      diagnostics = foreign.diagnostics
    }
    var server = WrittenServer()
    let schema = isForeign ? schema.ignoring(ForeignEntry.idle) : schema
    diagnostics += schema.decode(node, into: &server, below: entry.key)
    return Diagnosed(server, diagnostics)
  }
}

/// Data in the form that a file's name says.
private enum ConfigurationText {
  static func read(_ bytes: [UInt8], file: String) -> Diagnosed<ConfigNode?> {
    let read =
      if file.hasSuffix(".json") || file.hasSuffix(".jsonc") {
        // Programs that write these files allow comments and commas too many in them.
        JavaScriptReader.expression(bytes, file: file, at: SourcePosition(line: 1, column: 1))
      } else {
        YAMLReader.read(bytes, file: file)
      }
    if read.value != nil || !read.diagnostics.isEmpty { return read }
    let span = SourceSpan(file: file, line: 1)
    return Diagnosed(nil, [Diagnostic(.error, "mcp/no-servers", "the file is empty", at: span)])
  }
}

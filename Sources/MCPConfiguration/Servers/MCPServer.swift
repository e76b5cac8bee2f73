/// One server as it is configured, ready to be connected to: all references are replaced, paths are
/// expanded, and no key contradicts another.
public struct MCPServer: Sendable, Hashable {
  /// How the server is reached.
  public enum Connection: Sendable, Hashable {
    /// A program that is spoken to over its standard input and output.
    case stdio(command: String, StdioSettings)
    case remote(ServerURL, RemoteSettings)
  }

  public var name: String
  public var connection: Connection
  public var session: SessionSettings
  public var tools: ToolFilter

  public init(
    name: String, connection: Connection, session: SessionSettings = SessionSettings(),
    tools: ToolFilter = ToolFilter()
  ) {
    self.name = name
    self.connection = connection
    self.session = session
    self.tools = tools
  }
}

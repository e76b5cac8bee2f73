import Logging
import MCPConfiguration

extension MCPSession {
  /// A session with a server as it is configured. Nothing is sent or started yet.
  /// - Parameters:
  ///   - environment: this program's own: proxies, and what a server's program gets of it.
  ///   - logger: gets warnings, and what a server's program writes to its standard error.
  public init(
    _ server: MCPServer, program: ClientProgram, environment: [String: String], logger: Logger
  ) {
    self.init(
      server, program: program, logger: logger,
      makeTransport: { $0.transport(environment: environment, logger: logger) })
  }
}

extension MCPServerSet {
  /// Sessions with servers as they are configured. Nothing is sent or started yet.
  /// - Parameters:
  ///   - environment: this program's own: proxies, and what servers' programs get of it.
  ///   - logger: gets warnings, and what servers' programs write to their standard error.
  public init(
    _ servers: [MCPServer], program: ClientProgram, environment: [String: String], logger: Logger
  ) {
    self.init(
      servers, program: program, logger: logger,
      makeTransport: { $0.transport(environment: environment, logger: logger) })
  }
}

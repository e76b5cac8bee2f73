import Logging
import MCPConfiguration

extension MCPServer {
  /// The way to the server that its configuration says, not opened yet.
  /// - Parameters:
  ///   - environment: this program's own: proxies, and what a child gets of it.
  ///   - logger: gets what isn't an error: warnings of the configuration, a child's standard error.
  package func transport(
    environment: [String: String], logger: Logger, limits: TransportLimits = TransportLimits()
  ) -> any Transport {
    switch connection {
    case .stdio:
      StdioTransport(self, environment: environment, logger: logger, limits: limits)
    case .remote(_, let settings) where settings.transport == .sse:
      SSETransport(self, environment: environment, logger: logger, limits: limits)
    case .remote:
      StreamableHTTPTransport(self, environment: environment, logger: logger, limits: limits)
    }
  }
}

import ArgumentParser
import DocgenCore
import Foundation
import MCPConfiguration

/// Where the servers are configured.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: "The configuration; by default, ~/.config/mcp-client/config.yml.")
  var path: String?

  func validate() throws {
    if path?.isEmpty == true { throw ValidationError("--config has no name.") }
  }

  static func usualPath(_ environment: [String: String]) -> String {
    (environment["HOME"] ?? NSHomeDirectory()) + "/.config/mcp-client/config.yml"
  }

  /// Reads the configuration and prints what is wrong with it.
  /// - Throws: the exit code 2 where nothing can be read.
  func load(_ environment: [String: String]) throws -> MCPServers {
    let path = path ?? Self.usualPath(environment)
    guard FileSystem.exists(path) else {
      throw ValidationError(
        "There is no configuration at '\(path)'."
          + (self.path == nil ? " 'mcp-client config example' prints one to start with." : ""))
    }
    let read = MCPServers.load(path, environment: environment)
    Self.show(read.diagnostics.filter { $0.severity == .error || $0.severity == .warning })
    if read.servers.isEmpty, read.refused.isEmpty, read.disabled.isEmpty,
      read.diagnostics.contains(where: { $0.severity == .error })
    {
      throw ExitCode(2)
    }
    return read
  }

  /// For people, without the lines of the file: one may hold a secret.
  static func show(_ diagnostics: [Diagnostic]) {
    let target = FileHandle.standardError
    let noColor = ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false
    let isColored = isatty(target.fileDescriptor) != 0 && !noColor
    let bytes = DiagnosticFormat.human.report(diagnostics, colors: isColored) { _ in nil }
    try? target.write(contentsOf: Data(bytes))
  }
}

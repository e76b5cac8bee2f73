import ArgumentParser
import DocgenCore
import Foundation
import MCPConfiguration

/// `mcp-client config`: the configuration itself, without connecting.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check a configuration, or print one to start with.",
    subcommands: [Validate.self, Example.self])

  /// Looks at nothing but the file, so that it says the same on every machine.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "Find what is wrong with a configuration.",
      discussion: """
        Variables, certificates and programs are not looked for: 'mcp-client check' does that. \
        The exit code is 1 when there are errors.
        """)

    @Argument(help: "The file; by default, ~/.config/mcp-client/config.yml.")
    var file: String?

    @Flag(help: "Print a JSON document in place of text.")
    var json = false

    func run() throws {
      let path = file ?? ConfigurationOption.usualPath(ProcessInfo.processInfo.environment)
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try FileSystem.read(path)
      } catch {
        throw ValidationError("The configuration '\(path)' can't be read: \(error.reason).")
      }
      let findings = MCPServers.validate(bytes, file: path)
      if json {
        let report = DiagnosticFormat.json.report(findings) { _ in nil }
        try FileHandle.standardOutput.write(contentsOf: Data(report))
      } else {
        ConfigurationOption.show(findings)
        if findings.isEmpty { print("Nothing is wrong with \(path)") }
      }
      if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }

  struct Example: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "example",
      abstract: "Print a configuration with every key, its default and what it means.")

    func run() { print(MCPServers.sampleFile, terminator: "") }
  }
}

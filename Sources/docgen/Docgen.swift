import ArgumentParser
import Foundation

@main
struct Docgen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docgen",
    abstract: "Build a documentation site into static HTML, and find what is wrong with it.",
    version: Versions.text,
    subcommands: [
      InitCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self, I18nCommand.self,
      ThemeCommand.self, SchemaCommand.self, MCPCommand.self, DoctorCommand.self,
    ])

  /// The parser's own `main` ends with 64 when docgen is called wrongly; docgen's exit codes are 0,
  /// 1 and 2.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      try? FileHandle.standardError.write(contentsOf: Data((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(2)
    }
  }
}

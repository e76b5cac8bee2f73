import ArgumentParser

@main
struct Docgen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docgen",
    abstract: "Build a documentation site into static HTML, and find what is wrong with it.",
    version: "0.1.0",
    subcommands: [BuildCommand.self])
}

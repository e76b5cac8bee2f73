import ArgumentParser

@main
struct Docgen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a documentation site into static HTML, and find what is wrong with it.")

  func run() async throws {}
}

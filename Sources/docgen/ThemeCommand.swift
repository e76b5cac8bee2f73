import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation

/// `docgen theme`: the files of the default theme, to look at and to take over.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "List the files of the theme, and copy those that a site wants to change.",
    subcommands: [ListCommand.self, EjectCommand.self])

  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the theme's files and say what each one is.",
      discussion: "A star marks those that the site has files of its own for.")

    @Option(help: "The site's folder.")
    var site = "."

    func run() {
      let files = ThemeFile.all
      let width = files.map(\.path.count).max() ?? 0
      for file in files {
        let mark = FileSystem.exists(file.place(in: site)) ? "*" : " "
        let padding = String(repeating: " ", count: width - file.path.count)
        print("\(mark) \(file.path)\(padding)  \(file.purpose)")
      }
    }
  }

  struct EjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "eject",
      abstract: "Copy files of the theme into the site, where they replace the theme's.",
      discussion: """
        They go to \(ThemeFile.folder)/ in the site's folder. No file that is there is written \
        over without --force.
        """)

    @Argument(help: "The file's path, as `docgen theme list` prints it; may be several.")
    var paths: [String]

    @Option(help: "The site's folder.")
    var site = "."

    @Flag(help: "Write over files that are there.")
    var force = false

    func run() throws {
      let files = try paths.map(file)
      if !force, let there = files.first(where: { FileSystem.exists($0.place(in: site)) }) {
        try fail("\(there.place(in: site)) is there already; --force writes over it.")
      }
      for file in files { try write(file) }
    }

    private func file(_ path: String) throws -> ThemeFile {
      if let found = ThemeFile.all.first(where: { $0.path == path }) { return found }
      let hint = Suggestions.hint(for: path, among: ThemeFile.all.map(\.path))
      try fail(
        "The theme has no file '\(path)'; \(hint ?? "'docgen theme list' prints those it has.")")
    }

    private func write(_ file: ThemeFile) throws {
      let place = file.place(in: site)
      do throws(FileError) {
        try FileSystem.makeFolders(FileSystem.split(place).folder)
        try FileSystem.write(Array(file.contents.utf8), to: place)
      } catch {
        try fail("docgen \(error.message).")
      }
      print(place)
    }

    private func fail(_ message: String) throws -> Never {
      try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
      throw ExitCode(2)
    }
  }
}

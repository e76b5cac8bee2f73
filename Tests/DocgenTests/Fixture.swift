import Foundation
import Testing

/// A site of `Tests/Fixtures`, built once for all tests that look at it.
struct Fixture: Sendable {
  let name: String
  let output: TemporaryFolder
  let status: Int32
  let text: String

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let garden = Result { try Fixture("garden") }
  static let bakery = Result { try Fixture("bakery") }
  static let kiosk = Result { try Fixture("kiosk") }

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private init(_ name: String) throws {
    self.name = name
    output = try TemporaryFolder()
    let run = try Program.run("build", Self.path(name), "--output", output("site"))
    status = run.status
    text = run.text
  }

  func page(_ path: String) throws -> BuiltPage { BuiltPage(try output.text("site/" + path)) }

  func file(_ path: String) throws -> String { try output.text("site/" + path) }

  /// Hashes in the names of the search's files, which change with every word, are `*`.
  var files: [String] {
    output.files(below: "site").filter { $0 != ".docgen-manifest" }.map { path in
      path.replacing(/assets\/search\/(.+)-[0-9a-f]{8}\./) { "assets/search/\($0.1)-*." }
    }
  }

  /// The list of files that the site has to become, in `Tests/Fixtures/NAME.files`.
  var expectedFiles: [String] {
    get throws {
      let list = Self.folder.appendingPathComponent("\(name).files")
      return try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }
}

import DocgenCore
import Foundation
import Testing

@testable import DocgenSite

@Suite struct EmbeddedThemeTests {
  @Test func isWhatIsInTheFolder() throws {
    let templates = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates", directoryHint: .isDirectory)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: templates.path)
    var onDisk: [String: Data] = [:]
    for path in paths where path != "README.md" {
      let file = templates.appending(path: path)
      let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      if isFolder != true { onDisk[path] = try Data(contentsOf: file) }
    }
    let embedded = EmbeddedTheme.files.reduce(into: [:]) { $0[$1.path] = Data($1.contents.utf8) }
    let changed = Set(onDisk.keys).union(embedded.keys).filter { onDisk[$0] != embedded[$0] }
    #expect(changed.sorted() == [], "templates/ was changed: run Tools/embed-theme")
    #expect(EmbeddedTheme.files.map(\.path) == embedded.keys.sorted())
  }

  @Test func compiles() {
    let theme = Theme.load()
    #expect(theme.diagnostics == [])
    #expect(theme.value != nil)
  }
}

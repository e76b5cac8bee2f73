import Foundation

/// A folder for one test, removed when the value goes away.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("docgen-program-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ bytes: Data, to name: String) throws {
    let url = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self(name))), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self(name)) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self(name)) }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
  }

  /// The paths of all files below a folder, sorted.
  func files(below folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: self(folder))
    return (found?.allObjects as? [String] ?? []).filter { path in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: self(folder + "/" + path), isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }.sorted()
  }

  /// The bytes of all files below a folder.
  func contents(below folder: String) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: files(below: folder).map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: self(folder + "/" + $0))))
      })
  }

  /// When each file below a folder was changed last.
  func modificationDates(below folder: String) throws -> [String: Date] {
    try Dictionary(
      uniqueKeysWithValues: files(below: folder).map { path in
        let attributes = try FileManager.default.attributesOfItem(atPath: self(folder + "/" + path))
        return (path, attributes[.modificationDate] as? Date ?? .distantPast)
      })
  }
}

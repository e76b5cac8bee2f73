import DocgenCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for one test, removed when the value goes away.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/docgen-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(.create, "/tmp", code: errno) }
    path = try FileSystem.resolved(
      String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  deinit { try? FileSystem.removeFolder(path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    try FileSystem.makeFolders(FileSystem.split(self(name)).folder)
    try FileSystem.write(Array(text.utf8), to: self(name))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try FileSystem.read(self(name)), as: UTF8.self)
  }

  func link(_ name: String, to target: String) {
    _ = symlink(target, self(name))
  }

  /// The paths of all files and folders, folders with a slash.
  func names(in folder: String = "") -> [String] {
    FileSystem.list(folder.isEmpty ? path : self(folder), named: "").value.map {
      $0.kind == .folder ? $0.path + "/" : $0.path
    }
  }
}

import DocgenCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for one test, removed when the value goes away.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/mcp-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(.create, "/tmp", code: errno) }
    path = try FileSystem.resolved(
      String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  deinit { try? FileSystem.removeFolder(path) }

  func write(_ name: String) throws {
    try FileSystem.write(Array("any text".utf8), to: "\(path)/\(name)")
  }
}

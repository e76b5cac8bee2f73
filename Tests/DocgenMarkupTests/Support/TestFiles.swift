import DocgenCore

/// Files that tests read if they are there, by paths from the package's folder.
enum TestFiles {
  static let package: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static func exists(_ path: String) -> Bool {
    FileSystem.exists("\(package)/\(path)")
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try FileSystem.read("\(package)/\(path)")
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The disk by paths, over plain system calls. Links are followed, as a reader expects; what must
/// not leave a folder goes through `OpenFolder`.
package enum FileSystem {
  /// All bytes of a file, or the first `limit` of them.
  package static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    try OpenFile(reading: path).contents(limit: limit)
  }

  /// Some bytes of a file; fewer only where it ends.
  package static func read(_ path: String, from offset: Int, count: Int) throws(FileError)
    -> [UInt8]
  {
    try OpenFile(reading: path).part(at: offset, count: count)
  }

  /// Writes a file in place, over what is there. A crash may leave half of it: output goes through
  /// `OutputWriter`.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try OpenFile(emptying: path)
    try file.append(bytes)
    try file.finish()
  }

  /// Gives a file new contents: complete beside it first, and renamed then, so that a crash leaves the
  /// old ones or the new ones. A link stays one, and the file's permissions stay.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let path = try resolved(path)
    var info = stat()
    if stat(path, &info) != 0 { throw .last(.open, path) }
    let (folder, name) = split(path)
    let temporary = "\(folder)/.\(name).docgen-\(getpid())"
    do throws(FileError) {
      try write(bytes, to: temporary)
      if chmod(temporary, info.st_mode & 0o7777) != 0 { throw .last(.write, temporary) }
      try move(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// What is there, after following links, or nil where nothing is.
  package static func status(of path: String) throws(FileError) -> FileStatus? {
    var info = stat()
    if stat(path, &info) == 0 { return FileStatus(info) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .last(.open, path)
  }

  /// What is there, a link being a link.
  package static func statusOfLink(at path: String) throws(FileError) -> FileStatus? {
    var info = stat()
    if lstat(path, &info) == 0 { return FileStatus(info) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .last(.open, path)
  }

  /// Whether something can be reached under the path.
  package static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Makes a folder and those above it; existing ones are fine.
  package static func makeFolders(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == ENOENT {
      let parent = split(path).folder
      if parent != path {
        try makeFolders(parent)
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        throw .last(.create, path)
      }
    }
    if code == EEXIST, try status(of: path)?.kind == .folder { return }
    throw FileError(.create, path, code: code)
  }

  package static func removeFile(_ path: String) throws(FileError) {
    if unlink(path) != 0 { throw .last(.remove, path) }
  }

  /// Removes a folder with all that is in it; links are removed, not what they lead to.
  package static func removeFolder(_ path: String) throws(FileError) {
    try OpenFolder(path).removeContents()
    if rmdir(path) != 0 { throw .last(.remove, path) }
  }

  package static func move(_ path: String, to newPath: String) throws(FileError) {
    if rename(path, newPath) != 0 { throw .last(.move, newPath) }
  }

  /// The absolute path without links, `.` and `..`; what does not exist yet is taken as written.
  package static func resolved(_ path: String) throws(FileError) -> String {
    var missing: [String] = []
    var existing = path.isEmpty ? "." : path
    while true {
      if let buffer = realpath(existing, nil) {
        defer { free(buffer) }
        let base = String(cString: buffer)
        if missing.isEmpty { return base }
        let rest = missing.reversed().joined(separator: "/")
        return base == "/" ? "/" + rest : base + "/" + rest
      }
      let code = errno
      let (parent, name) = split(existing)
      if code != ENOENT || parent == existing || name == ".." || name == "." {
        throw FileError(.open, path, code: code)
      }
      missing.append(name)
      existing = parent
    }
  }

  /// The folder and the last part of a path: `a/b` is `a` and `b`, `b` is `.` and `b`.
  package static func split(_ path: String) -> (folder: String, name: String) {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return (".", String(bytes) ?? path)
    }
    let name = String(bytes[bytes.index(after: slash)...]) ?? ""
    var folder = bytes[..<slash]
    while folder.last == UInt8(ascii: "/") { folder.removeLast() }
    return (folder.isEmpty ? "/" : String(folder) ?? "/", name)
  }
}

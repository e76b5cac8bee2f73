#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that is open. What is done through it stays in it: names are single path parts, and
/// symbolic links are never followed, not even one that appears meanwhile.
package final class OpenFolder: Sendable {
  private let descriptor: CInt
  /// For the words of errors only.
  package let path: String

  /// Opens a folder; links on the way to it are followed, its last part must be none.
  package init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = openat(AT_FDCWD, path, Self.flags)
    if descriptor < 0 { throw .last(.open, path) }
  }

  /// Opens a folder in this one.
  package func folder(named name: String) throws(FileError) -> OpenFolder {
    try OpenFolder(name, in: self)
  }

  private init(_ name: String, in parent: OpenFolder) throws(FileError) {
    path = parent.path(of: name)
    descriptor = openat(parent.descriptor, name, Self.flags)
    if descriptor < 0 {
      let code = errno
      // Linux says "not a folder" of a link; the author should hear what it is.
      let isLink = (try? parent.status(of: name))?.kind == .link
      throw FileError(.open, path, code: isLink ? ELOOP : code)
    }
  }

  deinit { _ = close(descriptor) }

  private static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  private func path(of name: String) -> String { path + "/" + name }

  // MARK: - Looking

  package func status() throws(FileError) -> FileStatus {
    var info = stat()
    if fstat(descriptor, &info) != 0 { throw .last(.open, path) }
    return FileStatus(info)
  }

  /// What is there under a name, or nil where nothing is.
  package func status(of name: String) throws(FileError) -> FileStatus? {
    var info = stat()
    if fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(info) }
    if errno == ENOENT { return nil }
    throw .last(.open, path(of: name))
  }

  /// The names in it, in no order, without `.` and `..`. A name that is not UTF-8 is repaired, which
  /// makes it one that is not there.
  package func names() throws(FileError) -> [String] {
    // `fdopendir` takes the descriptor over and moves its position: it gets its own.
    let own = openat(descriptor, ".", Self.flags)
    guard own >= 0 else { throw .last(.list, path) }
    guard let stream = fdopendir(own) else {
      let error = FileError.last(.list, path)
      _ = close(own)
      throw error
    }
    defer { _ = closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decodingName: $0) }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .last(.list, path) }
    return names
  }

  /// Opens a file in it for reading; a link is not followed.
  package func file(named name: String) throws(FileError) -> OpenFile {
    try OpenFile(
      reading: name, in: descriptor, path: path(of: name), followingLinks: false)
  }

  // MARK: - Changing

  /// Makes a folder in it; one that is there already is fine.
  package func makeFolder(named name: String) throws(FileError) {
    if mkdirat(descriptor, name, 0o777) != 0 && errno != EEXIST {
      throw .last(.create, path(of: name))
    }
  }

  /// Makes a new file. Where filling it fails nothing is left behind.
  package func createFile(
    named name: String, fill: (borrowing OpenFile) throws(FileError) -> Void
  ) throws(FileError) {
    let file = try OpenFile(creating: name, in: descriptor, path: path(of: name))
    do throws(FileError) {
      try fill(file)
      try file.finish()
    } catch {
      _ = unlinkat(descriptor, name, 0)
      throw error
    }
  }

  /// Moves what is called `name` into another folder of the same disk, over a file that may be
  /// there.
  package func move(
    _ name: String, to other: OpenFolder, as newName: String
  ) throws(FileError) {
    if renameat(descriptor, name, other.descriptor, newName) != 0 {
      throw .last(.move, other.path(of: newName))
    }
  }

  package func removeFile(named name: String) throws(FileError) {
    if unlinkat(descriptor, name, 0) != 0 { throw .last(.remove, path(of: name)) }
  }

  /// Removes a folder that is empty.
  package func removeFolder(named name: String) throws(FileError) {
    if unlinkat(descriptor, name, AT_REMOVEDIR) != 0 { throw .last(.remove, path(of: name)) }
  }

  /// Removes all that is in it, at any depth. Links are removed, not what they lead to.
  package func removeContents() throws(FileError) {
    // A stack, not recursion: the depth is whatever somebody has put on the disk.
    var stack = [(folder: self, names: try names(), name: "")]
    while let top = stack.last {
      guard let name = stack[stack.count - 1].names.popLast() else {
        stack.removeLast()
        try stack.last?.folder.removeFolder(named: top.name)
        continue
      }
      if try top.folder.status(of: name)?.kind == .folder {
        let inner = try top.folder.folder(named: name)
        stack.append((inner, try inner.names(), name))
      } else {
        try top.folder.removeFile(named: name)
      }
    }
  }

  /// Takes the folder for this process until it is closed or unlocked; false where another one has
  /// it. The lock is on the folder itself: there is no file to leave behind, it stays with the
  /// folder when that is renamed, and it ends with the process.
  package func lock() throws(FileError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw .last(.lock, path)
  }

  package func unlock() {
    _ = flock(descriptor, LOCK_UN)
  }
}

extension String {
  /// A name from a folder entry: up to the zero byte.
  init(decodingName bytes: UnsafeRawBufferPointer) {
    self = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}

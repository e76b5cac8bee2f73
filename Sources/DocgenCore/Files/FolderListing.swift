#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file or folder below a listed one.
package struct FileEntry: Sendable, Equatable {
  package enum Kind: Sendable { case file, folder }

  /// Relative to the listed folder, `/` between its parts.
  package var path: String
  package var kind: Kind
  /// In bytes; of a folder 0.
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int

  package init(path: String, kind: Kind, size: Int, modified: Int) {
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = modified
  }
}

extension FileSystem {
  /// All files and folders below a folder, sorted by the bytes of their paths.
  ///
  /// Links are followed where they stay inside the folder. One that leaves it, or leads back to a
  /// folder it stands in, is reported and left out, and so is all that can't be read.
  ///
  /// - Parameter name: what the folder is called in diagnostics, relative to the site: `docs`.
  package static func list(_ folder: String, named name: String) -> Diagnosed<[FileEntry]> {
    var listing = FolderListing(folder: folder, name: name)
    listing.run()
    listing.entries.sort { $0.path.precedesByBytes($1.path) }
    listing.diagnostics.sort(by: Diagnostic.precedes)
    return Diagnosed(listing.entries, listing.diagnostics)
  }
}

private struct FolderListing {
  let folder: String
  let name: String
  var entries: [FileEntry] = []
  var diagnostics: [Diagnostic] = []
  /// Folders still to be read, relative; a stack, for the depth is the author's.
  private var pending = [""]
  /// Links to folders still to be followed. Folders full of links to each other have more paths
  /// than anybody can list, though none of them is a circle.
  private var linksLeft = 256
  private lazy var root = (try? FileSystem.resolved(folder)) ?? folder

  init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  mutating func run() {
    while let path = pending.popLast() { read(path) }
  }

  private func absolute(_ path: String) -> String { path.isEmpty ? folder : folder + "/" + path }

  private mutating func report(
    _ code: String, _ message: String, at path: String, hint: String? = nil
  ) {
    let file = path.isEmpty ? name : name.isEmpty ? path : name + "/" + path
    diagnostics.append(
      Diagnostic(.error, code, message, at: SourceSpan(file: file, line: 1), hint: hint))
  }

  private mutating func read(_ path: String) {
    guard let stream = opendir(absolute(path)) else {
      let reason = FileError.last(.open, path).reason
      return report("file/unreadable", "the folder can't be read: \(reason)", at: path)
    }
    defer { _ = closedir(stream) }
    let inFolder = dirfd(stream)
    errno = 0
    while let entry = readdir(stream) {
      let (name, isValid) = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let bytes = bytes.prefix { $0 != 0 }
        let valid = String(validating: bytes, as: UTF8.self)
        return (valid ?? String(decoding: bytes, as: UTF8.self), valid != nil)
      }
      if name != "." && name != ".." {
        let inner = path.isEmpty ? name : path + "/" + name
        if isValid {
          add(inner, name: name, in: inFolder)
        } else {
          report("file/name-not-utf8", "the name is not UTF-8", at: inner, hint: "rename it")
        }
      }
      errno = 0
    }
    if errno != 0 {
      let reason = FileError.last(.list, path).reason
      report("file/unreadable", "the folder can't be read to its end: \(reason)", at: path)
    }
  }

  private mutating func add(_ path: String, name: String, in folder: CInt) {
    var info = stat()
    guard fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
      // Gone between the listing and now: as if it had gone before.
      if errno == ENOENT { return }
      let reason = FileError.last(.open, path).reason
      return report("file/unreadable", "the file can't be read: \(reason)", at: path)
    }
    let status = FileStatus(info)
    if status.kind == .link { follow(path) } else { add(path, status) }
  }

  private mutating func add(_ path: String, _ status: FileStatus) {
    switch status.kind {
    case .file:
      entries.append(
        FileEntry(path: path, kind: .file, size: status.size, modified: status.modified))
    case .folder:
      entries.append(FileEntry(path: path, kind: .folder, size: 0, modified: status.modified))
      pending.append(path)
    case .link, .other:
      report("file/not-a-file", "this is neither a file nor a folder, and is left out", at: path)
    }
  }

  private mutating func follow(_ path: String) {
    guard let buffer = realpath(absolute(path), nil) else {
      if errno == ELOOP { return reportLoop(path, "the symbolic link leads round in a circle") }
      let reason = FileError.last(.open, path).reason
      return report("file/unreadable", "the symbolic link can't be followed: \(reason)", at: path)
    }
    defer { free(buffer) }
    let target = String(cString: buffer)
    if root != "/" && target != root && !target.utf8.starts(with: (root + "/").utf8) {
      return report(
        "file/symlink-outside", "the symbolic link leads out of the folder, and is left out",
        at: path, hint: "copy what it leads to into the folder")
    }
    var info = stat()
    guard stat(target, &info) == 0 else { return }
    let status = FileStatus(info)
    if status.kind == .folder {
      if leadsBack(path, to: status) {
        return reportLoop(path, "the symbolic link leads to a folder that it stands in")
      }
      if linksLeft == 0 {
        return reportLoop(path, "there are too many symbolic links to folders to follow them all")
      }
      linksLeft -= 1
    }
    add(path, status)
  }

  private mutating func reportLoop(_ path: String, _ message: String) {
    report("file/symlink-loop", message, at: path, hint: "remove the link")
  }

  /// Whether a folder is one of those that the path runs through.
  private func leadsBack(_ path: String, to target: FileStatus) -> Bool {
    var above = path
    while !above.isEmpty {
      let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) ?? above.startIndex
      above = String(above[..<slash])
      if let status = try? FileSystem.status(of: absolute(above)), status.isSame(as: target) {
        return true
      }
    }
    return false
  }
}

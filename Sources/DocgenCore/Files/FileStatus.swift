#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the disk says about a path.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable {
    case file, folder, link
    /// A pipe, a socket or a device: nothing to read a document from.
    case other
  }

  package var kind: Kind
  /// In bytes.
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  private var device: UInt64
  private var inode: UInt64

  /// Whether both are the same thing on the disk, whatever it is called.
  package func isSame(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }

  init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(info.st_size)
    device = UInt64(truncatingIfNeeded: info.st_dev)
    inode = UInt64(truncatingIfNeeded: info.st_ino)
    #if canImport(Glibc)
      let time = info.st_mtim
    #else
      let time = info.st_mtimespec
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A call to the operating system that failed: what was tried, on which path, and why.
package struct FileError: Error, Sendable, Equatable {
  package enum Action: String, Sendable {
    case open, read, write, create, move, remove, list, lock
  }

  package var action: Action
  /// As the caller gave it.
  package var path: String
  /// The `errno` value.
  package var code: CInt

  package init(_ action: Action, _ path: String, code: CInt) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// The failure of the call that has just returned.
  static func last(_ action: Action, _ path: String) -> FileError {
    FileError(action, path, code: errno)
  }

  /// One sentence without a full stop: "cannot read 'docs/a.md': permission denied".
  package var message: String { "cannot \(action.rawValue) '\(path)': \(reason)" }

  /// Why, in plain words.
  package var reason: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the disk is read-only"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EEXIST: "it exists already"
    case ENOTEMPTY: "the folder is not empty"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file is larger than allowed"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "it is a symbolic link, or links lead round in a circle"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reports an error"
    default: String(cString: strerror(code))
    }
  }
}

extension FileError {
  package var isMissing: Bool { code == ENOENT }
  package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  package var isPermission: Bool { code == EACCES || code == EPERM || code == EROFS }
  /// Something else than what the path needs stands there: a file for a folder or the reverse.
  package var isConflict: Bool {
    code == EISDIR || code == ENOTDIR || code == EEXIST || code == ENOTEMPTY
  }
  package var isLink: Bool { code == ELOOP }
  package var isNameTooLong: Bool { code == ENAMETOOLONG }
}

import DocgenCore

/// Where a file of the site goes, relative to the output folder: `guides/install/index.html`.
///
/// Such a path can't lead out of the folder: its parts are separated by single slashes, none is
/// empty, `.` or `..`, and none has control characters. Paths are the same only where their bytes
/// are, for the disk tells `é` from `e` with an accent, and `String` does not.
package struct OutputPath: Sendable {
  package let string: String

  /// Nil where the text is no such path.
  package init?(_ string: String) {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    for part in string.utf8.split(separator: slash, omittingEmptySubsequences: false) {
      let isDots = part.count <= 2 && part.allSatisfy { $0 == dot }
      if part.isEmpty || isDots || part.contains(where: { $0 < 0x20 || $0 == 0x7f }) { return nil }
    }
    self.string = string
  }

  /// For paths that are known to be valid.
  init(valid string: String) { self.string = string }

  /// The folders that the path runs through, outermost first: `a`, `a/b` for `a/b/c.html`.
  package var folders: [OutputPath] {
    string.utf8.indices.filter { string.utf8[$0] == UInt8(ascii: "/") }
      .map { OutputPath(valid: String(string[..<$0])) }
  }

  /// The names of the folders and of the file.
  package var parts: [String] {
    string.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}

extension OutputPath: Hashable, Comparable {
  package static func == (a: OutputPath, b: OutputPath) -> Bool {
    a.string.hasSameBytes(as: b.string)
  }

  package func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  package static func < (a: OutputPath, b: OutputPath) -> Bool {
    a.string.precedesByBytes(b.string)
  }
}

import DocgenCore

/// The list of the files in an output folder that docgen wrote: what it may overwrite and remove.
///
/// A text file: a header with the number of paths, then one path a line, sorted.
struct OutputManifest: Sendable, Equatable {
  static let name = ".docgen-manifest"
  private static let header = "docgen-manifest 1 "

  /// Sorted, without duplicates.
  let paths: [OutputPath]

  init(_ paths: some Sequence<OutputPath>) {
    self.paths = Set(paths).sorted()
  }

  /// Nil where a single line is not what it has to be: a list that has been tampered with, or cut
  /// off, must not decide what is deleted.
  init?(bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), text.utf8.last == newline else {
      return nil
    }
    var lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false).dropLast()
      .map { String(Substring($0)) }[...]
    guard let first = lines.popFirst(), first.hasPrefix(Self.header),
      first.dropFirst(Self.header.count) == String(lines.count)
    else { return nil }
    let paths = lines.compactMap(OutputPath.init)
    guard paths.count == lines.count, zip(paths, paths.dropFirst()).allSatisfy(<) else {
      return nil
    }
    self.paths = paths
  }

  var bytes: [UInt8] {
    var bytes = Array("\(Self.header)\(paths.count)\n".utf8)
    for path in paths {
      bytes += path.string.utf8
      bytes.append(newline)
    }
    return bytes
  }
}

private let newline = UInt8(ascii: "\n")

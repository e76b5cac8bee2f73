import DocgenMarkup

/// A path that starts from a folder, with `.` and `..` taken out of it.
struct JoinedPath: Equatable {
  /// Without a slash in front; one at its end where it was written so.
  let text: String
  /// Whether `..` climbed out of the root; such steps are left out, as browsers do.
  let leavesRoot: Bool

  /// - Parameter folder: with or without slashes around it; empty for the root.
  init(folder: some StringProtocol, _ path: some StringProtocol) {
    var stack = Segments()
    stack.append(Array(folder.utf8))
    let written = Array(path.utf8)
    stack.append(written)
    if written.isEmpty || stack.endsWithSlash, !stack.bytes.isEmpty {
      stack.bytes.append(ASCII.slash)
    }
    text = String(decoding: stack.bytes, as: UTF8.self)
    leavesRoot = stack.leavesRoot
  }

  /// The parts of a path so far.
  private struct Segments {
    var bytes: [UInt8] = []
    var leavesRoot = false
    /// Whether what was appended last ends with a slash, `.` or `..`.
    var endsWithSlash = false
    private var starts: [Int] = []

    mutating func append(_ path: [UInt8]) {
      var start = 0
      while start <= path.count {
        let end = path.firstIndex(of: ASCII.slash, from: start, to: path.count) ?? path.count
        append(path, start..<end)
        start = end + 1
      }
    }

    private mutating func append(_ path: [UInt8], _ range: Range<Int>) {
      let isDot = range.count == 1 && path[range.lowerBound] == ASCII.period
      let isClimb =
        range.count == 2 && path[range.lowerBound] == ASCII.period
        && path[range.lowerBound + 1] == ASCII.period
      endsWithSlash = range.isEmpty || isDot || isClimb
      if isClimb {
        if let last = starts.popLast() { bytes.removeSubrange(last...) } else { leavesRoot = true }
      } else if !endsWithSlash {
        starts.append(bytes.count)
        if !bytes.isEmpty { bytes.append(ASCII.slash) }
        bytes += path[range]
      }
    }
  }

  /// What a browser at `base` makes of a relative path.
  static func url(_ path: String, from base: URLPath) -> URLPath {
    URLPath("/" + JoinedPath(folder: folder(of: base.text), path).text)
  }

  /// Everything before the last slash.
  static func folder(of path: String) -> Substring {
    let slash = path.utf8.lastIndex(of: ASCII.slash)
    return path[..<(slash ?? path.startIndex)]
  }

  /// Everything behind the last slash.
  static func name(of path: String) -> Substring {
    let slash = path.utf8.lastIndex(of: ASCII.slash)
    return path[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...]
  }
}

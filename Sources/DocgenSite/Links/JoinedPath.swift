import DocgenMarkup

/// A path that starts from a folder, with `.` and `..` taken out of it.
struct JoinedPath: Equatable {
  /// Without a slash in front; one at its end where it was written so.
  let text: String
  /// Whether `..` climbed out of the root; such steps are left out, as browsers do.
  let leavesRoot: Bool

  /// - Parameter folder: with or without slashes around it; empty for the root.
  init(folder: some StringProtocol, _ path: some StringProtocol) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var climbed = false
    var endsWithName = false
    func append(_ segment: some Collection<UInt8>) {
      endsWithName = false
      if segment.isEmpty || segment.elementsEqual(".".utf8) { return }
      if segment.elementsEqual("..".utf8) {
        if let start = starts.popLast() { bytes.removeSubrange(start...) } else { climbed = true }
        return
      }
      starts.append(bytes.count)
      if !bytes.isEmpty { bytes.append(ASCII.slash) }
      bytes += segment
      endsWithName = true
    }
    for segment in folder.utf8.split(separator: ASCII.slash) { append(segment) }
    endsWithName = true
    for segment in path.utf8.split(separator: ASCII.slash, omittingEmptySubsequences: false) {
      append(segment)
    }
    if !endsWithName, !bytes.isEmpty { bytes.append(ASCII.slash) }
    text = String(decoding: bytes, as: UTF8.self)
    leavesRoot = climbed
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

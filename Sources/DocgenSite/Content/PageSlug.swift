/// A content path cut into what ids, slugs and positions are made from.
struct ContentPath: Equatable {
  /// The folders without number prefixes; empty at the root.
  var folder: String
  /// The file's name without extension and number prefix.
  var name: String
  /// The file's number prefix.
  var position: Double?
  /// Whether the page stands for its folder: `index`, `readme`, or named like it.
  var isIndex: Bool

  init(_ path: String, stripsNumberPrefixes: Bool) {
    var folders = path.split(separator: "/").map(String.init)
    let file = folders.popLast() ?? ""
    let base = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    if stripsNumberPrefixes {
      folders = folders.map { NumberPrefix.strip($0).name }
      (name, position) = NumberPrefix.strip(base)
    } else {
      name = base
    }
    folder = folders.joined(separator: "/")
    let lowered = name.lowercased()
    isIndex = lowered == "index" || lowered == "readme" || lowered == folders.last?.lowercased()
  }
}

/// Where a page lives below the site's root (docusaurus-rules 2.1).
enum PageSlug {
  /// The slug, starting with a slash; an index page's ends with one. Nil where what is written leads
  /// out of the site.
  static func resolve(written: String?, path: ContentPath, baseID: String) -> String? {
    let folder = path.folder.isEmpty ? "/" : "/\(path.folder)/"
    guard let written, !written.isEmpty else {
      return path.isIndex ? folder : normalized(folder + baseID)
    }
    return normalized(written.hasPrefix("/") ? written : folder + written)
  }

  /// Takes `.` and `..` out of a path; nil where it climbs above its root.
  static func normalized(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    let joined = "/" + parts.joined(separator: "/")
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
    return isFolder && joined != "/" ? joined + "/" : joined
  }
}

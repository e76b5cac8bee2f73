import DocgenCore

/// The paths that a build means to write, and whether they can stand beside each other.
enum OutputPlan {
  /// What is wrong with the paths, in the order of the paths.
  static func check(_ paths: [OutputPath]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let sorted = paths.sorted()
    let files = Set(sorted)
    for (path, next) in zip(sorted, sorted.dropFirst()) where path == next {
      found.append(
        Diagnostic(
          .error, "output/duplicate-path", "two files of the site would be '\(path.string)'",
          hint: "rename one of them, or give a page another slug"))
    }
    var last = ""
    for path in sorted {
      if isReserved(path) {
        found.append(
          Diagnostic(
            .error, "output/reserved-name", "docgen keeps '\(path.string)' for itself",
            hint: "rename the file"))
      }
      // Sorted paths mostly run through the last one's folders.
      let shared = zip(last.utf8, path.string.utf8).prefix { $0 == $1 }.count
      last = path.string
      for folder in path.folders where folder.string.utf8.count >= shared && files.contains(folder)
      {
        found.append(
          Diagnostic(
            .error, "output/file-and-folder",
            "'\(folder.string)' would be a file and a folder, for '\(path.string)'",
            hint: "rename one of them, or give a page another slug"))
      }
    }
    return found + caseCollisions(sorted, files)
  }

  /// The manifest, and what a changed file is written to before it takes the old one's place.
  private static func isReserved(_ path: OutputPath) -> Bool {
    path.string == OutputManifest.name || path.string.hasPrefix(OutputTree.temporaryPrefix)
  }

  private static func caseCollisions(
    _ sorted: [OutputPath], _ files: Set<OutputPath>
  ) -> [Diagnostic] {
    var first: [String: OutputPath] = [:]
    var found: [Diagnostic] = []
    // Of two such paths one at least has more than small letters, and few have.
    for path in sorted where path.string.utf8.contains(where: { $0 >= 0x80 || isUpper($0) }) {
      let folded = OutputPath(valid: path.string.lowercased())
      if let other = first[folded.string] ?? files.first(equalTo: folded), other != path {
        let names = [other, path].sorted().map(\.string)
        found.append(
          Diagnostic(
            .warning, "output/case-collision",
            "'\(names[0])' and '\(names[1])' are one file on disks that ignore case",
            hint: "rename one of them; macOS and Windows keep only one"))
      } else {
        first[folded.string] = path
      }
    }
    return found
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}

extension Set {
  fileprivate func first(equalTo element: Element) -> Element? {
    firstIndex(of: element).map { self[$0] }
  }
}

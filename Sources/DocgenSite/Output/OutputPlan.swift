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
    for path in sorted {
      if isReserved(path) {
        found.append(
          Diagnostic(
            .error, "output/reserved-name", "docgen keeps '\(path.string)' for itself",
            hint: "rename the file"))
      }
      for folder in path.folders where files.contains(folder) {
        found.append(
          Diagnostic(
            .error, "output/file-and-folder",
            "'\(folder.string)' would be a file and a folder, for '\(path.string)'",
            hint: "rename one of them, or give a page another slug"))
      }
    }
    return found + caseCollisions(sorted)
  }

  /// The manifest, and what a changed file is written to before it takes the old one's place.
  private static func isReserved(_ path: OutputPath) -> Bool {
    path.string == OutputManifest.name || path.string.hasPrefix(OutputTree.temporaryPrefix)
  }

  private static func caseCollisions(_ sorted: [OutputPath]) -> [Diagnostic] {
    var first: [String: OutputPath] = [:]
    var found: [Diagnostic] = []
    for path in sorted {
      let folded = path.string.lowercased()
      if let other = first[folded] {
        guard other != path else { continue }
        found.append(
          Diagnostic(
            .warning, "output/case-collision",
            "'\(other.string)' and '\(path.string)' are one file on disks that ignore case",
            hint: "rename one of them; macOS and Windows keep only one"))
      } else {
        first[folded] = path
      }
    }
    return found
  }
}

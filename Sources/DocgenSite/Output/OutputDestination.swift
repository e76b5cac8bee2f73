import DocgenCore

/// Where a build is to be written, as the user asked for it.
package struct OutputDestination: Sendable {
  /// As given: absolute, or relative to the current folder. Shown in diagnostics.
  package var path: String
  /// The site's folder: the output may stand in it, but not be it or hold it.
  package var siteFolder: String
  /// Folders with sources (pages, translations, static files): the output must be apart from them.
  package var sourceFolders: [String]
  /// Whether to write into a folder with files that are not docgen's, over those in the way.
  package var force: Bool

  package init(path: String, siteFolder: String, sourceFolders: [String], force: Bool = false) {
    self.path = path
    self.siteFolder = siteFolder
    self.sourceFolders = sourceFolders
    self.force = force
  }
}

/// Why a build can't be written at all.
struct OutputRefusal: Error {
  var diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ code: String, _ message: String, hint: String?) {
    diagnostics = [Diagnostic(.error, code, message, hint: hint)]
  }
}

extension OutputDestination {
  /// The absolute path without links, or the reason why nothing may be written there. Looks only.
  func resolved() throws -> String {
    var bare = path[...]
    while bare.utf8.count > 1, bare.utf8.last == UInt8(ascii: "/") { bare.removeLast() }
    if try FileSystem.statusOfLink(at: String(bare))?.kind == .link {
      throw OutputRefusal(
        "output/symlink", "the output folder '\(path)' is a symbolic link",
        hint: "give the folder that it leads to")
    }
    let output = try FileSystem.resolved(String(bare))
    try refuseUnsafe(output)
    return output
  }

  private func refuseUnsafe(_ output: String) throws {
    if output == "/" { throw unsafe("is the root of the disk") }
    let site = try FileSystem.resolved(siteFolder)
    if output == site { throw unsafe("is the site's own folder") }
    if Self.holds(output, site) { throw unsafe("holds the site's own folder") }
    for folder in sourceFolders {
      let source = try FileSystem.resolved(folder)
      if output == source || Self.holds(source, output) || Self.holds(output, source) {
        throw unsafe("overlaps with a folder of sources, '\(FileSystem.split(folder).name)'")
      }
    }
  }

  private func unsafe(_ reason: String) -> OutputRefusal {
    OutputRefusal(
      "output/unsafe-folder", "the output folder '\(path)' \(reason)",
      hint: "choose a folder of its own, such as 'build'")
  }

  /// The refusal that an error amounts to which has to do with the folder itself.
  func refusal(_ error: any Error) -> OutputRefusal {
    if let refusal = error as? OutputRefusal { return refusal }
    let file = error as? FileError
    return OutputRefusal(
      file?.outputCode ?? "output/cannot-write",
      "the output folder '\(path)' can't be used: \(file?.reason ?? String(describing: error))",
      hint: nil)
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path.utf8.starts(with: (folder + "/").utf8)
  }
}

extension FileError {
  /// The code of the finding that this is when it happens in the output folder.
  var outputCode: String {
    if isDiskFull { return "output/disk-full" }
    if isPermission { return "output/permission-denied" }
    if isConflict { return "output/in-the-way" }
    if isLink { return "output/symlink" }
    if isNameTooLong { return "output/name-too-long" }
    return "output/cannot-write"
  }
}

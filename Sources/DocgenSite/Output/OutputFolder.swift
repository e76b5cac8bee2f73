import DocgenCore

/// The output folder of one build, open and locked, and what in it is docgen's.
struct OutputFolder: Sendable {
  /// How the build becomes what readers see.
  enum Publication: Sendable {
    /// There is no output yet: everything goes into a folder beside it, renamed at the end.
    case renaming(parent: OpenFolder, temporary: String, name: String)
    /// File by file, each in one step.
    case inPlace
  }

  let tree: OutputTree
  let publication: Publication
  /// The files that earlier builds wrote.
  private(set) var known: Set<OutputPath> = []
  /// Whether files that are not known to be docgen's may be overwritten where they are in the way.
  private(set) var takesOver = false
  private(set) var warnings: [Diagnostic] = []

  /// Opens, locks and prepares the folder. Nothing that a reader sees changes.
  init(_ destination: OutputDestination) throws {
    let (parentPath, name) = FileSystem.split(try destination.resolved())
    try FileSystem.makeFolders(parentPath)
    let parent = try OpenFolder(parentPath)
    if try parent.status(of: name) == nil {
      try self.init(new: name, in: parent, destination)
    } else {
      try self.init(existing: try parent.folder(named: name), destination)
    }
  }

  private init(existing root: OpenFolder, _ destination: OutputDestination) throws {
    try Self.lock(root, destination)
    tree = OutputTree(root: root)
    publication = .inPlace
    let foreign = try root.names().filter { !$0.hasPrefix(OutputTree.temporaryPrefix) }
    if foreign.contains(OutputManifest.name) {
      let bytes = try root.file(named: OutputManifest.name).contents()
      if let manifest = OutputManifest(bytes: bytes) {
        known = Set(manifest.paths)
      } else {
        takesOver = true
        warnings.append(
          Diagnostic(
            .warning, "output/damaged-manifest",
            "docgen's list of its files in '\(destination.path)' is damaged, so none is removed",
            hint: "delete the folder to get rid of pages that are no longer part of the site"))
      }
    } else if !foreign.isEmpty && !destination.force {
      throw OutputRefusal(
        "output/not-own", "the output folder '\(destination.path)' has files of somebody else",
        hint: "choose another folder, or use --force to write between them")
    }
    takesOver = takesOver || destination.force
    try tree.removeTemporaries()
  }

  private init(
    new name: String, in parent: OpenFolder, _ destination: OutputDestination
  ) throws {
    let temporary = ".\(name).docgen-new"
    let root = try Self.lockedTemporary(temporary, in: parent, destination)
    let leftovers = try root.names()
    if !leftovers.isEmpty && !leftovers.contains(OutputManifest.name) {
      throw OutputRefusal(
        "output/not-own", "docgen needs the folder '\(temporary)', which holds other files",
        hint: "rename or delete it")
    }
    try root.removeContents()
    tree = OutputTree(root: root)
    publication = .renaming(parent: parent, temporary: temporary, name: name)
  }

  /// Makes or opens the folder to build in, and locks it. What is in it is from a build that was
  /// killed, for one that runs holds the lock.
  private static func lockedTemporary(
    _ name: String, in parent: OpenFolder, _ destination: OutputDestination
  ) throws -> OpenFolder {
    try parent.makeFolder(named: name)
    let folder = try parent.folder(named: name)
    try lock(folder, destination)
    // Between opening and locking, the build that had it may have renamed it to the output folder.
    guard let now = try parent.status(of: name), now.isSame(as: try folder.status()) else {
      throw busy(destination)
    }
    return folder
  }

  private static func lock(_ folder: OpenFolder, _ destination: OutputDestination) throws {
    if try !folder.lock() { throw busy(destination) }
  }

  private static func busy(_ destination: OutputDestination) -> OutputRefusal {
    OutputRefusal(
      "output/busy", "another build is writing into '\(destination.path)'",
      hint: "wait until it has ended, or choose another folder")
  }
}

extension OutputFolder {
  /// Makes room for the files of a build and notes them as docgen's, so that even a build that is
  /// killed leaves nothing that the next one takes for somebody else's.
  func announce(_ planned: [OutputPath]) throws(FileError) -> [Diagnostic] {
    guard case .inPlace = publication else {
      try tree.root.createFile(named: OutputManifest.name) { file throws(FileError) in
        try file.append(OutputManifest(planned).bytes)
      }
      return []
    }
    let foreign = foreignFiles(among: planned)
    if !foreign.isEmpty { return foreign }
    let obstacles = obstacles(to: planned)
    if let failure = tree.remove(obstacles).failures.first { throw failure }
    try write(OutputManifest(known.union(planned)))
    return []
  }

  /// Replaces the manifest where it says something else.
  func write(_ manifest: OutputManifest) throws(FileError) {
    let bytes = manifest.bytes
    if try tree.root.status(of: OutputManifest.name) != nil,
      try tree.root.file(named: OutputManifest.name).holds(bytes)
    {
      return
    }
    try tree.replace(OutputManifest.name, in: tree.root) { file throws(FileError) in
      try file.append(bytes)
    }
  }

  private func foreignFiles(among planned: [OutputPath]) -> [Diagnostic] {
    planned.sorted().compactMap { path in
      guard !known.contains(path), let kind = tree.status(of: path)?.kind else { return nil }
      if kind == .file && takesOver || kind == .folder && holdsOnlyKnown(path) { return nil }
      return Diagnostic(
        .error, kind == .file ? "output/foreign-file" : "output/in-the-way",
        "'\(path.string)' in the output folder is in the way, and docgen did not write it",
        hint: kind == .file ? "move it away, or use --force to overwrite it" : "move it away")
    }
  }

  /// Whether a folder goes away with the files that docgen wrote into it.
  private func holdsOnlyKnown(_ folder: OutputPath) -> Bool {
    let below = FileSystem.list("\(tree.root.path)/\(folder.string)", named: folder.string)
    let folders = Set(known.flatMap(\.folders))
    return below.diagnostics.isEmpty
      && below.value.allSatisfy { entry in
        guard let path = OutputPath("\(folder.string)/\(entry.path)") else { return false }
        return entry.kind == .file ? known.contains(path) : folders.contains(path)
      }
  }

  /// Files of earlier builds that stand where this one needs a folder, or below where it needs a
  /// file: they are stale, and can't wait until the end to be removed.
  private func obstacles(to planned: [OutputPath]) -> [OutputPath] {
    let files = Set(planned)
    let stale = known.subtracting(files)
    if stale.isEmpty { return [] }
    let folders = Set(planned.flatMap(\.folders))
    return stale.filter { path in
      folders.contains(path) || path.folders.contains(where: files.contains)
    }.sorted()
  }
}

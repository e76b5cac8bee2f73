import DocgenCore
import Synchronization

/// An open output folder, addressed by `OutputPath`. Each part of a path is opened in the one
/// before it without following links, so nothing outside can be written, compared or removed. Any
/// number of threads may use it at once.
final class OutputTree: Sendable {
  static let temporaryPrefix = ".docgen-new-"

  let root: OpenFolder
  private let temporaries = Atomic<Int>(0)

  init(root: OpenFolder) { self.root = root }

  /// The folder that a file goes into and the file's name in it; folders are made on the way.
  func place(for path: OutputPath) throws(FileError) -> (folder: OpenFolder, name: String) {
    var parts = path.parts
    let name = parts.removeLast()
    var folder = root
    for part in parts {
      do throws(FileError) {
        folder = try folder.folder(named: part)
      } catch {
        guard error.isMissing else { throw error }
        try folder.makeFolder(named: part)
        folder = try folder.folder(named: part)
      }
    }
    return (folder, name)
  }

  /// What is at a path, or nil where nothing is or a part of the path is no folder.
  func status(of path: OutputPath) -> FileStatus? {
    var parts = path.parts
    let name = parts.removeLast()
    var folder = root
    for part in parts {
      guard let inner = try? folder.folder(named: part) else { return nil }
      folder = inner
    }
    return try? folder.status(of: name)
  }

  /// Makes a file beside the others and puts it into its place in one step: whoever looks sees the
  /// old one or the new one.
  func replace(
    _ name: String, in folder: OpenFolder,
    fill: (borrowing OpenFile) throws(FileError) -> Void
  ) throws(FileError) {
    let number = temporaries.wrappingAdd(1, ordering: .relaxed).oldValue
    let temporary = "\(Self.temporaryPrefix)\(number)"
    try root.createFile(named: temporary, fill: fill)
    do throws(FileError) {
      try root.move(temporary, to: folder, as: name)
    } catch {
      try? root.removeFile(named: temporary)
      throw error
    }
  }

  /// Removes what a killed build had not yet put into its place.
  func removeTemporaries() throws(FileError) {
    for name in try root.names() where name.hasPrefix(Self.temporaryPrefix) {
      if try root.status(of: name)?.kind == .file { try root.removeFile(named: name) }
    }
  }

  /// Removes files and the folders that this leaves empty. What is not an ordinary file any more,
  /// or stands behind a link now, is somebody else's and stays.
  ///
  /// - Returns: how many files are gone, and what could not be removed.
  func remove(_ paths: [OutputPath]) -> (count: Int, failures: [FileError]) {
    var count = 0
    var failures: [FileError] = []
    for path in paths {
      do throws(FileError) {
        if try remove(path) { count += 1 }
      } catch {
        failures.append(error)
      }
    }
    return (count, failures)
  }

  private func remove(_ path: OutputPath) throws(FileError) -> Bool {
    var parts = path.parts
    let name = parts.removeLast()
    var folders = [root]
    for part in parts {
      do throws(FileError) {
        folders.append(try folders[folders.count - 1].folder(named: part))
      } catch {
        if error.isMissing || error.isConflict || error.isLink { return false }
        throw error
      }
    }
    guard let folder = folders.popLast(), try folder.status(of: name)?.kind == .file else {
      return false
    }
    try folder.removeFile(named: name)
    while let parent = folders.popLast(), let part = parts.popLast() {
      // Fails where something else is in the folder, which ends the matter.
      do { try parent.removeFolder(named: part) } catch { break }
    }
    return true
  }
}

import DocgenCore

/// The site's folder, as the program was given it. Files in it are known by their paths from here.
struct SiteFolder: Sendable {
  let path: String

  func absolute(_ file: String) -> String { path + "/" + file }

  func holds(_ file: String) -> Bool { FileSystem.exists(absolute(file)) }

  /// The bytes of a file; nil where there is none, and where it can't be read, which is reported.
  func read(_ file: String, _ diagnostics: inout [Diagnostic]) -> [UInt8]? {
    guard holds(file) else { return nil }
    do throws(FileError) {
      return try FileSystem.read(absolute(file))
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "file/unreadable", "The file can't be read: \(error.reason)",
          at: SourceSpan(file: file, line: 1)))
      return nil
    }
  }

  /// All files below a folder, sorted; none where there is no such folder.
  func files(below folder: String, _ diagnostics: inout [Diagnostic]) -> [FileEntry] {
    guard holds(folder) else { return [] }
    let listing = FileSystem.list(absolute(folder), named: folder)
    diagnostics += listing.diagnostics
    return listing.value.filter { $0.kind == .file }
  }

  /// The names of the folders in a folder, sorted.
  func folders(in folder: String) -> [String] {
    guard let open = try? OpenFolder(absolute(folder)), let names = try? open.names() else {
      return []
    }
    return names.sorted().filter { name in
      (try? FileSystem.status(of: absolute("\(folder)/\(name)")))?.kind == .folder
    }
  }
}

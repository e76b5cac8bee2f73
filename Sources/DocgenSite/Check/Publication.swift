import DocgenCore
import DocgenMarkup

/// What will be published: the files of an output folder and the addresses at which hosts serve
/// them.
struct Publication: Sendable {
  /// Which folder of the output is served below which path.
  struct Base: Sendable, Equatable {
    /// With slashes around it.
    var url: String
    /// With a slash at its end; empty for the whole output.
    var folder: String
  }

  /// What only those know who made the files.
  struct Knowledge: Sendable {
    /// Pages in another language than their readers', as paths of files.
    var fallbacks: Set<String> = []
    /// Pages that no list shows.
    var unlisted: Set<String> = []
    /// Pages that nobody wrote: lists of tags and of what has one.
    var generated: Set<String> = []
    /// Pages that sitemaps leave out: by the configuration, or as finished HTML of the site's own.
    var outOfSitemaps: Set<String> = []
    /// The addresses that drafts would have, without a slash at their end.
    var drafts: Set<String> = []
  }

  /// Sorted by path.
  let files: [PublicationFile]
  /// `https://example.com`; nil where nobody says it.
  let origin: String?
  let knowledge: Knowledge
  /// The longest path first.
  private let bases: [Base]
  private let byPath: [String: Int]
  private let byLowercasedPath: [String: Int]

  init(
    _ files: [PublicationFile], bases: [Base], origin: String?, knowledge: Knowledge = Knowledge()
  ) {
    self.files = files.sorted { $0.path.precedesByBytes($1.path) }
    self.bases = bases.sorted { ($1.url.utf8.count, $0.url) < ($0.url.utf8.count, $1.url) }
    self.origin = origin
    self.knowledge = knowledge
    var byPath: [String: Int] = [:]
    var byLowercasedPath: [String: Int] = [:]
    byPath.reserveCapacity(files.count)
    byLowercasedPath.reserveCapacity(files.count)
    for (index, file) in self.files.enumerated() {
      byPath[file.path] = index
      let lowercased = file.path.lowercased()
      if byLowercasedPath[lowercased] == nil { byLowercasedPath[lowercased] = index }
    }
    self.byPath = byPath
    self.byLowercasedPath = byLowercasedPath
  }

  // MARK: Addresses

  /// The path on the host at which a file is served: that of its folder for an `index.html`.
  func address(of file: Int) -> String {
    let (base, path) = place(of: file)
    return base.url + path
  }

  /// The same as an author writes it into a page: the base URL is added to it.
  func writtenAddress(of file: Int) -> String {
    let path = "/" + place(of: file).path
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private func place(of file: Int) -> (base: Base, path: Substring) {
    let path = files[file].path
    let base =
      bases.first { !$0.folder.isEmpty && path.hasPrefix($0.folder) }
      ?? bases.first { $0.folder.isEmpty } ?? Base(url: "/", folder: "")
    let local = path.dropFirst(base.folder.count)
    return (base, JoinedPath.name(of: path) == "index.html" ? local.dropLast(10) : local)
  }

  /// The path of the output that a path on the host means; nil where it lies outside.
  func outputPath(of hostPath: String) -> String? {
    for base in bases {
      if hostPath.hasPrefix(base.url) { return base.folder + hostPath.dropFirst(base.url.count) }
      if hostPath + "/" == base.url { return base.folder }
    }
    return nil
  }

  /// Where the site's front page is.
  var root: String { bases.first { $0.folder.isEmpty }?.url ?? "/" }

  enum Found: Sendable, Equatable {
    case file(Int)
    /// A file whose name differs in capital letters: some disks find it, no host does.
    case otherCase(Int)
    case nothing
  }

  /// What hosts serve at a path of the output: the file itself, a folder's `index.html`, or a file
  /// whose `.html` may be left out.
  func file(at path: String) -> Found {
    let candidates = Self.candidates(for: path)
    for candidate in candidates {
      if let index = byPath[candidate] { return .file(index) }
    }
    for candidate in candidates {
      if let index = byLowercasedPath[candidate.lowercased()] { return .otherCase(index) }
    }
    return .nothing
  }

  private static func candidates(for path: String) -> [String] {
    if path.isEmpty { return ["index.html"] }
    if path.hasSuffix("/") { return [path + "index.html", path.dropLast() + ".html"] }
    return [path, path + "/index.html", path + ".html"]
  }

  /// The file of exactly that path.
  func file(named path: String) -> Int? { byPath[path] }
}

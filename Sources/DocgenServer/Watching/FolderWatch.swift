import DocgenCore
import FlyingSocks

/// Watches the folders of a site, by the kernel where it can tell, else by looking again and again.
actor FolderWatch {
  /// Which folders are watched, relative to the site's.
  struct Folders: Sendable, Equatable {
    /// With all that is below them.
    var deep: Set<String>
    /// Only what is in them.
    var flat: Set<String>
  }

  private let site: String
  private let collector: ChangeCollector
  private let kernel: KernelWatch?
  private var folders: Folders
  private var polling: Task<Void, Never>?
  private let report: @Sendable (String) -> Void

  /// - Parameter report: told why folders are looked through instead of being watched, where they
  ///   are and nobody has asked for it.
  init(
    site: String, folders: Folders, collector: ChangeCollector, pool: any AsyncSocketPool,
    forcesPolling: Bool = false, report: @escaping @Sendable (String) -> Void = { _ in }
  ) async {
    self.site = site
    self.folders = folders
    self.collector = collector
    self.report = report
    kernel = forcesPolling ? nil : KernelWatch(site: site, pool: pool)
    if kernel == nil {
      if !forcesPolling { report(KernelWatch.absence) }
      poll()
    } else {
      await watch(folders)
    }
  }

  /// Changes which folders are watched.
  func watch(_ folders: Folders) async {
    self.folders = folders
    guard let kernel, polling == nil else { return }
    if let failure = await kernel.watch(folders) { fallBack(failure) }
  }

  /// How many folders the kernel watches.
  var watchCount: Int { get async { await kernel?.count ?? 0 } }

  /// Hands on what happens until the task is cancelled.
  func run() async {
    guard let kernel else { return }
    while !Task.isCancelled, polling == nil, let events = await kernel.next() {
      await collector.add(events.changes)
      if let failure = events.failure { fallBack(failure) }
    }
  }

  private func fallBack(_ reason: String) {
    if polling != nil { return }
    report(reason)
    poll()
  }

  private func poll() {
    polling = Task {
      var last = FolderSnapshot(site: site, folders)
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(300))
        let now = FolderSnapshot(site: site, folders)
        await collector.add(now.changes(since: last))
        last = now
      }
    }
  }
}

/// The files of some folders with what tells one state of them from another.
struct FolderSnapshot: Sendable {
  private struct Mark: Equatable {
    var size: Int
    var modified: Int
  }

  private var files: [String: Mark] = [:]

  init(site: String, _ folders: FolderWatch.Folders) {
    for folder in folders.deep {
      let path = folder.isEmpty ? site : "\(site)/\(folder)"
      guard FileSystem.exists(path) else { continue }
      for entry in FileSystem.list(path, named: folder).value
      where entry.kind == .file && !Self.isForeign(entry.path) {
        let name = folder.isEmpty ? entry.path : "\(folder)/\(entry.path)"
        files[name] = Mark(size: entry.size, modified: entry.modified)
      }
    }
    for folder in folders.flat {
      let path = folder.isEmpty ? site : "\(site)/\(folder)"
      for name in (try? OpenFolder(path).names()) ?? [] {
        guard let status = try? FileSystem.status(of: "\(path)/\(name)"), status.kind == .file
        else { continue }
        files[folder.isEmpty ? name : "\(folder)/\(name)"] = Mark(
          size: status.size, modified: status.modified)
      }
    }
  }

  /// Whether a folder in the site is somebody else's: hidden ones, and those of packages.
  static func isForeign(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).contains { part in
      part.first == UInt8(ascii: ".") || part.elementsEqual("node_modules".utf8)
    }
  }

  func changes(since old: FolderSnapshot) -> [(path: String, sign: ChangeSign)] {
    let written = files.filter { old.files[$0.key] != $0.value }
      .map { (path: $0.key, sign: ChangeSign.written) }
    let gone = old.files.keys.filter { files[$0] == nil }
      .map { (path: $0, sign: ChangeSign.gone) }
    return written + gone
  }
}

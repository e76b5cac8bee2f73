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
  /// Why folders are looked through instead of being watched; nil where they are watched.
  private(set) var obstacle: String?

  init(
    site: String, folders: Folders, collector: ChangeCollector, pool: any AsyncSocketPool,
    forcesPolling: Bool = false
  ) async {
    self.site = site
    self.folders = folders
    self.collector = collector
    kernel = forcesPolling ? nil : KernelWatch(site: site, pool: pool)
    if kernel == nil {
      obstacle = forcesPolling ? nil : KernelWatch.absence
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
    obstacle = reason
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
      for entry in FileSystem.list("\(site)/\(folder)", named: folder).value
      where entry.kind == .file {
        files["\(folder)/\(entry.path)"] = Mark(size: entry.size, modified: entry.modified)
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

  func changes(since old: FolderSnapshot) -> [(path: String, sign: ChangeSign)] {
    let written = files.filter { old.files[$0.key] != $0.value }
      .map { (path: $0.key, sign: ChangeSign.written) }
    let gone = old.files.keys.filter { files[$0] == nil }
      .map { (path: $0, sign: ChangeSign.gone) }
    return written + gone
  }
}

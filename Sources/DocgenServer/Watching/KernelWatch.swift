import DocgenCore
import FlyingSocks

#if canImport(Glibc)
  import Glibc

  /// Linux' inotify: one watch for each folder, new folders as they come.
  actor KernelWatch {
    /// What there is to say where the kernel can't watch at all.
    static let absence = "the kernel has no more inotify instances for this user"

    private let site: String
    private let socket: AsyncSocket
    private var folders = FolderWatch.Folders(deep: [], flat: [])
    private var paths: [Int32: String] = [:]
    private var watches: [String: Int32] = [:]

    /// Nil where the kernel has no more instances to give.
    init?(site: String, pool: any AsyncSocketPool) {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      let file = Socket(file: Socket.FileDescriptor(rawValue: descriptor))
      guard let socket = try? AsyncSocket(socket: file, pool: pool) else { return nil }
      self.site = site
      self.socket = socket
    }

    deinit { try? socket.close() }

    var count: Int { paths.count }

    /// - Returns: why not all of the folders can be watched; nil where they are.
    func watch(_ folders: FolderWatch.Folders) -> String? {
      self.folders = folders
      var wanted = folders.flat
      for folder in folders.deep { wanted.formUnion(Self.tree(below: folder, in: site)) }
      for (path, watch) in watches where !wanted.contains(path) { remove(path, watch) }
      for path in wanted.sorted() {
        if let failure = add(path) { return failure }
      }
      return nil
    }

    /// A folder and all below it; nothing where there is none.
    private static func tree(below folder: String, in site: String) -> [String] {
      let path = folder.isEmpty ? site : "\(site)/\(folder)"
      guard (try? FileSystem.status(of: path))?.kind == .folder else { return [] }
      return [folder]
        + FileSystem.list(path, named: folder).value.filter { entry in
          entry.kind == .folder && !FolderSnapshot.isForeign(entry.path)
        }.map { folder.isEmpty ? $0.path : "\(folder)/\($0.path)" }
    }

    private func add(_ path: String) -> String? {
      if watches[path] != nil { return nil }
      let mask =
        IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
        | IN_ONLYDIR
      let folder = path.isEmpty ? site : "\(site)/\(path)"
      let watch = inotify_add_watch(socket.socket.file.rawValue, folder, UInt32(mask))
      guard watch >= 0 else {
        // A folder that has gone again needs none.
        return errno == ENOSPC || errno == ENOMEM
          ? "the kernel watches no more folders (fs.inotify.max_user_watches)" : nil
      }
      watches[path] = watch
      paths[watch] = path
      return nil
    }

    private func remove(_ path: String, _ watch: Int32) {
      inotify_rm_watch(socket.socket.file.rawValue, watch)
      forget(path, watch)
    }

    private func forget(_ path: String, _ watch: Int32) {
      if watches[path] == watch { watches[path] = nil }
      paths[watch] = nil
    }

    struct Events: Sendable {
      var changes: [(path: String, sign: ChangeSign)] = []
      /// Why not all folders can be watched any more.
      var failure: String?
    }

    /// What happens next; nil when nothing can happen any more.
    func next() async -> Events? {
      guard let bytes = try? await socket.read(atMost: 4_096) else { return nil }
      var events = Events()
      bytes.withUnsafeBytes { buffer in
        var offset = 0
        while offset + Self.headSize <= buffer.count {
          let watch = buffer.loadUnaligned(fromByteOffset: offset, as: Int32.self)
          let mask = buffer.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
          let length = Int(buffer.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
          let start = offset + Self.headSize
          let name = buffer[start..<min(start + length, buffer.count)].prefix { $0 != 0 }
          add(watch, Int32(bitPattern: mask), String(decoding: name, as: UTF8.self), to: &events)
          offset = start + length
        }
      }
      return events
    }

    private static let headSize = MemoryLayout<inotify_event>.size

    private func add(_ watch: Int32, _ mask: Int32, _ name: String, to events: inout Events) {
      func has(_ flag: some BinaryInteger) -> Bool {
        mask & Int32(truncatingIfNeeded: flag) != 0
      }
      if has(IN_Q_OVERFLOW) {
        // Whatever was lost: all is read again.
        events.failure = self.watch(folders)
        events.changes.append(("", .written))
        return
      }
      guard let folder = paths[watch] else { return }
      if has(IN_IGNORED) { return forget(folder, watch) }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let isGone = has(IN_DELETE) || has(IN_MOVED_FROM)
      if has(IN_ISDIR) {
        guard isWatchedDeep(path) else { return }
        if isGone { removeAll(below: path) } else { events.failure = self.watch(folders) }
        events.changes.append((path, isGone ? .gone : .writing))
      } else if has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) {
        events.changes.append((path, .written))
      } else {
        events.changes.append((path, isGone ? .gone : has(IN_CREATE) ? .created : .writing))
      }
    }

    private func isWatchedDeep(_ path: String) -> Bool {
      if FolderSnapshot.isForeign(path) { return false }
      return folders.deep.contains {
        $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") || $0.hasPrefix(path + "/")
      }
    }

    /// A folder that was moved would go on telling of what happens in it.
    private func removeAll(below path: String) {
      for (folder, watch) in watches where folder == path || folder.hasPrefix(path + "/") {
        remove(folder, watch)
      }
    }
  }
#else
  /// No kernel's way of watching is used here.
  actor KernelWatch {
    static let absence = "on this system folders can't be watched"

    struct Events: Sendable {
      var changes: [(path: String, sign: ChangeSign)] = []
      var failure: String?
    }

    init?(site: String, pool: any AsyncSocketPool) { return nil }

    var count: Int { 0 }
    func watch(_ folders: FolderWatch.Folders) -> String? { nil }
    func next() async -> Events? { nil }
  }
#endif

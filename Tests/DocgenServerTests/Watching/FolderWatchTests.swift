import DocgenCore
import FlyingSocks
import Testing

@testable import DocgenServer

/// Each way of saving is one burst, whose paths are there with what was written last.
@Suite("Watching folders", .serialized)
struct FolderWatchTests {
  enum Way: CaseIterable, Sendable {
    case inPlace, inParts, renameOver, deleteAndCreate, hundredFiles, newFolder, movedFolder
    case deleted
  }

  private func save(_ way: Way, in folder: TemporaryFolder) async throws -> Set<String> {
    switch way {
    case .inPlace:
      try folder.write("new", to: "docs/a.md")
      return ["docs/a.md"]
    case .inParts:
      try folder.write("", to: "docs/a.md")
      try await Task.sleep(for: .milliseconds(1))
      try folder.write("new", to: "docs/a.md")
      return ["docs/a.md"]
    case .renameOver:
      try folder.write("new", to: "docs/.a.md.tmp")
      try FileSystem.move(folder("docs/.a.md.tmp"), to: folder("docs/a.md"))
      return ["docs/a.md"]
    case .deleteAndCreate:
      try FileSystem.removeFile(folder("docs/a.md"))
      try await Task.sleep(for: .milliseconds(20))
      try folder.write("new", to: "docs/a.md")
      return ["docs/a.md"]
    case .hundredFiles:
      for number in 0..<100 { try folder.write("new", to: "docs/many/\(number).md") }
      return Set((0..<100).map { "docs/many/\($0).md" })
    case .newFolder:
      try folder.write("new", to: "docs/x/y/z.md")
      return ["docs/x"]
    case .movedFolder:
      try FileSystem.move(folder("docs/many"), to: folder("docs/moved"))
      return ["docs/many", "docs/moved"]
    case .deleted:
      try FileSystem.removeFile(folder("docs/a.md"))
      return ["docs/a.md"]
    }
  }

  @Test(arguments: Way.allCases, [false, true])
  func tellsOnceOf(way: Way, polls: Bool) async throws {
    var counts: [Int] = []
    // A machine that stands still while files are saved makes two bursts of one, now and then.
    while counts.count < 5, !counts.contains(1) {
      counts.append(try await burstCount(way, polls: polls))
    }
    // Who looks again and again may look in the middle of it.
    #expect(polls || counts.contains(1), "\(counts)")
  }

  /// Saves in a folder of its own, and counts the bursts until all has come.
  private func burstCount(_ way: Way, polls: Bool) async throws -> Int {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "docs/a.md")
    for number in 0..<100 { try folder.write("old!", to: "docs/many/\(number).md") }
    let pool = SocketPool.make()
    try await pool.prepare()
    let running = Task { try await pool.run() }
    defer { running.cancel() }
    let collector = ChangeCollector(site: folder.path)
    let watch = await FolderWatch(
      site: folder.path, folders: .init(deep: ["docs", "static"], flat: [""]),
      collector: collector, pool: pool, forcesPolling: polls)
    let watching = Task { await watch.run() }
    defer { watching.cancel() }
    try await Task.sleep(for: .milliseconds(polls ? 100 : 10))

    let expected = try await save(way, in: folder)
    let found = await bursts(of: collector, until: expected)
    let told = found.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(expected.allSatisfy { Self.isTold($0, of: told) }, "\(found)")
    return found.count
  }

  /// By its own path or, where folders are looked through, by those of its files.
  private static func isTold(_ path: String, of told: Set<String>) -> Bool {
    told.contains { $0 == path || $0.hasPrefix(path + "/") }
  }

  /// The bursts until all paths have come, and what comes in half a second more.
  private func bursts(
    of collector: ChangeCollector, until expected: Set<String>
  ) async -> [Set<String>] {
    let (stream, output) = AsyncStream<Set<String>?>.makeStream()
    let reader = Task { for await burst in collector.bursts { output.yield(burst) } }
    let timer = Task {
      try await Task.sleep(for: .seconds(60))
      output.yield(nil)
    }
    var found: [Set<String>] = []
    var missing = expected
    var end: Task<Void, any Error>?
    for await burst in stream {
      guard let burst else { break }
      found.append(burst)
      missing = missing.filter { !Self.isTold($0, of: burst) }
      if missing.isEmpty, end == nil {
        end = Task {
          try await Task.sleep(for: .milliseconds(500))
          output.yield(nil)
        }
      }
    }
    reader.cancel()
    timer.cancel()
    return found
  }

  #if os(Linux)
    @Test func keepsAsManyWatchesAsFolders() async throws {
      let folder = try TemporaryFolder()
      try folder.write("", to: "docs/a/b/c.md")
      let pool = SocketPool.make()
      try await pool.prepare()
      let running = Task { try await pool.run() }
      defer { running.cancel() }
      let watch = await FolderWatch(
        site: folder.path, folders: .init(deep: ["docs"], flat: [""]),
        collector: ChangeCollector(site: folder.path), pool: pool)
      let watching = Task { await watch.run() }
      defer { watching.cancel() }
      #expect(await watch.watchCount == 4)
      for _ in 0..<10 {
        try FileSystem.move(folder("docs/a"), to: folder("docs/x"))
        try await Task.sleep(for: .milliseconds(100))
        try FileSystem.move(folder("docs/x"), to: folder("docs/a"))
        try await Task.sleep(for: .milliseconds(20))
      }
      try FileSystem.removeFolder(folder("docs/a/b"))
      for _ in 0..<600 where await watch.watchCount != 3 {
        try await Task.sleep(for: .milliseconds(100))
      }
      #expect(await watch.watchCount == 3)
    }
  #endif
}
